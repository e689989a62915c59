import { CloseOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useState } from 'react'
import { digitsOf, parseMoney, useFormats } from '../../../parts/formats.ts'
import { useCounter } from '../counter.ts'
import { looksScanned } from '../entry.ts'
import { focusScan } from '../keys.ts'
import type { Pick } from '../tenders.ts'
import { useTenderName } from '../texts.ts'
import { useWords } from '../words.ts'

/** The chosen tenders with their amounts; what nobody typed is filled in by itself. */
export function TenderRows() {
  const t = useWords()
  const { desk, settled, here } = useCounter()
  const formats = useFormats()
  return (
    <div className="ck-tender-rows">
      {desk.picks.map((pick) => (
        <TenderRow key={pick.kind} pick={pick} />
      ))}
      {settled.open > 0 && (
        <p className="ck-tender-sum">
          <span>{t('pay.open')}</span>
          <span className="ck-figures">{formats.money(settled.open, here.currency)}</span>
        </p>
      )}
      {settled.change > 0 && (
        <p className="ck-tender-sum" data-tone="good">
          <span>{t('pay.change')}</span>
          <span className="ck-figures">{formats.money(settled.change, here.currency)}</span>
        </p>
      )}
    </div>
  )
}

function TenderRow({ pick }: { pick: Pick }) {
  const t = useWords()
  const { settled, here, typeTender, dropTender, sell, entry } = useCounter()
  const nameOf = useTenderName()
  const [text, setText] = useState<string>()
  const { kind } = pick
  const amount = settled.tenders.find((tender) => tender.kind === kind)?.amount ?? 0
  const digits = digitsOf(here.currency)
  const shown = ((pick.typed ?? amount) / 10 ** digits).toFixed(digits)
  const minor = text === undefined || text.trim() === '' ? null : parseMoney(text, here.currency)
  const wrong = minor === undefined || settled.over?.kind === kind
  const drop = () => {
    dropTender(kind)
    focusScan()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') return drop()
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (event.repeat) return
    if (text !== undefined && looksScanned(text)) {
      // One more thing was scanned while the money was being counted.
      setText(undefined)
      typeTender(kind, null)
      entry.submit(text)
      focusScan()
    } else if (!wrong) sell()
  }
  return (
    <div className="ck-tender-row" data-wrong={wrong || undefined}>
      <label htmlFor={`tender-${kind}`}>{kind === 'cash' ? t('pay.handed') : nameOf(kind)}</label>
      <input
        id={`tender-${kind}`}
        className="ck-line-field"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={wrong || undefined}
        value={text ?? shown}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value)
          const typed = parseMoney(event.target.value, here.currency)
          if (typed !== undefined && typed >= 0) typeTender(kind, typed)
          else typeTender(kind, null)
        }}
        onBlur={() => setText(undefined)}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        className="ck-icon-button"
        aria-label={t('pay.drop', { name: nameOf(kind) })}
        onClick={drop}
      >
        <CloseOutlined aria-hidden />
      </button>
    </div>
  )
}
