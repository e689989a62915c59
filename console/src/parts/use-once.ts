import { useRef } from 'react'

/**
 * Runs work unless the same is under way: a double click comes twice before a busy button is drawn, and a form that is checked first sends
 * even later.
 */
export function useOnce(): (work: () => Promise<void>) => Promise<void> {
  const running = useRef(false)
  return async (work) => {
    if (running.current) return
    running.current = true
    try {
      await work()
    } finally {
      running.current = false
    }
  }
}
