import { Input } from 'antd'
import { useState } from 'react'
import { useCell } from './cell.ts'
import { digitsOf, house, parseMoney } from './formats.ts'

interface MoneyFieldProps {
  /** Minor units. */
  value?: number | null | undefined
  onChange?: (minor: number | undefined) => void
  currency?: string
  id?: string
  autoFocus?: boolean
  size?: 'small' | 'middle' | 'large'
  'aria-label'?: string
}

/** An amount typed as people write it and handed on in minor units; undefined while it is no amount. */
export function MoneyField({ value, onChange, currency, ...rest }: MoneyFieldProps) {
  const own = useCell(house).currency
  const unit = currency ?? own
  const written = value === undefined || value === null ? '' : (value / 10 ** digitsOf(unit)).toFixed(digitsOf(unit))
  const [text, setText] = useState(written)
  const [before, setBefore] = useState(value)
  if (value !== before) {
    setBefore(value)
    // What is being typed stays as it is typed: "12." must not become "12.00" under the fingers.
    if (parseMoney(text, unit) !== (value ?? undefined)) setText(written)
  }
  return (
    <Input
      {...rest}
      className="ck-figures"
      inputMode="decimal"
      autoComplete="off"
      prefix={
        new Intl.NumberFormat('zh-CN', { style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' })
          .formatToParts(0)
          .find((part) => part.type === 'currency')?.value
      }
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        const minor = parseMoney(event.target.value, unit)
        setBefore(minor)
        onChange?.(minor)
      }}
    />
  )
}
