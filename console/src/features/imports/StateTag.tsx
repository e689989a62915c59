import { Tag } from 'antd'
import type { Run } from './shapes.ts'
import { useWords } from './words.ts'

const colours = {
  ready: 'default',
  waiting: 'processing',
  running: 'processing',
  paused: 'warning',
  done: 'success',
  failed: 'error',
  cancelled: 'default',
  undone: 'default',
} as const

/** Where an import stands, with what is being done to it. */
export function StateTag({ run }: { run: Run }) {
  const t = useWords()
  const { state, task } = run
  const busy = state === 'running' && task !== null
  return <Tag color={colours[state]}>{busy ? t(`doing.${task}`) : t(`state.${state}`)}</Tag>
}
