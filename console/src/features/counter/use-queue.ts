import { useRef, useState } from 'react'
import { reached, Unreachable } from '../../parts/api.ts'

/** Resolves when the server can be reached again. */
const connection = (): Promise<void> =>
  new Promise((resolve) => {
    if (reached.get()) return resolve()
    const stop = reached.subscribe(() => {
      if (!reached.get()) return
      stop()
      resolve()
    })
  })

/**
 * Work that is done one after the other, in the order in which it was asked for, however long each piece takes. Without a connection a piece
 * waits for it (`held` is told), and those behind it wait with it: nothing that was scanned is lost.
 */
export function useQueue(held: () => void) {
  const [waiting, setWaiting] = useState(0)
  const queue = useRef(Promise.resolve())
  const add = (act: () => Promise<void> | void) => {
    setWaiting((count) => count + 1)
    queue.current = queue.current.then(act).finally(() => setWaiting((count) => count - 1))
  }
  const patiently = async <T>(look: () => Promise<T>): Promise<T> => {
    try {
      return await look()
    } catch (thrown) {
      if (!(thrown instanceof Unreachable)) throw thrown
      held()
      await connection()
      return patiently(look)
    }
  }
  /** Does something after everything that was scanned before it: fingers are faster than a search. */
  const after = (act: () => void) =>
    add(async () => {
      await new Promise((resolve) => setTimeout(resolve, 0))
      act()
    })
  return { waiting, add, patiently, after }
}
