import { z } from 'zod'
import { Day, Id, Moment, Units } from '#kernel/fields.ts'

const taken = {
  sales: z.int(),
  returns: z.int(),
  /** Returns without their sale, besides those. */
  unlinked: z.int(),
  /** Sold less given back, in minor units of the store's currency; top-ups are not in it. Null when it is beyond 2^53 − 1, too large to be exact. */
  takings: Units.nullable(),
}

/** What one store took in on its business day of now. */
export const StoreToday = z
  .object({
    storeId: Id,
    name: z.string(),
    businessOn: Day,
    currency: z.string(),
    ...taken,
    /** Sales to members, among the sales. */
    toMembers: z.int(),
    /** By till; null is what was told without one. */
    tills: z.array(z.object({ tillId: Id.nullable(), code: z.string().nullable(), name: z.string(), ...taken })),
  })
  .meta({ id: 'StoreToday' })
export type StoreToday = z.infer<typeof StoreToday>

/** A shift that still runs; `overdue` when it began on an earlier business day. */
export const RunningShift = z
  .object({
    shiftId: Id,
    tillId: Id,
    code: z.string(),
    name: z.string(),
    storeId: Id,
    storeName: z.string(),
    openedAt: Moment,
    overdue: z.boolean(),
  })
  .meta({ id: 'RunningShift' })
export type RunningShift = z.infer<typeof RunningShift>

export const Today = z
  .object({
    computedAt: Moment,
    /** Stores that sold or took back something; the others have nothing yet. */
    stores: z.array(StoreToday),
    /** Who joined today in the programme's zone, at stores of the caller's; null for who may not see members. */
    newMembers: z.object({ joinedOn: Day, count: z.int() }).nullable(),
    shifts: z.array(RunningShift),
  })
  .meta({ id: 'Today' })
export type Today = z.infer<typeof Today>
