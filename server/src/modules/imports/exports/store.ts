import type { Read } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'

export type ProductRow = {
  sku: string
  name: string
  nameEn: string | null
  category: string | null
  brand: string | null
  labels: string[]
  listPrice: number | null
  prescription: boolean
  earns: boolean
  status: string
}

/** Products by SKU, a page at a time. */
export const productsAfter = (read: Read, after: string, limit: number): Promise<ProductRow[]> =>
  read.rows(sql`
    select sku, name, name_en as "nameEn", category, brand, labels, list_price as "listPrice", prescription, earns, status
      from catalog.v_product where sku > ${after} order by sku limit ${limit}`)

/** Everybody who may have books, a page at a time. */
export const standingsAfter = (read: Read, after: string, limit: number): Promise<{ memberId: string }[]> =>
  read.rows(
    sql`select member_id as "memberId" from members.v_standing where member_id > ${after}::uuid order by member_id limit ${limit}`,
  )

export type EntryRow = {
  memberId: string
  number: string | null
  id: string
  unit: string
  amount: number
  balance: number
  causeKind: string
  causeId: string
  storeId: string | null
  house: string | null
  occurredAt: string
  postedAt: string
  reverses: string | null
}

/** What moved in the books of some members, in the order of telling; only in these stores, when they are named. */
export const entriesOf = (
  read: Read,
  memberIds: string[],
  { stores, from, until }: { stores: string[] | null; from: string | null; until: string | null },
): Promise<EntryRow[]> =>
  read.rows(sql`
    select e.member_id as "memberId", m.number, e.id, e.unit, e.amount, e.balance, e.cause_kind as "causeKind", e.cause_id as "causeId",
           e.store_id as "storeId", e.house, e.occurred_at as "occurredAt", e.posted_at as "postedAt", e.reverses
      from ledger.v_entry e left join members.v_member m on m.member_id = e.member_id
     where e.member_id = any(${plainArray(memberIds)}::uuid[])
       and (${stores === null} or e.store_id = any(${plainArray(stores ?? [])}::uuid[]))
       and (${from}::timestamptz is null or e.occurred_at >= ${from}::timestamptz)
       and (${until}::timestamptz is null or e.occurred_at < ${until}::timestamptz)
     order by e.member_id, e.id, e.no`)
