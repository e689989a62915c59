import { mulDivRounded, share } from '#kernel/shares.ts'
import type { EarningContext, Given, TenderKind } from '#modules/points/index.ts'
import { earn } from '#modules/points/index.ts'
import type { Charter } from './contract.ts'

/** A line as it comes to the till: quantity in thousandths of a piece, money in minor units. */
export type BasketLine = {
  sku: string
  quantity: number
  amount: number
  /** Codes of its category and of those above it. */
  categories: readonly string[]
  labels: readonly string[]
  prescription: boolean
  /** False for products that never earn, as the catalog says. */
  earns: boolean
}

export type Basket = {
  lines: readonly BasketLine[]
  tenders: readonly { kind: TenderKind; amount: number }[]
  currency: string
}

/** What the rules see of the buyer; null for a walk-in, who earns nothing. */
export type Buyer = EarningContext | null

export type WhyNot = 'walk_in' | 'prescription' | 'product' | 'tender' | 'free' | 'rounded'

export type BillLine = { points: number; growth: number; pointsSpent: number; tenders: number[] }

/** What a receipt comes to. Fixed per line at the sale, so that a return mirrors it and computes nothing again. */
export type Bill = {
  due: number
  points: number
  growth: number
  /** Points that the points tender costs. */
  pointsSpent: number
  lines: BillLine[]
  given: { unit: 'points' | 'growth'; rule: number; units: number; perLine: number[] }[]
  notEarned: { line: number; why: WhyNot }[]
  /** Points lost to the limit per receipt. */
  capped: number
}

/** Shares each tender out to the lines in proportion to what of them is still unpaid; the last one takes what is left. */
function shareTenders(lines: readonly BasketLine[], tenders: Basket['tenders']): number[][] {
  const unpaid = lines.map((line) => line.amount)
  return tenders.map((tender, at) => {
    const parts = at === tenders.length - 1 ? [...unpaid] : share(tender.amount, unpaid)
    for (const [line, part] of parts.entries()) unpaid[line]! -= part
    return parts
  })
}

function whyNot(charter: Charter, line: BasketLine, buyer: Buyer, base: number): WhyNot | undefined {
  if (!buyer) return 'walk_in'
  if (line.prescription && charter.points.doNotEarn.prescription) return 'prescription'
  if (!line.earns) return 'product'
  if (line.amount === 0) return 'free'
  return base === 0 ? 'tender' : undefined
}

/** The points that a points tender of `amount` minor units costs, rounded up to whole points. */
export function pointsFor(charter: Charter, amount: number): number {
  const spend = charter.points.spend
  if (!spend) throw new Error('this charter does not let points pay')
  return mulDivRounded(amount, spend.points, spend.amount, 'up')
}

/**
 * What a basket comes to under a charter: pure, without clock, database or chance. The till, the import, the replay and the tests call
 * this one function. Tenders must add up to the lines; the caller has checked that.
 */
export function evaluate(charter: Charter, basket: Basket, buyer: Buyer): Bill {
  const { lines, tenders } = basket
  const due = lines.reduce((sum, line) => sum + line.amount, 0)
  const perTender = shareTenders(lines, tenders)
  const dead = charter.points.doNotEarn.tenders
  const notEarned: Bill['notEarned'] = []
  const bases = lines.map((line, at) => {
    const base =
      line.amount - tenders.reduce((sum, tender, t) => (dead.includes(tender.kind) ? sum + perTender[t]![at]! : sum), 0)
    const why = whyNot(charter, line, buyer, base)
    if (why) notEarned.push({ line: at, why })
    return why ? 0 : base
  })
  const seen = lines.map((line, at) => ({
    sku: line.sku,
    quantity: line.quantity,
    base: bases[at]!,
    categories: line.categories,
    labels: line.labels,
  }))
  const { rounding, mostPerPurchase } = charter.points
  const points = buyer ? earn(charter.points.earn, rounding, seen, buyer) : []
  const growth = buyer ? earn(charter.points.growth, rounding, seen, buyer) : []
  const earned = sumLines(points, lines.length)
  const full = earned.reduce((sum, one) => sum + one, 0)
  const kept = mostPerPurchase !== null && full > mostPerPurchase ? share(mostPerPurchase, earned) : earned
  const grown = sumLines(growth, lines.length)
  for (const [at, base] of bases.entries()) if (base > 0 && kept[at] === 0) notEarned.push({ line: at, why: 'rounded' })
  const pointsTender = tenders.findIndex((tender) => tender.kind === 'points')
  const pointsSpent = pointsTender < 0 ? 0 : pointsFor(charter, tenders[pointsTender]!.amount)
  const spentPerLine = pointsTender < 0 ? lines.map(() => 0) : share(pointsSpent, perTender[pointsTender]!)
  return {
    due,
    points: kept.reduce((sum, one) => sum + one, 0),
    growth: grown.reduce((sum, one) => sum + one, 0),
    pointsSpent,
    lines: lines.map((_, at) => ({
      points: kept[at]!,
      growth: grown[at]!,
      pointsSpent: spentPerLine[at]!,
      tenders: perTender.map((parts) => parts[at]!),
    })),
    given: [
      ...points.map((one) => ({ unit: 'points' as const, ...one })),
      ...growth.map((one) => ({ unit: 'growth' as const, ...one })),
    ],
    notEarned,
    capped: full - kept.reduce((sum, one) => sum + one, 0),
  }
}

function sumLines(given: Given[], count: number): number[] {
  const sums = Array<number>(count).fill(0)
  for (const { perLine } of given) for (const [at, part] of perLine.entries()) sums[at]! += part
  return sums
}
