import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { useFormats } from '../../parts/formats.ts'
import { parseUnitPrice, plainUnitPrice } from '../../parts/unit-price.ts'
import { amountOf, type Line, piecesOf, sumOf, toThousandths } from './basket.ts'
import { Cap } from './Cap.tsx'
import { useCounter } from './counter.ts'
import { capOf, focusScan, shortcutOf } from './keys.ts'
import { LineField } from './LineField.tsx'
import { useLineName } from './texts.ts'
import { useWords } from './words.ts'

/** What is in the basket, line by line, with what each line will earn. */
export function Basket() {
  const t = useWords()
  const { desk, clear, here } = useCounter()
  const formats = useFormats()
  const { lines } = desk
  if (lines.length === 0) return <EmptyBasket />
  return (
    <section className="ck-basket" aria-label={t('basket.label')}>
      <div className="ck-basket-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('basket.product')}</th>
              <th scope="col">{t('basket.price')}</th>
              <th scope="col">{t('basket.quantity')}</th>
              <th scope="col">{t('basket.amount')}</th>
              <th scope="col">{t('basket.points')}</th>
              <th scope="col">
                <span className="ck-unseen">{t('basket.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <BasketRow key={line.id} line={line} at={at} last={at === lines.length - 1} />
            ))}
          </tbody>
        </table>
      </div>
      <footer className="ck-basket-foot">
        <span>{t('basket.pieces', { count: piecesOf(lines), shown: formats.number(piecesOf(lines)) })}</span>
        <span className="ck-figures">{formats.money(sumOf(lines), here.currency)}</span>
        <button type="button" className="ck-counter-act" aria-keyshortcuts={shortcutOf('clear')} onClick={clear}>
          <span>{t('basket.clear')}</span>
          <Cap>{capOf('clear')}</Cap>
        </button>
      </footer>
    </section>
  )
}

function EmptyBasket() {
  const t = useWords()
  const steps = [t('empty.scan'), t('empty.member'), t('empty.quantity'), t('empty.receipt')]
  return (
    <section className="ck-basket ck-basket-empty" aria-label={t('basket.label')}>
      <h2>{t('empty.title')}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </section>
  )
}

/** Keeps the line that was added last, or more of it, in sight. */
function useSeen(last: boolean, quantity: number) {
  const row = useRef<HTMLTableRowElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: more of the same thing is news too, and must be seen
  useEffect(() => {
    if (last) row.current?.scrollIntoView({ block: 'nearest' })
  }, [last, quantity])
  return row
}

function RowHead({ line, name }: { line: Line; name: string }) {
  const t = useWords()
  const { here } = useCounter()
  const formats = useFormats()
  const lower = line.listPrice !== undefined && line.listPrice !== line.unitPrice
  return (
    <th scope="row">
      <span className="ck-basket-name">{name}</span>
      <span className="ck-basket-note">
        {line.sku !== name && <span className="ck-code">{line.sku}</span>}
        {line.prescription && <span className="ck-mark">{t('basket.prescription')}</span>}
        {lower && <span>{t('basket.list', { price: formats.money(line.listPrice ?? 0, here.currency) })}</span>}
      </span>
    </th>
  )
}

/** What a line will earn; grey while it is the answer to an older question. */
function Earns({ line, at }: { line: Line; at: number }) {
  const t = useWords()
  const { quoted, desk } = useCounter()
  const formats = useFormats()
  const answer = (quoted.now ?? quoted.last)?.lines[at]
  const earns = answer?.amount === amountOf(line) ? answer : undefined
  if (!desk.guest) return <td>{t('basket.nobody')}</td>
  if (!earns) return <td className="ck-quiet">{t('basket.pending')}</td>
  return (
    <td className="ck-figures" data-stale={quoted.now ? undefined : true}>
      {formats.number(earns.points)}
      {earns.growth > 0 && (
        <small className="ck-basket-growth">{t('basket.growth', { shown: formats.number(earns.growth) })}</small>
      )}
    </td>
  )
}

function BasketRow({ line, at, last }: { line: Line; at: number; last: boolean }) {
  const t = useWords()
  const { editLine, here } = useCounter()
  const formats = useFormats()
  const name = useLineName()(line)
  const takeQuantity = (text: string) => {
    const quantity = Number(text.normalize('NFKC').trim())
    if (!Number.isFinite(quantity) || quantity < 0 || quantity > 99_999) return false
    editLine(line.id, { quantity: toThousandths(quantity) })
    return true
  }
  const takePrice = (text: string) => {
    const unitPrice = parseUnitPrice(text, here.currency)
    if (unitPrice === undefined) return false
    editLine(line.id, { unitPrice })
    return true
  }
  const row = useSeen(last, line.quantity)
  return (
    <tr ref={row} data-last={last || undefined}>
      <RowHead line={line} name={name} />
      <td>
        <LineField
          field="price"
          label={t('basket.priceOf', { name })}
          shown={plainUnitPrice(line.unitPrice, here.currency)}
          take={takePrice}
        />
      </td>
      <td>
        <LineField
          field="quantity"
          label={t('basket.quantityOf', { name })}
          shown={String(line.quantity)}
          take={takeQuantity}
        />
      </td>
      <td className="ck-figures ck-basket-amount">{formats.money(amountOf(line), here.currency)}</td>
      <Earns line={line} at={at} />
      <td>
        <button
          type="button"
          className="ck-icon-button"
          aria-label={t('basket.removeOne', { name })}
          onClick={() => {
            editLine(line.id, { quantity: 0 })
            focusScan()
          }}
        >
          <CloseOutlined aria-hidden />
        </button>
      </td>
    </tr>
  )
}
