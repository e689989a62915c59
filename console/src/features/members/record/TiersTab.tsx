import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { useTiers } from '../../../parts/programme.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { Timeline } from '../../../parts/Timeline.tsx'
import { tiersQuery } from '../queries.ts'
import type { Member } from '../shapes.ts'
import { useWords } from '../words.ts'

const purchases = new Set(['sale', 'return', 'unlinked'])
const known = new Set([...purchases, 'topup', 'adjust', 'opening', 'import', 'undo'])

/** How the tier came about: each change with what caused it. */
export function TiersTab({ member }: { member: Member }) {
  const t = useWords()
  const tiers = useTiers()
  const { data, error, refetch } = useQuery(tiersQuery(member.memberId))
  if (error) return <RefusalAlert failure={error} retry={() => void refetch()} />
  if (!data) return null
  if (data.items.length === 0)
    return (
      <EmptyState title={t('tier.never')} text={t('tier.neverText', { tier: tiers.nameOf(member.standing.tier) })} />
    )
  return (
    <section className="ck-sheet ck-story" aria-labelledby="tiers">
      <h2 id="tiers" className="ck-unseen">
        {t('tab.tiers')}
      </h2>
      <Timeline
        entries={data.items.map((change) => ({
          key: `${change.causeId} ${change.changedAt}`,
          moment: change.changedAt,
          title: t(change.after > change.before ? 'tier.up' : 'tier.down', { tier: tiers.nameOf(change.after) }),
          detail: t('tier.before', {
            tier: tiers.nameOf(change.before),
            cause: known.has(change.causeKind) ? t(`cause.${change.causeKind}` as 'cause.sale') : change.causeKind,
          }),
          ...(purchases.has(change.causeKind) ? { to: `/purchases/${change.causeId}` } : {}),
        }))}
      />
    </section>
  )
}
