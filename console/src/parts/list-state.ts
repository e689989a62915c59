import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { allOf, useAddress } from './address.ts'
import type { Listed } from './api.ts'
import { type Cell, cellOf, keep, recall, useCell } from './cell.ts'

/** A filter of a list. `personal` ones (a name, a phone) are sent in the body and never stand in the address. */
export interface Filter {
  key: string
  label: string
  kind: 'text' | 'choice' | 'choices' | 'day'
  options?: { value: string; label: string }[]
  personal?: boolean
  width?: number
}

/** Chosen values by filter key; what is not chosen is not there. */
export type Chosen = Record<string, string[]>

export interface Asked {
  filters: Chosen
  cursor: string | undefined
  limit: number
}

// Personal filters survive the way to a record and back, not a reload, and nobody finds them in a history.
const personal = new Map<string, Cell<Chosen>>()

function personalOf(name: string): Cell<Chosen> {
  const found = personal.get(name)
  if (found) return found
  const made = cellOf<Chosen>({})
  personal.set(name, made)
  return made
}

/** The first value chosen for a filter: what most queries want. It may be anybody's text from the address: the server refuses what it does not know. */
export const chosenOne = <Value extends string>(filters: Chosen, key: string): Value | undefined =>
  filters[key]?.[0] as Value | undefined

/** The filters that a list offers: while its search (`q`) looks everywhere, no other, which would hide some of what it finds without a word. */
export const besideSearch = (filters: Filter[], chosen: Chosen): Filter[] =>
  chosenOne(chosen, 'q') === undefined ? filters : filters.filter((filter) => filter.key === 'q')

/** Filters from the address, personal ones from memory. */
export function useFilters(name: string, filters: Filter[]) {
  const [address, change] = useAddress()
  const own = personalOf(name)
  const hidden = useCell(own)
  const chosen: Chosen = {}
  for (const filter of filters) {
    const values = filter.personal ? (hidden[filter.key] ?? []) : allOf(address[filter.key])
    if (values.length > 0) chosen[filter.key] = values
  }
  const choose = (filter: Filter, values: string[]) => {
    if (filter.personal) own.set({ ...own.get(), [filter.key]: values })
    else change({ [filter.key]: values.length > 0 ? values : undefined })
  }
  const clear = () => {
    own.set({})
    change(Object.fromEntries(filters.filter((filter) => !filter.personal).map((filter) => [filter.key, undefined])))
  }
  /** These filters and no others. */
  const chooseAll = (wanted: Chosen) => {
    own.set({})
    const plain = filters.filter((filter) => !filter.personal)
    change({ ...Object.fromEntries(plain.map(({ key }) => [key, undefined])), ...wanted })
  }
  return { chosen, choose, chooseAll, clear }
}

/** Reads a list page by page along its cursors; another filter begins again at the first page. */
export function useKeysetPages<Row>(
  name: string,
  filters: Chosen,
  limit: number,
  read: (asked: Asked) => Promise<Listed<Row>>,
) {
  const scope = JSON.stringify([filters, limit])
  const [walk, setWalk] = useState<{ scope: string; cursors: string[] }>({ scope, cursors: [] })
  const cursors = walk.scope === scope ? walk.cursors : []
  const cursor = cursors.at(-1)
  const query = useQuery({
    queryKey: ['list', name, filters, limit, cursor ?? null],
    queryFn: () => read({ filters, cursor, limit }),
    placeholderData: keepPreviousData,
  })
  const next = query.data?.next
  return {
    query,
    number: cursors.length + 1,
    forward: next ? () => setWalk({ scope, cursors: [...cursors, next] }) : undefined,
    back: cursors.length > 0 ? () => setWalk({ scope, cursors: cursors.slice(0, -1) }) : undefined,
  }
}

/** Which columns somebody chose for a list on this machine. */
export function useChosenColumns(name: string, columns: { key: string; always?: boolean; shown?: boolean }[]) {
  const [kept, setKept] = useState(() => recall<string[] | null>(`columns.${name}`))
  const shown = columns
    .filter((column) => column.always || (kept ? kept.includes(column.key) : column.shown !== false))
    .map((column) => column.key)
  /** Null: the list's own columns again. */
  const choose = (keys: string[] | null) => {
    keep(`columns.${name}`, keys)
    setKept(keys)
  }
  return { shown, choose }
}
