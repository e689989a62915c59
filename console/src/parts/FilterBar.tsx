import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Chosen, Filter } from './list-state.ts'
import { usePartWords } from './own-words.ts'

const DayField = lazy(() => import('./DayField.tsx'))

interface FilterBarProps {
  filters: Filter[]
  chosen: Chosen
  choose: (filter: Filter, values: string[]) => void
  clear: () => void
}

/** The filters of a list, each with its label for screen readers and as placeholder for the eye. */
export function FilterBar({ filters, chosen, choose, clear }: FilterBarProps) {
  const t = usePartWords()
  if (filters.length === 0) return null
  return (
    <search className="ck-filters">
      {filters.map((filter) => (
        <OneFilter
          key={filter.key}
          filter={filter}
          values={chosen[filter.key] ?? []}
          choose={(values) => choose(filter, values)}
        />
      ))}
      {Object.keys(chosen).length > 0 && (
        <Button type="text" className="ck-clear" onClick={clear} aria-label={t('list.clear')} title={t('list.clear')}>
          {t('list.clearShort')}
        </Button>
      )}
    </search>
  )
}

function OneFilter({
  filter,
  values,
  choose,
}: {
  filter: Filter
  values: string[]
  choose: (values: string[]) => void
}) {
  const style = { width: filter.width ?? (filter.kind === 'text' ? 240 : 160) }
  if (filter.kind === 'text')
    return <TextFilter filter={filter} value={values[0] ?? ''} choose={choose} style={style} />
  if (filter.kind === 'day') {
    return (
      <Suspense fallback={<Input style={style} disabled placeholder={filter.label} />}>
        <DayField value={values[0]} onChange={(day) => choose(day ? [day] : [])} label={filter.label} style={style} />
      </Suspense>
    )
  }
  const shared = {
    options: filter.options ?? [],
    allowClear: true,
    placeholder: filter.label,
    style,
    'aria-label': filter.label,
  }
  if (filter.kind === 'choices') {
    return (
      <Select
        mode="multiple"
        // One fits by its name; of several only how many, for half a name tells nothing.
        maxTagCount={values.length > 1 ? 0 : 1}
        maxTagPlaceholder={`${filter.label} · ${values.length}`}
        value={values}
        onChange={(next: string[]) => choose(next)}
        {...shared}
      />
    )
  }
  return (
    <Select
      value={values[0] ?? null}
      onChange={(next: string | null | undefined) => choose(next ? [next] : [])}
      {...shared}
    />
  )
}

interface TextFilterProps {
  filter: Filter
  value: string
  choose: (values: string[]) => void
  style: { width: number }
}

/** Waits a moment after the last key, so that a name is not asked for letter by letter; Enter asks at once. */
function TextFilter({ filter, value, choose, style }: TextFilterProps) {
  const t = usePartWords()
  const [text, setText] = useState(value)
  const [before, setBefore] = useState(value)
  if (value !== before) {
    setBefore(value)
    setText(value)
  }
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => choose(text.trim() ? [text.trim()] : []), 350)
    return () => clearTimeout(timer)
  }, [text, value, choose])
  return (
    <Input
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => choose(text.trim() ? [text.trim()] : [])}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={filter.label}
      aria-label={filter.label}
      allowClear={{ clearIcon: <CloseCircleFilled aria-label={t('list.clearOne', { label: filter.label })} /> }}
      style={style}
      autoComplete="off"
    />
  )
}
