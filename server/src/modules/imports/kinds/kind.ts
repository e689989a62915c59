import type { Caller } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import type { Kind, Options } from '../contract.ts'
import type { Row } from '../reading/table.ts'

/** What can stand in a column: its key and names, and the names of columns by which it is guessed. */
export type FieldSpec = {
  key: string
  zh: string
  en: string
  /** Names of columns besides those two. */
  words?: string[]
  /** Its values are masked wherever they are kept or shown. */
  personal?: boolean
}

/** Something found in a row: what is wrong with it, or what is worth a look although it was taken in. */
export type Found = {
  at: number
  column: string
  value: string
  code: string
  details: Record<string, unknown>
  taken: boolean
}

/** One row, read: what it says, or what is wrong with it; rows of one key belong together. `worth` is its amount, for the control sums. */
export type Line<I> = { at: number; key: string | null; input: I | null; found: Found[]; worth?: number }

/** What goes in together: a row, or the rows of a receipt. `inputs` is empty when something is wrong with one of them. */
export type Unit<I> = { rows: number[]; inputs: I[]; found: Found[]; worth: number }

/** Something that an undo has to take back. */
export type Made = { kind: 'member' | 'product' | 'opening'; subjectId: string; line: number; before?: unknown }

/** What became of a unit. */
export type Verdict = {
  as: 'accepted' | 'anonymous' | 'reported'
  found: Found[]
  made?: Made[]
  things?: number
  sums?: Record<string, number>
  storeId?: string
}

/** What a kind needs to know of its run. */
export type Setup = {
  runId: string
  columns: Map<string, { index: number; name: string }>
  options: Options
  /** The programme's. */
  currency: string
  zone: string
  /** Where the one who started it may act. */
  scope: Caller['scope']
  /** A check: nothing is written. */
  rehearsal: boolean
}

/** One run of a kind over a file. */
export interface Work<I> {
  /** So many rows may lie between rows that belong together; 0 when every row stands for itself. */
  readonly window: number
  /** So many units go into one transaction, and about so many rows. */
  readonly most: { units: number; rows: number }
  convert(row: Row): Line<I>
  /** What `write` would answer. Whatever it writes is rolled back. */
  check(tx: Tx, units: Unit<I>[]): Promise<Verdict[]>
  write(tx: Tx, units: Unit<I>[]): Promise<Verdict[]>
}

export interface ImportKind {
  readonly kind: Kind
  fields(read: Read): Promise<FieldSpec[]>
  /** Of each of these groups at least one field is needed. */
  readonly needs: readonly (readonly string[])[]
  begin(read: Read, setup: Setup): Promise<Work<unknown>>
}

/** Keeps the type of a kind's inputs to itself: whoever runs it hands back what it was given. */
export const asWork = <I>(work: Work<I>): Work<unknown> => work as unknown as Work<unknown>

/** A verdict over a unit that cannot go in. */
export const reported = (unit: Pick<Unit<unknown>, 'rows' | 'found'>, found: Found[] = []): Verdict => ({
  as: 'reported',
  found: [...unit.found, ...found].map((one) => ({ ...one, taken: false })),
})
