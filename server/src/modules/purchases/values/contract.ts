import { z } from 'zod'
import { Id, Line, listOf, Moment, Money, Page, PositiveUnits, Units } from '#kernel/fields.ts'
import { TenderKind } from '#modules/points/index.ts'
import { MemberRef } from '../contract.ts'

/** A page of what belongs to one member. */
export const OfMember = z.object({ id: Id, ...Page })
export type OfMember = z.infer<typeof OfMember>

export const TopUpInput = z
  .object({
    id: Id,
    storeId: Id,
    tillId: Id.optional(),
    /** Principal in minor units; the charter adds the bonus. */
    amount: PositiveUnits,
    tender: TenderKind.exclude(['wallet', 'points']).default('cash'),
    note: Line(100).default(''),
    /** A full phone, card or member number: opens a member whose home lies outside the caller's scope. */
    proof: MemberRef.optional(),
  })
  .meta({ id: 'TopUpInput' })
export type TopUpInput = z.infer<typeof TopUpInput>

export const TopUp = z
  .object({
    id: Id,
    receipt: z.string(),
    memberId: Id,
    storeId: Id,
    tillId: Id.nullable(),
    currency: z.string(),
    principal: Money,
    bonus: Money,
    tender: TenderKind,
    note: z.string(),
    occurredAt: Moment,
    /** What there is after it; below zero while more is owed than was brought. */
    wallet: z.object({ principal: Units, bonus: Units }),
  })
  .meta({ id: 'TopUp' })
export type TopUp = z.infer<typeof TopUp>

export const TopUpList = listOf(TopUp)

export const AdjustInput = z
  .object({
    id: Id,
    amount: Units.refine((n) => n !== 0 && Math.abs(n) <= 10_000_000, 'not zero, at most ten million'),
    reason: Line(200).min(2),
  })
  .meta({ id: 'AdjustPointsInput' })

export const Adjustment = z
  .object({
    id: Id,
    memberId: Id,
    amount: Units,
    reason: z.string(),
    staff: z.string(),
    balance: Units,
    madeAt: Moment,
  })
  .meta({ id: 'Adjustment' })
export const AdjustmentList = listOf(Adjustment)

export const TierChange = z
  .object({
    before: z.int(),
    after: z.int(),
    sinceOn: z.iso.date(),
    causeKind: z.string(),
    causeId: Id,
    changedAt: Moment,
  })
  .meta({ id: 'TierChange' })
export const TierHistory = listOf(TierChange)
