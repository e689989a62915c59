import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react'

interface DialogProps {
  open: boolean
  close: () => void
  title: string
  children: ReactNode
  /** Buttons; the main one last. */
  footer?: ReactNode
}

/** Shows a dialog while its component is there. It is closed before it is taken away: only so does the focus go back to where it was. */
export function useShownModally(box: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [box])
}

/** The browser's own dialog: above everything, with the focus inside, closed by Escape. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ close, title, children, footer }: Omit<DialogProps, 'open'>) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useShownModally(box)
  return (
    <dialog
      ref={box}
      className="ck-dialog"
      aria-labelledby={id}
      onClose={() => !box.current?.open && close()}
      // Escape ends the dialog and not also the drawer in which it was asked.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <h2 id={id}>{title}</h2>
      {children}
      {footer && <div className="ck-drawer-buttons ck-dialog-foot">{footer}</div>}
    </dialog>
  )
}
