import { mulDivRounded } from '#kernel/shares.ts'
import type { SaleProduct } from '#modules/catalog/index.ts'
import type { Basket, Bill, Charter } from '#modules/charter/index.ts'
import type { PurchaseInput } from './contract.ts'
import { refuse } from './contract.ts'
import type { LineRow, Tender } from './rows.ts'

type LineInput = PurchaseInput['lines'][number]

/** Thousandths of a piece. */
export const milli = (quantity: number): number => Math.round(quantity * 1000)

/** Unit price (hundredths of a minor unit) × quantity (thousandths), rounded half up to whole minor units: the amount of a line. */
export const amountOf = (unitPrice: number, quantity: number): number =>
  mulDivRounded(unitPrice, quantity, 100_000, 'half_up')

export type PricedLine = Pick<
  LineRow,
  'sku' | 'name' | 'category' | 'quantity' | 'unitPrice' | 'listAmount' | 'amount'
> & {
  categories: readonly string[]
  labels: readonly string[]
  prescription: boolean
  earns: boolean
}

/** The most that a line or a receipt comes to: minor units, points or growth. Beyond it sums would lose units one day. */
export const most = 1_000_000_000_000

/** Refuses `purchases.too_large` for what no shop sells: a mistyped price or quantity. */
export function checkSize(what: 'line' | 'total' | 'points' | 'growth' | 'spent', units: number, line?: number): void {
  const limit = what === 'spent' ? 1_000 * most : most
  if (Math.abs(units) <= limit) return
  throw refuse('purchases.too_large', { what, most: limit, ...(line === undefined ? {} : { line }) })
}

/** Refuses a bill that is too large in anything that is kept of it. */
export function checkBill({ lines, given, due, pointsSpent, capped }: Bill, list: number): void {
  checkSize('total', Math.max(due, list))
  for (const { unit, units } of given) checkSize(unit, units)
  const sum = (pick: (line: Bill['lines'][number]) => number) => lines.reduce((all, line) => all + pick(line), 0)
  checkSize('points', Math.max(sum(({ points }) => points) + capped, pointsSpent))
  checkSize(
    'growth',
    sum(({ growth }) => growth),
  )
}

/** The lines of a basket as they were asked, with what the catalog knows of their products. Refuses `purchases.too_large`. */
export const priceLines = (lines: LineInput[], products: Map<string, SaleProduct>): PricedLine[] => {
  const priced = lines.map((line) => priceLine(line, products.get(line.sku)))
  for (const [at, line] of priced.entries()) checkSize('line', Math.max(line.amount, line.listAmount), at + 1)
  checkSize(
    'total',
    priced.reduce((sum, line) => sum + line.amount, 0),
  )
  return priced
}

function priceLine(line: LineInput, product: SaleProduct | undefined): PricedLine {
  const quantity = milli(line.quantity)
  const unitPrice = line.unitPrice === undefined ? null : Math.round(line.unitPrice * 100)
  const amount = line.amount ?? amountOf(unitPrice!, quantity)
  const listAmount = line.listPrice === undefined ? amount : amountOf(Math.round(line.listPrice * 100), quantity)
  return {
    sku: line.sku,
    name: line.name ?? product?.name ?? '',
    category: product?.category ?? line.category ?? null,
    quantity,
    unitPrice,
    listAmount,
    amount,
    categories: product?.categoryPath ?? (line.category ? [line.category] : []),
    labels: product?.labels ?? [],
    prescription: product?.prescription ?? line.prescription ?? false,
    earns: product?.earns ?? true,
  }
}

/** The tenders of a sale; cash for all of it if none was said. Refuses tenders that do not add up, or points against the charter. */
export function tendersOf(charter: Charter, input: PurchaseInput, due: number, walkIn: boolean): Tender[] {
  const tenders: Tender[] = input.tenders
    ? input.tenders
        .filter((tender) => tender.amount > 0)
        .map(({ note, ...tender }) => ({ ...tender, ...(note ? { note } : {}) }))
    : due > 0
      ? [{ kind: 'cash', amount: due }]
      : []
  const tendered = tenders.reduce((sum, tender) => sum + tender.amount, 0)
  if (tendered !== due) throw refuse('purchases.tenders_differ', { due, tendered })
  if (walkIn && tenders.some(({ kind }) => kind === 'wallet' || kind === 'points'))
    throw refuse('purchases.walk_in_has_no_value')
  const points = tenders.filter(({ kind }) => kind === 'points')
  if (points.length > 0) checkPointsTender(charter, points, due)
  if (tenders.filter(({ kind }) => kind === 'wallet').length > 1)
    throw refuse('purchases.tenders_differ', { due, tendered })
  return tenders
}

function checkPointsTender(charter: Charter, points: Tender[], due: number): void {
  const spend = charter.points.spend
  if (!spend) throw refuse('purchases.points_not_allowed')
  const step = (spend.step * spend.amount) / spend.points
  const most = Math.floor((due * spend.mostPercent) / 100)
  const amount = points[0]!.amount
  if (points.length > 1 || amount > most || amount % step !== 0)
    throw refuse('purchases.points_tender_wrong', { step, most })
}

/** A basket for the charter's rules. */
export const basketOf = (lines: PricedLine[], tenders: Tender[], currency: string): Basket => ({
  lines: lines.map(({ sku, quantity, amount, categories, labels, prescription, earns }) => ({
    sku,
    quantity,
    amount,
    categories,
    labels,
    prescription,
    earns,
  })),
  tenders,
  currency,
})

// Clocks of two tills may differ by as much as a sale may lie in the future; a file may say the day alone, which is then told as noon.
const slack = { till: 300_000, file: 86_400_000 }

/** Whether something bought then may have come back at that moment (ISO 8601); of what a file told, the time of the day is not asked. */
export const mayFollow = (sale: { occurredAt: string; origin: string }, backAt: string, origin: string): boolean =>
  Date.parse(sale.occurredAt) - Date.parse(backAt) <=
  (sale.origin === 'till' && origin === 'till' ? slack.till : slack.file)

/** Whether two lines cost the same per piece, exactly, however large they are. */
export const samePrice = (a: { quantity: number; amount: number }, b: { quantity: number; amount: number }): boolean =>
  BigInt(a.amount) * BigInt(b.quantity) === BigInt(b.amount) * BigInt(a.quantity)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
