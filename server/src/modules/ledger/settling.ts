import type { Books } from './books.ts'
import type { Cause, State } from './contract.ts'
import { refuse } from './contract.ts'
import type { Account, Transfer } from './store.ts'

/** A transfer with how much of it was taken back or settled since. */
export type Given = Transfer & { takenBack: number }

/** Where value goes that comes free on a day: an ended lot's gets so many days more from then on. */
export type Freed = { today: string; graceDays: number }

/**
 * Goes through what some transfers put into accounts of one state and is still there, in their order, up to an amount (all of it, if none is
 * given). What `act` posts names the transfer that it settles. Refuses `ledger.held_less` when less is left than asked.
 */
export function settle(
  books: Books,
  memberId: string,
  given: readonly Given[],
  state: State,
  amount: number | undefined,
  act: (account: Account, part: number, transfer: Given) => void,
): number {
  const open = given.flatMap((transfer) => {
    const account = transfer.creditNo === null ? undefined : books.account(memberId, transfer.creditNo)
    return account?.state === state && transfer.amount > transfer.takenBack ? [{ transfer, account }] : []
  })
  const left = open.reduce((sum, { transfer }) => sum + transfer.amount - transfer.takenBack, 0)
  if (left < (amount ?? 1)) throw refuse('ledger.held_less', { left })
  let rest = amount ?? left
  for (const { transfer, account } of open) {
    const part = Math.min(rest, transfer.amount - transfer.takenBack)
    if (part === 0) break
    act(account, part, transfer)
    transfer.takenBack += part
    rest -= part
  }
  return amount ?? left
}

/** Lets value of an account go free: what is owed is paid first, the rest becomes an open lot of the same day and source. */
export function free(
  books: Books,
  memberId: string,
  account: Account,
  amount: number,
  cause: Cause,
  reverses: string | null,
  { today, graceDays }: Freed,
): void {
  let rest = amount
  for (const debt of books.owed(memberId, account.unit)) {
    const paid = Math.min(rest, debt.balance)
    if (paid > 0) books.post(memberId, account.unit, paid, account, debt, cause, reverses)
    rest -= paid
  }
  if (rest === 0) return
  const endsOn =
    account.endsOn >= today ? account.endsOn : Temporal.PlainDate.from(today).add({ days: graceDays }).toString()
  books.post(memberId, account.unit, rest, account, { state: 'open', endsOn, lot: account.lot }, cause, reverses)
}
