import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useWords } from '../words.ts'
import { setupQuery } from './setup-needed.ts'

/** The demo shop's year as it is told, week by week. Nobody has to wait for it. */
export default function DemoProgress({ enter }: { enter: () => void }) {
  const t = useWords()
  const { data, error } = useQuery({
    ...setupQuery,
    refetchInterval: ({ state }) => (state.data?.demo?.ready ? false : 1000),
  })
  const demo = data?.demo
  const percent = demo ? Math.floor((demo.done / demo.of) * 100) : 0
  return (
    <div role="status">
      <p>{demo?.ready ? t('demo.ready') : t('demo.telling', { done: demo?.done ?? 0, of: demo?.of ?? 52 })}</p>
      <Progress percent={demo?.ready ? 100 : percent} showInfo={false} aria-label={t('setup.demo')} />
      <RefusalAlert failure={error} />
      <div className="ck-actions ck-step-actions">
        <Button type="primary" onClick={enter} autoFocus>
          {demo?.ready ? t('demo.enter') : t('demo.enterNow')}
        </Button>
      </div>
    </div>
  )
}
