import { z } from 'zod'
import { Day, Id, Line } from '#kernel/fields.ts'
import { Task } from '../contract.ts'

export const ListName = z.enum([
  'members',
  'purchases',
  'purchase-lines',
  'shifts',
  'products',
  'transfers',
  'audit',
  'import-problems',
])
export type ListName = z.infer<typeof ListName>
export const Format = z.enum(['csv', 'xlsx'])
export type Format = z.infer<typeof Format>

const filters = {
  storeId: Id.optional(),
  memberId: Id.optional(),
  /** First and last day, both included: business days of purchases, the programme's days of the rest. */
  from: Day.optional(),
  to: Day.optional(),
  /** Purchases: one receipt, the returns of a sale, what a shift recorded. */
  receipt: Line(40).optional(),
  saleId: Id.optional(),
  shiftId: Id.optional(),
  /** Shifts of one till, and those that run, are closed, or whose cash differs. */
  tillId: Id.optional(),
  state: z.enum(['open', 'closed', 'uneven']).optional(),
  /** Which import's problems. */
  importId: Id.optional(),
  task: Task.optional(),
}

/** Filters that may stand in an address: ids and days. */
export const Download = z.object({
  list: ListName,
  format: Format,
  reason: Line(200).default(''),
  ...filters,
})

/** What somebody wants to take out of the house, and why. */
export const Take = z
  .object({
    list: ListName,
    format: Format,
    reason: Line(200).min(2),
    /** Members with phone, e-mail, id number and address in clear; needs `members.reveal`. */
    reveal: z.boolean().default(false),
    tags: z.array(Line(40).min(1)).max(50).optional(),
    tiers: z.array(z.int().min(0).max(99)).max(100).optional(),
    status: z.enum(['active', 'closed']).optional(),
    kind: z.enum(['person', 'enterprise', 'sale', 'return', 'unlinked']).optional(),
    ...filters,
  })
  .meta({ id: 'ExportInput' })
export type Take = z.infer<typeof Take>
