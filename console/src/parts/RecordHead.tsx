import { ArrowLeftOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { usePageTitle } from './PageHead.tsx'

interface RecordHeadProps {
  /** The list that this record belongs to. */
  back: { to: string; label: string }
  /** What kind of record it is, for the browser's tab: "Member M1029". No personal names. */
  tabTitle: string
  /** Who or what: the first answer. Undefined while loading. */
  title: ReactNode | undefined
  /** Tags of state and tier. */
  marks?: ReactNode
  /** Balances and other facts, in the order in which one asks for them. */
  facts?: { label: string; value: ReactNode }[]
  /** What needs care: an open complaint, a frozen card. */
  care?: ReactNode
  actions?: ReactNode
}

/** The head of a record: who, tier, balances, what needs care. Tabs stand below it. */
export function RecordHead({ back, tabTitle, title, marks, facts = [], care, actions }: RecordHeadProps) {
  usePageTitle(tabTitle)
  return (
    <header className="ck-record-head">
      <Link to={back.to} className="ck-back">
        <ArrowLeftOutlined aria-hidden /> {back.label}
      </Link>
      <div className="ck-record-line">
        <h1 id="page-title" tabIndex={-1}>
          {title ?? <span className="ck-bone" style={{ width: 160, height: 20 }} />}
        </h1>
        {marks && <div className="ck-marks">{marks}</div>}
        {actions && <div className="ck-actions">{actions}</div>}
      </div>
      {facts.length > 0 && (
        <dl className="ck-facts">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {care}
    </header>
  )
}

/** Facts of a record as pairs, two or three to a row. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="ck-pairs">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
