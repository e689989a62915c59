import type { Read, Tx } from '#kernel/db.ts'
import { refusals } from '#kernel/refusal.ts'
import { never, openBooks } from '#modules/ledger/index.ts'
import type { WalletRules } from './rules.ts'
import { bonusOf } from './rules.ts'
import type { TopUpRow } from './store.ts'
import * as store from './store.ts'

export const refuse = refusals({
  /** Details: least, most (minor units). */
  'wallets.amount_outside': 409,
  /** Details: most, held (minor units). */
  'wallets.holds_too_much': 409,
})

/** A top-up as it comes from a till, with the rules in force. */
export type TopUp = Omit<TopUpRow, 'bonus' | 'principalAfter' | 'bonusAfter' | 'postedAt'> & { rules: WalletRules }

/**
 * Takes money in: a lot pair of its own, principal and bonus apart, against the store's cash and the house's bonus; what is owed of either
 * is paid first. Call it under `lockMembers`. Refuses amounts outside the charter's limits and more than one member may hold.
 */
export async function topUp(tx: Tx, { rules, ...input }: TopUp): Promise<TopUpRow> {
  const { memberId, id, principal, currency } = input
  if (principal < rules.least || principal > rules.most)
    throw refuse('wallets.amount_outside', { least: rules.least, most: rules.most })
  const books = await openBooks(tx, [memberId])
  const [own, given] = [`principal.${currency}`, `bonus.${currency}`] as const
  const bonus = bonusOf(rules, principal)
  const held = books.balance(memberId, own) + books.balance(memberId, given)
  if (held + principal + bonus > rules.mostHeld) throw refuse('wallets.holds_too_much', { most: rules.mostHeld, held })
  const cause = {
    kind: 'topup',
    id,
    charter: input.charter,
    storeId: input.storeId,
    staffId: input.staffId,
    occurredAt: input.occurredAt,
  }
  const lot = { state: 'open', endsOn: never, lot: id } as const
  books.give(memberId, own, principal, `cash/${input.storeId}`, lot, cause)
  if (bonus > 0) books.give(memberId, given, bonus, 'bonus/issued', lot, cause)
  await books.save(tx)
  const row: TopUpRow = {
    ...input,
    bonus,
    postedAt: tx.now,
    principalAfter: books.balance(memberId, own),
    bonusAfter: books.balance(memberId, given),
  }
  await store.insertTopUp(tx, row)
  return row
}

/** A top-up as it was told. */
export const readTopUp = (read: Read, memberId: string, id: string): Promise<TopUpRow> =>
  store.selectTopUp(read, memberId, id)

/** A member's top-ups before the one with an id (null: from the newest), newest first; the caller has checked that the member may be seen. */
export const listTopUps = (read: Read, memberId: string, before: string | null, limit: number): Promise<TopUpRow[]> =>
  store.topUpsOf(read, memberId, before, limit)
