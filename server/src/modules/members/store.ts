import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import type { CustomValues } from './fields/rules.ts'

/** The archive as it lies in the table; personal data sealed. */
export type Archive = {
  memberId: string
  number: string
  kind: 'person' | 'enterprise'
  name: string
  nameSearch: string
  nameGrams: string[]
  gender: 'male' | 'female' | 'other' | null
  birthCalendar: 'solar' | 'lunar' | null
  birthYear: number | null
  birthMonth: number | null
  birthDay: number | null
  birthLeap: boolean
  phone: Buffer | null
  email: Buffer | null
  idNumber: Buffer | null
  address: Buffer | null
  language: 'zh' | 'en'
  homeStore: string | null
  recruiter: string | null
  channel: string | null
  joinedOn: string
  status: 'active' | 'closed'
  tags: string[]
  custom: CustomValues
  remark: string
  version: number
  createdAt: string
  updatedAt: string
}

type Shape = 'plain' | 'text' | 'bytes' | 'list' | 'json'

const columns: readonly (readonly [field: keyof Archive, column: string, type: string, shape: Shape])[] = [
  ['memberId', 'member_id', 'uuid', 'plain'],
  ['number', 'number', 'text', 'text'],
  ['kind', 'kind', 'text', 'plain'],
  ['name', 'name', 'text', 'text'],
  ['nameSearch', 'name_search', 'text', 'text'],
  ['nameGrams', 'name_grams', 'text', 'list'],
  ['gender', 'gender', 'text', 'plain'],
  ['birthCalendar', 'birth_calendar', 'text', 'plain'],
  ['birthYear', 'birth_year', 'smallint', 'plain'],
  ['birthMonth', 'birth_month', 'smallint', 'plain'],
  ['birthDay', 'birth_day', 'smallint', 'plain'],
  ['birthLeap', 'birth_leap', 'boolean', 'plain'],
  ['phone', 'phone_sealed', 'bytea', 'bytes'],
  ['email', 'email_sealed', 'bytea', 'bytes'],
  ['idNumber', 'id_number_sealed', 'bytea', 'bytes'],
  ['address', 'address_sealed', 'bytea', 'bytes'],
  ['language', 'language', 'text', 'plain'],
  ['homeStore', 'home_store', 'uuid', 'plain'],
  ['recruiter', 'recruiter', 'uuid', 'plain'],
  ['channel', 'channel', 'text', 'text'],
  ['joinedOn', 'joined_on', 'date', 'plain'],
  ['status', 'status', 'text', 'plain'],
  ['tags', 'tags', 'text', 'list'],
  ['custom', 'custom', 'jsonb', 'json'],
  ['remark', 'remark', 'text', 'text'],
  ['version', 'version', 'int', 'plain'],
  ['createdAt', 'created_at', 'timestamptz', 'text'],
  ['updatedAt', 'updated_at', 'timestamptz', 'text'],
]

// An array of arrays would come out of unnest in one row, so a list travels as its own text and is read once more.
const cast: Record<Shape, string> = { plain: '', text: '', bytes: '', list: '::text[]', json: '' }

const toText = (value: unknown, shape: Shape): string | null => {
  if (value === null) return null
  if (shape === 'bytes') return `\\x${(value as Buffer).toString('hex')}`
  if (shape === 'list') return textArray(value as string[])
  if (shape === 'json') return JSON.stringify(value)
  return value as string
}

const toArray = (archives: Archive[], field: keyof Archive, shape: Shape): string =>
  shape === 'plain'
    ? plainArray(archives.map((archive) => archive[field] as string | number | boolean | null))
    : textArray(archives.map((archive) => toText(archive[field], shape)))

const names = columns.map(([, column]) => column).join(', ')
const picked = columns.map(([, column, , shape]) => `new.${column}${cast[shape]}`).join(', ')
const unnest = `unnest(${columns.map(([, , type], at) => `$${at + 1}::${type}[]`).join(', ')}) as new (${names})`
const toValues = (archives: Archive[]): string[] => columns.map(([field, , , shape]) => toArray(archives, field, shape))

const selected = columns.map(([field, column]) => `member.${column} as "${field}"`).join(', ')

