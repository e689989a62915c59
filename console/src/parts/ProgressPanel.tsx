import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { ConfirmButton } from './ConfirmButton.tsx'
import { useFormats } from './formats.ts'
import { usePartWords } from './own-words.ts'

export type WorkState = 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled'

interface ProgressPanelProps {
  title: string
  state: WorkState
  done: number
  /** Undefined while nobody knows how much there is. */
  total?: number | undefined
  /** Rows in a second, as measured by the server. */
  rate?: number | undefined
  failed?: number | undefined
  /** The failed rows as a file. */
  failedHref?: string | undefined
  onPause?: (() => void) | undefined
  onResume?: (() => void) | undefined
  onCancel?: (() => void) | undefined
  report?: ReactNode
}

/** Long work: how far, how fast, how much longer; it goes on when the page is closed. */
export function ProgressPanel(props: ProgressPanelProps) {
  const { title, state, done, total, rate, failed, failedHref, report } = props
  const t = usePartWords()
  const formats = useFormats()
  const running = state === 'running'
  const left = running && rate && total !== undefined ? (total - done) / rate : undefined
  const share = total ? Math.min(100, Math.floor((done / total) * 100)) : state === 'done' ? 100 : 0
  const facts = [
    total === undefined
      ? t('work.rows', { done: formats.number(done) })
      : t('work.of', { done: formats.number(done), total: formats.number(total) }),
    ...(running && rate
      ? [t('work.rate', { rate: formats.number(rate, { maximumFractionDigits: rate < 10 ? 1 : 0 }) })]
      : []),
    ...(left === undefined ? [] : [t('work.left', { span: formats.span(left) })]),
  ]
  return (
    <section className="ck-work" aria-label={title}>
      <div className="ck-work-line">
        <strong>{title}</strong>
        <span className={`ck-state ck-state-${state}`} role="status">
          {t(`work.${state}`)}
        </span>
        <Controls {...props} />
      </div>
      <Progress
        percent={share}
        showInfo={false}
        status={state === 'failed' ? 'exception' : 'normal'}
        aria-label={title}
      />
      <div className="ck-work-facts ck-figures">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {failed ? (
          <span className="ck-danger">
            {t('work.failedRows', { count: failed })}
            {failedHref && (
              <>
                {' '}
                <a href={failedHref} download>
                  {t('work.failedFile')}
                </a>
              </>
            )}
          </span>
        ) : null}
      </div>
      {report}
    </section>
  )
}

function Controls({ state, onPause, onResume, onCancel }: ProgressPanelProps) {
  const t = usePartWords()
  const running = state === 'running'
  return (
    <div className="ck-actions">
      {running && onPause && (
        <Button size="small" onClick={onPause}>
          {t('work.pause')}
        </Button>
      )}
      {state === 'paused' && onResume && (
        <Button size="small" type="primary" onClick={onResume}>
          {t('work.resume')}
        </Button>
      )}
      {(running || state === 'paused' || state === 'waiting') && onCancel && (
        <ConfirmButton
          size="small"
          label={t('work.cancel')}
          question={t('work.cancelSure')}
          run={async () => onCancel()}
        />
      )}
    </div>
  )
}
