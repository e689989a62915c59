import { Button } from 'antd'
import { Unreachable } from '../../../parts/api.ts'
import { useFormats } from '../../../parts/formats.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { Cap } from '../Cap.tsx'
import { useCounter } from '../counter.ts'
import { tenderKinds } from '../shapes.ts'
import { useCharterText } from '../texts.ts'
import { useWords } from '../words.ts'
import { TenderButton } from './TenderButton.tsx'
import { TenderRows } from './TenderRows.tsx'

/** What is due, how it is paid, and the sale itself. */
export function PayPanel() {
  const t = useWords()
  const { due, here, quoted, desk, sale } = useCounter()
  const formats = useFormats()
  const total = quoted.now?.total ?? due
  const money = (minor: number) => formats.money(minor, here.currency)
  return (
    <section className="ck-pay" aria-label={t('pay.label')}>
      <div className="ck-due">
        <span>{t('pay.due')}</span>
        <output className="ck-figures" data-stale={quoted.now || due === 0 ? undefined : true}>
          {money(total)}
        </output>
      </div>
      <Earnings />
      {!(quoted.failure instanceof Unreachable) && <RefusalAlert failure={quoted.failure} retry={quoted.again} />}
      <RefusalAlert failure={sale.failure} />
      <Moved />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this grid is */}
      <div className="ck-tenders" role="group" aria-label={t('pay.tenders')}>
        {tenderKinds.map((kind) => (
          <TenderButton key={kind} kind={kind} />
        ))}
      </div>
      {desk.picks.length > 0 && <TenderRows />}
      <SellButton />
    </section>
  )
}

/** What the sale will earn, and the tier that it reaches. */
function Earnings() {
  const t = useWords()
  const { desk, quoted } = useCounter()
  const formats = useFormats()
  const say = useCharterText()
  const quote = quoted.now ?? quoted.last
  if (!desk.guest || desk.lines.length === 0 || !quote) return null
  const { points, growth, tier, explained } = quote
  return (
    <div className="ck-promise" data-stale={quoted.now ? undefined : true}>
      <p>
        {t('pay.earns', { points: formats.number(points.earned), growth: formats.number(growth.earned) })}
        {points.spent > 0 && ` · ${t('pay.spends', { points: formats.number(points.spent) })}`}
      </p>
      {tier.upgraded && explained.tiers && (
        <p className="ck-rise">{t('pay.upgrade', { tier: say(explained.tiers.after) })}</p>
      )}
      {explained.capped > 0 && <p>{t('why.capped', { points: formats.number(explained.capped) })}</p>}
    </div>
  )
}

/** After a refusal because the result had moved: what it was and what it is now. */
function Moved() {
  const t = useWords()
  const { sale, quoted, here } = useCounter()
  const formats = useFormats()
  const { moved: before } = sale
  const { now } = quoted
  if (!before || !now) return null
  const money = (minor: number) => formats.money(minor, here.currency)
  const rows = [
    { label: t('pay.due'), was: money(before.total), is: money(now.total) },
    { label: t('moved.points'), was: formats.number(before.points.earned), is: formats.number(now.points.earned) },
    { label: t('moved.spent'), was: formats.number(before.points.spent), is: formats.number(now.points.spent) },
  ].filter(({ was, is }) => was !== is)
  return (
    <ul className="ck-moved" aria-label={t('moved.label')}>
      {rows.map(({ label, was, is }) => (
        <li key={label}>
          {label} <s>{was}</s> <strong>{is}</strong>
        </li>
      ))}
    </ul>
  )
}

function SellButton() {
  const t = useWords()
  const { hindrance, sell, sale, settled, here, desk, due, wanted } = useCounter()
  const formats = useFormats()
  const money = (minor: number) => formats.money(minor, here.currency)
  const reasons = { open: money(settled.open), most: money(settled.over?.most ?? 0) }
  const quiet = hindrance === 'empty' || ((hindrance === 'quoting' || hindrance === 'looking') && !wanted)
  return (
    <>
      <Button
        type="primary"
        block
        className="ck-sell"
        disabled={hindrance !== undefined && hindrance !== 'quoting' && hindrance !== 'looking'}
        loading={sale.busy || wanted}
        aria-describedby="sell-reason"
        onClick={sell}
      >
        <span>{t('pay.sell', { amount: money(due) })}</span>
        <Cap>{t('key.enter')}</Cap>
      </Button>
      <p id="sell-reason" className="ck-sell-reason" role="status" data-tone={desk.sent ? 'care' : undefined}>
        {hindrance && !quiet ? t(`hindrance.${hindrance}`, reasons) : null}
      </p>
    </>
  )
}
