import { useEffect, useRef } from 'react'

/** How long a drawer takes to open, and may take the focus to itself meanwhile. */
const openingMs = 600

/**
 * Puts the focus on the first field of a drawer as soon as it is drawn, and keeps it there while the drawer opens: a cashier types at once,
 * and no keystroke is lost or lands in the field behind.
 */
export function FocusFirst({ of = 'input:not([type="radio"], :disabled)' }: { of?: string }) {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const drawer = mark.current?.closest<HTMLElement>('.ant-drawer')
    const field = drawer?.querySelector<HTMLInputElement>(of)
    if (!drawer || !field) return
    field.focus()
    field.select()
    // The drawer focuses its own frame when it opens; from a field that somebody chose nothing is taken.
    const back = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.matches('input, textarea, button, select, a')) field.focus()
    }
    drawer.addEventListener('focusin', back)
    const timer = setTimeout(() => drawer.removeEventListener('focusin', back), openingMs)
    return () => {
      clearTimeout(timer)
      drawer.removeEventListener('focusin', back)
    }
  }, [of])
  return <span ref={mark} hidden />
}
