import { z } from 'zod'
import { Day, Id, listOf, Moment, Page, Units } from '#kernel/fields.ts'
import { refusals } from '#kernel/refusal.ts'

/** What is counted: `points`, `growth`, or stored money as `principal.CNY` and `bonus.CNY` in minor units. */
export const Unit = z.string().regex(/^(points|growth|(principal|bonus)\.[A-Z]{3})$/)

export const State = z.enum(['open', 'pending', 'held', 'debt'])
export type State = z.infer<typeof State>

/** A lot of a member: what is left of it and its last day (programme's zone); null never ends. */
export const Lot = z
  .object({ unit: Unit, state: State, endsOn: Day.nullable(), lot: z.string(), balance: Units })
  .meta({ id: 'Lot' })
export type Lot = z.infer<typeof Lot>

/** One entry of a statement: amount as the member sees it (+ received, − given), the cause it came from. */
export const Entry = z
  .object({
    id: Id,
    unit: Unit,
    amount: Units,
    state: State,
    endsOn: Day.nullable(),
    lotBalance: Units,
    causeKind: z.string(),
    causeId: Id,
    causeLine: z.int().nullable(),
    charter: z.int(),
    storeId: Id.nullable(),
    staffId: Id.nullable(),
    occurredAt: Moment,
    postedAt: Moment,
    reverses: Id.nullable(),
  })
  .meta({ id: 'Entry' })
export type Entry = z.infer<typeof Entry>

export const ReadStatement = z.object({
  id: Id,
  unit: Unit.optional(),
  /** The balance as of this business moment; if it is left out, everything that was posted, as the balance shows it. */
  asOf: Moment.optional(),
  /** … as it was known at this moment of posting. */
  knownAt: Moment.optional(),
  ...Page,
})
export type ReadStatement = z.infer<typeof ReadStatement>

const Balance = z.object({ unit: Unit, shown: Units, pending: Units, held: Units, debt: Units }).meta({ id: 'Balance' })

export const Statement = listOf(Entry)
  .extend({
    memberId: Id,
    asOf: Moment,
    balances: z.array(Balance),
    lots: z.array(Lot),
  })
  .meta({ id: 'Statement' })
export type Statement = z.infer<typeof Statement>

export const refuse = refusals({
  /** Details: unit, short (how many are missing). */
  'ledger.not_enough': 409,
  /** No account holds so much: somebody has mistyped. Details: unit, most. */
  'ledger.too_much': 409,
  /** Less is held or pending than was asked for. Details: left. */
  'ledger.held_less': 409,
  /** A member with something held or pending is handed over to nobody. Details: unit, waiting. */
  'ledger.still_held': 409,
})

/** Where a transfer comes from: kind and id of the cause, and the circumstances that every transfer carries. */
export type Cause = {
  kind: string
  id: string
  line?: number | null
  charter: number
  storeId: string | null
  staffId: string | null
  /** The business moment, ISO 8601. */
  occurredAt: string
}
