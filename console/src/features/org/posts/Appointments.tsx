import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Schemas } from '../../../parts/api.ts'
import { Day } from '../../../parts/Moment.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { type Column, RowTable } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import { useWords } from '../words.ts'
import { appointmentsQuery } from './queries.ts'

interface AppointmentsProps {
  of: { postId: string } | { personId: string }
  empty: ReactNode
  /** Ends the appointment of an id; only where somebody may. */
  end?: ((id: string) => void) | undefined
}

/** Who was appointed from when until when: of a post, or of a person. */
export function Appointments({ of, empty, end }: AppointmentsProps) {
  const t = useWords()
  const { data, error, refetch } = useQuery(appointmentsQuery(of))
  const columns = useColumns('personId' in of, end)
  if (error) return <RefusalAlert failure={error} retry={() => void refetch()} />
  if (data?.items.length === 0) return empty
  return (
    <RowTable
      label={t('posts.appointments')}
      columns={columns}
      rows={data?.items}
      rowKey={(one) => one.id}
      waiting={2}
    />
  )
}

function useColumns(ofPerson: boolean, end: AppointmentsProps['end']): Column<Schemas['Appointment']>[] {
  const t = useWords()
  const maySeePeople = useMay('people.read')
  return [
    ofPerson
      ? {
          key: 'post',
          title: t('posts.title'),
          render: (one) => <Link to={`/settings/posts/${one.postId}`}>{one.title}</Link>,
        }
      : {
          key: 'person',
          title: t('appoint.person'),
          render: (one) => (maySeePeople ? <Link to={`/settings/people/${one.personId}`}>{one.name}</Link> : one.name),
        },
    ...(ofPerson
      ? [{ key: 'unit', title: t('posts.unit'), render: (one: Schemas['Appointment']) => one.unitName }]
      : []),
    { key: 'from', title: t('posts.from'), render: (one) => <Day value={one.fromOn} /> },
    {
      key: 'until',
      title: t('posts.until'),
      render: (one) => (one.untilOn ? <Day value={one.untilOn} /> : t('posts.open')),
    },
    ...(end
      ? [
          {
            key: 'end',
            title: t('action'),
            render: (one: Schemas['Appointment']) =>
              one.untilOn === null && (
                <Button size="small" danger onClick={() => end(one.id)} aria-label={t('end.one', { name: one.name })}>
                  {t('end.button')}
                </Button>
              ),
          },
        ]
      : []),
  ]
}
