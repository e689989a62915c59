import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { Day, Moment } from '../../../parts/Moment.tsx'
import { useTiers } from '../../../parts/programme.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { tiersQuery } from '../queries.ts'
import type { Member, TierChange } from '../shapes.ts'
import { useWords } from '../words.ts'

const purchases = new Set(['sale', 'return', 'unlinked'])
const known = new Set([...purchases, 'topup', 'adjust', 'opening', 'import', 'undo'])

/** How the tier came about: since when each was held, and what caused the change. */
export function TiersTab({ member }: { member: Member }) {
  const t = useWords()
  const tiers = useTiers()
  const columns = useColumns()
  const { data, error, refetch } = useQuery(tiersQuery(member.memberId))
  if (error) return <RefusalAlert failure={error} retry={() => void refetch()} />
  if (data?.items.length === 0)
    return (
      <EmptyState title={t('tier.never')} text={t('tier.neverText', { tier: tiers.nameOf(member.standing.tier) })} />
    )
  return (
    <div className="ck-story">
      <RowTable
        label={t('tab.tiers')}
        columns={columns}
        rows={data?.items}
        rowKey={(change) => `${change.causeId} ${change.after}`}
        waiting={2}
      />
    </div>
  )
}

function useColumns(): Column<TierChange>[] {
  const t = useWords()
  const tiers = useTiers()
  const cause = (kind: string) => (known.has(kind) ? t(`cause.${kind}` as 'cause.sale') : kind)
  return [
    { key: 'since', title: t('tier.sinceDay'), render: (change) => <Day value={change.sinceOn} /> },
    { key: 'before', title: t('tier.before'), render: (change) => tiers.nameOf(change.before) },
    {
      key: 'after',
      title: t('tier.after'),
      render: ({ before, after }) => (
        <>
          <strong>{tiers.nameOf(after)}</strong>{' '}
          <span className="ck-quiet">{t(after > before ? 'tier.up' : 'tier.down')}</span>
        </>
      ),
    },
    {
      key: 'cause',
      title: t('tier.cause'),
      render: ({ causeKind, causeId }) =>
        purchases.has(causeKind) ? <Link to={`/purchases/${causeId}`}>{cause(causeKind)}</Link> : cause(causeKind),
    },
    { key: 'changedAt', title: t('tier.recorded'), render: (change) => <Moment value={change.changedAt} /> },
  ]
}
