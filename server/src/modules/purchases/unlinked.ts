import { upTo } from '#kernel/shares.ts'
import { evaluate } from '#modules/charter/index.ts'
import type { Books } from '#modules/ledger/index.ts'
import { bookVisit } from '#modules/members/index.ts'
import type { Circumstances } from './circumstances.ts'
import { afterwards, balancesAfter, buyerOf, circumstancesOf, headOf, judge, soonest } from './circumstances.ts'
import type { Context, Telling } from './context.ts'
import { markBack } from './context.ts'
import type { UnlinkedInput } from './contract.ts'
import { refuse } from './contract.ts'
import type { Draft, Sold } from './rows.ts'
import type { PricedLine } from './rules.ts'
import { basketOf, checkBill, checkSize, mayFollow, priceLines, samePrice, tendersOf } from './rules.ts'

type Mirrored = { points: number; growth: number; saleId: string | null; saleLine: number | null; quantity: number }

/**
 * Matches a returned line backwards with what the member bought before, in this currency: the same SKU at the same price, the latest first,
 * as far as it has not come back. Then it mirrors what that line gave; a line without a match takes what such a purchase would give today.
 */
function match(
  sold: Sold[],
  line: PricedLine,
  otherwise: { points: number; growth: number },
  before: Mirrored[],
): Mirrored {
  // Earlier lines of this very receipt may have been matched with the same line.
  const backOf = ({ purchaseId, no, back }: Sold) =>
    before.reduce((sum, one) => (one.saleId === purchaseId && one.saleLine === no ? sum + one.quantity : sum), back)
  const { quantity } = line
  const found = sold.findLast(
    (one) => one.sku === line.sku && samePrice(one, line) && one.quantity - backOf(one) >= quantity,
  )
  if (!found) return { points: otherwise.points, growth: otherwise.growth, saleId: null, saleLine: null, quantity }
  const back = backOf(found)
  const part = (total: number) => upTo(total, back + quantity, found.quantity) - upTo(total, back, found.quantity)
  return {
    points: part(found.points),
    growth: part(found.growth),
    saleId: found.purchaseId,
    saleLine: found.no,
    quantity,
  }
}

/** Takes back what the lines gave; answers how many points became debt. */
function takeBack(books: Books, { standing, cause }: Circumstances, given: { points: number; growth: number }): number {
  const { memberId } = standing
  if (given.growth > 0) books.takeBack(memberId, 'growth', given.growth, 'growth/issued', cause, [])
  return given.points > 0 ? books.takeBack(memberId, 'points', given.points, 'points/issued', cause, []) : 0
}

/**
 * Decides a return without its sale: an old system's, or a lost receipt. It is matched backwards by member, product and price; what it takes
 * back leaves the open lots, and what is missing becomes debt. It pays out in money only: points and stored value go back only to a sale
 * that they paid.
 */
export function decideUnlinked(telling: Telling, at: number, context: Context): Draft {
  const input = telling.command.input as UnlinkedInput
  const where = circumstancesOf(telling, at, context)
  const { charter } = where.inForce
  const lines = priceLines(input.lines, context.products)
  const total = lines.reduce((sum, line) => sum + line.amount, 0)
  const tenders = tendersOf(charter, input, total, telling.walkIn)
  if (tenders.some(({ kind }) => kind === 'wallet' || kind === 'points')) throw refuse('purchases.walk_in_has_no_value')
  const moves = !telling.walkIn && telling.origin !== 'history'
  // What such a purchase would give today: that it might have been the first one, nobody knows.
  const bill = evaluate(charter, basketOf(lines, tenders, where.store.currency), moves ? buyerOf(where, false) : null)
  checkBill(
    bill,
    lines.reduce((sum, line) => sum + line.listAmount, 0),
  )
  checkSize('spent', where.standing.spent - total)
  const { memberId } = where.standing
  const sold = (context.sold.get(memberId) ?? []).filter(
    (one) => one.currency === where.store.currency && mayFollow(one, where.occurredAt, telling.origin),
  )
  const mirrored: Mirrored[] = []
  for (const [no, line] of lines.entries()) mirrored.push(match(sold, line, bill.lines[no]!, mirrored))
  const points = mirrored.reduce((sum, one) => sum + one.points, 0)
  const growth = mirrored.reduce((sum, one) => sum + one.growth, 0)
  const debt = context.books.attempt(memberId, () => takeBack(context.books, where, { points, growth }))
  for (const [no, { saleId, saleLine, quantity }] of mirrored.entries())
    if (saleId) markBack(context, memberId, saleId, saleLine!, quantity, lines[no]!.amount)
  bookVisit(where.standing, where.businessOn, { count: 0, sum: -total })
  const after = balancesAfter(context, where, where.store.currency, telling.walkIn)
  const tier = moves
    ? judge(charter, where.standing, after.growth, where.businessOn)
    : { before: where.standing.tier, after: where.standing.tier }
  return {
    row: {
      ...headOf(telling, where, context),
      saleId: null,
      total,
      tenders,
      points,
      growth,
      pointsSpent: 0,
      ...afterwards(after, tier),
      explained: {
        ...(debt > 0 ? { d: debt } : {}),
        ...(input.reason ? { r: input.reason } : {}),
        ...(telling.walkIn ? {} : soonest(context, where)),
      },
    },
    lines: lines.map(({ labels: _, prescription: __, earns: ___, categories: ____, ...line }, no) => ({
      memberId,
      purchaseId: telling.id,
      no: no + 1,
      ...line,
      saleId: mirrored[no]!.saleId,
      saleLine: mirrored[no]!.saleLine,
      tenders: bill.lines[no]!.tenders,
      points: mirrored[no]!.points,
      growth: mirrored[no]!.growth,
      pointsSpent: 0,
    })),
  }
}
