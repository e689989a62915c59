import { z } from 'zod'
import { Id, Line, listOf, Moment } from '#kernel/fields.ts'

const ListName = z.string().regex(/^[a-z][a-z-]{0,39}$/)

const seen = {
  /** The list's name in the console: `members`, `purchases` … */
  list: ListName,
  name: Line(40).min(1),
  /** By filter, the values that were chosen. A personal search (a name, a phone) does not belong in here. */
  filters: z.record(z.string().regex(/^\w{1,40}$/), z.array(Line(200)).max(100)),
  /** The columns that are shown, in their order; null for the list's own. */
  columns: z
    .array(z.string().regex(/^\w{1,40}$/))
    .max(60)
    .nullable(),
}

/** A way to look at a list that somebody keeps for themselves. */
export const View = z.object({ id: Id, ...seen, madeAt: Moment }).meta({ id: 'View' })
export type View = z.infer<typeof View>

export const ViewList = listOf(View)

export const KeepView = z.object({
  ...seen,
  filters: seen.filters.default({}),
  columns: seen.columns.default(null),
})
export type KeepView = z.infer<typeof KeepView>

export const ViewFilter = z.object({ list: ListName.optional() })
