import { Tag } from 'antd'
import { Moment } from '../../parts/Moment.tsx'
import { Facts } from '../../parts/RecordHead.tsx'
import { type Column, RowTable } from '../../parts/RowTable.tsx'
import { useBytes } from './names.ts'
import type { Backup, Status } from './shapes.ts'
import { useWords } from './words.ts'

/** Every backup that lies in the folder, the newest first. */
export function Copies({ status }: { status: Status }) {
  const t = useWords()
  const columns = useColumns()
  return (
    <section className="ck-backups-part">
      <h2>{t('bases.title')}</h2>
      <Facts
        facts={[
          { label: t('folder'), value: <span className="ck-code">{status.folder}</span> },
          { label: t('kept'), value: t('kept.days', { count: status.keepDays }) },
        ]}
      />
      {status.bases.length === 0 ? (
        <p className="ck-quiet">{t('bases.none')}</p>
      ) : (
        <RowTable label={t('bases.title')} columns={columns} rows={status.bases} rowKey={(base) => base.id} />
      )}
    </section>
  )
}

function useColumns(): Column<Backup>[] {
  const t = useWords()
  const bytes = useBytes()
  return [
    { key: 'endedAt', title: t('bases.when'), render: (base) => <Moment value={base.endedAt} precise /> },
    { key: 'kind', title: t('kind'), render: (base) => t(`kind.${base.kind}`) },
    { key: 'bytes', title: t('size'), align: 'right', render: (base) => bytes(base.bytes) },
    { key: 'sound', title: t('checked'), render: (base) => <Sound sound={base.sound} /> },
    { key: 'id', title: t('id'), render: (base) => <span className="ck-code">{base.id}</span> },
  ]
}

function Sound({ sound }: { sound: boolean | null }) {
  const t = useWords()
  if (sound === null) return <span className="ck-quiet">{t('sound.unknown')}</span>
  return sound ? <Tag color="success">{t('sound.yes')}</Tag> : <Tag color="error">{t('sound.no')}</Tag>
}
