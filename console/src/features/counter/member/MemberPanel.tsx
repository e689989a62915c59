import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useFormats } from '../../../parts/formats.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useMay } from '../../../parts/session.ts'
import { useCounter } from '../counter.ts'
import type { Guest } from '../desk.ts'
import { focusScan } from '../keys.ts'
import { balancesQuery } from '../queries.ts'
import { maskName, useCharterText } from '../texts.ts'
import { useWords } from '../words.ts'
import { SayNow } from './SayNow.tsx'
import { TierMark } from './TierMark.tsx'

/** Who stands before the cashier: tier, balances, what to say now, what the tier gives. */
export function MemberPanel() {
  const { desk } = useCounter()
  return desk.guest ? <Opened guest={desk.guest} /> : <Nobody />
}

function Nobody() {
  const t = useWords()
  const { desk, dropGuest, giveUp } = useCounter()
  const absent = desk.absent !== undefined
  return (
    <section
      className="ck-guest ck-guest-nobody"
      aria-label={t('member.label')}
      data-tone={absent ? 'care' : undefined}
    >
      <h2>{absent ? t('member.absent') : t('member.walkIn')}</h2>
      <p>{absent ? (desk.sent ? t('member.absentSent') : t('member.absentHint')) : t('member.walkInHint')}</p>
      {absent && (
        <Button
          onClick={() => {
            if (desk.sent) giveUp()
            else dropGuest()
            focusScan()
          }}
        >
          {desk.sent ? t('member.giveUp') : t('member.asWalkIn')}
        </Button>
      )}
    </section>
  )
}

function Opened({ guest }: { guest: Guest }) {
  const t = useWords()
  const { charter, dropGuest, greeting } = useCounter()
  const { hit } = guest
  const name = hit.name ? maskName(hit.name) : t('member.nameless')
  return (
    <section className="ck-guest" aria-label={t('member.label')}>
      <header>
        <div>
          <h2>{name}</h2>
          <p className="ck-quiet ck-figures">{[hit.phone, hit.number].filter(Boolean).join(' · ')}</p>
        </div>
        <TierMark charter={charter} rank={hit.standing.tier} large />
        <button
          type="button"
          className="ck-icon-button"
          aria-label={t('member.drop', { name })}
          onClick={() => {
            dropGuest()
            focusScan()
          }}
        >
          <CloseOutlined aria-hidden />
        </button>
      </header>
      <RefusalAlert failure={greeting.error} retry={() => void greeting.refetch()} />
      <Holdings guest={guest} />
      <SayNow guest={guest} />
      <Benefits rank={hit.standing.tier} />
    </section>
  )
}

/** What the member has. A figure that could not be read says so; it is never 0. */
function Holdings({ guest }: { guest: Guest }) {
  const t = useWords()
  const { greeting, here } = useCounter()
  const formats = useFormats()
  const mayRead = useMay('ledger.read') && !guest.hit.outside
  const balances = useQuery(balancesQuery(mayRead ? guest.hit.memberId : undefined)).data
  const shown = (unit: string) => balances?.find((one) => one.unit === unit)?.shown ?? 0
  const money = (minor: number) => formats.money(minor, here.currency)
  const known = greeting.data
  const value = (text: ReactNode) =>
    known ? (
      text
    ) : greeting.error ? (
      <span className="ck-danger">{t('member.unread')}</span>
    ) : (
      <Skeleton.Button size="small" active={false} />
    )
  const bonus = shown(`bonus.${here.currency}`)
  const next = known?.explained.next
  return (
    <dl className="ck-holdings">
      <div>
        <dt>{t('member.points')}</dt>
        <dd>{value(formats.number(known?.usable.points ?? 0))}</dd>
        {known && known.usable.pointsAmount > 0 && (
          <dd className="ck-quiet">{t('member.worth', { amount: money(known.usable.pointsAmount) })}</dd>
        )}
      </div>
      <div>
        <dt>{t('member.wallet')}</dt>
        <dd>{value(money(known?.usable.wallet ?? 0))}</dd>
        {bonus > 0 && <dd className="ck-quiet">{t('member.bonus', { bonus: money(bonus) })}</dd>}
      </div>
      {next && (
        <div>
          <dt>{t('member.toNext')}</dt>
          <dd>{formats.number(next.missing)}</dd>
        </div>
      )}
    </dl>
  )
}

function Benefits({ rank }: { rank: number }) {
  const t = useWords()
  const { charter } = useCounter()
  const say = useCharterText()
  const benefits = charter?.tiers.levels[rank]?.benefits ?? []
  if (benefits.length === 0) return null
  return (
    <div className="ck-benefits">
      <h3>{t('member.benefits')}</h3>
      <ul>
        {benefits.map((benefit) => (
          <li key={benefit.zh}>{say(benefit)}</li>
        ))}
      </ul>
    </div>
  )
}
