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

export async function insertHistory(tx: Tx, changes: TierChange[]): Promise<void> {
  await tx.run(sql`
    insert into tiers.history (member_id, id, before, after, since_on, cause_kind, cause_id, changed_at)
    select *, ${tx.now}::timestamptz from unnest(
      ${plainArray(changes.map((one) => one.memberId))}::uuid[], ${plainArray(changes.map(() => newId()))}::uuid[],
      ${plainArray(changes.map((one) => one.before))}::smallint[], ${plainArray(changes.map((one) => one.after))}::smallint[],
      ${plainArray(changes.map((one) => one.sinceOn))}::date[], ${plainArray(changes.map((one) => one.causeKind))}::text[],
      ${plainArray(changes.map((one) => one.causeId))}::uuid[])`)
}

export const historyOf = (read: Read, memberId: string): Promise<(TierChange & { changedAt: string })[]> =>
  read.rows(sql`
    select member_id as "memberId", before, after, since_on as "sinceOn", cause_kind as "causeKind", cause_id as "causeId", changed_at as "changedAt"
      from tiers.history where member_id = ${memberId} order by id desc limit 200`)
