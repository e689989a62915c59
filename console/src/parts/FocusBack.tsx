import { useLayoutEffect } from 'react'

/**
 * Stands before a drawer and gives the focus back to what opened it. antd does so only from the second opening on: at the first, the
 * drawer's own field has the focus already when it looks.
 */
export function FocusBack({ open }: { open: boolean }) {
  useLayoutEffect(() => {
    if (!open) return
    const opener = document.activeElement
    return () => {
      // After the drawer has let go of the focus.
      setTimeout(() => {
        const now = document.activeElement
        const lost = !now || now === document.body || now.closest('.ant-drawer') !== null
        if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus()
      })
    }
  }, [open])
  return null
}
