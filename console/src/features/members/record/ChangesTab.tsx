import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useSystemName } from '../../../parts/system-name.ts'
import { Timeline } from '../../../parts/Timeline.tsx'
import type { AuditEntry } from '../shapes.ts'
import { useFieldName } from '../use-field-name.ts'
import { useWords } from '../words.ts'

const known = new Set([
  'createMember',
  'editMember',
  'revealMember',
  'changeMemberTags',
  'changeMemberStatus',
  'decideMemberConsent',
  'searchMembers',
  'topUp',
  'adjustPoints',
  'issueCard',
  'changeCard',
])

/** Who did what with this archive, and who looked at it: the trail of this member. */
export function ChangesTab({ memberId }: { memberId: string }) {
  const t = useWords()
  const describe = useDescription()
  const systemName = useSystemName()
  const whoOf = (caller: string) => {
    const name = caller.replace(/^\w+ /, '')
    return (caller.startsWith('system ') && systemName(name)) || name
  }
  const query = useInfiniteQuery({
    queryKey: ['member', memberId, 'trail'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ask(api.GET('/v1/audit', { params: { query: { subjectId: memberId, cursor: pageParam, limit: 50 } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const entries = query.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <RefusalAlert failure={query.error} retry={() => void query.refetch()} />
      {entries?.length === 0 && <EmptyState title={t('trail.empty')} text={t('trail.emptyText')} />}
      {entries && entries.length > 0 && (
        <section className="ck-sheet ck-story" aria-labelledby="changes">
          <h2 id="changes" className="ck-unseen">
            {t('tab.changes')}
          </h2>
          <Timeline
            entries={entries.map((entry) => ({
              key: entry.id,
              moment: entry.actedAt,
              title: known.has(entry.kind) ? t(`trail.${entry.kind}` as 'trail.editMember') : entry.kind,
              detail: [describe(entry), whoOf(entry.caller)].filter(Boolean).join(' · '),
            }))}
          />
        </section>
      )}
      {query.hasNextPage && (
        <p className="ck-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('statement.more')}
          </Button>
        </p>
      )}
    </>
  )
}

/** The harmless particulars that the trail keeps, as one line. */
function useDescription(): (entry: AuditEntry) => string {
  const t = useWords()
  const fieldName = useFieldName()
  const { number, money } = useFormats()
  return ({ body, outcome }) => {
    const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
    const parts: string[] = []
    if (outcome === 'outside') parts.push(t('trail.outside'))
    else if (outcome !== 'done') parts.push(t('trail.refused'))
    const fields = texts(body['fields'])
    if (fields.length > 0) parts.push(fields.map(fieldName).join(t('list.join')))
    if (typeof body['field'] === 'string') parts.push(fieldName(body['field']))
    parts.push(...texts(body['add']).map((tag) => `+ ${tag}`), ...texts(body['remove']).map((tag) => `− ${tag}`))
    if (typeof body['channel'] === 'string' && typeof body['given'] === 'boolean') {
      parts.push(t(`consent.${body['channel']}` as 'consent.sms'))
      parts.push(body['given'] ? t('consents.given') : t('consents.taken'))
    }
    if (typeof body['principal'] === 'number') parts.push(money(body['principal']))
    if (typeof body['amount'] === 'number') parts.push(`${body['amount'] > 0 ? '+' : ''}${number(body['amount'])}`)
    if (typeof body['status'] === 'string' && ['active', 'closed'].includes(body['status']))
      parts.push(t(`status.${body['status']}` as 'status.active'))
    if (typeof body['reason'] === 'string') parts.push(t('trail.reason', { reason: body['reason'] }))
    return parts.join(' · ')
  }
}
