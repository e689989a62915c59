import { createHash } from 'node:crypto'
import type { Bill, Charter } from '#modules/charter/index.ts'
import { evaluate } from '#modules/charter/index.ts'
import type { Standing } from '#modules/members/index.ts'
import { bookVisit, Flag } from '#modules/members/index.ts'
import { endOfLot } from '#modules/points/index.ts'
import { splitPayment } from '#modules/wallets/index.ts'
import type { Circumstances } from './circumstances.ts'
import { afterwards, balancesAfter, buyerOf, circumstancesOf, headOf, judge, soonest } from './circumstances.ts'
import type { Context, Telling } from './context.ts'
import type { PurchaseInput } from './contract.ts'
import { refuse } from './contract.ts'
import type { Kept } from './explained.ts'
import { keep } from './explained.ts'
import type { Draft, Tender } from './rows.ts'
import type { PricedLine } from './rules.ts'
import { basketOf, checkBill, checkSize, priceLines, tendersOf } from './rules.ts'

/** Whether somebody earns by this sale; `explained` says why not. */
const earns = ({ walkIn, origin }: Telling, { flags }: Standing): boolean =>
  !walkIn && origin !== 'history' && !(flags & Flag.blockedEarn)

/** A digest of what a quote promised: whose, due, points, growth. */
export const digestOfQuote = (
  memberId: string | null,
  bill: Pick<Bill, 'due' | 'points' | 'growth' | 'pointsSpent'>,
): string =>
  createHash('sha256')
    .update(JSON.stringify([memberId, bill.due, bill.points, bill.growth, bill.pointsSpent]))
    .digest('base64url')
    .slice(0, 22)

/**
 * Decides a sale under the member's lock and moves value in the books: earned points and growth in, points and stored money out, the visit
 * into the standing, the tier judged anew. Refusals leave the books as they were.
 */
export function decideSale(telling: Telling, at: number, context: Context): Draft {
  const input = telling.command.input as PurchaseInput
  const where = circumstancesOf(telling, at, context)
  const { charter } = where.inForce
  const lines = priceLines(input.lines, context.products)
  const due = lines.reduce((sum, line) => sum + line.amount, 0)
  const tenders = tendersOf(charter, input, due, telling.walkIn)
  const bill = evaluate(
    charter,
    basketOf(lines, tenders, where.store.currency),
    earns(telling, where.standing) ? buyerOf(where, where.standing.purchases === 0) : null,
  )
  checkBill(
    bill,
    lines.reduce((sum, line) => sum + line.listAmount, 0),
  )
  checkSize('spent', where.standing.spent + due)
  if (input.quote !== undefined && input.quote !== digestOfQuote(telling.walkIn ? null : telling.memberId, bill)) {
    throw refuse('purchases.quote_moved', { due: bill.due, points: bill.points })
  }
  const { memberId } = where.standing
  if (telling.origin !== 'history') context.books.attempt(memberId, () => moveValue(context, where, tenders, bill))
  bookVisit(where.standing, where.businessOn, { count: 1, sum: due })
  const after = balancesAfter(context, where, where.store.currency, telling.walkIn)
  const tier = telling.walkIn
    ? { before: 0, after: 0 }
    : telling.origin === 'history'
      ? { before: where.standing.tier, after: where.standing.tier }
      : judge(charter, where.standing, after.growth, where.businessOn)
  return draft(telling, where, context, { lines, tenders, bill, after, tier })
}

/** Points and stored money out, points and growth in. Refuses `ledger.not_enough`, or a member who may not spend. */
function moveValue(
  { books }: Context,
  { standing, store, cause, inForce, businessOn }: Circumstances,
  tenders: Tender[],
  bill: Bill,
): void {
  const { memberId } = standing
  const { charter } = inForce
  for (const tender of tenders) {
    if (tender.kind !== 'wallet' && tender.kind !== 'points') continue
    if (standing.flags & Flag.blockedSpend) throw refuse('purchases.member_blocked')
    if (tender.kind === 'points') {
      tender.points = bill.pointsSpent
      if (bill.pointsSpent > 0) books.spend(memberId, 'points', bill.pointsSpent, 'points/redeemed', cause, businessOn)
    } else payFromWallet(books, memberId, store, charter, tender.amount, cause)
  }
  if (bill.points > 0) {
    books.give(
      memberId,
      'points',
      bill.points,
      'points/issued',
      { state: 'open', endsOn: endOfLot(charter.points.expiry, businessOn), lot: '' },
      cause,
    )
  }
  if (bill.growth > 0)
    books.give(memberId, 'growth', bill.growth, 'growth/issued', { state: 'open', endsOn: 'infinity', lot: '' }, cause)
}

function payFromWallet(
  books: Context['books'],
  memberId: string,
  store: Circumstances['store'],
  charter: Charter,
  amount: number,
  cause: Circumstances['cause'],
): void {
  const [principal, bonus] = [`principal.${store.currency}`, `bonus.${store.currency}`]
  const held = { principal: books.usable(memberId, principal), bonus: books.usable(memberId, bonus) }
  const split = splitPayment(charter.wallets, amount, held)
  // Spending all of it makes the ledger say how much is missing.
  if (!split) {
    books.spend(memberId, principal, amount - held.bonus, `sales/${store.id}`, cause)
    return
  }
  if (split.principal > 0) books.spend(memberId, principal, split.principal, `sales/${store.id}`, cause)
  if (split.bonus > 0) books.spend(memberId, bonus, split.bonus, `sales/${store.id}`, cause)
}

type Decided = {
  lines: PricedLine[]
  tenders: Tender[]
  bill: Bill
  after: ReturnType<typeof balancesAfter>
  tier: { before: number; after: number }
}

function draft(
  telling: Telling,
  where: Circumstances,
  context: Context,
  { lines, tenders, bill, after, tier }: Decided,
): Draft {
  const head = headOf(telling, where, context)
  return {
    row: {
      ...head,
      saleId: null,
      total: bill.due,
      tenders,
      points: bill.points,
      growth: bill.growth,
      pointsSpent: telling.origin === 'history' ? 0 : bill.pointsSpent,
      ...afterwards(after, tier),
      explained: explained(telling, context, where, bill),
    },
    lines: lines.map(({ labels: _, prescription: __, earns: ___, categories: ____, ...line }, no) => ({
      memberId: head.memberId,
      purchaseId: head.id,
      no: no + 1,
      ...line,
      tenders: bill.lines[no]!.tenders,
      points: bill.lines[no]!.points,
      growth: bill.lines[no]!.growth,
      pointsSpent: telling.origin === 'history' ? 0 : bill.lines[no]!.pointsSpent,
      saleId: null,
      saleLine: null,
    })),
  }
}

function explained(telling: Telling, context: Context, where: Circumstances, bill: Bill): Kept {
  const { standing } = where
  const instead =
    telling.origin === 'history'
      ? 'history'
      : standing.flags & Flag.blockedEarn && !telling.walkIn
        ? 'blocked'
        : 'walk_in'
  return {
    ...keep(bill, (why) => (why === 'walk_in' ? instead : why)),
    ...(telling.walkIn ? {} : soonest(context, where)),
  }
}
