import type { Found } from '../kinds/kind.ts'

/** Something that an undo leaves as it is, because it was used since. */
export type Kept = { what: string; id: string; amount: number; line: number }

/** What is kept, as entries of the run's list; they are numbered on, for they have no column. */
export const asFound = (kept: Kept[], taken: boolean): Found[] =>
  kept.map(({ what, id, amount, line }) => ({
    at: line,
    column: '',
    value: '',
    code: 'used_since',
    details: { what, id, amount },
    taken,
  }))
