import { useFormats } from '../../parts/formats.ts'
import { useWords } from './words.ts'

/** What a unit of the ledger is, apart from its currency: `principal.CNY` is principal. */
export const kindOfUnit = (unit: string): string => unit.split('.')[0] ?? unit

const order = ['points', 'growth', 'principal', 'bonus']

/** Points first, then growth, then stored money: the order in which one asks for them. */
export const inOrder = <T extends { unit: string }>(list: T[]): T[] =>
  [...list].sort((a, b) => order.indexOf(kindOfUnit(a.unit)) - order.indexOf(kindOfUnit(b.unit)))

/** Writes amounts of the ledger: points and growth as counts, stored money with its currency; and says what a unit is called. */
export function useUnits() {
  const t = useWords()
  const { number, money } = useFormats()
  const plain = (unit: string, amount: number) => {
    const currency = unit.split('.')[1]
    return currency ? money(amount, currency) : number(amount)
  }
  return {
    nameOf: (unit: string) => t(`unit.${kindOfUnit(unit)}` as 'unit.points'),
    plain,
    signed: (unit: string, amount: number) => `${amount > 0 ? '+' : ''}${plain(unit, amount)}`,
  }
}
