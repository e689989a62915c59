import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import type { Draft, LineRow, PurchaseRow, Returned, Sold } from './rows.ts'

type Column<Row> = readonly [name: keyof Row & string, column: string, type: string, text?: true]

const purchaseColumns: Column<PurchaseRow>[] = [
  ['memberId', 'member_id', 'uuid'],
  ['id', 'id', 'uuid'],
  ['kind', 'kind', 'text'],
  ['origin', 'origin', 'text'],
  ['walkIn', 'walk_in', 'boolean'],
  ['saleId', 'sale_id', 'uuid'],
  ['importId', 'import_id', 'uuid'],
  ['number', 'number', 'text', true],
  ['storeId', 'store_id', 'uuid'],
  ['tillId', 'till_id', 'uuid'],
  ['shiftId', 'shift_id', 'uuid'],
  ['staffId', 'staff_id', 'uuid'],
  ['callerId', 'caller_id', 'uuid'],
  ['occurredAt', 'occurred_at', 'timestamptz'],
  ['postedAt', 'posted_at', 'timestamptz'],
  ['businessOn', 'business_on', 'date'],
  ['currency', 'currency', 'text'],
  ['total', 'total', 'bigint'],
  ['tenders', 'tenders', 'jsonb', true],
  ['points', 'points', 'bigint'],
  ['growth', 'growth', 'bigint'],
  ['pointsSpent', 'points_spent', 'bigint'],
  ['charter', 'charter', 'int'],
  ['tierBefore', 'tier_before', 'smallint'],
  ['tierAfter', 'tier_after', 'smallint'],
  ['pointsAfter', 'points_after', 'bigint'],
  ['growthAfter', 'growth_after', 'bigint'],
  ['principalAfter', 'principal_after', 'bigint'],
  ['bonusAfter', 'bonus_after', 'bigint'],
  ['explained', 'explained', 'jsonb', true],
]

const lineColumns: Column<LineRow>[] = [
  ['memberId', 'member_id', 'uuid'],
  ['purchaseId', 'purchase_id', 'uuid'],
  ['no', 'no', 'smallint'],
  ['sku', 'sku', 'text', true],
  ['name', 'name', 'text', true],
  ['category', 'category', 'text', true],
  ['quantity', 'quantity', 'bigint'],
  ['unitPrice', 'unit_price', 'bigint'],
  ['listAmount', 'list_amount', 'bigint'],
  ['amount', 'amount', 'bigint'],
  ['tenders', 'tenders', 'text', true],
  ['points', 'points', 'bigint'],
  ['growth', 'growth', 'bigint'],
  ['pointsSpent', 'points_spent', 'bigint'],
  ['saleId', 'sale_id', 'uuid'],
  ['saleLine', 'sale_line', 'smallint'],
]

const namesOf = (columns: readonly Column<never>[]) => columns.map(([, column]) => column).join(', ')
const paramsOf = (columns: readonly Column<never>[], first: number) =>
  columns.map(([, , type], at) => `$${at + first}::${type}[]`).join(', ')

// Every line says which purchase of the statement it belongs to: the two ids are sent once for a purchase instead of once for each line.
const ownColumns = lineColumns.filter(([key]) => key !== 'memberId' && key !== 'purchaseId')

const insertPurchases = {
  name: 'purchases.insert',
  text: `insert into purchases.purchase (${namesOf(purchaseColumns)}) select * from unnest(${paramsOf(purchaseColumns, 1)})`,
}
const insertLines = {
  name: 'purchases.insertLines',
  text: `insert into purchases.line (member_id, purchase_id, ${namesOf(ownColumns)})
    select ($1::uuid[])[purchase], ($2::uuid[])[purchase], ${namesOf(ownColumns).replace('tenders', 'tenders::bigint[]')}
      from unnest($3::int[], ${paramsOf(ownColumns, 4)}) as told (purchase, ${namesOf(ownColumns)})`,
}

type Value = string | number | boolean | null

/** The parameters of an insert: an array for each column. */
function valuesOf(columns: readonly Column<never>[], rows: readonly Record<string, unknown>[]): string[] {
  return columns.map(([key, , , isText]) => {
    const values = rows.map((row) => row[key])
    return isText ? textArray(values as (string | null)[]) : plainArray(values as Value[])
  })
}

/** Writes purchases and their lines: two statements, however many there are. */
export async function insertDrafts(tx: Tx, drafts: Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const rows = drafts.map(({ row }) => ({
    ...row,
    tenders: JSON.stringify(row.tenders),
    explained: JSON.stringify(row.explained),
  }))
  const places: number[] = []
  const lines = drafts.flatMap((draft, at) =>
    draft.lines.map((line) => {
      places.push(at + 1)
      return { ...line, tenders: `{${line.tenders.join(',')}}` }
    }),
  )
  const [members, ids] = [rows.map((row) => row.memberId), rows.map((row) => row.id)]
  await Promise.all([
    tx.run({ ...insertPurchases, values: valuesOf(purchaseColumns, rows) }),
    tx.run({
      ...insertLines,
      values: [plainArray(members), plainArray(ids), plainArray(places), ...valuesOf(ownColumns, lines)],
    }),
  ])
}

