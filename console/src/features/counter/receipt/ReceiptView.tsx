import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useFormats } from '../../../parts/formats.ts'
import type { PaperWidth } from '../../../parts/PrintArea.tsx'
import { useMay } from '../../../parts/session.ts'
import { Cap } from '../Cap.tsx'
import { useCounter } from '../counter.ts'
import type { Desk } from '../desk.ts'
import { capOf, shortcutOf } from '../keys.ts'
import type { Purchase } from '../shapes.ts'
import { useTenderName } from '../texts.ts'
import { useWords } from '../words.ts'
import { Explanation } from './Explanation.tsx'
import { paperNow, setPaper } from './Paper.tsx'
import { ReceiptLines } from './ReceiptLines.tsx'
import { usePrint } from './use-print.tsx'

/** A purchase as it was recorded: what was bought, what it gave and why, what the member has now. */
export function ReceiptView({ receipt }: { receipt: NonNullable<Desk['receipt']> }) {
  const t = useWords()
  const formats = useFormats()
  const { purchase, fresh } = receipt
  return (
    <div className="ck-receipt">
      <section className="ck-receipt-sheet" aria-label={t('receipt.label')}>
        <header>
          <div>
            <h2>{t(`receipt.${purchase.kind}`)}</h2>
            <p className="ck-quiet ck-figures">
              <span className="ck-code">{purchase.receipt}</span> · {formats.moment(purchase.occurredAt)}
            </p>
          </div>
          {fresh && (
            <p role="status" className="ck-done">
              {t(`receipt.done.${purchase.kind}`)}
            </p>
          )}
        </header>
        <ReceiptLines purchase={purchase} />
        <Sums receipt={receipt} />
      </section>
      <aside className="ck-receipt-side" aria-label={t('receipt.explained')}>
        <Explanation purchase={purchase} />
        <Next receipt={receipt} />
      </aside>
    </div>
  )
}

function Sums({ receipt }: { receipt: NonNullable<Desk['receipt']> }) {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useTenderName()
  const { purchase, change } = receipt
  const money = (minor: number) => formats.money(minor, purchase.currency)
  return (
    <dl className="ck-sums">
      <div data-size="large">
        <dt>{t(purchase.kind === 'sale' ? 'receipt.total' : 'receipt.back')}</dt>
        <dd>{money(purchase.total)}</dd>
      </div>
      {purchase.tenders.map((tender) => (
        <div key={tender.kind}>
          <dt>
            {nameOf(tender.kind)}
            {tender.points ? ` · ${t('receipt.pointsUsed', { points: formats.number(tender.points) })}` : ''}
          </dt>
          <dd>{money(tender.amount)}</dd>
        </div>
      ))}
      {change > 0 && (
        <div data-tone="good" data-size="large">
          <dt>{t('pay.change')}</dt>
          <dd>{money(change)}</dd>
        </div>
      )}
    </dl>
  )
}

const papers: PaperWidth[] = [58, 80]

/** The next customer, the printer, and the way to give something back. */
function Next({ receipt }: { receipt: NonNullable<Desk['receipt']> }) {
  const t = useWords()
  const { next, open } = useCounter()
  const mayReturn = useMay('purchases.return')
  const [paper, choose] = useState(paperNow())
  const { purchase } = receipt
  const print = usePrint()
  return (
    <div className="ck-next">
      <Button type="primary" block className="ck-sell" onClick={next}>
        <span>{receipt.fresh ? t('receipt.next') : t('receipt.close')}</span>
        <Cap>{t('key.enter')}</Cap>
      </Button>
      <div className="ck-next-more">
        <button type="button" className="ck-counter-act" aria-keyshortcuts={shortcutOf('print')} onClick={print}>
          <span>{t('receipt.print')}</span>
          <Cap>{capOf('print')}</Cap>
        </button>
        <Segmented
          aria-label={t('receipt.paper')}
          size="small"
          value={paper}
          options={papers.map((width) => ({ value: width, label: t('receipt.mm', { width }) }))}
          onChange={(width) => {
            setPaper(width)
            choose(width)
          }}
        />
        {mayReturn && returnable(purchase) && (
          <button
            type="button"
            className="ck-counter-act"
            aria-keyshortcuts={shortcutOf('return')}
            onClick={() => open('return')}
          >
            <span>{t('act.return')}</span>
            <Cap>{capOf('return')}</Cap>
          </button>
        )}
      </div>
    </div>
  )
}

const returnable = ({ kind, lines }: Purchase): boolean =>
  kind === 'sale' && lines.some(({ quantity, returned }) => quantity > returned)
