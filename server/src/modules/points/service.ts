import type { Caller } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { openBooks } from '#modules/ledger/index.ts'
import type { PointsRules } from './rules.ts'
import { endOfLot } from './rules.ts'
import type { AdjustmentRow } from './store.ts'
import * as store from './store.ts'

export type Adjustment = {
  memberId: string
  id: string
  amount: number
  reason: string
  charter: number
  rules: PointsRules
  today: string
}

/**
 * Gives points by hand (they end as earned ones would) or takes them out of the open lots. Call it under `lockMembers`. Refuses
 * `ledger.not_enough` when more is to be taken than there is.
 */
export async function adjustPoints(tx: Tx, input: Adjustment, who: Caller): Promise<AdjustmentRow> {
  const { memberId, id, amount, reason } = input
  const books = await openBooks(tx, [memberId])
  const cause = { kind: 'adjust', id, charter: input.charter, storeId: null, staffId: who.personId, occurredAt: tx.now }
  if (amount > 0) {
    books.give(
      memberId,
      'points',
      amount,
      'points/adjusted',
      { state: 'open', endsOn: endOfLot(input.rules.expiry, input.today), lot: '' },
      cause,
    )
  } else books.spend(memberId, 'points', -amount, 'points/adjusted', cause, input.today)
  await books.save(tx)
  const row = {
    memberId,
    id,
    amount,
    reason,
    staff: who.name,
    staffId: who.personId,
    balance: books.balance(memberId, 'points', input.today),
    madeAt: tx.now,
  }
  await store.insertAdjustment(tx, row)
  return row
}

/** An adjustment as it was made. */
export const readAdjustment = (read: Read, memberId: string, id: string): Promise<AdjustmentRow> =>
  store.selectAdjustment(read, memberId, id)

/** A member's adjustments before the one with an id (null: from the newest), newest first; the caller has checked that the member may be seen. */
export const listAdjustments = (
  read: Read,
  memberId: string,
  before: string | null,
  limit: number,
): Promise<AdjustmentRow[]> => store.adjustmentsOf(read, memberId, before, limit)
