import { z } from 'zod'
import { Day, Id, Line } from '#kernel/fields.ts'
import { AuditFilter } from '#modules/audit/index.ts'
import { ListProducts } from '#modules/catalog/index.ts'
import { ListMembers } from '#modules/members/index.ts'
import { PersonFilter, PostFilter, UnitFilter } from '#modules/org/index.ts'
import { PurchaseFilter, ShiftFilter } from '#modules/purchases/index.ts'
import { ListRuns, Spoken, Task } from '../contract.ts'

export const ListName = z.enum([
  'members',
  'cards',
  'purchases',
  'purchase-lines',
  'shifts',
  'products',
  'transfers',
  'audit',
  'imports',
  'import-problems',
  'people',
  'posts',
  'stores',
])
export type ListName = z.infer<typeof ListName>
export const Format = z.enum(['csv', 'xlsx'])
export type Format = z.infer<typeof Format>

/** First and last day, both included: business days of purchases, the programme's days of the rest. */
const days = { from: Day.optional(), to: Day.optional() }
/** What was typed into the search above a list. It may be personal and never stands in an address. */
const q = Line(80).min(1).optional()
const storeId = Id.optional()
const paging = { cursor: true, limit: true } as const

/** What each list can be narrowed by: its own filters, as its route takes them, so that a file holds what the list shows. */
export const filtersOf = {
  members: ListMembers.omit(paging).extend({ q, storeId, ...days }),
  cards: z.object({ memberId: Id.optional(), storeId, ...days }),
  purchases: PurchaseFilter.omit(paging),
  'purchase-lines': PurchaseFilter.omit(paging),
  shifts: ShiftFilter.omit(paging),
  products: ListProducts.omit(paging).extend({ q }),
  /** `unit`: points, growth, or money with its currency, as in `principal.CNY`. */
  transfers: z.object({ memberId: Id.optional(), storeId, unit: Line(40).optional(), ...days }),
  audit: AuditFilter.omit(paging).extend(days),
  imports: ListRuns.omit(paging),
  /** Which import's problems. */
  'import-problems': z.object({ importId: Id.optional(), task: Task.optional() }),
  people: PersonFilter.omit(paging),
  posts: PostFilter,
  stores: UnitFilter.omit({ kind: true }),
} satisfies Record<ListName, z.ZodObject>
export type FiltersOf<L extends ListName> = z.infer<(typeof filtersOf)[L]>

/** Filters that may stand in an address. Which of them a list has, its own route says; one that it has not is refused. */
const plain = {
  ...filtersOf.members.omit({ q: true }).shape,
  ...filtersOf.cards.shape,
  ...filtersOf.transfers.shape,
  ...filtersOf.products.omit({ q: true }).shape,
  ...filtersOf.audit.shape,
  ...filtersOf.imports.shape,
  ...filtersOf['import-problems'].shape,
  ...filtersOf.people.omit({ q: true }).shape,
  ...filtersOf.posts.shape,
  ...filtersOf.stores.shape,
  ...filtersOf.shifts.shape,
  ...filtersOf.purchases.shape,
  // Words that mean something else from list to list.
  kind: Line(80).min(1).optional(),
  status: Line(40).min(1).optional(),
  outcome: Line(40).min(1).optional(),
  state: Line(40).min(1).optional(),
  incomplete: z.enum(['true', 'false']).optional(),
  vacant: z.enum(['true', 'false']).optional(),
}

export const Download = z.object({
  list: ListName,
  format: Format,
  reason: Line(200).default(''),
  language: Spoken,
  ...plain,
})

/** What somebody wants to take out of the house, and why. */
export const Take = z
  .object({
    list: ListName,
    format: Format,
    reason: Line(200).min(2),
    /** Members with phone, e-mail, id number and address in clear; needs `members.reveal`. */
    reveal: z.boolean().default(false),
    language: Spoken,
    ...plain,
    q,
  })
  .meta({ id: 'ExportInput' })
export type Take = z.infer<typeof Take>
