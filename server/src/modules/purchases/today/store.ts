import type { Read } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'
import { firstIdOf } from '#kernel/ids.ts'

export type TillSum = {
  storeId: string
  tillId: string | null
  businessOn: string
  currency: string
  sales: number
  returns: number
  unlinked: number
  /** Null beyond 2^53 − 1: no number of JSON holds it exactly. */
  takings: number | null
  toMembers: number
}

const within = (stores: string[] | null) => plainArray(stores ?? [])

/** What tills took on their business days since a day, counted from the purchases themselves; told no earlier than `sinceMs`. */
export const sumTills = (read: Read, stores: string[] | null, sinceOn: string, sinceMs: number): Promise<TillSum[]> =>
  read.rows(sql`
    select store_id as "storeId", till_id as "tillId", business_on as "businessOn", currency,
           count(*) filter (where kind = 'sale')::int as sales, count(*) filter (where kind = 'return')::int as returns,
           count(*) filter (where kind = 'unlinked')::int as unlinked,
           case when abs(sum(case when kind = 'sale' then total else -total end)) <= ${Number.MAX_SAFE_INTEGER}::bigint
                then sum(case when kind = 'sale' then total else -total end)::bigint end as takings,
           count(*) filter (where kind = 'sale' and not walk_in)::int as "toMembers"
      from purchases.v_purchase
     where id >= ${firstIdOf(sinceMs)}::uuid and business_on >= ${sinceOn}::date
       and (${stores === null} or store_id = any(${within(stores)}::uuid[]))
     group by 1, 2, 3, 4`)

/** How many joined on a day at these stores (null: anywhere). */
export async function countJoined(read: Read, stores: string[] | null, joinedOn: string): Promise<number> {
  const { count } = await read.one<{ count: number }>(sql`
    select count(*)::int as count from members.v_member
     where joined_on = ${joinedOn}::date and (${stores === null} or home_store = any(${within(stores)}::uuid[]))`)
  return count
}

export type ShiftRow = {
  shiftId: string
  tillId: string
  code: string
  name: string
  storeId: string
  openedAt: string
}

/** Shifts that still run, the oldest first. */
export const selectShifts = (read: Read, stores: string[] | null): Promise<ShiftRow[]> =>
  read.rows(sql`
    select s.id as "shiftId", t.id as "tillId", t.code, t.name, t.store_id as "storeId", s.opened_at as "openedAt"
      from purchases.shift s join purchases.till t on t.id = s.till_id
     where s.closed_at is null and (${stores === null} or t.store_id = any(${within(stores)}::uuid[])) order by s.opened_at`)
