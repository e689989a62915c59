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

const columns = sql`p.member_id as "memberId", p.id, p.kind, p.origin, p.walk_in as "walkIn", p.sale_id as "saleId", p.number, p.store_id as "storeId",
  p.till_id as "tillId", p.staff_id as "staffId", p.occurred_at as "occurredAt", p.posted_at as "postedAt",
  p.business_on as "businessOn", p.currency, p.total, p.tenders, p.points, p.growth, p.points_spent as "pointsSpent", p.charter,
  p.points_after as "pointsAfter", p.growth_after as "growthAfter"`

const dayMs = 86_400_000
const beyond = 281_474_976_710_655

/** What the index of what was told late says, word for word: it serves no other expression. */
const toldLate = sql`p.business_on < (p.posted_at at time zone 'UTC')::date - 2`

/**
 * Purchases by filter, newest told first, by key. Ids are in the order of telling: nothing is told before its day, so a first day bounds them
 * below; and what was told at once lies at most four days behind its last day (no zone and no beginning of a business day makes it more).
 * What was told later than that is looked for by itself.
 */
export const listHeads = (read: Read, wanted: Wanted): Promise<Head[]> => {
  const fromId = firstIdOf(wanted.from === null ? 0 : Date.parse(wanted.from) - 2 * dayMs)
  const untilMs = wanted.to === null ? beyond : Date.parse(wanted.to) + 4 * dayMs
  const matching = sql`
         (${wanted.stores === null} or p.store_id = any(${plainArray(wanted.stores ?? [])}::uuid[]))
     and (${wanted.memberId}::uuid is null or p.member_id = ${wanted.memberId}::uuid)
     and (${wanted.kind}::text is null or p.kind = ${wanted.kind})
     and (${wanted.from}::date is null or p.business_on >= ${wanted.from}::date)
     and (${wanted.to}::date is null or p.business_on <= ${wanted.to}::date)
     and (${wanted.range?.from ?? null}::uuid is null or p.id between ${wanted.range?.from ?? null}::uuid and ${wanted.range?.to ?? null}::uuid)
     and (${wanted.shiftId}::uuid is null or p.shift_id = ${wanted.shiftId}::uuid)
     and (${wanted.saleId}::uuid is null or p.id in (
           select l.purchase_id from purchases.line l where l.member_id = ${wanted.memberId}::uuid and l.sale_id = ${wanted.saleId}::uuid))
     and p.id < ${wanted.before ?? firstIdOf(beyond)}::uuid and p.id >= ${fromId}::uuid`
  const page = sql`order by p.id desc limit ${wanted.limit}`
  const found = sql`select ${columns} from purchases.v_purchase p where ${matching}`
  if (untilMs >= Date.parse(read.now)) return read.rows(sql`${found} ${page}`)
  return read.rows(sql`
    select * from ((${found} and not (${toldLate}) and p.id < ${firstIdOf(untilMs)}::uuid ${page})
                   union all (${found} and ${toldLate} ${page})) p ${page}`)
}
