import { Button } from 'antd'
import { useState } from 'react'
import { api, ask, type QueryOf } from '../../parts/api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ListExport, singles } from '../../parts/ListExport.tsx'
import { ListPage } from '../../parts/ListPage.tsx'
import { chosenOne, type Filter } from '../../parts/list-state.ts'
import { Moment, Nothing } from '../../parts/Moment.tsx'
import { Units } from '../../parts/Money.tsx'
import type { Column } from '../../parts/RowTable.tsx'
import { useSystemName } from '../../parts/system-name.ts'
import { NewImportDrawer } from './NewImportDrawer.tsx'
import { StateTag } from './StateTag.tsx'
import { kinds, type Run, states } from './shapes.ts'
import { useWords } from './words.ts'
import './imports.css'

/** Every import with how far it is; a new one begins with a file. */
export default function ImportsPage() {
  const t = useWords()
  const [making, setMaking] = useState(false)
  const add = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('new.title')}
    </Button>
  )
  const filters: Filter[] = [
    {
      key: 'kind',
      label: t('kind'),
      kind: 'choice',
      options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'choice',
      options: states.map((value) => ({ value, label: t(`state.${value}`) })),
    },
  ]
  return (
    <>
      <ListPage<Run>
        name="imports"
        title={t('title')}
        lead={t('lead')}
        columns={useColumns()}
        filters={filters}
        rowKey={(run) => run.id}
        to={(run) => `/imports/${run.id}`}
        read={({ filters: chosen, cursor, limit }) => {
          const query: QueryOf<'get', '/v1/imports'> = {
            kind: chosenOne(chosen, 'kind'),
            state: chosenOne(chosen, 'state'),
            cursor,
            limit,
          }
          return ask(api.GET('/v1/imports', { params: { query } }))
        }}
        actions={add}
        exporter={(shown) => <ListExport list="imports" what={t('title')} filters={singles(shown)} />}
        empty={<EmptyState title={t('empty.title')} text={t('empty.text')} action={add} />}
      />
      <NewImportDrawer open={making} close={() => setMaking(false)} />
    </>
  )
}

function useColumns(): Column<Run>[] {
  const t = useWords()
  const systemName = useSystemName()
  const count = (value: number) => (value === 0 ? <Nothing /> : <Units count={value} />)
  return [
    { key: 'fileName', title: t('file'), render: (run) => run.fileName, always: true },
    { key: 'kind', title: t('kind'), render: (run) => t(`kind.${run.kind}`) },
    { key: 'state', title: t('state'), render: (run) => <StateTag run={run} /> },
    {
      key: 'rows',
      title: t('rows'),
      align: 'right',
      render: (run) => (run.rowsInFile === null ? <Nothing /> : <Units count={run.rowsInFile} />),
    },
    {
      key: 'taken',
      title: t('rows.taken'),
      align: 'right',
      render: ({ task, counts }) => (task === 'run' ? count(counts.accepted + counts.anonymous) : <Nothing />),
    },
    {
      key: 'reported',
      title: t('rows.reported'),
      align: 'right',
      render: ({ task, counts }) => (task === 'run' ? count(counts.reported) : <Nothing />),
    },
    { key: 'caller', title: t('by'), render: (run) => systemName(run.caller) ?? run.caller },
    { key: 'madeAt', title: t('at'), render: (run) => <Moment value={run.madeAt} /> },
  ]
}
