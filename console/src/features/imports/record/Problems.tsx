import { DownloadOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { ListPage } from '../../../parts/ListPage.tsx'
import { Nothing } from '../../../parts/Moment.tsx'
import { usePreferences } from '../../../parts/preferences.ts'
import type { Column } from '../../../parts/RowTable.tsx'
import { useFieldLabel } from '../names.ts'
import type { Detail, Problem, Task } from '../shapes.ts'
import { useWords } from '../words.ts'

interface Numbered extends Problem {
  key: string
}

/** The rows that could not be taken in, one by one: what stands there, what is wrong, what to do; also as a file. */
export function Problems({ run, task }: { run: Detail; task: Task }) {
  const t = useWords()
  const { language } = usePreferences()
  return (
    <section className="ck-part">
      <h2>{t('problems.title')}</h2>
      <ListPage<Numbered>
        name={`import-problems ${run.id} ${task} ${run.endedAt ?? ''} ${language}`}
        title={t('problems.title')}
        head={false}
        columns={useColumns(run, task)}
        rowKey={(problem) => problem.key}
        limit={20}
        read={async ({ cursor, limit }) => {
          const params = { path: { id: run.id }, query: { task, language, cursor, limit } }
          const list = await ask(api.GET('/v1/imports/{id}/problems', { params }))
          return { ...list, items: list.items.map((one, at) => ({ ...one, key: `${cursor ?? ''} ${at}` })) }
        }}
        actions={
          <Button
            href={`/v1/imports/${run.id}/errors.csv?task=${task}&language=${language}`}
            download
            icon={<DownloadOutlined aria-hidden />}
          >
            {t('problems.file')}
          </Button>
        }
        empty={<EmptyState title={t('problems.none')} />}
      />
    </section>
  )
}

function useColumns(run: Detail, task: Task): Column<Numbered>[] {
  const t = useWords()
  const fieldLabel = useFieldLabel(run.fields)
  return [
    {
      key: 'row',
      title: t('problem.row'),
      align: 'right',
      width: '72px',
      render: (one) => (one.row === 0 ? <Nothing /> : <span className="ck-figures">{one.row}</span>),
      always: true,
    },
    {
      key: 'column',
      title: t('problem.column'),
      render: (one) => one.column || fieldLabel(String(one.details['field'] ?? '')) || <Nothing />,
    },
    {
      key: 'value',
      title: t('problem.value'),
      render: (one) => (one.value ? <span className="ck-cell-text">{one.value}</span> : <Nothing />),
    },
    {
      key: 'wrong',
      title: t('problem.wrong'),
      render: (one) => <span className="ck-cell-text">{one.wrong}</span>,
      always: true,
    },
    { key: 'todo', title: t('problem.todo'), render: (one) => <span className="ck-cell-text">{one.todo}</span> },
    {
      key: 'taken',
      title: t('problem.taken'),
      render: (one) => {
        if (!one.taken) return <Tag color="error">{t('problem.out')}</Tag>
        return <Tag color="success">{t(task === 'check' ? 'problem.goesIn' : 'problem.in')}</Tag>
      },
    },
  ]
}
