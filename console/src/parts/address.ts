import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** What stands behind the `?` of an address: plain text, several values as several. */
export type Address = Record<string, string | string[] | undefined>

/** Reads the part behind the `?`. A name that comes twice is a list. */
export function parseSearch(search: string): Address {
  const found: Address = {}
  for (const [name, value] of new URLSearchParams(search)) {
    const before = found[name]
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return found
}

/** Writes it again, without what is empty. */
export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

/**
 * Filters and tabs live in the address, so that a page can be reloaded, kept and shared.
 * Personal data never does: addresses end up in histories and logs.
 */
export function useAddress(): [Address, (change: Address) => void] {
  const address = useSearch({ strict: false }) as Address
  const navigate = useNavigate()
  const change = useCallback(
    (part: Address) =>
      void navigate({ to: '.', search: ((before: Address) => ({ ...before, ...part })) as never, replace: true }),
    [navigate],
  )
  return [address, change]
}

/** The first value under a name, as text. */
export const firstOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value

/** All values under a name. */
export const allOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
