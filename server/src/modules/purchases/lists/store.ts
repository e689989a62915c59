import type { Read } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'
import { firstIdOf } from '#kernel/ids.ts'
import type { PurchaseRow } from '../rows.ts'

export type Wanted = {
  stores: string[] | null
  memberId: string | null
  kind: string | null
  from: string | null
  to: string | null
  /** With `memberId`: in whose books the sale is. */
  saleId: string | null
  shiftId: string | null
  range: { from: string; to: string } | null
  before: string | null
  limit: number
}

type Head = Omit<PurchaseRow, 'explained'>

/** Purchases by filter, newest told first, by key. */
export const listHeads = (read: Read, wanted: Wanted): Promise<Head[]> =>
  read.rows(sql`
    select p.member_id as "memberId", p.id, p.kind, p.origin, p.walk_in as "walkIn", p.sale_id as "saleId", p.number, p.store_id as "storeId",
           p.till_id as "tillId", p.staff_id as "staffId", p.occurred_at as "occurredAt", p.posted_at as "postedAt",
           p.business_on as "businessOn", p.currency, p.total, p.tenders, p.points, p.growth, p.points_spent as "pointsSpent", p.charter,
           p.points_after as "pointsAfter", p.growth_after as "growthAfter"
      from purchases.v_purchase p
     where (${wanted.stores === null} or p.store_id = any(${plainArray(wanted.stores ?? [])}::uuid[]))
       and (${wanted.memberId}::uuid is null or p.member_id = ${wanted.memberId}::uuid)
       and (${wanted.kind}::text is null or p.kind = ${wanted.kind})
       and (${wanted.from}::date is null or p.business_on >= ${wanted.from}::date)
       and (${wanted.to}::date is null or p.business_on <= ${wanted.to}::date)
       and (${wanted.range?.from ?? null}::uuid is null or p.id between ${wanted.range?.from ?? null}::uuid and ${wanted.range?.to ?? null}::uuid)
       and (${wanted.shiftId}::uuid is null or p.shift_id = ${wanted.shiftId}::uuid)
       and (${wanted.saleId}::uuid is null or p.id in (
             select l.purchase_id from purchases.line l where l.member_id = ${wanted.memberId}::uuid and l.sale_id = ${wanted.saleId}::uuid))
       and p.id < ${wanted.before ?? firstIdOf(281_474_976_710_655)}::uuid
     order by p.id desc limit ${wanted.limit}`)
