import { useFormats } from './formats.ts'

/** An amount in minor units, with its currency; `signed` shows the plus of what came in. */
export function Money({ minor, currency, signed }: { minor: number; currency?: string; signed?: boolean }) {
  const { money } = useFormats()
  return (
    <span className="ck-figures">
      {signed && minor > 0 ? '+' : ''}
      {money(minor, currency)}
    </span>
  )
}

/** A count of units such as points; `signed` shows the plus. */
export function Units({ count, signed }: { count: number; signed?: boolean }) {
  const { number } = useFormats()
  return (
    <span className="ck-figures">
      {signed && count > 0 ? '+' : ''}
      {number(count)}
    </span>
  )
}