const rowOf = sql.raw(purchaseColumns.map(([key, column]) => `p.${column} as "${key}"`).join(', '))
const lineOf = sql.raw(
  lineColumns
    .map(([key, column]) => `${column === 'tenders' ? 'l.tenders::text[]' : `l.${column}`} as "${key}"`)
    .join(', '),
)

/** Purchases by id with their lines; what an undone import told is absent. */
export async function draftsOf(read: Read, ids: string[]): Promise<Map<string, Draft>> {
  if (ids.length === 0) return new Map()
  const rows = await read.rows<PurchaseRow>(
    sql`select ${rowOf} from purchases.v_purchase p where p.id = any(${plainArray(ids)}::uuid[])`,
  )
  if (rows.length === 0) return new Map()
  const lines = await read.rows<LineRow & { tenders: string[] }>(sql`
    select ${lineOf} from purchases.line l
     where l.member_id = any(${plainArray(rows.map((row) => row.memberId))}::uuid[]) and l.purchase_id = any(${plainArray(ids)}::uuid[])
     order by l.purchase_id, l.no`)
  const drafts = new Map(rows.map((row): [string, Draft] => [row.id, { row, lines: [] }]))
  for (const line of lines) drafts.get(line.purchaseId)?.lines.push({ ...line, tenders: line.tenders.map(Number) })
  return drafts
}

/** Which member's books sales are in, by their ids: before they can be locked. */
export const membersOfPurchases = (read: Read, ids: string[]): Promise<{ id: string; memberId: string }[]> =>
  read.rows(
    sql`select id, member_id as "memberId" from purchases.v_purchase where id = any(${plainArray(ids)}::uuid[])`,
  )

/** The sales whose ids lie in a receipt number's range; nearly always one. */
export const membersByRange = (
  read: Read,
  { from, to }: { from: string; to: string },
): Promise<{ id: string; memberId: string; storeId: string }[]> =>
  read.rows(sql`
    select id, member_id as "memberId", store_id as "storeId" from purchases.v_purchase where id between ${from}::uuid and ${to}::uuid`)

export type ReturnedRow = Returned & { saleId: string }

/** What came back of sales already, per line. */
export const returnedOf = (read: Read, memberIds: string[], saleIds: string[]): Promise<ReturnedRow[]> =>
  read.rows(sql`
    select l.sale_id as "saleId", l.sale_line as line, sum(l.quantity)::bigint as quantity, sum(l.amount)::bigint as amount
      from purchases.line l join purchases.v_purchase p on p.member_id = l.member_id and p.id = l.purchase_id
     where l.member_id = any(${plainArray(memberIds)}::uuid[]) and l.sale_id = any(${plainArray(saleIds)}::uuid[])
     group by 1, 2`)

/** The lines that members bought of some SKUs, oldest first, with what of each came back: an unlinked return is matched with them. */
export async function soldOf(
  read: Read,
  memberIds: string[],
  skus: string[],
): Promise<(Sold & { memberId: string })[]> {
  const wanted = sql`l.member_id = any(${plainArray(memberIds)}::uuid[]) and l.sku = any(${textArray(skus)}::text[])`
  const bought = sql`purchases.line l join purchases.v_purchase p on p.member_id = l.member_id and p.id = l.purchase_id`
  // What came back is summed once and put beside the lines here. Asked for line by line it is a join that the planner, knowing nothing yet of
  // what was just imported, does anew for each of ten thousand lines, under the member's lock.
  const [lines, returned] = await Promise.all([
    read.rows<Omit<Sold, 'back'> & { memberId: string }>(sql`
      select l.member_id as "memberId", l.purchase_id as "purchaseId", l.no, l.sku, l.quantity, l.amount, l.points, l.growth, p.currency,
             p.occurred_at as "occurredAt", p.origin
        from ${bought} where ${wanted} and p.kind = 'sale' and p.origin <> 'history'
       order by l.purchase_id, l.no`),
    read.rows<{ saleId: string; line: number; back: number }>(sql`
      select l.sale_id as "saleId", l.sale_line as line, sum(l.quantity)::bigint as back
        from ${bought} where ${wanted} and l.sale_id is not null group by 1, 2`),
  ])
  const backs = new Map(returned.map(({ saleId, line, back }) => [`${saleId} ${line}`, back]))
  return lines.map((line) => ({ ...line, back: backs.get(`${line.purchaseId} ${line.no}`) ?? 0 }))
}

export type TillRow = { id: string; storeId: string; code: string; name: string; open: boolean; shiftId: string | null }

/** Keeps the shifts of tills running until this transaction ends, so that what it takes in is counted by the shift that it names. */
export async function holdTills(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.run({
    name: 'purchases.holdTills',
    text: 'select pg_advisory_xact_lock_shared(hashtextextended(id, 727011)) from unnest($1::text[]) id',
    values: [plainArray(ids)],
  })
}

/** Waits until nobody holds a till any more, and lets nobody sell at it until this transaction ends. */
export const claimTill = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 727011))`)

/** Tills by id with their open shift. */
export const tillsOf = (read: Read, ids: string[]): Promise<TillRow[]> =>
  read.rows({
    name: 'purchases.tills',
    text: `select t.id, t.store_id as "storeId", t.code, t.name, t.open, s.id as "shiftId"
      from purchases.till t left join purchases.shift s on s.till_id = t.id and s.closed_at is null where t.id = any($1::uuid[])`,
    values: [plainArray(ids)],
  })
