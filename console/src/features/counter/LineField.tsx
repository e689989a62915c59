import { type KeyboardEvent, useState } from 'react'
import { useCounter } from './counter.ts'
import { looksScanned } from './entry.ts'
import { focusScan } from './keys.ts'

type Field = 'quantity' | 'price'

/** Puts the focus on a field of the basket: of its first or last line, or of the line above or below one. */
export function focusLine(where: 'first' | 'last' | 'above' | 'below', field: Field, from?: Element): boolean {
  const all = [...document.querySelectorAll<HTMLInputElement>(`.ck-basket input[data-field="${field}"]`)]
  const here = from ? all.indexOf(from as HTMLInputElement) : -1
  const at = { first: 0, last: all.length - 1, above: here - 1, below: here + 1 }[where]
  all[at]?.focus()
  return all[at] !== undefined
}

interface LineFieldProps {
  field: Field
  label: string
  /** As it is now. */
  shown: string
  /** Takes what was typed; false when it is no number. */
  take: (text: string) => boolean
}

/** A number of a line: typed over, taken with Enter, left with Escape, up and down with the arrows. */
export function LineField({ field, label, shown, take }: LineFieldProps) {
  const { entry } = useCounter()
  const [text, setText] = useState<string>()
  const commit = (): boolean => {
    if (text === undefined || text.trim() === shown) return true
    if (!take(text)) return false
    setText(undefined)
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const way = event.key === 'ArrowUp' ? 'above' : event.key === 'ArrowDown' ? 'below' : undefined
    if (event.key === 'Escape') {
      setText(undefined)
      focusScan()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (text !== undefined && looksScanned(text)) {
        entry.submit(text)
        setText(undefined)
        focusScan()
      } else if (commit()) focusScan()
    } else if (way) {
      event.preventDefault()
      if (commit() && !focusLine(way, field, event.currentTarget)) focusScan()
    }
  }
  return (
    <input
      className="ck-line-field"
      data-field={field}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      value={text ?? shown}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        commit()
        setText(undefined)
      }}
    />
  )
}
