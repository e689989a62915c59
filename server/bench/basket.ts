/** Members of the bench are numbered; the same number is always the same id. */
export const memberOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export type BenchLine = { sku: string; quantity: number; unitPrice: number }

/** Five lines of a pharmacy receipt, a different one each time. */
export function basket(): BenchLine[] {
  return Array.from({ length: 5 }, () => ({
    sku: `690${1_000_000_000 + Math.floor(Math.random() * 20_000)}`,
    quantity: 1 + Math.floor(Math.random() * 3),
    unitPrice: 500 + Math.floor(Math.random() * 9500),
  }))
}
