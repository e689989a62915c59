import type { Read, Tx } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'

export type AdjustmentRow = {
  memberId: string
  id: string
  amount: number
  reason: string
  staff: string
  staffId: string | null
  balance: number
  madeAt: string
}

export const insertAdjustment = (tx: Tx, a: AdjustmentRow): Promise<number> =>
  tx.run(sql`insert into points.adjustment (member_id, id, amount, reason, staff, staff_id, balance, made_at)
    values (${a.memberId}, ${a.id}, ${a.amount}, ${a.reason}, ${a.staff}, ${a.staffId}, ${a.balance}, ${a.madeAt})`)

const columns = sql`member_id as "memberId", id, amount, reason, staff, staff_id as "staffId", balance, made_at as "madeAt"`

export const selectAdjustment = (read: Read, memberId: string, id: string): Promise<AdjustmentRow> =>
  read.one(sql`select ${columns} from points.adjustment where member_id = ${memberId} and id = ${id}`)

/** A member's adjustments before the one with an id (null: from the newest), newest first. */
export const adjustmentsOf = (
  read: Read,
  memberId: string,
  before: string | null,
  limit: number,
): Promise<AdjustmentRow[]> =>
  read.rows(sql`
    select ${columns} from points.adjustment
     where member_id = ${memberId} and (${before}::uuid is null or id < ${before}::uuid) order by id desc limit ${limit}`)
