import { Button, Drawer, Tag } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../parts/api.ts'
import { useFormats } from '../../parts/formats.ts'
import { ListPage } from '../../parts/ListPage.tsx'
import { Moment, Nothing } from '../../parts/Moment.tsx'
import { Facts } from '../../parts/RecordHead.tsx'
import { type Column, RowTable } from '../../parts/RowTable.tsx'
import { secondsOf, useBytes } from './names.ts'
import type { Certificate } from './shapes.ts'
import { useWords } from './words.ts'

/** Every restore that was tried. `newest` is the latest one's id: with another the list is read again. */
export function Certificates({ newest }: { newest: string | undefined }) {
  const t = useWords()
  const [opened, setOpened] = useState<Certificate>()
  return (
    <section className="ck-backups-part">
      <h2>{t('certificates.title')}</h2>
      <ListPage<Certificate>
        key={newest ?? 'none'}
        name={`restore-certificates-${newest ?? ''}`}
        title={t('certificates.title')}
        head={false}
        limit={20}
        columns={useColumns(setOpened)}
        rowKey={(certificate) => certificate.id}
        read={({ cursor, limit }) => ask(api.GET('/v1/backups/certificates', { params: { query: { cursor, limit } } }))}
        empty={<p className="ck-quiet">{t('certificates.none')}</p>}
      />
      <Drawer
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={t('certificate.title')}
        size={560}
        destroyOnHidden
      >
        {opened && <Record certificate={opened} />}
      </Drawer>
    </section>
  )
}

function useColumns(open: (certificate: Certificate) => void): Column<Certificate>[] {
  const t = useWords()
  const { span, number } = useFormats()
  return [
    { key: 'madeAt', title: t('certificate.madeAt'), render: (it) => <Moment value={it.madeAt} />, always: true },
    { key: 'outcome', title: t('certificate.outcome'), render: (it) => <Outcome certificate={it} />, always: true },
    { key: 'reachedAt', title: t('certificate.reached'), render: (it) => <Moment value={it.reachedAt} precise /> },
    { key: 'took', title: t('certificate.took'), align: 'right', render: (it) => span(secondsOf(it)) },
    { key: 'rows', title: t('certificate.rows'), align: 'right', render: (it) => number(it.rows) },
    {
      key: 'open',
      title: t('certificate.details'),
      render: (it) => (
        <Button size="small" onClick={() => open(it)}>
          {t('certificate.look')}
        </Button>
      ),
    },
  ]
}

function Outcome({ certificate }: { certificate: Certificate }) {
  const t = useWords()
  if (certificate.faultCount === 0) return <Tag color="success">{t('certificate.held')}</Tag>
  return <Tag color="error">{t('certificate.faults', { count: certificate.faultCount })}</Tag>
}

function Record({ certificate: it }: { certificate: Certificate }) {
  const t = useWords()
  const bytes = useBytes()
  const { span, number } = useFormats()
  const columns = useCompared()
  const code = (text: string | null) => (text ? <span className="ck-code ck-backups-long">{text}</span> : <Nothing />)
  return (
    <div className="ck-backups">
      <Facts
        facts={[
          { label: t('certificate.outcome'), value: <Outcome certificate={it} /> },
          { label: t('certificate.madeAt'), value: <Moment value={it.madeAt} precise /> },
          { label: t('certificate.reached'), value: <Moment value={it.reachedAt} precise /> },
          { label: t('certificate.took'), value: span(secondsOf(it)) },
          { label: t('kind'), value: t(`kind.${it.kind}`) },
          { label: t('certificate.backup'), value: code(it.backupId) },
          { label: t('size'), value: bytes(it.bytes) },
          { label: t('certificate.rows'), value: number(it.rows) },
          { label: t('certificate.tables'), value: number(it.tables) },
          { label: t('certificate.digest'), value: code(it.digest) },
          { label: t('certificate.version'), value: it.version },
          { label: t('certificate.machine'), value: it.machine },
        ]}
      />
      {it.faults.length > 0 && (
        <section>
          <h3>{t('certificate.found')}</h3>
          <ul className="ck-danger ck-backups-long">
            {it.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </section>
      )}
      {it.compared.length > 0 && (
        <section>
          <h3>{t('compared.title')}</h3>
          <p className="ck-quiet">{t(`compared.${it.kind}`)}</p>
          <RowTable label={t('compared.title')} columns={columns} rows={it.compared} rowKey={({ what }) => what} />
        </section>
      )}
    </div>
  )
}

function useCompared(): Column<Certificate['compared'][number]>[] {
  const t = useWords()
  const { number } = useFormats()
  return [
    { key: 'what', title: t('compared.what'), render: ({ what }) => <span className="ck-code">{what}</span> },
    { key: 'count', title: t('certificate.rows'), align: 'right', render: ({ count }) => number(count) },
    {
      key: 'same',
      title: t('certificate.outcome'),
      render: ({ same }) => (same ? t('compared.same') : <span className="ck-danger">{t('compared.differs')}</span>),
    },
  ]
}
