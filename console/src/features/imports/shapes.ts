import type { AnswerOf, Schemas } from '../../parts/api.ts'

export type Run = Schemas['Import']
export type Detail = Schemas['ImportDetail']
export type Counts = Schemas['ImportCounts']
export type Report = Schemas['ImportReport']
export type Field = Schemas['ImportField']
export type Options = Schemas['ImportOptions']
export type Problem = Schemas['ImportProblem']
export type Sample = AnswerOf<'get', '/v1/imports/{id}/sample'>
export type ImportKind = Run['kind']
export type Task = NonNullable<Run['task']>

export const kinds = ['members', 'products', 'purchases', 'openings'] as const satisfies ImportKind[]
export const states = [
  'ready',
  'waiting',
  'running',
  'paused',
  'done',
  'failed',
  'cancelled',
  'undone',
] as const satisfies Run['state'][]

/** What a control may say that the file comes to. */
export const totals = ['points', 'growth', 'principal', 'bonus'] as const satisfies (keyof Options['control'][string])[]
export type Total = (typeof totals)[number]

/** Column of the file → field. */
export type Mapping = Detail['mapping']
