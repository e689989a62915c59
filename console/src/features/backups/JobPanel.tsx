import { Progress } from 'antd'
import { Moment } from '../../parts/Moment.tsx'
import { useAskedBy, useBytes } from './names.ts'
import type { Job } from './shapes.ts'
import { useWords } from './words.ts'

const ways: Record<Job['kind'], Job['step'][]> = {
  backup: ['waiting', 'copying', 'done'],
  drill: ['waiting', 'catching_up', 'restoring', 'starting', 'verifying', 'done'],
}

/** A backup or drill that is under way, or the last one that failed; it goes on when the page is closed. */
export function JobPanel({ job }: { job: Job }) {
  const t = useWords()
  const bytes = useBytes()
  const askedBy = useAskedBy()
  const failed = job.step === 'failed'
  const way = ways[job.kind]
  const title = t(`job.${job.kind}`)
  // A way of five steps is no clock: it only says how many lie behind.
  const percent = failed ? 100 : Math.round((Math.max(0, way.indexOf(job.step)) / (way.length - 1)) * 100)
  return (
    <section className="ck-work" aria-label={title}>
      <div className="ck-work-line">
        <strong>{title}</strong>
        <span className={`ck-state ck-state-${failed ? 'failed' : 'running'}`} role="status">
          {t(`step.${job.step}`)}
        </span>
      </div>
      <Progress percent={percent} showInfo={false} status={failed ? 'exception' : 'active'} aria-label={title} />
      <div className="ck-work-facts ck-figures">
        <span>{t('job.asked', { who: askedBy(job.askedBy) })}</span>
        <Moment value={job.endedAt ?? job.begunAt ?? job.askedAt} precise />
        {job.doneBytes > 0 && <span>{bytes(job.doneBytes)}</span>}
      </div>
      {job.fault && <p className="ck-danger ck-backups-fault">{job.fault}</p>}
    </section>
  )
}
