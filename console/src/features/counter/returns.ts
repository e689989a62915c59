import type { Charter, PaidBy, Purchase } from './shapes.ts'

/** What falls to the first q of Q pieces of a whole amount: rounded down and cumulative, so that parts always add up to the whole. */
export function upTo(total: number, q: number, Q: number): number {
  if (q >= Q) return total
  return Number((BigInt(total) * BigInt(Math.round(q * 1000))) / BigInt(Math.round(Q * 1000)))
}

/** How much of each line comes back, by its number on the receipt. */
export type Wanted = Record<number, number>

export interface GoesBack {
  total: number
  tenders: { kind: PaidBy; amount: number }[]
  /** Earned ones that are taken back. */
  points: number
  growth: number
  /** Ones that paid and are given back. */
  pointsSpent: number
}

const left = (line: { quantity: number; returned: number }): number =>
  Math.round((line.quantity - line.returned) * 1000) / 1000

/** What is left of each line of a sale. */
export const leftOf = (sale: Purchase): Wanted =>
  Object.fromEntries(sale.lines.map((line) => [line.line, Math.max(0, left(line))]))

/** Exactly what goes back: it mirrors what the sale recorded line by line, as the server will. */
export function goesBack(sale: Purchase, wanted: Wanted): GoesBack {
  const parts = sale.lines.map((line) => {
    const q = Math.min(wanted[line.line] ?? 0, left(line))
    const part = (total: number) =>
      upTo(total, line.returned + q, line.quantity) - upTo(total, line.returned, line.quantity)
    return {
      tenders: line.tenders.map(part),
      points: part(line.points),
      growth: part(line.growth),
      pointsSpent: part(line.pointsSpent),
    }
  })
  const sum = (pick: (part: (typeof parts)[number]) => number) => parts.reduce((all, part) => all + pick(part), 0)
  const tenders = sale.tenders.map(({ kind }, at) => ({ kind, amount: sum((part) => part.tenders[at] ?? 0) }))
  return {
    total: tenders.reduce((all, { amount }) => all + amount, 0),
    tenders: tenders.filter(({ amount }) => amount > 0),
    points: sum((part) => part.points),
    growth: sum((part) => part.growth),
    pointsSpent: sum((part) => part.pointsSpent),
  }
}

/**
 * How many points become a debt, when the member has fewer than are taken back. What comes back pays first what is owed already.
 */
export const debtOf = (back: GoesBack, held: { open: number; owed: number }): number =>
  Math.max(0, back.points - held.open - Math.max(0, back.pointsSpent - held.owed))

/** The rank that an amount of growth holds. */
export function rankOf(charter: Charter, growth: number): number {
  return charter.tiers.levels.reduce((rank, level, at) => (growth >= level.from ? at : rank), 0)
}
