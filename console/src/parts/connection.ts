import { useEffect } from 'react'
import { reached } from './api.ts'
import { useCell } from './cell.ts'

async function knock(): Promise<void> {
  try {
    const { status } = await fetch('/healthz', { cache: 'no-store' })
    // A proxy answers for a server that is gone.
    if (status < 500) reached.set(true)
  } catch {
    // Still nobody there.
  }
}

/** Whether the server can be reached; while it cannot, it is asked every three seconds. */
export function useConnection(): boolean {
  const ok = useCell(reached)
  useEffect(() => {
    const lost = () => reached.set(false)
    window.addEventListener('offline', lost)
    window.addEventListener('online', knock)
    return () => {
      window.removeEventListener('offline', lost)
      window.removeEventListener('online', knock)
    }
  }, [])
  useEffect(() => {
    if (ok) return
    const timer = setInterval(knock, 3000)
    return () => clearInterval(timer)
  }, [ok])
  return ok
}
