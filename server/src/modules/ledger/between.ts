import type { Books } from './books.ts'
import { never } from './books.ts'
import type { Cause } from './contract.ts'
import { refuse } from './contract.ts'

const transit = 'transit'

/**
 * Hands `amount` of a unit from one member to another: two transfers of one cause through `house/transit`, each in its member's books; lots keep
 * their last day and source, what the receiver owes is paid first. Both books are open and locked. Refuses `ledger.not_enough`.
 */
export function handOver(
  books: Books,
  { from, to, unit, amount }: { from: string; to: string; unit: string; amount: number },
  cause: Cause,
  today = '',
): void {
  if (from === to) throw new Error('a member hands nothing over to themselves')
  for (const { account, amount: part } of books.spend(from, unit, amount, transit, cause, today))
    books.give(to, unit, part, transit, { state: 'open', endsOn: account.endsOn, lot: account.lot }, cause)
}

/**
 * Hands everything that a member has and owes to another, lot by lot, for a merge; nothing is left behind. Refuses `ledger.still_held` while
 * something is held or pending: whoever holds it knows it in these books alone.
 */
export function handOverAll(books: Books, from: string, to: string, cause: Cause): void {
  for (const unit of books.units(from)) {
    const waiting = books.sum(from, unit, 'held') + books.sum(from, unit, 'pending')
    if (waiting > 0) throw refuse('ledger.still_held', { unit, waiting })
  }
  for (const unit of books.units(from)) {
    const open = books.sum(from, unit, 'open')
    if (open > 0) handOver(books, { from, to, unit, amount: open }, cause)
    for (const debt of books.owed(from, unit)) {
      const { balance } = debt
      const owing = { state: 'debt', endsOn: never, lot: '' } as const
      books.post(from, unit, balance, { house: transit }, debt, cause)
      const paid = Math.min(balance, books.sum(to, unit, 'open'))
      if (paid > 0) books.spend(to, unit, paid, transit, cause)
      if (balance > paid) books.post(to, unit, balance - paid, owing, { house: transit }, cause)
    }
  }
}
