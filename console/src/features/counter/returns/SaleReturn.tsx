import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { api, ask, newKey, told } from '../../../parts/api.ts'
import { useFormats } from '../../../parts/formats.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { tellOnce } from '../../../parts/unanswered.ts'
import { useOnce } from '../../../parts/use-once.ts'
import { useCounter } from '../counter.ts'
import { change } from '../desk.ts'
import { FocusFirst } from '../FocusFirst.tsx'
import type { Purchase, PurchaseLine } from '../shapes.ts'
import { useWords } from '../words.ts'
import { GoesBackList } from './GoesBackList.tsx'
import { usePreview } from './use-preview.ts'

/** How much of each line comes back, by its number on the receipt. */
type Wanted = Record<number, number>

/** What is left of each line of a sale. */
const leftOf = (sale: Purchase): Wanted =>
  Object.fromEntries(
    sale.lines.map(({ line, quantity, returned }) => [
      line,
      Math.max(0, Math.round((quantity - returned) * 1000) / 1000),
    ]),
  )

const chosen = (wanted: Wanted) =>
  Object.entries(wanted).flatMap(([line, quantity]) => (quantity > 0 ? [{ line: Number(line), quantity }] : []))

/** A return of a sale: how much of which line, exactly what goes back, and then the return itself. */
export function SaleReturn({ sale, another }: { sale: Purchase; another: () => void }) {
  const t = useWords()
  const { money } = useFormats()
  const left = leftOf(sale)
  const open = sale.lines.filter(({ line }) => (left[line] ?? 0) > 0)
  const only = open.length === 1 && open[0] && left[open[0].line] === 1 ? { [open[0].line]: 1 } : {}
  const [wanted, setWanted] = useState<Wanted>(only)
  const [reason, setReason] = useState('')
  const { give, busy, failure } = useReturn(sale)
  const lines = chosen(wanted)
  const previewed = useSalePreview(sale, lines)
  const total = previewed.now?.total
  return (
    <div className="ck-return">
      <p>
        <span className="ck-code">{sale.receipt}</span>{' '}
        <Button size="small" onClick={another}>
          {t('return.another')}
        </Button>
      </p>
      {open.length === 0 ? (
        <p>{t('return.nothingLeft')}</p>
      ) : (
        <>
          <FocusFirst of=".ck-return input:not(:disabled)" />
          <ReturnLines sale={sale} left={left} wanted={wanted} setWanted={setWanted} />
          <Button onClick={() => setWanted(left)}>{t('return.all')}</Button>
          <label className="ck-field" htmlFor="return-reason">
            <span>{t('return.reason')}</span>
            <Input
              id="return-reason"
              value={reason}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setReason(event.target.value)}
              onPressEnter={() => document.getElementById('return-confirm')?.focus()}
            />
          </label>
          <GoesBackList previewed={previewed} />
          <RefusalAlert failure={failure ?? previewed.failure} {...(failure ? {} : { retry: previewed.again })} />
          <Button
            id="return-confirm"
            type="primary"
            danger
            size="large"
            block
            disabled={total === undefined}
            loading={busy}
            onClick={() => void give(lines, reason)}
          >
            {total === undefined
              ? t(lines.length > 0 ? 'return.asking' : 'return.choose')
              : t('return.confirm', { amount: money(total, sale.currency) })}
          </Button>
        </>
      )}
    </div>
  )
}

/** Asks what the return would do, for the lines that are chosen now. */
function useSalePreview(sale: Purchase, lines: { line: number; quantity: number }[]) {
  const { here } = useCounter()
  const body = { storeId: here.storeId, tillId: here.till?.id, lines }
  return usePreview(sale.id, lines.length > 0 ? body : undefined, (signal) =>
    ask(api.POST('/v1/purchases/{id}/returns/preview', { params: { path: { id: sale.receipt } }, body, signal })),
  )
}

/** Sends the return; however often it is sent, it is one. */
function useReturn(sale: Purchase) {
  const { here, close } = useCounter()
  const client = useQueryClient()
  const once = useOnce()
  const [opening] = useState(newKey)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const give = (lines: { line: number; quantity: number }[], reason: string) =>
    once(async () => {
      setBusy(true)
      setFailure(undefined)
      try {
        const body = { storeId: here.storeId, tillId: here.till?.id, lines, reason: reason.trim() }
        const purchase = await tellOnce(`return ${sale.id}`, opening, (key) => {
          const params = { path: { id: sale.receipt }, header: told(key) }
          return ask(api.POST('/v1/purchases/{id}/returns', { params, body }))
        })
        close()
        change({ receipt: { purchase, change: 0, fresh: true } })
        for (const one of ['greeting', 'balances', 'shift', 'quote']) {
          void client.invalidateQueries({ queryKey: ['counter', one] })
        }
      } catch (thrown) {
        setFailure(thrown)
      } finally {
        setBusy(false)
      }
    })
  return { give, busy, failure }
}

interface ReturnLinesProps {
  sale: Purchase
  left: Wanted
  wanted: Wanted
  setWanted: (wanted: Wanted) => void
}

function ReturnLines({ sale, left, wanted, setWanted }: ReturnLinesProps) {
  const t = useWords()
  const formats = useFormats()
  return (
    <table className="ck-receipt-lines">
      <thead>
        <tr>
          <th scope="col">{t('basket.product')}</th>
          <th scope="col">{t('basket.amount')}</th>
          <th scope="col">{t('return.left')}</th>
          <th scope="col">{t('return.quantity')}</th>
        </tr>
      </thead>
      <tbody>
        {sale.lines.map((line) => (
          <tr key={line.line}>
            <th scope="row">{line.name || line.sku}</th>
            <td className="ck-figures">{formats.money(line.amount, sale.currency)}</td>
            <td className="ck-figures">{formats.number(left[line.line] ?? 0)}</td>
            <td>
              <QuantityField
                line={line}
                most={left[line.line] ?? 0}
                value={wanted[line.line] ?? 0}
                set={(quantity) => setWanted({ ...wanted, [line.line]: quantity })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface QuantityFieldProps {
  line: PurchaseLine
  most: number
  value: number
  set: (quantity: number) => void
}

/** How many come back: never more than are left. Enter goes to the next line, and from the last one to the reason. */
function QuantityField({ line, most, value, set }: QuantityFieldProps) {
  const t = useWords()
  const [text, setText] = useState<string>()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const fields = [...document.querySelectorAll<HTMLInputElement>('.ck-return input:not(:disabled)')]
    fields[fields.indexOf(event.currentTarget) + 1]?.focus()
  }
  return (
    <input
      className="ck-line-field"
      inputMode="decimal"
      autoComplete="off"
      disabled={most === 0}
      aria-label={t('return.quantityOf', { name: line.name || line.sku })}
      value={text ?? String(value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setText(undefined)}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        setText(event.target.value)
        const quantity = Number(event.target.value.normalize('NFKC'))
        set(Number.isFinite(quantity) ? Math.min(most, Math.max(0, Math.round(quantity * 1000) / 1000)) : 0)
      }}
    />
  )
}
