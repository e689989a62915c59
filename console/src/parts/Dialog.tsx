import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  open: boolean
  close: () => void
  title: string
  children: ReactNode
  /** Buttons; the main one last. */
  footer?: ReactNode
}

/** The browser's own dialog: above everything, with the focus inside, closed by Escape. */
export function Dialog({ open, close, title, children, footer }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (open) box.current?.showModal()
    else box.current?.close()
  }, [open])
  if (!open) return null
  return (
    <dialog ref={box} className="ck-dialog" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      {children}
      {footer && <div className="ck-drawer-buttons ck-dialog-foot">{footer}</div>}
    </dialog>
  )
}
