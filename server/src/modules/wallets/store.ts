import type { Read, Tx } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'

export type TopUpRow = {
  memberId: string
  id: string
  storeId: string
  tillId: string | null
  shiftId: string | null
  staffId: string | null
  currency: string
  principal: number
  bonus: number
  tender: string
  note: string
  charter: number
  occurredAt: string
  postedAt: string
  principalAfter: number
  bonusAfter: number
}

export const insertTopUp = (tx: Tx, t: TopUpRow): Promise<number> =>
  tx.run(sql`
    insert into wallets.topup (member_id, id, store_id, till_id, shift_id, staff_id, currency, principal, bonus, tender, note, charter,
      occurred_at, posted_at, principal_after, bonus_after)
    values (${t.memberId}, ${t.id}, ${t.storeId}, ${t.tillId}, ${t.shiftId}, ${t.staffId}, ${t.currency}, ${t.principal}, ${t.bonus}, ${t.tender},
      ${t.note}, ${t.charter}, ${t.occurredAt}, ${t.postedAt}, ${t.principalAfter}, ${t.bonusAfter})`)

const columns = sql`member_id as "memberId", id, store_id as "storeId", till_id as "tillId", shift_id as "shiftId", staff_id as "staffId", currency, principal,
  bonus, tender, note, charter, occurred_at as "occurredAt", posted_at as "postedAt", principal_after as "principalAfter", bonus_after as "bonusAfter"`

export const selectTopUp = (read: Read, memberId: string, id: string): Promise<TopUpRow> =>
  read.one(sql`select ${columns} from wallets.topup where member_id = ${memberId} and id = ${id}`)

/** A member's top-ups before the one with an id (null: from the newest), newest first. */
export const topUpsOf = (read: Read, memberId: string, before: string | null, limit: number): Promise<TopUpRow[]> =>
  read.rows(sql`
    select ${columns} from wallets.topup
     where member_id = ${memberId} and (${before}::uuid is null or id < ${before}::uuid) order by id desc limit ${limit}`)
