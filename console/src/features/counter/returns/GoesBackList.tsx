import { useFormats } from '../../../parts/formats.ts'
import type { ReturnPreview } from '../shapes.ts'
import { useCharterText, useTenderName } from '../texts.ts'
import { useWords } from '../words.ts'
import type { Previewed } from './use-preview.ts'

/** Exactly what a return gives back and takes back, what becomes a debt and which tier is left: as the server would record it. */
export function GoesBackList({ previewed }: { previewed: Previewed }) {
  const t = useWords()
  const shown = previewed.now ?? previewed.last
  if (!shown || previewed.failure) return null
  return (
    <section
      className="ck-outcome"
      aria-label={t('return.preview')}
      role="status"
      data-stale={previewed.now ? undefined : true}
    >
      <h3>{t('return.preview')}</h3>
      <Rows shown={shown} />
      <Consequences shown={shown} />
    </section>
  )
}

function Rows({ shown }: { shown: ReturnPreview }) {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useTenderName()
  const { points, growth, wallet, currency } = shown
  const units = (key: string, label: string, sign: '+' | '-', count: number) =>
    count > 0 ? [{ key, label, value: `${sign}${formats.number(count)}` }] : []
  const paidByWallet = shown.tenders.some(({ kind, amount }) => kind === 'wallet' && amount > 0)
  const rows = [
    // Points that paid go back as points, which the next row says.
    ...shown.tenders
      .filter(({ kind, amount }) => kind !== 'points' && amount > 0)
      .map(({ kind, amount }) => ({
        key: kind as string,
        label: t('return.tender', { tender: nameOf(kind) }),
        value: formats.money(amount, currency),
      })),
    ...units('spent', t('return.pointsBack'), '+', points.spent),
    ...units('earned', t('return.pointsTaken'), '-', points.earned),
    ...units('growth', t('return.growthTaken'), '-', growth.earned),
    ...(shown.memberId
      ? [{ key: 'points after', label: t('return.pointsAfter'), value: formats.number(points.balance) }]
      : []),
    ...(shown.memberId && paidByWallet
      ? [
          {
            key: 'wallet after',
            label: t('return.walletAfter'),
            value: formats.money(wallet.principal + wallet.bonus, currency),
          },
        ]
      : []),
  ]
  return (
    <dl>
      {rows.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A debt and a lower tier, said before it happens. */
function Consequences({ shown }: { shown: ReturnPreview }) {
  const t = useWords()
  const formats = useFormats()
  const say = useCharterText()
  const { explained, tier, points } = shown
  const { debt, tiers } = explained
  return (
    <>
      {debt > 0 && (
        <p data-tone="care">
          {t('return.debt', { taken: formats.number(points.earned - debt), debt: formats.number(debt) })}
        </p>
      )}
      {tier.after < tier.before && tiers && <p data-tone="care">{t('return.tier', { tier: say(tiers.after) })}</p>}
    </>
  )
}
