import { BarcodeOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useCounter } from '../counter.ts'
import { scanId, useLatest } from '../keys.ts'
import { focusLine } from '../LineField.tsx'
import type { Choices } from '../use-entry.ts'
import { useWords } from '../words.ts'
import { ChoiceList } from './ChoiceList.tsx'
import { type Option, useChoose } from './choosing.ts'
import { QuickLine } from './QuickLine.tsx'
import { SaidLine } from './SaidLine.tsx'

const optionsOf = (choices: Choices | undefined): Option[] => [
  ...(choices?.members ?? []).map((member): Option => ({ key: member.hit.memberId, kind: 'member', member })),
  ...(choices?.products ?? []).map((product): Option => ({ key: product.productId, kind: 'product', product })),
]

/** An Enter that follows a sale at once belongs to the sale: a second press must not wipe its receipt away. */
const settleMs = 700

/** The one field of the counter: whatever is scanned or typed goes in here. */
export function EntryField() {
  const t = useWords()
  const { entry } = useCounter()
  const { text, setText, at, setAt, onKeyDown } = useEntryKeys()
  const options = optionsOf(entry.choices)
  const active = options[Math.min(at, options.length - 1)]
  return (
    <div className="ck-entry">
      <div className="ck-entry-line" data-busy={entry.waiting > 0 || undefined}>
        <BarcodeOutlined aria-hidden />
        <input
          id={scanId}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={t('scan.placeholder')}
          aria-label={t('scan.label')}
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls="counter-choices"
          aria-activedescendant={active ? `choice-${active.key}` : undefined}
          // biome-ignore lint/a11y/noAutofocus: whoever opens the counter is about to scan, and nothing else on the page comes first
          autoFocus
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="done"
        />
      </div>
      {options.length > 0 && (
        <ChoiceList options={options} active={active} more={entry.choices?.more ?? false} hover={setAt} />
      )}
      {entry.quick && <QuickLine key={entry.quick.code} quick={entry.quick} />}
      <SaidLine />
    </div>
  )
}

function useEntryKeys() {
  const counter = useCounter()
  const { entry, desk } = counter
  const choose = useChoose()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const shownAt = useRef(0)
  const { receipt } = desk
  useEffect(() => {
    if (receipt?.fresh) shownAt.current = Date.now()
  }, [receipt])
  const options = optionsOf(entry.choices)
  const enter = () => {
    const active = options[Math.min(at, options.length - 1)]
    if (text.trim()) {
      entry.submit(text)
      setText('')
      setAt(0)
    } else if (active) choose(active)
    else if (receipt) {
      if (Date.now() - shownAt.current > settleMs) counter.next()
    } else if (desk.picks.length > 0) counter.sell()
    else if (desk.lines.length > 0) entry.say({ kind: 'tender' })
  }
  const enterLater = useLatest(enter)
  const leave = () => {
    if (text) setText('')
    else if (options.length > 0) entry.dropChoices()
    else if (receipt) counter.next()
    else if (desk.picks.length > 0) counter.dropTenders()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') {
      event.preventDefault()
      if (event.repeat) return
      // What was scanned before this Enter comes first, however long its search takes.
      if (!text.trim() && entry.waiting > 0 && counter.online) entry.after(enterLater)
      else enter()
    } else if (event.key === 'Escape') leave()
    else if (step && options.length > 0) {
      event.preventDefault()
      setAt((options.length + Math.min(at, options.length - 1) + step) % options.length)
    } else if (step && !text && desk.lines.length > 0 && !receipt) {
      event.preventDefault()
      focusLine(step > 0 ? 'first' : 'last', 'quantity')
    }
  }
  return { text, setText, at, setAt, onKeyDown }
}
