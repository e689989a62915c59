import type { Line, Purchase } from './shapes.ts'

/** How many of each line come back, by its number on the receipt. */
export type Wanted = Record<number, number | null | undefined>

/** What of a line is still with the customer, to three decimals. */
export const leftOf = (line: Line): number => Math.max(0, Math.round((line.quantity - line.returned) * 1000) / 1000)

const milli = (quantity: number) => Math.round(quantity * 1000)

/** What falls to the first q of Q pieces of a whole amount: rounded down and cumulative, so that parts always add up to the whole. */
export function upTo(total: number, q: number, Q: number): number {
  return q >= Q ? total : Number((BigInt(total) * BigInt(milli(q))) / BigInt(milli(Q)))
}

export interface GoesBack {
  total: number
  tenders: { kind: string; amount: number }[]
  /** Earned ones, taken back. */
  points: number
  growth: number
  /** Ones that paid, given back. */
  pointsSpent: number
}

/** What a return will mirror, exactly as the server computes it: what was fixed at the sale, and nothing computed again. */
export function goesBack(sale: Purchase, wanted: Wanted): GoesBack {
  const parts = sale.lines.map((line) => {
    const done = line.returned
    const q = Math.min(wanted[line.line] ?? 0, leftOf(line))
    return (total: number) => upTo(total, done + q, line.quantity) - upTo(total, done, line.quantity)
  })
  const sum = (pick: (line: Line) => number) =>
    sale.lines.reduce((all, line, at) => all + (parts[at]?.(pick(line)) ?? 0), 0)
  return {
    total: sum((line) => line.amount),
    tenders: sale.tenders
      .map(({ kind }, at) => ({ kind, amount: sum((line) => line.tenders[at] ?? 0) }))
      .filter(({ amount }) => amount > 0),
    points: sum((line) => line.points),
    growth: sum((line) => line.growth),
    pointsSpent: sum((line) => line.pointsSpent),
  }
}
