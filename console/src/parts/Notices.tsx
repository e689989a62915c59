import { CheckCircleOutlined, CloseOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { cellOf, useCell } from './cell.ts'
import { usePartWords } from './own-words.ts'

interface Notice {
  id: number
  text: string
  /** Where to see or undo what was done. */
  link?: { to: string; label: string }
}

const notices = cellOf<Notice[]>([])
let count = 0

/** Says that something was done, and where to undo it. Refusals are not notices: they stand where they arose. */
export function notify(text: string, link?: Notice['link']): void {
  count += 1
  notices.set([...notices.get().slice(-2), { id: count, text, ...(link ? { link } : {}) }])
}

const dismiss = (id: number) => notices.set(notices.get().filter((notice) => notice.id !== id))

/** The corner in which notices appear; read out by a screen reader without taking the focus. */
export function Notices() {
  const shown = useCell(notices)
  return (
    <div className="ck-notices" role="status" aria-live="polite">
      {shown.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function OneNotice({ notice }: { notice: Notice }) {
  const t = usePartWords()
  useEffect(() => {
    const timer = setTimeout(() => dismiss(notice.id), notice.link ? 12_000 : 5_000)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <div className="ck-notice">
      <CheckCircleOutlined aria-hidden />
      <span>{notice.text}</span>
      {notice.link && <Link to={notice.link.to}>{notice.link.label}</Link>}
      <button type="button" className="ck-icon-button" onClick={() => dismiss(notice.id)} aria-label={t('close')}>
        <CloseOutlined aria-hidden />
      </button>
    </div>
  )
}
