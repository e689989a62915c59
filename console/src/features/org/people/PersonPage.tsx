import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Tag } from 'antd'
import { AddressTabs } from '../../../parts/AddressTabs.tsx'
import { api, ask } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { languages } from '../../../parts/LanguageAndTheme.tsx'
import { Moment, Nothing } from '../../../parts/Moment.tsx'
import { Facts, RecordHead } from '../../../parts/RecordHead.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useMay } from '../../../parts/session.ts'
import { Appointments } from '../posts/Appointments.tsx'
import type { Person } from '../shapes.ts'
import { useWords } from '../words.ts'
import { GrantsTab } from './GrantsTab.tsx'
import { statusColours } from './PeoplePage.tsx'
import { PersonActions } from './PersonActions.tsx'
import { SignInsTab } from './SignInsTab.tsx'
import '../org.css'

/** One person: who, what they may do where, where they are signed in. */
export default function PersonPage() {
  const t = useWords()
  const { personId = '' } = useParams({ strict: false }) as { personId?: string }
  const client = useQueryClient()
  const mayManage = useMay('people.manage')
  const maySeePosts = useMay('org.read')
  const query = useQuery({
    queryKey: ['person', personId],
    queryFn: () => ask(api.GET('/v1/people/{id}', { params: { path: { id: personId } } })),
  })
  const person = query.data
  const changed = () => {
    void client.invalidateQueries({ queryKey: ['person', personId] })
    void client.invalidateQueries({ queryKey: ['list', 'people'] })
  }
  return (
    <>
      <RecordHead
        back={{ to: '/settings/people', label: t('people.title') }}
        tabTitle={t('people.tabTitle', { number: person?.number ?? '' })}
        title={query.error ? t('people.tabTitle', { number: '' }) : person?.name}
        marks={person && <Tag color={statusColours[person.status]}>{t(`people.${person.status}`)}</Tag>}
        actions={person && mayManage && <PersonActions person={person} changed={changed} />}
      />
      <RefusalAlert failure={query.error} retry={() => void query.refetch()} />
      {person && (
        <AddressTabs
          label={t('people.tabs')}
          tabs={[
            { key: 'roles', label: t('people.roles'), children: <GrantsTab person={person} changed={changed} /> },
            ...(maySeePosts
              ? [
                  {
                    key: 'posts',
                    label: t('posts.title'),
                    children: (
                      <section className="ck-sheet">
                        <h2>{t('posts.appointments')}</h2>
                        <Appointments
                          of={{ personId: person.id }}
                          empty={<EmptyState title={t('posts.nowhere')} text={t('posts.emptyPerson')} />}
                        />
                      </section>
                    ),
                  },
                ]
              : []),
            { key: 'about', label: t('people.about'), children: <About person={person} /> },
            ...(mayManage
              ? [
                  {
                    key: 'sign-in',
                    label: t('people.signIns'),
                    children: <SignInsTab person={person} changed={changed} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  )
}

function About({ person }: { person: Person }) {
  const t = useWords()
  return (
    <section className="ck-sheet">
      <Facts
        facts={[
          { label: t('people.number'), value: person.number ?? <Nothing /> },
          { label: t('people.phone'), value: person.phone ?? <Nothing /> },
          { label: t('people.email'), value: person.email ?? <Nothing /> },
          { label: t('profile.language'), value: languages.find((one) => one.value === person.language)?.label },
          { label: t('people.madeAt'), value: <Moment value={person.madeAt} /> },
        ]}
      />
    </section>
  )
}
