import { useEffect, useRef } from 'react'

/** Puts the focus on the first field of a drawer once the drawer has taken it: a cashier types at once. */
export function FocusFirst({ of = 'input:not([type="radio"], :disabled)' }: { of?: string }) {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      const field = mark.current?.closest('.ant-drawer')?.querySelector<HTMLInputElement>(of)
      field?.focus()
      field?.select?.()
    }, 60)
    return () => clearTimeout(timer)
  }, [of])
  return <span ref={mark} hidden />
}
