import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Outcome } from './part.ts'

/** A part that has ended, with all that its figures belong to. */
export type Ended = Outcome & {
  name: string
  size: number
  seed: number
  seconds: number
  /** The machine's load average over a minute, when it began and when it ended. */
  load: [number, number]
  endedAt: string
}

/** A run as it is kept: `proof-<seed>.json` of its folder, written whole after each part. */
export type Kept = {
  seed: number
  form: 'short' | 'long'
  commit: string
  machine: string
  ended: Ended[]
  /** What parts that have not ended keep of themselves. */
  halves: Record<string, Record<string, unknown>>
}

const fileOf = (folder: string, seed: number) => path.join(folder, `proof-${seed}.json`)

/** Writes a run down, whole or not at all; answers the file. */
export function save(folder: string, kept: Kept): string {
  mkdirSync(folder, { recursive: true })
  const file = fileOf(folder, kept.seed)
  writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`)
  renameSync(`${file}.new`, file)
  return file
}

/** The run of a seed, or without one the last that was written; undefined when there is none. */
export function findKept(folder: string, seed: number | undefined): Kept | undefined {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Kept
  if (seed !== undefined) return existsSync(fileOf(folder, seed)) ? read(fileOf(folder, seed)) : undefined
  if (!existsSync(folder)) return undefined
  const all = readdirSync(folder).flatMap((name) =>
    /^proof-\d+\.json$/.test(name) ? [read(path.join(folder, name))] : [],
  )
  const last = ({ ended }: Kept) => ended.at(-1)?.endedAt ?? ''
  return all.sort((a, b) => (last(a) < last(b) ? 1 : -1))[0]
}
