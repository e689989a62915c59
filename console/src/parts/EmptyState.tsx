import type { ReactNode } from 'react'

/** An empty page that teaches its first step. */
export function EmptyState({ title, text, action }: { title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className="ck-empty">
      <strong>{title}</strong>
      {text && <p>{text}</p>}
      {action}
    </div>
  )
}
