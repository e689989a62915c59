import { RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useFormats } from '../../parts/formats.ts'
import { useMay } from '../../parts/session.ts'
import { useFirstSteps } from './first-steps.ts'
import { importsQuery, incompleteQuery, todayQuery } from './queries.ts'
import { useWords } from './words.ts'

interface Task {
  key: string
  text: ReactNode
  to?: string
  search?: Record<string, string>
  urgent?: boolean
  /** Set when it could not be read: what waits there is unknown, which is not nothing. */
  retry?: () => void
}

/** What waits for somebody, the urgent first; each line leads to where it is done. */
export function ToDo() {
  const t = useWords()
  const { tasks, waiting } = useTasks()
  return (
    <section className="ck-part">
      <h2>{t('todo.title')}</h2>
      {tasks.length === 0 && !waiting && <p className="ck-quiet">{t('todo.none')}</p>}
      <ul className="ck-todo">
        {tasks.map((task) => (
          <li key={task.key}>
            <OneTask task={task} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneTask({ task }: { task: Task }) {
  const t = useWords()
  if (task.retry) {
    return (
      <span className="ck-todo-line">
        <span className="ck-danger">{task.text}</span>
        <Button size="small" onClick={task.retry}>
          {t('retry')}
        </Button>
      </span>
    )
  }
  const text = (
    <>
      <span>{task.text}</span>
      {task.urgent && <Tag color="warning">{t('todo.overdue')}</Tag>}
    </>
  )
  if (!task.to) return <span className="ck-todo-line">{text}</span>
  return (
    <Link to={task.to} search={(task.search ?? {}) as never} className="ck-todo-line">
      {text}
      <RightOutlined aria-hidden />
    </Link>
  )
}

function useTasks(): { tasks: Task[]; waiting: boolean } {
  const t = useWords()
  const { moment } = useFormats()
  const maySell = useMay('purchases.record')
  const today = useQuery({ ...todayQuery, enabled: useMay('purchases.read') })
  const imports = useQuery({ ...importsQuery, enabled: useMay('imports.run') })
  const incomplete = useIncomplete()
  const firstSteps = useFirstSteps()
  const shifts = [...(today.data?.shifts ?? [])].sort((a, b) => Number(b.overdue) - Number(a.overdue))
  const tasks: Task[] = [
    ...firstSteps,
    ...shifts.map((shift) => ({
      key: shift.shiftId,
      text: t('todo.shift', {
        store: shift.storeName,
        till: shift.name || t('till', { code: shift.code }),
        since: moment(shift.openedAt),
      }),
      urgent: shift.overdue,
      ...(maySell ? { to: '/counter' } : {}),
    })),
    ...(imports.data ?? []).map((one) => ({
      key: one.id,
      text: t(`todo.import.${one.state}`, { file: one.fileName }),
      to: `/imports/${one.id}`,
    })),
    ...(imports.isError
      ? [{ key: 'imports', text: t('todo.importsFailed'), retry: () => void imports.refetch() }]
      : []),
    ...incomplete.tasks,
  ]
  return { tasks, waiting: today.isLoading || imports.isLoading || incomplete.waiting }
}

function useIncomplete(): { tasks: Task[]; waiting: boolean } {
  const t = useWords()
  const { number, rough } = useFormats()
  const query = useQuery({ ...incompleteQuery, enabled: useMay('members.read') })
  const { data } = query
  if (query.isError)
    return {
      tasks: [{ key: 'incomplete', text: t('todo.incompleteFailed'), retry: () => void query.refetch() }],
      waiting: false,
    }
  if (!data || data.count === 0) return { tasks: [], waiting: query.isLoading }
  const shown = data.exact ? number(data.count) : rough(data.count)
  const text = t(data.exact ? 'todo.incomplete' : 'todo.incompleteMany', { count: data.count, shown })
  return {
    tasks: [{ key: 'incomplete', text, to: '/members', search: { incomplete: 'true', status: 'active' } }],
    waiting: false,
  }
}
