import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'

export type TierChange = {
  memberId: string
  before: number
  after: number
  sinceOn: string
  causeKind: string
  causeId: string
}

/** Writes changes; answers their ids. */
export async function insertHistory(tx: Tx, changes: TierChange[]): Promise<string[]> {
  const ids = changes.map(() => newId())
  await tx.run(sql`
    insert into tiers.history (member_id, id, before, after, since_on, cause_kind, cause_id, changed_at)
    select *, ${tx.now}::timestamptz from unnest(
      ${plainArray(changes.map((one) => one.memberId))}::uuid[], ${plainArray(ids)}::uuid[],
      ${plainArray(changes.map((one) => one.before))}::smallint[], ${plainArray(changes.map((one) => one.after))}::smallint[],
      ${plainArray(changes.map((one) => one.sinceOn))}::date[], ${plainArray(changes.map((one) => one.causeKind))}::text[],
      ${plainArray(changes.map((one) => one.causeId))}::uuid[])`)
  return ids
}

/** Takes changes out of what is shown. */
export const insertUndone = (tx: Tx, undone: { memberId: string; id: string }[]): Promise<number> =>
  tx.run(sql`
    insert into tiers.undone (member_id, history_id)
    select * from unnest(${plainArray(undone.map((one) => one.memberId))}::uuid[], ${plainArray(undone.map((one) => one.id))}::uuid[])
    on conflict do nothing`)

/** A change as it stands in the history; its id is what a page ends with. */
export type TierRow = TierChange & { id: string; changedAt: string }

/** How a member's tier changed before the change with an id (null: from the newest), newest first; a limit of null is the whole history. */
export const historyOf = (
  read: Read,
  memberId: string,
  before: string | null,
  limit: number | null,
): Promise<TierRow[]> =>
  read.rows(sql`
    select member_id as "memberId", id, before, after, since_on as "sinceOn", cause_kind as "causeKind", cause_id as "causeId", changed_at as "changedAt"
      from tiers.v_history
     where member_id = ${memberId} and (${before}::uuid is null or id < ${before}::uuid) order by id desc limit ${limit}::bigint`)
