import { WarningFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useFormats } from '../../../parts/formats.ts'
import { Money } from '../../../parts/Money.tsx'
import { Day } from '../../../parts/Moment.tsx'
import { useTiers } from '../../../parts/programme.ts'
import { RecordHead } from '../../../parts/RecordHead.tsx'
import { useMay } from '../../../parts/session.ts'
import { balancesQuery } from '../queries.ts'
import type { Member, Statement } from '../shapes.ts'
import { kindOfUnit, useUnits } from '../units.ts'
import { useFieldName } from '../use-field-name.ts'
import { useWords } from '../words.ts'
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
      facts={member ? <HeadFacts member={member} balances={mayValue ? balances : undefined} /> : []}
      care={member && <Care member={member} statement={balances.data} />}
      actions={member && <MemberActions member={member} changed={changed} />}
    />
  )
}
