import { QuestionCircleOutlined, ReloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Disclosure } from './Disclosure.tsx'
import { Moment } from './Moment.tsx'
import { usePartWords } from './own-words.ts'

interface FigureProps {
  label: string
  /** What is counted, in one or two sentences; opens behind the `?`. */
  definition: string
  /** The figure; undefined while it is on its way or has failed. */
  value: ReactNode | undefined
  /** True when it could not be loaded: then it says so, for a missing figure is never 0. */
  failed?: boolean
  retry?: () => void
  /** The rows that it was counted from. */
  to?: string
  search?: Record<string, string>
  computedAt?: string
  note?: ReactNode
}

/** A number with its name, its definition and the way to the rows behind it. */
export function Figure({ label, definition, value, failed, retry, to, search, computedAt, note }: FigureProps) {
  const t = usePartWords()
  const meaning = (
    <div className="ck-definition">
      <p>{definition}</p>
      {computedAt && (
        <p className="ck-quiet">
          {t('figure.computed')} <Moment value={computedAt} />
        </p>
      )}
    </div>
  )
  return (
    <div className="ck-figure">
      <div className="ck-figure-label">
        <span>{label}</span>
        <Disclosure
          label={t('figure.definition', { label })}
          face={<QuestionCircleOutlined aria-hidden />}
          buttonClass="ck-question"
          side="start"
        >
          {() => meaning}
        </Disclosure>
      </div>
      <div className="ck-figure-value">
        {failed ? (
          <span className="ck-figure-failed">
            {t('figure.failed')}
            {retry && (
              <Button
                type="text"
                size="small"
                icon={<ReloadOutlined aria-hidden />}
                onClick={retry}
                aria-label={t('retry')}
              />
            )}
          </span>
        ) : value === undefined ? (
          <span className="ck-bone" style={{ width: 96, height: 24 }} />
        ) : to ? (
          <Link to={to} search={(search ?? {}) as never}>
            {value}
          </Link>
        ) : (
          value
        )}
      </div>
      {note && <div className="ck-quiet">{note}</div>}
    </div>
  )
}
