import { useFormats } from '../../parts/formats.ts'
import { usePreferences } from '../../parts/preferences.ts'
import type { Field } from './shapes.ts'
import { useWords } from './words.ts'

/** What a field is called; one that is not among them by its key. */
export function useFieldLabel(fields: Field[]): (key: string) => string {
  const { language } = usePreferences()
  return (key) => fields.find((field) => field.key === key)?.[language] ?? key
}

const amounts = new Set(['sales', 'returns', 'reported'])
const counted = new Set(['lines', 'sales', 'returns', 'points', 'growth', 'created', 'changed', 'same'])
const money = new Set(['principal', 'bonus'])

/**
 * Names and writes a sum of a report: `CNY.sales` is money, `points` a count. Undefined for what only the machine counts.
 * `points` of one store stand under `<store id>.points` and are named by what they are of.
 */
export function useSums() {
  const t = useWords()
  const formats = useFormats()
  return (key: string, value: number): { label: string; text: string } | undefined => {
    const [first = '', last = first] = key.split('.')
    if (/^[A-Z]{3}$/.test(first) && amounts.has(last))
      return { label: t(`amount.${last}` as 'amount.sales'), text: formats.money(value, first) }
    if (money.has(last)) return { label: t(`count.${last}` as 'count.points'), text: formats.money(value) }
    if (counted.has(last)) return { label: t(`count.${last}` as 'count.points'), text: formats.number(value) }
    return undefined
  }
}

/** A size of a file as people say it. */
export function useBytes(): (bytes: number) => string {
  const { number } = useFormats()
  return (bytes) => {
    const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
    const at = Math.min(steps.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
    const unit = steps[at] ?? 'byte'
    return number(bytes / 1024 ** at, {
      style: 'unit',
      unit,
      unitDisplay: at === 0 ? 'long' : 'short',
      maximumFractionDigits: 1,
    })
  }
}
