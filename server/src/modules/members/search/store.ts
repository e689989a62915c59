import type { Read } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'

/** Members whose name, pinyin or initials contain a text, at these stores (null: any); an exact name first, then the newest. */
export const findByName = (
  read: Read,
  { search, grams }: { search: string; grams: string[] },
  stores: string[] | null,
  limit: number,
): Promise<{ memberId: string }[]> =>
  read.rows(sql`
    select member_id as "memberId" from members.member
     where name_grams @> ${textArray(grams)}::text[] and position(${search} in name_search) > 0
       and (${stores ? plainArray(stores) : null}::uuid[] is null or home_store = any(${stores ? plainArray(stores) : null}::uuid[]))
     order by (${search} = any(string_to_array(name_search, chr(10)))) desc, member_id desc limit ${limit}`)
