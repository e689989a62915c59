import { useState } from 'react'
import { api, ask, Refusal } from '../../../parts/api.ts'
import { ProgressPanel, type WorkState } from '../../../parts/ProgressPanel.tsx'
import { usePreferences } from '../../../parts/preferences.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import type { Detail } from '../shapes.ts'
import { useWords } from '../words.ts'
import { Problems } from './Problems.tsx'

const works = new Set<string>(['waiting', 'running', 'paused', 'failed', 'cancelled'])

/** Long work on the way: how far, how fast, how much longer; it goes on when the page is closed. */
export function WorkView({ run, changed }: { run: Detail; changed: () => void }) {
  const t = useWords()
  const { language } = usePreferences()
  const [failure, setFailure] = useState<unknown>()
  const { id, task, state, counts } = run
  const act = (deed: 'pause' | 'resume' | 'cancel') => () => {
    setFailure(undefined)
    ask(api.POST(`/v1/imports/{id}/${deed}`, { params: { path: { id } } })).then(changed, setFailure)
  }
  const fault = run.fault && new Refusal({ status: 422, ...run.fault })
  const failed = state === 'failed'
  const notes: Partial<Record<typeof state, string>> = {
    waiting: t('work.inLine'),
    running: t('work.goesOn'),
    paused: t('work.resting'),
  }
  return (
    <>
      <RefusalAlert failure={failure} />
      {failed && <RefusalAlert failure={fault ?? failure} retry={act('resume')} />}
      <ProgressPanel
        title={t(`work.${task ?? 'run'}`)}
        state={works.has(state) ? (state as WorkState) : 'running'}
        done={run.rowsDone}
        total={run.rowsTotal ?? undefined}
        rate={run.rate || undefined}
        failed={counts.reported}
        failedHref={
          counts.reported > 0 ? `/v1/imports/${id}/errors.csv?task=${task ?? 'run'}&language=${language}` : undefined
        }
        onPause={run.wish === null ? act('pause') : undefined}
        onResume={act('resume')}
        onCancel={task !== 'undo' && run.wish === null ? act('cancel') : undefined}
        report={
          <p className="ck-work-note">
            {run.wish === 'pause' && t('work.pausing')}
            {run.wish === 'cancel' && t('work.cancelling')}
            {run.wish === null && notes[state]}
          </p>
        }
      />
      {task && (state === 'paused' || failed || state === 'cancelled') && counts.reported > 0 && (
        <Problems run={run} task={task} />
      )}
    </>
  )
}
