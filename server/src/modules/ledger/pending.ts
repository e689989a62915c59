import type { Books } from './books.ts'
import type { Cause } from './contract.ts'
import type { Freed, Given } from './settling.ts'
import { free, settle } from './settling.ts'

/** Gives a member value that is not theirs to spend yet: it waits inside its lot, and pays no debt before it is activated. */
export const givePending = (
  books: Books,
  memberId: string,
  unit: string,
  amount: number,
  from: string,
  { endsOn, lot }: { endsOn: string; lot: string },
  cause: Cause,
): string => books.post(memberId, unit, amount, { house: from }, { state: 'pending', endsOn, lot }, cause)

/**
 * Lets what these transfers gave, and was not cancelled, become the member's: what is owed is paid first, the rest goes to the open lot; a lot
 * that has ended while it waited gets `graceDays` from today. Refuses `ledger.held_less` when nothing waits. Answers how much it was.
 */
export const activate = (books: Books, memberId: string, given: readonly Given[], cause: Cause, freed: Freed): number =>
  settle(books, memberId, given, 'pending', undefined, (account, part, transfer) =>
    free(books, memberId, account, part, cause, transfer.id, freed),
  )

/** Takes back what these transfers gave and still waits, or `amount` of it, to where it came from. Refuses `ledger.held_less`. */
export const cancelPending = (
  books: Books,
  memberId: string,
  given: readonly Given[],
  cause: Cause,
  amount?: number,
): number =>
  settle(books, memberId, given, 'pending', amount, (account, part, transfer) => {
    const house = transfer.debitHouse!.slice('house/'.length)
    books.post(memberId, account.unit, part, account, { house }, cause, transfer.id)
  })
