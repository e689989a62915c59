import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'

/** A link to another page that looks like a button; a middle click opens it in a new tab as with any link. */
export function LinkButton({ to, children, primary }: { to: string; children: ReactNode; primary?: boolean }) {
  const navigate = useNavigate()
  return (
    <Button
      href={to}
      type={primary ? 'primary' : 'default'}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        void navigate({ to })
      }}
    >
      {children}
    </Button>
  )
}
