import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { CSSProperties } from 'react'

interface DayFieldProps {
  /** A calendar day, `2026-11-21`. */
  value?: string | null | undefined
  onChange?: (day: string | undefined) => void
  label: string
  style?: CSSProperties
  id?: string
}

/** A calendar day, chosen or typed; it has no zone. Load it lazily: the calendar is heavy. */
export default function DayField({ value, onChange, label, style, id }: DayFieldProps) {
  return (
    <DatePicker
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : undefined)}
      placeholder={label}
      aria-label={label}
      {...(style ? { style } : {})}
      {...(id ? { id } : {})}
    />
  )
}
