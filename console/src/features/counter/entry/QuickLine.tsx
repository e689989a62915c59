import { Button, Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { MoneyField } from '../../../parts/MoneyField.tsx'
import { lineOf } from '../basket.ts'
import { useCounter } from '../counter.ts'
import { looksScanned } from '../entry.ts'
import { useLineName } from '../texts.ts'
import type { Quick } from '../use-entry.ts'
import { useWords } from '../words.ts'

/** More than this for one piece is a barcode in the wrong field. */
const mostMinor = 100_000_000

/** Name and price as they are typed, and what the keys do with them. */
function useQuick(quick: Quick) {
  const { entry } = useCounter()
  const [name, setName] = useState(quick.product?.name ?? '')
  const [price, setPrice] = useState<number>()
  const [wrong, setWrong] = useState(false)
  const add = () => {
    if (price === undefined || price > mostMinor) return setWrong(true)
    const { code, quantity, product } = quick
    const line = product
      ? lineOf(product, quantity, price)
      : { sku: code.slice(0, 64), name: name.trim() || code, quantity, unitPrice: price }
    entry.addQuick({ ...line, unitPrice: price })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') entry.dropQuick()
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    if (!(event.target instanceof HTMLInputElement) || event.target.id !== 'quick-name') return add()
    // The next barcode, shot while this one still waits for its name.
    setWrong(looksScanned(name))
    if (looksScanned(name)) setName('')
    else document.getElementById('quick-price')?.focus()
  }
  const typePrice = (minor: number | undefined) => {
    setWrong(false)
    setPrice(minor)
  }
  return { name, setName, price, typePrice, wrong, add, onKeyDown }
}

/** Something that the catalog does not know, or knows without a price: it is sold under the words of the till. */
export function QuickLine({ quick }: { quick: Quick }) {
  const t = useWords()
  const { entry, here } = useCounter()
  const nameOf = useLineName()
  const { name, setName, price, typePrice, wrong, add, onKeyDown } = useQuick(quick)
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.querySelector<HTMLInputElement>('input:not([readonly])')?.focus(), [])
  return (
    <section ref={box} className="ck-quick" aria-label={t('quick.label')} onKeyDown={onKeyDown}>
      <p>
        {quick.product
          ? t('quick.noPrice', { name: nameOf(quick.product) })
          : t(quick.tail ? 'quick.unknownTail' : 'quick.unknown', { code: quick.code })}
      </p>
      <div className="ck-quick-fields">
        {!quick.product && (
          <label htmlFor="quick-name">
            <span>{t('quick.name')}</span>
            <Input
              id="quick-name"
              size="large"
              value={name}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </label>
        )}
        <label htmlFor="quick-price">
          <span>{t('quick.price')}</span>
          <MoneyField id="quick-price" size="large" currency={here.currency} value={price} onChange={typePrice} />
        </label>
        <Button type="primary" size="large" onClick={add}>
          {t('quick.add')}
        </Button>
        <Button size="large" onClick={entry.dropQuick}>
          {t('quick.drop')}
        </Button>
      </div>
      <p role="alert" className="ck-danger">
        {wrong ? t('quick.wrong') : null}
      </p>
    </section>
  )
}
