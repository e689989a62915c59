import type { Books } from './books.ts'
import type { Cause } from './contract.ts'
import { refuse } from './contract.ts'
import type { Freed, Given } from './settling.ts'
import { free, settle } from './settling.ts'

/**
 * Sets `amount` of a member's open value aside, inside its lots, soonest end first: it cannot be spent until it is released or captured.
 * The hold is found again by its cause. Refuses `ledger.not_enough`.
 */
export function hold(books: Books, memberId: string, unit: string, amount: number, cause: Cause, today: string): void {
  const lots = books.lots(memberId, unit, today)
  const available = books.usable(memberId, unit, today)
  if (available < amount) throw refuse('ledger.not_enough', { unit, short: amount - available })
  let rest = amount
  for (const { endsOn, lot, balance } of lots) {
    const part = Math.min(rest, balance)
    if (part === 0) break
    books.post(memberId, unit, part, { state: 'open', endsOn, lot }, { state: 'held', endsOn, lot }, cause)
    rest -= part
  }
}

/**
 * Gives back what is held by these transfers, or `amount` of it: to its lot; if that has ended meanwhile, to one of the same source that ends
 * `graceDays` from today. What the member owes is paid first. Refuses `ledger.held_less`. Answers how much was released.
 */
export const release = (
  books: Books,
  memberId: string,
  held: readonly Given[],
  cause: Cause,
  { amount, ...freed }: Freed & { amount?: number },
): number =>
  settle(books, memberId, held, 'held', amount, (account, part, transfer) =>
    free(books, memberId, account, part, cause, transfer.id, freed),
  )

/** Spends `amount` of what is held by these transfers, soonest end first, even if its lot has ended since. Refuses `ledger.held_less`. */
export const capture = (
  books: Books,
  memberId: string,
  held: readonly Given[],
  amount: number,
  to: string,
  cause: Cause,
): number =>
  settle(books, memberId, held, 'held', amount, (account, part, transfer) =>
    books.post(memberId, account.unit, part, account, { house: to }, cause, transfer.id),
  )