export const insert = (tx: Tx, archives: Archive[]): Promise<number> =>
  tx.run({
    name: 'members.add',
    text: `insert into members.member (${names}) select ${picked} from ${unnest}`,
    values: toValues(archives),
  })

/** Saves an archive over the version before it; 0 when somebody else was faster. */
export const update = (tx: Tx, archive: Archive): Promise<number> =>
  tx.run({
    name: 'members.edit',
    text: `update members.member as old
      set ${columns
        .slice(1)
        .map(([, column, , shape]) => `${column} = new.${column}${cast[shape]}`)
        .join(', ')}
      from ${unnest} where old.member_id = new.member_id and old.version = new.version - 1`,
    values: toValues([archive]),
  })

export async function select(read: Read, ids: string[]): Promise<Map<string, Archive>> {
  const rows = await read.rows<Archive>({
    name: 'members.archives',
    text: `select ${selected} from members.member where member_id = any($1::uuid[])`,
    values: [plainArray(ids)],
  })
  return new Map(rows.map((row) => [row.memberId, row]))
}

export const remove = (tx: Tx, ids: string[]): Promise<number> =>
  tx.run(sql`with gone as (delete from members.standing where member_id = any(${plainArray(ids)}::uuid[]))
    delete from members.member where member_id = any(${plainArray(ids)}::uuid[])`)

/** So many numbers that nobody has had yet. */
export async function nextNumbers(tx: Tx, count: number): Promise<number[]> {
  const rows = await tx.rows<{ number: number }>({
    name: 'members.next_numbers',
    text: `select nextval('members.number') as number from generate_series(1, $1::int)`,
    values: [count],
  })
  return rows.map(({ number }) => number)
}

export type Filter = {
  /** Only members of these stores; null is everywhere, also those without a store. */
  stores: string[] | null
  tags: string[] | undefined
  tiers: number[] | undefined
  status: string | undefined
  kind: string | undefined
  joinedFrom: string | undefined
  joinedTo: string | undefined
  /** Lacking something wanted: of the archive's own fields, or of these keys. */
  lacking: string[] | undefined
  before: string | undefined
}

function where({ stores, tags, tiers, status, kind, joinedFrom, joinedTo, lacking, before }: Filter) {
  const of = [
    stores && sql`member.home_store = any(${plainArray(stores)}::uuid[])`,
    tags && sql`member.tags @> ${textArray(tags)}::text[]`,
    tiers && sql`standing.tier = any(${plainArray(tiers)}::smallint[])`,
    status && sql`member.status = ${status}`,
    kind && sql`member.kind = ${kind}`,
    joinedFrom && sql`member.joined_on >= ${joinedFrom}::date`,
    joinedTo && sql`member.joined_on <= ${joinedTo}::date`,
    lacking &&
      sql`(member.name = '' or (member.kind = 'person' and (member.gender is null or member.birth_month is null))
        or member.phone_sealed is null or member.home_store is null or member.channel is null
        or not jsonb_strip_nulls(member.custom) ?& ${textArray(lacking)}::text[])`,
    before && sql`member.member_id < ${before}::uuid`,
  ].filter((part) => part !== undefined && part !== null && part !== '')
  return of.length === 0 ? sql`true` : sql.join(of, sql` and `)
}

export type Listed = Archive & { tier: number; lastOn: string | null; purchases: number; spent: number }

/** Newest first. */
export const list = (read: Read, filter: Filter, limit: number): Promise<Listed[]> =>
  read.rows(sql`
    select ${sql.raw(selected)}, standing.tier, standing.last_on as "lastOn", standing.purchases, standing.spent
      from members.member join members.standing on standing.member_id = member.member_id
     where ${where(filter)} order by member.member_id desc limit ${limit}`)

/** How many there are, counted no further than `most`. */
export async function count(read: Read, filter: Filter, most: number): Promise<number> {
  const { count: found } = await read.one<{ count: number }>(sql`
    select count(*) as count from (
      select 1 from members.member join members.standing on standing.member_id = member.member_id
       where ${where({ ...filter, before: undefined })} limit ${most}) as counted`)
  return found
}
