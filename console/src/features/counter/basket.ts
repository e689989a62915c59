import type { Product } from './shapes.ts'

/** A line of the basket. Prices are minor units of the store's currency, with at most two decimals. */
export interface Line {
  /** Of this line on this screen. */
  id: number
  sku: string
  name: string
  /** Shown to who reads English; the sale is recorded under the name itself. */
  nameEn?: string | undefined
  quantity: number
  unitPrice: number
  listPrice?: number | undefined
  category?: string | undefined
  prescription?: boolean | undefined
}

/** At most three decimals: weights are in thousandths. */
export const toThousandths = (quantity: number): number => Math.round(quantity * 1000) / 1000

/** What a line costs: price (to a hundredth of a minor unit) × quantity, rounded half up, as the server does it. */
export function amountOf({ unitPrice, quantity }: Pick<Line, 'unitPrice' | 'quantity'>): number {
  const product = BigInt(Math.round(unitPrice * 100)) * BigInt(Math.round(quantity * 1000))
  return Number((product * 2n + 100_000n) / 200_000n)
}

export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + amountOf(line), 0)

/** How many pieces there are; a line sold by weight counts once. */
export const piecesOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { quantity }) => sum + (Number.isInteger(quantity) ? quantity : 1), 0)

const nextId = (lines: readonly Line[]): number => lines.reduce((most, { id }) => Math.max(most, id), 0) + 1

/** A product as a line. A product without a list price needs one said. */
export const lineOf = (product: Product, quantity: number, unitPrice: number): Omit<Line, 'id'> => ({
  sku: product.sku,
  name: product.name,
  quantity,
  unitPrice,
  ...(product.nameEn ? { nameEn: product.nameEn } : {}),
  ...(product.listPrice === null ? {} : { listPrice: product.listPrice }),
  ...(product.category ? { category: product.category } : {}),
  ...(product.prescription ? { prescription: true } : {}),
})

/** Puts a line into the basket. The same thing at the same price becomes more of it, and moves to the end, where the eye is. */
export function addLine(lines: readonly Line[], line: Omit<Line, 'id'>): Line[] {
  const same = lines.find(
    (one) => one.sku === line.sku && one.unitPrice === line.unitPrice && one.name === line.name && line.sku !== '',
  )
  const quantity = toThousandths((same?.quantity ?? 0) + line.quantity)
  const rest = lines.filter((one) => one !== same)
  return [...rest, { ...line, id: same?.id ?? nextId(lines), quantity }]
}

/** Changes a line; a quantity of zero takes it out. */
export function changeLine(
  lines: readonly Line[],
  id: number,
  change: Partial<Pick<Line, 'quantity' | 'unitPrice'>>,
): Line[] {
  return lines.map((line) => (line.id === id ? { ...line, ...change } : line)).filter(({ quantity }) => quantity > 0)
}

/** The lines as the server takes them. */
export const bodyOf = (lines: readonly Line[]) => lines.map(({ id: _, nameEn: __, ...line }) => line)
