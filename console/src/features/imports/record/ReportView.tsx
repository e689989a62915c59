import { Button } from 'antd'
import { useState } from 'react'
import { useFormats } from '../../../parts/formats.ts'
import { LinkButton } from '../../../parts/LinkButton.tsx'
import { Moment } from '../../../parts/Moment.tsx'
import type { Detail, Report } from '../shapes.ts'
import { useWords } from '../words.ts'
import { Counted, Sums } from './Counted.tsx'
import { Problems } from './Problems.tsx'
import { UndoDrawer } from './UndoDrawer.tsx'

const lists = { members: '/members', products: '/catalog', purchases: '/purchases', openings: '/members' } as const

/** What an import did, and the way to take it back. */
export function ReportView({ run, changed }: { run: Detail; changed: () => void }) {
  const t = useWords()
  const [undoing, setUndoing] = useState(false)
  const { report, undoReport, state } = run
  const mayUndo = state !== 'undone' || (undoReport?.keptCount ?? 0) > 0
  return (
    <>
      <div className="ck-stage-line">
        <p>
          {t(`ended.${state}` as 'ended.done')} {run.endedAt && <Moment value={run.endedAt} />}
        </p>
        <div className="ck-actions">
          {mayUndo && (
            <Button danger onClick={() => setUndoing(true)}>
              {t(state === 'undone' ? 'undo.rest' : 'undo.do')}
            </Button>
          )}
          {state === 'done' && <LinkButton to={lists[run.kind]}>{t(`see.${run.kind}`)}</LinkButton>}
        </div>
      </div>
      {undoReport && <Undone report={undoReport} />}
      {undoReport && undoReport.keptCount > 0 && <Problems run={run} task="undo" />}
      {report ? (
        <>
          <Counted run={run} report={report} planned={false} />
          <Sums run={run} report={report} title={t('sums.taken')} />
          {(report.counts.reported > 0 || report.counts.remarked > 0) && <Problems run={run} task="run" />}
        </>
      ) : (
        state === 'cancelled' && <p className="ck-quiet">{t('ended.partly')}</p>
      )}
      <UndoDrawer run={run} open={undoing} close={() => setUndoing(false)} changed={changed} />
    </>
  )
}

/** What was taken back, and what stays because it was used since. */
function Undone({ report }: { report: Report }) {
  const t = useWords()
  const { number } = useFormats()
  const { keptCount, counts } = report
  return (
    <section className="ck-sheet ck-undone">
      <h2>{t('undone.title')}</h2>
      <p>{t('undone.things', { count: counts.things, shown: number(counts.things) })}</p>
      {keptCount > 0 && <p>{t('undone.kept', { count: keptCount, shown: number(keptCount) })}</p>}
    </section>
  )
}
