import type { Read, Tx } from '#kernel/db.ts'
import { plainArray } from '#kernel/db.ts'
import type { Standing } from './contract.ts'

type Field = Exclude<keyof Standing, 'counts' | 'sums'>

const fields: readonly (readonly [field: Field, column: string, type: string])[] = [
  ['memberId', 'member_id', 'uuid'],
  ['homeStore', 'home_store', 'uuid'],
  ['tier', 'tier', 'smallint'],
  ['tierSince', 'tier_since', 'date'],
  ['tierUntil', 'tier_until', 'date'],
  ['flags', 'flags', 'int'],
  ['mergedInto', 'merged_into', 'uuid'],
  ['firstOn', 'first_on', 'date'],
  ['lastOn', 'last_on', 'date'],
  ['purchases', 'purchases', 'int'],
  ['spent', 'spent', 'bigint'],
  ['lastMonth', 'last_month', 'int'],
]
const places = Array.from({ length: 12 }, (_, place) => place)
const columns = [
  ...fields.map(([, column, type]) => ({ column, type })),
  ...places.map((place) => ({ column: `c${place}`, type: 'int' })),
  ...places.map((place) => ({ column: `s${place}`, type: 'bigint' })),
]
const names = columns.map(({ column }) => column).join(', ')
const selected = [
  ...fields.map(([field, column]) => `${column} as "${field}"`),
  ...places.map((place) => `c${place}`),
  ...places.map((place) => `s${place}`),
].join(', ')
const unnest = `unnest(${columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ')})`

type Bucket = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11
type Row = { [column in `c${Bucket}` | `s${Bucket}`]: number } & Omit<Standing, 'counts' | 'sums'>

// Written out: a loop over the names of columns was a twentieth of the server's work for a sale.
const toStanding = (row: Row): Standing => ({
  memberId: row.memberId,
  homeStore: row.homeStore,
  tier: row.tier,
  tierSince: row.tierSince,
  tierUntil: row.tierUntil,
  flags: row.flags,
  mergedInto: row.mergedInto,
  firstOn: row.firstOn,
  lastOn: row.lastOn,
  purchases: row.purchases,
  spent: row.spent,
  lastMonth: row.lastMonth,
  counts: [row.c0, row.c1, row.c2, row.c3, row.c4, row.c5, row.c6, row.c7, row.c8, row.c9, row.c10, row.c11],
  sums: [row.s0, row.s1, row.s2, row.s3, row.s4, row.s5, row.s6, row.s7, row.s8, row.s9, row.s10, row.s11],
})

const byId = (rows: Row[]): Map<string, Standing> => new Map(rows.map((row) => [row.memberId, toStanding(row)]))

const toValues = (standings: Standing[]): string[] => [
  ...fields.map(([field]) => plainArray(standings.map((standing) => standing[field]))),
  ...places.map((place) => plainArray(standings.map((standing) => standing.counts[place]!))),
  ...places.map((place) => plainArray(standings.map((standing) => standing.sums[place]!))),
]

export async function selectForUpdate(tx: Tx, ids: string[]): Promise<Map<string, Standing>> {
  return byId(
    await tx.rows<Row>({
      name: 'members.lock',
      text: `select ${selected} from members.standing where member_id = any($1::uuid[]) order by member_id for update`,
      values: [plainArray(ids)],
    }),
  )
}

export async function select(read: Read, ids: string[]): Promise<Map<string, Standing>> {
  return byId(
    await read.rows<Row>({
      name: 'members.standings',
      text: `select ${selected} from members.standing where member_id = any($1::uuid[])`,
      values: [plainArray(ids)],
    }),
  )
}

export async function insert(tx: Tx, standings: Standing[]): Promise<void> {
  await tx.run({
    name: 'members.open_standings',
    text: `insert into members.standing (${names}) select * from ${unnest}`,
    values: toValues(standings),
  })
}

export const update = (tx: Tx, standings: Standing[]): Promise<number> =>
  tx.run({
    name: 'members.save_standings',
    text: `update members.standing as old
      set ${columns
        .slice(1)
        .map(({ column }) => `${column} = new.${column}`)
        .join(', ')}, version = old.version + 1
      from ${unnest} as new (${names}) where old.member_id = new.member_id`,
    values: toValues(standings),
  })
