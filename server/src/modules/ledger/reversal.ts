import type { Books } from './books.ts'
import { never } from './books.ts'
import type { Cause } from './contract.ts'
import type { Given } from './settling.ts'
import type { Transfer } from './store.ts'

/** What could not be taken back, because it was used since. */
export type Left = { unit: string; amount: number }

/**
 * Mirrors a member's transfers, the newest first, as far as nothing mirrored them yet. What was given and used since is left and answered,
 * or with `asDebt` taken out of other lots and then owed.
 */
export function mirrorAll(
  books: Books,
  memberId: string,
  given: readonly Given[],
  cause: Cause,
  { asDebt }: { asDebt: boolean },
): Left[] {
  const left: Left[] = []
  for (const transfer of [...given].reverse()) {
    const rest = transfer.amount - transfer.takenBack
    if (rest <= 0) continue
    const short =
      transfer.creditNo === null
        ? putBack(books, memberId, transfer, rest, cause)
        : takeOut(books, memberId, transfer, rest, cause)
    // What settled another one of them settles it no more: that one is mirrored in its turn.
    const settled = given.find(({ id }) => id === transfer.reverses)
    if (settled) settled.takenBack -= rest - short
    if (short === 0) continue
    if (asDebt && transfer.debitNo === null)
      books.takeBack(memberId, transfer.unit, short, houseOf(transfer), cause, [])
    else left.push({ unit: transfer.unit, amount: short })
  }
  return left
}

const houseOf = ({ debitHouse, creditHouse }: Transfer): string => (debitHouse ?? creditHouse)!.slice('house/'.length)

/** Takes out of the account that was given to; answers how much is not there any more. */
function takeOut(books: Books, memberId: string, transfer: Given, rest: number, cause: Cause): number {
  const account = books.account(memberId, transfer.creditNo!)!
  // A debt that was paid is owed again, whole; an open lot gives what it has.
  const part = account.state === 'debt' ? rest : Math.min(rest, account.balance)
  // What moved within the member's own accounts goes back to where it was: held, pending.
  const to = transfer.debitNo === null ? { house: houseOf(transfer) } : books.account(memberId, transfer.debitNo)!
  if (part > 0) books.post(memberId, transfer.unit, part, account, to, cause, transfer.id)
  return rest - part
}

/** Puts back what was taken; nothing is ever short. A debt that was paid meanwhile becomes value in the lot that ends last. */
function putBack(books: Books, memberId: string, transfer: Given, rest: number, cause: Cause): number {
  const account = books.account(memberId, transfer.debitNo!)!
  const house = { house: houseOf(transfer) }
  const part = account.state === 'debt' ? Math.min(rest, account.balance) : rest
  if (part > 0) books.post(memberId, transfer.unit, part, house, account, cause, transfer.id)
  if (rest > part) {
    const last = books.lots(memberId, transfer.unit).at(-1) ?? { state: 'open' as const, endsOn: never, lot: '' }
    books.post(memberId, transfer.unit, rest - part, house, last, cause, transfer.id)
  }
  return 0
}
