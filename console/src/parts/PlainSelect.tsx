import type { SelectHTMLAttributes } from 'react'

interface PlainSelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options: { value: string; label: string }[]
}

/** The browser's own select: for pages that must be light, and for long lists on a phone. */
export function PlainSelect({ options, ...rest }: PlainSelectProps) {
  return (
    <select {...rest} className="ck-select">
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
