import type { Caller } from '#kernel/caller.ts'
import { endOfDay } from '#kernel/clock.ts'
import type { Db, Read } from '#kernel/db.ts'
import { readStores } from '#modules/org/index.ts'
import { placesOf } from '../../kinds/amounts.ts'
import type { FiltersOf, ListName } from '../contract.ts'
import type { Cell } from '../csv.ts'

/** What of a list is wanted: its own filters, and whether personal columns are in clear. */
export type Wanted<L extends ListName> = FiltersOf<L> & { reveal: boolean }

/** A list for export: its columns in both languages, and its rows a page at a time, so that no transaction stays open while somebody saves. */
export type List<L extends ListName = ListName> = {
  /** What one must be allowed besides exporting. */
  may: string
  zh: string[]
  en: string[]
  rows(db: Db, wanted: Wanted<L>, who: Caller): AsyncGenerator<Cell[]>
}

export const pageOf = 500

/** Amounts leave the house in yuan (dollars, pounds …), as people write them. */
export const money = (amount: number | null, currency: string): Cell => {
  if (amount === null) return null
  const places = placesOf(currency)
  return Number((amount / 10 ** places).toFixed(places))
}

/** From the beginning of a first day to the end of a last one in a zone, as moments; null where no day is said. */
export const spanOf = (zone: string, from: string | undefined, to: string | undefined) => ({
  from: from ? Temporal.PlainDate.from(from).toZonedDateTime(zone).toInstant().toString() : null,
  until: to ? endOfDay(zone, to) : null,
})

/** All pages of a list, one after another. */
export async function* pages<T>(
  db: Db,
  read: (read: Read, cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): AsyncGenerator<T[]> {
  for (let cursor: string | undefined; ; ) {
    const page: { items: T[]; next: string | null } = await db.read((one) => read(one, cursor))
    if (page.items.length > 0) yield page.items
    if (page.next === null) return
    cursor = page.next
  }
}

/** The codes of stores by their ids. */
export async function storeCodes(db: Db, ids: (string | null)[]): Promise<(id: string | null) => string> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const stores = wanted.length > 0 ? await db.read((read) => readStores(read, wanted)) : new Map()
  return (id) => (id === null ? '' : (stores.get(id)?.code ?? ''))
}
