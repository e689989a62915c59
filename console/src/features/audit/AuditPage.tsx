import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, ask, type QueryOf } from '../../parts/api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ListExport, singles } from '../../parts/ListExport.tsx'
import { ListPage } from '../../parts/ListPage.tsx'
import { chosenOne, type Filter } from '../../parts/list-state.ts'
import { Moment, Nothing } from '../../parts/Moment.tsx'
import { Facts } from '../../parts/RecordHead.tsx'
import type { Column } from '../../parts/RowTable.tsx'
import { useSession } from '../../parts/session.ts'
import { useSystemName } from '../../parts/system-name.ts'
import { kindsWithWords, useKindName } from './kinds.ts'
import type { AuditEntry } from './shapes.ts'
import { VerifyButton } from './VerifyButton.tsx'
import { useWords } from './words.ts'

/** Who did what and when; nobody can change it, and the seals prove it. */
export default function AuditPage() {
  const t = useWords()
  const [opened, setOpened] = useState<AuditEntry>()
  const columns = useColumns(setOpened)
  const filters = useFilters()
  return (
    <>
      <ListPage<AuditEntry>
        name="audit"
        title={t('title')}
        lead={t('lead')}
        columns={columns}
        filters={filters}
        rowKey={(entry) => entry.id}
        read={({ filters: chosen, cursor, limit }) => {
          const query: QueryOf<'get', '/v1/audit'> = {
            kind: chosenOne(chosen, 'kind'),
            outcome: chosenOne(chosen, 'outcome'),
            storeId: chosenOne(chosen, 'storeId'),
            fromOn: chosenOne(chosen, 'fromOn'),
            untilOn: chosenOne(chosen, 'untilOn'),
            cursor,
            limit,
          }
          return ask(api.GET('/v1/audit', { params: { query } }))
        }}
        actions={<VerifyButton />}
        exporter={(shown) => <ListExport list="audit" what={t('title')} filters={singles(shown)} />}
        empty={<EmptyState title={t('empty.title')} text={t('empty.text')} />}
      />
      <EntryDialog entry={opened} close={() => setOpened(undefined)} />
    </>
  )
}

function useFilters(): Filter[] {
  const t = useWords()
  const kindName = useKindName()
  const { stores } = useSession()
  return [
    { key: 'fromOn', label: t('from'), kind: 'day' },
    { key: 'untilOn', label: t('until'), kind: 'day' },
    {
      key: 'kind',
      label: t('kind'),
      kind: 'choice',
      width: 200,
      options: kindsWithWords().map((value) => ({ value, label: kindName(value) })),
    },
    {
      key: 'outcome',
      label: t('outcome'),
      kind: 'choice',
      options: [
        { value: 'done', label: t('done') },
        { value: 'refused', label: t('refused') },
      ],
    },
    {
      key: 'storeId',
      label: t('store'),
      kind: 'choice',
      options: stores.map((store) => ({ value: store.id, label: store.name })),
    },
  ]
}

function useColumns(open: (entry: AuditEntry) => void): Column<AuditEntry>[] {
  const t = useWords()
  const kindName = useKindName()
  const callerName = useCallerName()
  const { stores } = useSession()
  const nameOf = (id: string | null) => stores.find((store) => store.id === id)?.name
  return [
    {
      key: 'actedAt',
      title: t('when'),
      render: (entry) => <Moment value={entry.actedAt} />,
      always: true,
      width: '168px',
    },
    { key: 'caller', title: t('who'), render: (entry) => callerName(entry.caller) },
    { key: 'kind', title: t('kind'), render: (entry) => kindName(entry.kind), always: true },
    { key: 'store', title: t('store'), render: (entry) => nameOf(entry.storeId) ?? <Nothing /> },
    {
      key: 'subject',
      title: t('subject'),
      shown: false,
      render: (entry) => (entry.subjectId ? <span className="ck-code">{entry.subjectId}</span> : <Nothing />),
    },
    { key: 'outcome', title: t('outcome'), render: (entry) => <Outcome outcome={entry.outcome} /> },
    {
      key: 'open',
      title: t('details'),
      render: (entry) => (
        <Button size="small" onClick={() => open(entry)}>
          {t('look')}
        </Button>
      ),
    },
  ]
}

function Outcome({ outcome }: { outcome: string }) {
  const t = useWords()
  if (outcome === 'done') return <Tag color="success">{t('done')}</Tag>
  return (
    <span className="ck-marks">
      <Tag color="warning">{t('refused')}</Tag>
      <span className="ck-code">{outcome}</span>
    </span>
  )
}

/** `person 林晓燕` in the language of the moment. */
function useCallerName(): (caller: string) => string {
  const t = useWords()
  const systemName = useSystemName()
  return (caller) => {
    const [kind = '', ...name] = caller.split(' ')
    if (kind === 'person') return name.join(' ')
    if (kind === 'key') return t('caller.key', { name: name.join(' ') })
    return systemName(name.join(' ')) ?? t('caller.system', { name: name.join(' ') })
  }
}

function EntryDialog({ entry, close }: { entry: AuditEntry | undefined; close: () => void }) {
  const t = useWords()
  const kindName = useKindName()
  const callerName = useCallerName()
  const code = (text: string | null | undefined) =>
    text ? <span className="ck-code ck-reference">{text}</span> : <Nothing />
  return (
    <Dialog
      open={entry !== undefined}
      close={close}
      title={kindName(entry?.kind ?? '')}
      footer={<Closing close={close} />}
    >
      {entry && (
        <>
          <Facts
            facts={[
              { label: t('when'), value: <Moment value={entry.actedAt} precise /> },
              { label: t('who'), value: callerName(entry.caller) },
              { label: t('outcome'), value: <Outcome outcome={entry.outcome} /> },
              { label: t('operation'), value: code(entry.kind) },
              { label: t('subject'), value: code(entry.subjectId) },
              { label: t('request'), value: code(entry.requestId) },
            ]}
          />
          {Object.keys(entry.body).length > 0 && (
            <pre className="ck-code ck-pre">{JSON.stringify(entry.body, null, 2)}</pre>
          )}
        </>
      )}
    </Dialog>
  )
}

function Closing({ close }: { close: () => void }) {
  const t = useWords()
  return (
    <>
      <span />
      <Button onClick={close} autoFocus>
        {t('close')}
      </Button>
    </>
  )
}
