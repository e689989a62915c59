import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { Moment } from '../../../parts/Moment.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { agentName } from '../agent.ts'
import type { OpenSession } from '../shapes.ts'
import { useWords } from '../words.ts'

/** Where the person is signed in, and the way to end it. */
export function SessionsSection() {
  const t = useWords()
  const client = useQueryClient()
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => ask(api.GET('/v1/sessions')),
  })
  const [failure, setFailure] = useState<unknown>()
  const end = (id: string) => {
    setFailure(undefined)
    ask(api.DELETE('/v1/sessions/{id}', { params: { path: { id } } }))
      .then(() => {
        notify(t('sessions.ended'))
        return client.invalidateQueries({ queryKey: ['sessions'] })
      })
      .catch(setFailure)
  }
  const columns: Column<OpenSession>[] = [
    { key: 'agent', title: t('sessions.agent'), render: (row) => agentName(row.agent) },
    { key: 'address', title: t('sessions.address'), render: (row) => row.address },
    { key: 'startedAt', title: t('sessions.started'), render: (row) => <Moment value={row.startedAt} /> },
    { key: 'seenAt', title: t('sessions.seen'), render: (row) => <Moment value={row.seenAt} ago /> },
    {
      key: 'end',
      title: t('sessions.action'),
      render: (row) =>
        row.current ? (
          <Tag color="success">{t('sessions.current')}</Tag>
        ) : (
          <Button
            size="small"
            onClick={() => end(row.id)}
            aria-label={t('sessions.endOne', { agent: agentName(row.agent) })}
          >
            {t('sessions.end')}
          </Button>
        ),
    },
  ]
  return (
    <section className="ck-sheet">
      <h2>{t('sessions.title')}</h2>
      <RefusalAlert failure={failure ?? sessions.error} />
      {!sessions.error && (
        <RowTable
          label={t('sessions.title')}
          columns={columns}
          rows={sessions.data?.items}
          rowKey={(row) => row.id}
          waiting={2}
        />
      )}
    </section>
  )
}
