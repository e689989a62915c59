import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import type { Shift, Till } from './contract.ts'

const columns = sql`t.id, t.store_id as "storeId", t.code, t.name, t.open, s.id as "shiftId"`
const from = sql`purchases.till t left join purchases.shift s on s.till_id = t.id and s.closed_at is null`

export const selectTills = (read: Read, storeId: string | null, stores: string[] | null): Promise<Till[]> =>
  read.rows(sql`select ${columns} from ${from}
     where (${storeId}::uuid is null or t.store_id = ${storeId}::uuid)
       and (${stores === null} or t.store_id = any(${plainArray(stores ?? [])}::uuid[])) order by t.store_id, t.code`)

export const selectTill = (read: Read, id: string): Promise<Till | undefined> =>
  read.maybe(sql`select ${columns} from ${from} where t.id = ${id}`)

export async function insertTill(tx: Tx, storeId: string, code: string, name: string): Promise<string> {
  const id = newId()
  await tx.run(sql`insert into purchases.till (id, store_id, code, name) values (${id}, ${storeId}, ${code}, ${name})`)
  return id
}

export const updateTill = (tx: Tx, id: string, name: string, open: boolean): Promise<number> =>
  tx.run(sql`update purchases.till set name = ${name}, open = ${open} where id = ${id}`)

export async function insertShift(tx: Tx, tillId: string, personId: string | null, opening: number): Promise<string> {
  const id = newId()
  await tx.run(
    sql`insert into purchases.shift (id, till_id, person_id, opened_at, opening) values (${id}, ${tillId}, ${personId}, ${tx.now}, ${opening})`,
  )
  return id
}

export type ShiftRow = Omit<Shift, 'expected' | 'difference' | 'tenders'> & {
  expected: number | null
  tenders: Shift['tenders'] | null
  storeId: string
  tillCode: string
  tillName: string
}

const shiftColumns = sql`s.id, s.till_id as "tillId", s.person_id as "personId", s.opened_at as "openedAt", s.opening,
  s.closed_at as "closedAt", s.counted, s.expected, s.tenders, t.store_id as "storeId", t.code as "tillCode", t.name as "tillName"`
const shiftFrom = sql`purchases.shift s join purchases.till t on t.id = s.till_id`

export const selectShift = (read: Read, id: string): Promise<ShiftRow | undefined> =>
  read.maybe(sql`select ${shiftColumns} from ${shiftFrom} where s.id = ${id}`)

export type WantedShifts = {
  stores: string[] | null
  tillId: string | null
  state: string | null
  from: string | null
  until: string | null
  before: string | null
  limit: number
}

/** Shifts by filter, those that began last first, by key. */
export const selectShifts = (read: Read, wanted: WantedShifts): Promise<ShiftRow[]> =>
  read.rows(sql`select ${shiftColumns} from ${shiftFrom}
     where (${wanted.stores === null} or t.store_id = any(${plainArray(wanted.stores ?? [])}::uuid[]))
       and (${wanted.tillId}::uuid is null or s.till_id = ${wanted.tillId}::uuid)
       and (${wanted.state}::text is null or (${wanted.state} = 'open') = (s.closed_at is null))
       and (${wanted.state !== 'uneven'} or s.counted <> s.expected)
       and (${wanted.from}::timestamptz is null or s.opened_at >= ${wanted.from}::timestamptz)
       and (${wanted.until}::timestamptz is null or s.opened_at < ${wanted.until}::timestamptz)
       and (${wanted.before}::uuid is null or s.id < ${wanted.before}::uuid)
     order by s.id desc limit ${wanted.limit}`)

export const closeShift = (
  tx: Tx,
  id: string,
  counted: number,
  expected: number,
  tenders: Shift['tenders'],
): Promise<number> =>
  tx.run(sql`update purchases.shift set closed_at = ${tx.now}, counted = ${counted}, expected = ${expected}, tenders = ${JSON.stringify(tenders)}
    where id = ${id} and closed_at is null`)

/** What a shift took and gave back by tender: its sales and returns, and the top-ups. */
export const sumShift = (
  read: Read,
  shift: { storeId: string; id: string },
  firstId: string,
): Promise<Shift['tenders']> =>
  read.rows(sql`
    select kind, coalesce(sum(amount) filter (where comes_in), 0)::bigint as sold, coalesce(sum(amount) filter (where not comes_in), 0)::bigint as returned,
           count(*)::int as count
      from (
        select tender ->> 'kind' as kind, (tender ->> 'amount')::bigint as amount, p.kind = 'sale' as comes_in
          from purchases.v_purchase p cross join lateral jsonb_array_elements(p.tenders) tender
         where p.store_id = ${shift.storeId} and p.shift_id = ${shift.id} and p.id >= ${firstId}::uuid
        union all
        select tender, principal, true from wallets.v_topup
         where shift_id = ${shift.id}
      ) moved group by 1 order by 1`)
