import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

interface DisclosureProps {
  label: string
  face: ReactNode
  /** Gets a function that closes it and gives the focus back. */
  children: (close: () => void) => ReactNode
  /** The style of the button: one of the header's unless said. */
  buttonClass?: string
  /** Where the panel begins: under the button's end unless said. */
  side?: 'start' | 'end'
}

/** A button that opens a small panel below it. Escape, a click elsewhere and tabbing out close it again. */
export function Disclosure({ label, face, children, buttonClass, side = 'end' }: DisclosureProps) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const elsewhere = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only catches Escape from the controls inside
    <div ref={box} className="ck-disclosure" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={buttonClass ?? 'ck-head-button'}
        aria-expanded={open}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div className="ck-panel" data-side={side}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
