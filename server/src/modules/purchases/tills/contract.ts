import { z } from 'zod'
import { Code, Day, Id, Line, listOf, Moment, Money, Page, Units } from '#kernel/fields.ts'
import { TenderKind } from '#modules/points/index.ts'

export const Till = z
  .object({ id: Id, storeId: Id, code: z.string(), name: z.string(), open: z.boolean(), shiftId: Id.nullable() })
  .meta({ id: 'Till' })
export type Till = z.infer<typeof Till>

export const TillList = listOf(Till)
export const TillInput = z.object({ storeId: Id, code: Code, name: Line(80).default('') })
export const TillChange = z.object({ id: Id, name: Line(80).optional(), open: z.boolean().optional() })

/** The time of one cashier at one till, from the float in the drawer to the cash counted at the end. */
export const Shift = z
  .object({
    id: Id,
    tillId: Id,
    personId: Id.nullable(),
    openedAt: Moment,
    opening: Money,
    closedAt: Moment.nullable(),
    counted: Money.nullable(),
    /** What should be in the drawer: opening + cash taken − cash given back. */
    expected: Units,
    /** counted − expected; null while the shift is open. */
    difference: Units.nullable(),
    tenders: z.array(z.object({ kind: TenderKind, sold: Units, returned: Units, count: z.int() })),
  })
  .meta({ id: 'Shift' })
export type Shift = z.infer<typeof Shift>

export const OpenShift = z.object({ id: Id, opening: Money.default(0) })
export const CloseShift = z.object({ id: Id, counted: Money })

/** A shift with the names that its page shows: where, at which till, whose. */
export const ShiftRecord = Shift.extend({
  storeId: Id,
  storeName: z.string(),
  currency: z.string(),
  tillCode: z.string(),
  tillName: z.string(),
  personName: z.string().nullable(),
}).meta({ id: 'ShiftRecord' })
export type ShiftRecord = z.infer<typeof ShiftRecord>

export const ShiftFilter = z.object({
  storeId: Id.optional(),
  tillId: Id.optional(),
  /** Those that run, those that are closed, or those among them whose cash differs. */
  state: z.enum(['open', 'closed', 'uneven']).optional(),
  /** First and last day on which they began, in the programme's zone. */
  from: Day.optional(),
  to: Day.optional(),
  ...Page,
})
export type ShiftFilter = z.infer<typeof ShiftFilter>
export const ShiftList = listOf(ShiftRecord)
