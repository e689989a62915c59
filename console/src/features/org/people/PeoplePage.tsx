import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, ask, type BodyOf } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { ListExport, singles } from '../../../parts/ListExport.tsx'
import { ListPage } from '../../../parts/ListPage.tsx'
import { chosenOne, type Filter } from '../../../parts/list-state.ts'
import { Moment, Nothing } from '../../../parts/Moment.tsx'
import type { Column } from '../../../parts/RowTable.tsx'
import { useMay } from '../../../parts/session.ts'
import { useGrantName } from '../names.ts'
import { unitsQuery } from '../queries.ts'
import { SecretDialog } from '../SecretDialog.tsx'
import type { Person } from '../shapes.ts'
import { useWords } from '../words.ts'
import { NewPersonDrawer } from './NewPersonDrawer.tsx'
import '../org.css'

/** The colour of a person's state. */
export const statusColours = { invited: 'warning', active: 'success', left: 'default' } as const

/** Who works here and what they may do where. */
export default function PeoplePage() {
  const t = useWords()
  const client = useQueryClient()
  const mayManage = useMay('people.manage')
  const [making, setMaking] = useState(false)
  const [link, setLink] = useState<string>()
  const columns = useColumns()
  const filters = useFilters()
  const add = mayManage && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('people.add')}
    </Button>
  )
  return (
    <>
      <ListPage<Person>
        name="people"
        title={t('people.title')}
        lead={t('people.lead')}
        columns={columns}
        filters={filters}
        rowKey={(person) => person.id}
        to={(person) => `/settings/people/${person.id}`}
        read={({ filters: chosen, cursor, limit }) => {
          const body: BodyOf<'post', '/v1/people/search'> = {
            q: chosenOne(chosen, 'q'),
            status: chosenOne(chosen, 'status'),
            unitId: chosenOne(chosen, 'unitId'),
            cursor,
            limit,
          }
          return ask(api.POST('/v1/people/search', { body }))
        }}
        actions={add}
        exporter={(shown) => <ListExport list="people" what={t('people.title')} filters={singles(shown)} />}
        empty={<EmptyState title={t('people.empty')} action={add} />}
      />
      <NewPersonDrawer
        open={making}
        close={() => setMaking(false)}
        made={(invitation) => {
          setLink(invitation)
          void client.invalidateQueries({ queryKey: ['list', 'people'] })
        }}
      />
      <SecretDialog
        title={t('people.linkMade')}
        text={t('people.invitedText')}
        secret={link}
        close={() => setLink(undefined)}
      />
    </>
  )
}

function useFilters(): Filter[] {
  const t = useWords()
  const units = useQuery(unitsQuery)
  return [
    { key: 'q', label: t('people.search'), kind: 'text', personal: true },
    {
      key: 'status',
      label: t('unit.status'),
      kind: 'choice',
      options: (['active', 'invited', 'left'] as const).map((value) => ({ value, label: t(`people.${value}`) })),
    },
    {
      key: 'unitId',
      label: t('people.unit'),
      kind: 'choice',
      width: 200,
      options: units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? [],
    },
  ]
}

function useColumns(): Column<Person>[] {
  const t = useWords()
  const roleName = useGrantName()
  return [
    { key: 'name', title: t('people.name'), render: (person) => person.name, always: true },
    { key: 'number', title: t('people.number'), render: (person) => person.number ?? <Nothing /> },
    {
      key: 'grants',
      title: t('people.roles'),
      render: (person) => (
        <div className="ck-marks">
          {person.grants.map((grant) => (
            <Tag key={grant.id}>
              {roleName(grant)} · {grant.unitName}
            </Tag>
          ))}
        </div>
      ),
    },
    { key: 'email', title: t('people.email'), render: (person) => person.email ?? <Nothing /> },
    { key: 'phone', title: t('people.phone'), render: (person) => person.phone ?? <Nothing /> },
    {
      key: 'secondFactor',
      title: t('factor.title'),
      render: (person) => (person.secondFactor ? t('people.on') : t('people.off')),
    },
    { key: 'madeAt', title: t('people.madeAt'), render: (person) => <Moment value={person.madeAt} />, shown: false },
    {
      key: 'status',
      title: t('unit.status'),
      render: (person) => <Tag color={statusColours[person.status]}>{t(`people.${person.status}`)}</Tag>,
    },
  ]
}
