import { evaluate } from '#modules/charter/index.ts'
import { bookVisit } from '#modules/members/index.ts'
import { balancesAfter, circumstancesOf, headOf, judge, soonest } from './circumstances.ts'
import type { Context, Telling } from './context.ts'
import type { UnlinkedInput } from './contract.ts'
import { refuse } from './contract.ts'
import type { Draft } from './rows.ts'
import { basketOf, priceLine, tendersOf, weekdayOf } from './rules.ts'

/**
 * Decides a return without its sale: an old system's, or a lost receipt. It takes what such a purchase would earn today out of the open lots,
 * and what is missing becomes debt. It pays out in money only: points and stored value go back only to a sale that they paid.
 */
export function decideUnlinked(telling: Telling, at: number, context: Context): Draft {
  const input = telling.command.input as UnlinkedInput
  const where = circumstancesOf(telling, at, context)
  const { charter } = where.inForce
  const lines = input.lines.map((line) => priceLine(line, context.products.get(line.sku)))
  const total = lines.reduce((sum, line) => sum + line.amount, 0)
  const tenders = tendersOf(charter, input, total, telling.walkIn)
  if (tenders.some(({ kind }) => kind === 'wallet' || kind === 'points')) throw refuse('purchases.walk_in_has_no_value')
  const moves = !telling.walkIn && telling.origin !== 'history'
  const buyer = moves
    ? {
        tier: charter.tiers.levels[where.standing.tier]?.code ?? '',
        weekday: weekdayOf(where.businessOn),
        firstPurchase: false,
      }
    : null
  const bill = evaluate(charter, basketOf(lines, tenders, where.store.currency), buyer)
  const { memberId } = where.standing
  let debt = 0
  if (bill.growth > 0) context.books.takeBack(memberId, 'growth', bill.growth, 'growth/issued', where.cause, [])
  if (bill.points > 0) debt = context.books.takeBack(memberId, 'points', bill.points, 'points/issued', where.cause, [])
  bookVisit(where.standing, where.businessOn, { count: 0, sum: -total })
  const after = balancesAfter(context, memberId, where.store.currency, telling.walkIn)
  const tier = moves
    ? judge(charter, where.standing, after.growth, where.businessOn)
    : { before: where.standing.tier, after: where.standing.tier }
  return {
    row: {
      ...headOf(telling, where, context),
      saleId: null,
      total,
      tenders,
      points: bill.points,
      growth: bill.growth,
      pointsSpent: 0,
      tierBefore: tier.before,
      tierAfter: tier.after,
      pointsAfter: after.points,
      growthAfter: after.growth,
      principalAfter: after.principal,
      bonusAfter: after.bonus,
      explained: {
        ...(debt > 0 ? { d: debt } : {}),
        ...(input.reason ? { r: input.reason } : {}),
        ...(telling.walkIn ? {} : soonest(context, memberId)),
      },
    },
    lines: lines.map(({ labels: _, prescription: __, earns: ___, ...line }, no) => ({
      memberId,
      purchaseId: telling.id,
      no: no + 1,
      ...line,
      saleLine: null,
      tenders: bill.lines[no]!.tenders,
      points: bill.lines[no]!.points,
      growth: bill.lines[no]!.growth,
      pointsSpent: 0,
    })),
  }
}
