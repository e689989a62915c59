import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'

/** Lets what an import told leave every list, sum and standing. */
export const insertUndone = (tx: Tx, importId: string): Promise<number> =>
  tx.run(
    sql`insert into purchases.undone (import_id, undone_at) values (${importId}, ${tx.now}) on conflict do nothing`,
  )

export type ToldRow = { id: string; memberId: string; walkIn: boolean; origin: string }

/** What an import told, the newest first, a page at a time. */
export const toldBy = (read: Read, importId: string, before: string | null, limit: number): Promise<ToldRow[]> =>
  read.rows(sql`
    select id, member_id as "memberId", walk_in as "walkIn", origin from purchases.purchase
     where import_id = ${importId} and (${before}::uuid is null or id < ${before}::uuid)
     order by id desc limit ${limit}`)

/** Which of these causes are purchases of an import. */
export const ofImport = (read: Read, importId: string, ids: string[]): Promise<{ id: string }[]> =>
  read.rows(
    sql`select id from purchases.purchase where import_id = ${importId} and id = any(${plainArray(ids)}::uuid[])`,
  )

export type DayOf = { memberId: string; businessOn: string; count: number; sum: number }

/** What members bought and brought back, day by day, as far as it counts. */
export const visitsOf = (read: Read, memberIds: string[]): Promise<DayOf[]> =>
  read.rows(sql`
    select member_id as "memberId", business_on as "businessOn", count(*) filter (where kind = 'sale') as count,
           sum(case when kind = 'sale' then total else -total end)::bigint as sum
      from purchases.v_purchase where member_id = any(${plainArray(memberIds)}::uuid[])
     group by 1, 2 order by 1, 2`)

/** Returns of these sales that the import did not tell: they stay, though their sale leaves. */
export const returnsOf = (
  read: Read,
  importId: string,
  memberIds: string[],
  ids: string[],
): Promise<{ id: string; total: number }[]> =>
  read.rows(sql`
    select id, total from purchases.v_purchase
     where member_id = any(${plainArray(memberIds)}::uuid[]) and sale_id = any(${plainArray(ids)}::uuid[])
       and import_id is distinct from ${importId}::uuid`)

export type Taking = { storeId: string; currency: string; sales: number; returns: number; count: number }

/** What an import told, summed by store and currency from the purchases themselves. */
export const takingsOf = (read: Read, importId: string): Promise<Taking[]> =>
  read.rows(sql`
    select store_id as "storeId", currency, coalesce(sum(total) filter (where kind = 'sale'), 0)::bigint as sales,
           coalesce(sum(total) filter (where kind <> 'sale'), 0)::bigint as returns, count(*) as count
      from purchases.purchase where import_id = ${importId} group by 1, 2 order by 1, 2`)
