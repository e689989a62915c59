import type { z } from 'zod'
import type { Caller } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import type { PublishInput, Version, VersionsPage } from './contract.ts'
import { Charter, refuse } from './contract.ts'
import * as store from './store.ts'

// A published version never changes, so a parsed one may be kept; which one is in force is asked each time.
const parsed = new WeakMap<object, Map<number, Charter>>()

/** The rules of one version. Refuses `charter.unknown`. */
export async function charterOf(read: Read, no: number): Promise<Charter> {
  let kept = parsed.get(read.keys)
  if (!kept) {
    kept = new Map()
    parsed.set(read.keys, kept)
  }
  let charter = kept.get(no)
  if (!charter) {
    const row = await store.versionNo(read, no)
    if (!row) throw refuse('charter.unknown', { no })
    charter = Charter.parse(row.document)
    kept.set(no, charter)
  }
  return charter
}

export type InForce = { no: number; charter: Charter }

/**
 * The versions in force at some business moments, in their order: the latest that began by then, else the first one (a sale from before
 * the programme follows the first rules that there were). Refuses `charter.none` before anything is published.
 */
export async function chartersAt(read: Read, moments: string[]): Promise<InForce[]> {
  const schedule = await store.schedule(read)
  if (schedule.length === 0) throw refuse('charter.none')
  const times = schedule.map(({ no, effectiveFrom }) => ({ no, from: Date.parse(effectiveFrom) }))
  const charters = new Map<number, Charter>()
  const found: InForce[] = []
  for (const moment of moments) {
    const ms = Date.parse(moment)
    let no = times[0]!.no
    for (const version of times) if (version.from <= ms) no = version.no
    if (!charters.has(no)) charters.set(no, await charterOf(read, no))
    found.push({ no, charter: charters.get(no)! })
  }
  return found
}

/** The version in force now. */
export async function readCurrent(read: Read): Promise<Version> {
  const [current] = await chartersAt(read, [read.now])
  return readVersion(read, current!.no)
}

/** One version, whole. Refuses `charter.unknown`. */
export async function readVersion(read: Read, no: number): Promise<Version> {
  const row = await store.versionNo(read, no)
  if (!row) throw refuse('charter.unknown', { no })
  const { document, ...head } = row
  return { ...head, charter: Charter.parse(document) }
}

/** All versions, newest first, page by page. */
export async function listVersions(read: Read, { cursor, limit }: z.infer<typeof VersionsPage>) {
  const before = (fromCursor(cursor)?.[0] as number | undefined) ?? null
  const rows = await store.versions(read, before, limit + 1)
  const items = rows.slice(0, limit).map(({ document, ...head }) => ({ ...head, name: Charter.parse(document).name }))
  return { items, next: rows.length > limit ? toCursor(items.at(-1)!.no) : null }
}

/** Publishes a charter from a moment on (now, if none is said). It can never be changed, only followed by another. */
export async function publish(tx: Tx, input: z.infer<typeof PublishInput>, who: Caller): Promise<Version> {
  const from = input.effectiveFrom ?? tx.now
  const first = (await store.schedule(tx)).length === 0
  if (!first && Date.parse(from) < Date.parse(tx.now) - 1000) throw refuse('charter.too_late', { effectiveFrom: from })
  const no = await store.insertVersion(tx, {
    document: input.charter,
    effectiveFrom: from,
    publishedAt: tx.now,
    publishedBy: who.name,
    note: input.note,
  })
  return {
    no,
    charter: input.charter,
    effectiveFrom: from,
    publishedAt: tx.now,
    publishedBy: who.name,
    note: input.note,
  }
}
