import { digitsOf, formatNumber, useFormats } from './formats.ts'
import { usePreferences } from './preferences.ts'

/** Decimals of a minor unit that a price may have: a yuan price has four decimals. */
const finer = 2

const decimalsOf = (currency: string) => ({
  minimumFractionDigits: digitsOf(currency),
  maximumFractionDigits: digitsOf(currency) + finer,
})

/** A unit price in minor units with at most two decimals, as it is written in a field: 12.5 → `0.125`, 1250 → `12.50`. */
export const plainUnitPrice = (price: number, currency: string): string =>
  formatNumber(price / 10 ** digitsOf(currency), 'en', { ...decimalsOf(currency), useGrouping: false })

/** What someone typed as a unit price, in minor units; undefined when it is no price or has more than two digits beyond the currency's own. */
export function parseUnitPrice(text: string, currency: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥$€£]/g, '')
  const digits = digitsOf(currency)
  const match = /^(\d+)(?:\.(\d*))?$/.exec(plain)
  if (!match || (match[2]?.length ?? 0) > digits + finer) return undefined
  const fine = Number(`${match[1]}${(match[2] ?? '').padEnd(digits + finer, '0')}`)
  return Number.isSafeInteger(fine) ? fine / 10 ** finer : undefined
}

/** Formats unit prices: never rounded to the minor unit, and with no more decimals than they have. */
export function useUnitPrice(): (price: number, currency: string) => string {
  const { language } = usePreferences()
  const { money } = useFormats()
  return (price, currency) => {
    if (Number.isInteger(price)) return money(price, currency)
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
    return formatNumber(price / 10 ** digitsOf(currency), language, { ...style, ...decimalsOf(currency) })
  }
}
