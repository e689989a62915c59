import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../../parts/address.ts'
import type { Detail, Report } from '../shapes.ts'
import { useWords } from '../words.ts'
import { Counted, Sums } from './Counted.tsx'
import { Problems } from './Problems.tsx'
import { StartDrawer } from './StartDrawer.tsx'
import { Steps } from './Steps.tsx'

/** What an import would do, before it does anything. */
export function CheckedView({ run, report, changed }: { run: Detail; report: Report | null; changed: () => void }) {
  const t = useWords()
  const [, change] = useAddress()
  const [starting, setStarting] = useState(false)
  if (!report) return null
  const { counts } = report
  const nothing = counts.accepted + counts.anonymous === 0
  return (
    <>
      <Steps at={2} />
      <div className="ck-stage-line">
        <p>{nothing ? t('checked.nothing') : counts.reported > 0 ? t('checked.some') : t('checked.all')}</p>
        <div className="ck-actions">
          <Button onClick={() => change({ step: 'mapping' })}>{t('checked.back')}</Button>
          <Button type="primary" disabled={nothing} onClick={() => setStarting(true)}>
            {t('start.do')}
          </Button>
        </div>
      </div>
      <Counted run={run} report={report} planned />
      <Sums run={run} report={report} title={t('sums.planned')} />
      {(counts.reported > 0 || counts.remarked > 0) && <Problems run={run} task="check" />}
      <StartDrawer run={run} report={report} open={starting} close={() => setStarting(false)} changed={changed} />
    </>
  )
}
