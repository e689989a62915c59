import { useSyncExternalStore } from 'react'

/** One value that lives outside React, such as the chosen theme: anyone may read it, and screens follow it. */
export interface Cell<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

/** Makes a cell; setting the value it already has tells nobody. */
export function cellOf<T>(first: T): Cell<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The cell's value, drawn again when it changes. */
export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.subscribe, cell.get)
}

/** What this browser kept under `name`, or undefined: a private window may keep nothing and must still work. */
export function recall<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(`changke.${name}`)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

/** Keeps `value` in this browser under `name`. Never personal data: a till's browser is shared. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`changke.${name}`, JSON.stringify(value))
  } catch {
    // Kept for this page only, then.
  }
}
