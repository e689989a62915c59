import { mulDivRounded } from '#kernel/shares.ts'
import type { SaleProduct } from '#modules/catalog/index.ts'
import type { Basket, Charter } from '#modules/charter/index.ts'
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

/** A line as it was asked, with what the catalog knows of its product. */
export function priceLine(line: LineInput, product: SaleProduct | undefined): PricedLine {
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

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
