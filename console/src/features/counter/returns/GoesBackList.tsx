import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../../parts/formats.ts'
import { useMay } from '../../../parts/session.ts'
import { useCounter } from '../counter.ts'
import { balancesQuery } from '../queries.ts'
import { debtOf, type GoesBack, rankOf } from '../returns.ts'
import type { Purchase } from '../shapes.ts'
import { useCharterText, useTenderName } from '../texts.ts'
import { useWords } from '../words.ts'

/** Exactly what a return gives back and takes back, and what becomes a debt. */
export function GoesBackList({ sale, back }: { sale: Purchase; back: GoesBack }) {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useTenderName()
  const rows = [
    // Points that paid go back as points, which the next row says.
    ...back.tenders
      .filter(({ kind }) => kind !== 'points')
      .map(({ kind, amount }) => ({
        key: kind as string,
        label: t('return.tender', { tender: nameOf(kind) }),
        value: formats.money(amount, sale.currency),
      })),
    ...(back.pointsSpent > 0
      ? [{ key: 'spent', label: t('return.pointsBack'), value: `+${formats.number(back.pointsSpent)}` }]
      : []),
    ...(back.points > 0
      ? [{ key: 'earned', label: t('return.pointsTaken'), value: `-${formats.number(back.points)}` }]
      : []),
    ...(back.growth > 0
      ? [{ key: 'growth', label: t('return.growthTaken'), value: `-${formats.number(back.growth)}` }]
      : []),
  ]
  return (
    <section className="ck-outcome" aria-label={t('return.preview')} role="status">
      <h3>{t('return.preview')}</h3>
      <dl>
        {rows.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sale.memberId && <Consequences memberId={sale.memberId} back={back} />}
    </section>
  )
}

/** A debt and a lower tier, said before it happens. */
function Consequences({ memberId, back }: { memberId: string; back: GoesBack }) {
  const t = useWords()
  const formats = useFormats()
  const say = useCharterText()
  const { charter } = useCounter()
  const mayRead = useMay('ledger.read')
  const { data, isSuccess } = useQuery(balancesQuery(mayRead ? memberId : undefined))
  const of = (unit: string) => data?.find((one) => one.unit === unit)?.shown ?? 0
  if (back.points === 0 && back.growth === 0) return null
  if (!data) return isSuccess || !mayRead ? <p>{t('return.maybeDebt')}</p> : null
  const owed = data.find((one) => one.unit === 'points')?.debt ?? 0
  const open = of('points') + owed
  const debt = debtOf(back, { open, owed })
  const [before, after] = charter
    ? [rankOf(charter, of('growth')), rankOf(charter, of('growth') - back.growth)]
    : [0, 0]
  const lower = charter?.tiers.levels[after]
  return (
    <>
      {debt > 0 && (
        <p data-tone="care">{t('return.debt', { held: formats.number(open), debt: formats.number(debt) })}</p>
      )}
      {after < before && lower && <p data-tone="care">{t('return.tier', { tier: say(lower.name) })}</p>}
    </>
  )
}
