import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../../../parts/api.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { Moment } from '../../../parts/Moment.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { agentName } from '../agent.ts'
import type { OpenSession, Person } from '../shapes.ts'
import { useWords } from '../words.ts'

/** Where a person is signed in; and what to do when they have lost their phone. */
export function SignInsTab({ person, changed }: { person: Person; changed: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const params = { path: { id: person.id } }
  const queryKey = ['person', person.id, 'sessions']
  const sessions = useQuery({
    queryKey,
    queryFn: () => ask(api.GET('/v1/people/{id}/sessions', { params })),
  })
  const act = async (path: '/v1/people/{id}/second-factor' | '/v1/people/{id}/sessions', said: string) => {
    await ask(api.DELETE(path, { params }))
    notify(said)
    changed()
    await client.invalidateQueries({ queryKey })
  }
  const columns: Column<OpenSession>[] = [
    { key: 'agent', title: t('sessions.agent'), render: (row) => agentName(row.agent) },
    { key: 'address', title: t('sessions.address'), render: (row) => row.address },
    { key: 'startedAt', title: t('sessions.started'), render: (row) => <Moment value={row.startedAt} /> },
    { key: 'seenAt', title: t('sessions.seen'), render: (row) => <Moment value={row.seenAt} ago /> },
  ]
  return (
    <section className="ck-sheet">
      <div className="ck-sheet-line">
        <h2>{t('sessions.title')}</h2>
        <div className="ck-actions">
          {person.secondFactor && (
            <ConfirmButton
              label={t('factor.end')}
              question={t('people.factorSure')}
              run={() => act('/v1/people/{id}/second-factor', t('factor.ended'))}
            />
          )}
          <ConfirmButton
            danger={false}
            label={t('people.signOut')}
            question={t('people.signOutSure')}
            run={() => act('/v1/people/{id}/sessions', t('people.signedOut'))}
          />
        </div>
      </div>
      <RefusalAlert failure={sessions.error} />
      {sessions.data?.items.length === 0 ? (
        <p className="ck-quiet">{t('people.nowhere')}</p>
      ) : (
        !sessions.error && (
          <RowTable
            label={t('sessions.title')}
            columns={columns}
            rows={sessions.data?.items}
            rowKey={(row) => row.id}
            waiting={2}
          />
        )
      )}
    </section>
  )
}
