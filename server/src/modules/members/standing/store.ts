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
const unnest = `unnest(${columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ')})`

type Row = Record<string, unknown>

function toStanding(row: Row): Standing {
  const standing: Row = {
    counts: places.map((place) => row[`c${place}`]),
    sums: places.map((place) => row[`s${place}`]),
  }
  for (const [field, column] of fields) standing[field] = row[column]
  return standing as Standing
}

const byId = (rows: Row[]): Map<string, Standing> =>
  new Map(rows.map((row) => [row['member_id'] as string, toStanding(row)]))

const toValues = (standings: Standing[]): string[] => [
  ...fields.map(([field]) => plainArray(standings.map((standing) => standing[field]))),
  ...places.map((place) => plainArray(standings.map((standing) => standing.counts[place]!))),
  ...places.map((place) => plainArray(standings.map((standing) => standing.sums[place]!))),
]

export async function selectForUpdate(tx: Tx, ids: string[]): Promise<Map<string, Standing>> {
  return byId(
    await tx.rows<Row>({
      name: 'members.lock',
      text: `select ${names} from members.standing where member_id = any($1::uuid[]) order by member_id for update`,
      values: [plainArray(ids)],
    }),
  )
}

export async function select(read: Read, ids: string[]): Promise<Map<string, Standing>> {
  return byId(
    await read.rows<Row>({
      name: 'members.standings',
      text: `select ${names} from members.standing where member_id = any($1::uuid[])`,
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
