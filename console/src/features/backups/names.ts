import { useFormats } from '../../parts/formats.ts'
import type { Certificate } from './shapes.ts'
import { useWords } from './words.ts'

/** A size in the unit that one reads at a glance. */
export function useBytes(): (bytes: number) => string {
  const { number } = useFormats()
  return (bytes) => {
    const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
    const step = Math.min(steps.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
    return number(bytes / 1024 ** step, {
      style: 'unit',
      unit: steps[step]!,
      maximumFractionDigits: step < 2 ? 0 : 1,
    })
  }
}

/** How long a drill took. */
export const secondsOf = ({ startedAt, endedAt }: Pick<Certificate, 'startedAt' | 'endedAt'>): number =>
  Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000))

/** Who asked, in the language of the moment: a person's name, or the schedule. */
export function useAskedBy(): (askedBy: string) => string {
  const t = useWords()
  return (askedBy) => {
    const [kind = '', ...name] = askedBy.split(' ')
    if (kind === 'system') return t('by.schedule')
    return kind === 'key' ? t('by.key', { name: name.join(' ') }) : name.join(' ')
  }
}
