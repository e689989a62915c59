import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useFormats } from '../../../parts/formats.ts'
import { Day } from '../../../parts/Moment.tsx'
import { useTiers } from '../../../parts/programme.ts'
import { RecordHead } from '../../../parts/RecordHead.tsx'
import { useMay } from '../../../parts/session.ts'
import { balancesQuery } from '../queries.ts'
import { Spent } from '../Spent.tsx'
import type { Member, Statement } from '../shapes.ts'
import { kindOfUnit, useUnits } from '../units.ts'
import { useWords } from '../words.ts'
import { Care } from './Care.tsx'
import { MemberActions } from './MemberActions.tsx'

interface MemberHeadProps {
  memberId: string
  member: Member | undefined
  failed: boolean
  changed: () => void
}

/** Who this is, which tier until when, what they have, and what needs care. */
export function MemberHead({ memberId, member, failed, changed }: MemberHeadProps) {
  const t = useWords()
  const tiers = useTiers()
  const mayValue = useMay('ledger.read')
  const balances = useQuery({ ...balancesQuery(memberId), enabled: mayValue && Boolean(member) })
  const facts = useFacts(member, mayValue ? { statement: balances.data, failed: balances.isError } : undefined)
  return (
    <RecordHead
      back={{ to: '/members', label: t('title') }}
      tabTitle={t('tabTitle', { number: member?.number ?? '' })}
      title={failed ? t('tabTitle', { number: '' }) : member && (member.name || t('noName'))}
      marks={
        member && (
          <>
            <Tag color="processing">{tiers.nameOf(member.standing.tier)}</Tag>
            {member.status === 'closed' && <Tag color="error">{t('status.closed')}</Tag>}
            <Tag>{t(`activity.${member.standing.activity}`)}</Tag>
            {member.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </>
        )
      }
      facts={facts}
      care={member && <Care member={member} statement={balances.data} />}
      actions={member && <MemberActions member={member} changed={changed} />}
    />
  )
}

interface Balances {
  statement: Statement | undefined
  failed: boolean
}

/** Says a sum of the member's balances; one that could not be read says so, and is never 0. */
function useBalance(balances: Balances | undefined): (kinds: string[]) => ReactNode {
  const t = useWords()
  const units = useUnits()
  return (kinds) => {
    if (balances?.failed) return <span className="ck-danger">{t('unread')}</span>
    if (!balances?.statement) return <Skeleton.Button size="small" active={false} />
    const found = balances.statement.balances.filter(({ unit }) => kinds.includes(kindOfUnit(unit)))
    const sum = found.reduce((all, one) => all + one.shown, 0)
    return <span className="ck-figures">{units.plain(found[0]?.unit ?? kinds[0] ?? '', sum)}</span>
  }
}

/** The facts in the order in which one asks for them. */
function useFacts(member: Member | undefined, balances: Balances | undefined): { label: string; value: ReactNode }[] {
  const t = useWords()
  const tiers = useTiers()
  const { day, number } = useFormats()
  const balance = useBalance(balances)
  if (!member) return []
  const { standing } = member
  const next = tiers.levels[standing.tier + 1]
  const growth = balances?.statement?.balances.find(({ unit }) => unit === 'growth')?.shown ?? 0
  const missing = next && balances?.statement ? Math.max(0, next.from - growth) : undefined
  const wallet = balances?.statement?.balances.some(({ unit }) => kindOfUnit(unit) === 'principal')
  return [
    {
      label: t('field.tier'),
      value: (
        <>
          {tiers.nameOf(standing.tier)}
          <small>
            {standing.tierSince ? t('tier.since', { day: day(standing.tierSince) }) : t('tier.fromStart')}
            {standing.tierUntil && t('tier.until', { day: day(standing.tierUntil) })}
          </small>
        </>
      ),
    },
    ...(balances
      ? [
          { label: t('unit.points'), value: balance(['points']) },
          {
            label: t('unit.growth'),
            value: (
              <>
                {balance(['growth'])}
                {missing !== undefined && next && (
                  <small>
                    {t('tier.missing', {
                      count: missing,
                      shown: number(missing),
                      tier: tiers.nameOf(standing.tier + 1),
                    })}
                  </small>
                )}
              </>
            ),
          },
          ...(wallet ? [{ label: t('wallet'), value: balance(['principal', 'bonus']) }] : []),
        ]
      : []),
    {
      label: t('field.spent12'),
      value: (
        <>
          <Spent minor={standing.spentWithin12Months} />
          <small>{t('purchasesEver', { count: standing.purchases, shown: number(standing.purchases) })}</small>
        </>
      ),
    },
    { label: t('field.lastOn'), value: <Day value={standing.lastOn} /> },
  ]
}
