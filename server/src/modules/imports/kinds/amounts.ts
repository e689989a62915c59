import type { Decimal, Said } from '../values/numbers.ts'
import { exactly, readDecimal, rounded } from '../values/numbers.ts'
import type { Setup } from './kind.ts'

const places = new Map<string, number>()

/** How many decimals a currency has: 2 for yuan, 0 for yen, 3 for dinars. */
export function placesOf(currency: string): number {
  let known = places.get(currency)
  if (known === undefined) {
    known = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    places.set(currency, known)
  }
  return known
}

/** By how many places an amount in the file is moved to be in minor units. */
export const shiftOf = (setup: Setup, currency: string): number =>
  setup.options.unit === 'fen' ? 0 : placesOf(currency)

export const readNumber =
  (setup: Setup) =>
  (text: string): Said<Decimal> =>
    readDecimal(text, setup.options.decimal)

/** An amount in minor units, rounded half away from zero where the file has more decimals than the currency. */
export const minorUnits =
  (setup: Setup, currency: string) =>
  (text: string): Said<number> => {
    const read = readDecimal(text, setup.options.decimal)
    if ('wrong' in read) return read
    const value = rounded(read.ok, shiftOf(setup, currency))
    return value === undefined ? { wrong: 'too_large' } : { ok: value }
  }

/** An amount in minor units; one that has more decimals than the currency is refused, for balances are not rounded. */
export const exactUnits =
  (setup: Setup, currency: string) =>
  (text: string): Said<number> => {
    const read = readDecimal(text, setup.options.decimal)
    if ('wrong' in read) return read
    const value = exactly(read.ok, shiftOf(setup, currency))
    return value === undefined ? { wrong: 'too_many_decimals' } : { ok: value }
  }
