import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { sessionQuery } from './session.ts'

/** Says in the browser's tab which page this is. Never a member's name: tabs are kept in histories. */
export function usePageTitle(title: string): void {
  const { data } = useQuery({ ...sessionQuery, enabled: false })
  const house = data?.organisation.name ?? 'Changke 常客'
  useEffect(() => {
    document.title = `${title} · ${house}`
  }, [title, house])
}

interface PageHeadProps {
  title: string
  /** One line under the title that says what this page is for. */
  lead?: ReactNode
  /** Buttons of the page; the main one last. */
  actions?: ReactNode
}

/** The heading that every page begins with; focus moves here when the page is opened from the menu. */
export function PageHead({ title, lead, actions }: PageHeadProps) {
  usePageTitle(title)
  return (
    <header className="ck-page-head">
      <div>
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="ck-quiet">{lead}</p>}
      </div>
      {actions && <div className="ck-actions">{actions}</div>}
    </header>
  )
}
