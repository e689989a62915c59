import { ExclamationCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Figure } from '../../parts/Figure.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Moment } from '../../parts/Moment.tsx'
import { secondsOf } from './names.ts'
import type { Status } from './shapes.ts'
import { useWords } from './words.ts'

/** So many seconds behind is as it should be: what is written is stored every half a minute, rows every night. */
const fine = { physical: 120, logical: 26 * 3_600 }

/** The three answers: when the last backup was, how much could be lost now, and whether a restore was ever proven. */
export function Standing({ status }: { status: Status }) {
  const t = useWords()
  const { ago, span, number } = useFormats()
  const { behindS, bases, lastCertificate: proof, mode } = status
  const newest = bases[0]
  const late = behindS !== null && behindS > fine[mode ?? 'physical']
  const danger = (bad: boolean, text: ReactNode) => <span className={bad ? 'ck-danger' : undefined}>{text}</span>
  return (
    <div className="ck-figure-row">
      <Figure
        label={t('newest')}
        definition={t(mode === 'logical' ? 'define.newestRows' : 'define.newest')}
        value={danger(!newest, newest ? ago(newest.endedAt) : t('never'))}
        note={status.nextBackupAt && t('next', { when: ago(status.nextBackupAt) })}
      />
      <Figure
        label={t('behind')}
        definition={t(mode === 'logical' ? 'define.behindRows' : 'define.behind')}
        value={danger(behindS === null || late, behindS === null ? t('everything') : span(behindS))}
        note={
          status.walUntil && (
            <>
              {t('until')} <Moment value={status.walUntil} precise />
            </>
          )
        }
      />
      <Figure
        label={t('proven')}
        definition={t('define.proven')}
        value={danger(
          !proof || proof.faultCount > 0,
          proof ? (proof.faultCount > 0 ? t('proven.failed') : ago(proof.endedAt)) : t('proven.never'),
        )}
        note={
          proof &&
          proof.faultCount === 0 &&
          t('proven.note', { span: span(secondsOf(proof)), rows: number(proof.rows), tables: proof.tables })
        }
      />
    </div>
  )
}

/** What a person must do something about. */
export function Warnings({ status }: { status: Status }) {
  const t = useWords()
  const { slot, mode, trouble, drill, lastCertificate, bases } = status
  const said: { key: string; text: string; detail?: string | null; fault: boolean }[] = []
  if (trouble) said.push({ key: 'trouble', text: t('warn.trouble'), detail: trouble, fault: true })
  if (slot === 'lost') said.push({ key: 'lost', text: t('warn.lost'), fault: true })
  if (mode === 'physical' && slot === 'none' && bases.length > 0)
    said.push({ key: 'none', text: t('warn.none'), fault: true })
  if (lastCertificate && lastCertificate.faultCount > 0)
    said.push({ key: 'failed', text: t('warn.failed'), detail: lastCertificate.faults[0], fault: true } as never)
  if (bases.some(({ sound }) => sound === false)) said.push({ key: 'unsound', text: t('warn.unsound'), fault: true })
  if (drill.lacks === 'database')
    said.push({ key: 'database', text: t('warn.database'), detail: 'CHANGKE_DRILL_DATABASE_URL', fault: false })
  return said.map(({ key, text, detail, fault }) => (
    <div key={key} role="alert" className="ck-alert" data-kind={fault ? 'fault' : 'refusal'}>
      <ExclamationCircleFilled aria-hidden />
      <div>
        <p>{text}</p>
        {detail && <p className="ck-code">{detail}</p>}
      </div>
    </div>
  ))
}
