import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormats } from './formats.ts'

export interface TimelineEntry {
  key: string
  /** ISO 8601. */
  moment: string
  title: ReactNode
  /** The page of its cause: a purchase, an adjustment, an import. */
  to?: string
  /** What changed: "+120 points". */
  change?: ReactNode
  detail?: ReactNode
  by?: string
}

/** What happened, newest first, grouped by day; every entry links to its cause. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const formats = useFormats()
  const days = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const { day } = formats.split(entry.moment)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return (
    <div className="ck-timeline">
      {[...days].map(([day, rows]) => (
        <section key={day}>
          <h2>{day}</h2>
          <ol>
            {rows.map((entry) => (
              <li key={entry.key}>
                <time dateTime={entry.moment} className="ck-figures">
                  {formats.split(entry.moment).time}
                </time>
                <div>
                  <div className="ck-timeline-line">
                    {entry.to ? <Link to={entry.to}>{entry.title}</Link> : <span>{entry.title}</span>}
                    {entry.change && <strong className="ck-figures">{entry.change}</strong>}
                  </div>
                  {entry.detail && <div className="ck-quiet">{entry.detail}</div>}
                  {entry.by && <div className="ck-quiet">{entry.by}</div>}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
