import { businessDay } from '#kernel/clock.ts'
import type { Buyer, Charter, InForce } from '#modules/charter/index.ts'
import type { Cause } from '#modules/ledger/index.ts'
import type { Standing } from '#modules/members/index.ts'
import { Flag } from '#modules/members/index.ts'
import type { Store } from '#modules/org/index.ts'
import { rankOf } from '#modules/tiers/index.ts'
import type { Context, Telling } from './context.ts'
import { refuse } from './contract.ts'
import type { Kept } from './explained.ts'
import type { PurchaseRow } from './rows.ts'
import { weekdayOf } from './rules.ts'
import { mayKnow } from './whose.ts'

/** Where, when and under which rules a command happens. */
export type Circumstances = {
  store: Store
  shiftId: string | null
  inForce: InForce
  occurredAt: string
  businessOn: string
  standing: Standing
  cause: Cause
}

const dayMs = 86_400_000

/** Checks store, till and time. Refuses what is unknown or closed (files may name closed stores), what lies in the future, and what was told later than the charter allows. */
export function circumstancesOf(telling: Telling, at: number, context: Context): Circumstances {
  const { command, who } = telling
  const { input } = command
  const store = context.stores.get(input.storeId)
  if (!store) throw refuse('purchases.store_unknown', { storeId: input.storeId })
  if (store.status !== 'open' && telling.origin === 'till')
    throw refuse('purchases.store_closed', { storeId: store.id })
  const till = input.tillId ? context.tills.get(input.tillId) : undefined
  if (input.tillId && (!till?.open || till.storeId !== store.id))
    throw refuse('purchases.till_unknown', { tillId: input.tillId })
  const inForce = context.charters[at]!
  const occurredAt = input.occurredAt ? new Date(input.occurredAt).toISOString() : context.now
  const age = Date.parse(context.now) - Date.parse(occurredAt)
  if (age < -300_000) throw refuse('purchases.in_future', { occurredAt })
  const { backdateDays } = inForce.charter.limits
  if (telling.origin === 'till' && who.kind !== 'system' && age > (backdateDays + 1) * dayMs)
    throw refuse('purchases.too_old', { days: backdateDays })
  const standing = telling.memberId ? context.standings.get(telling.memberId) : undefined
  const byId = telling.byId && command.kind !== 'return'
  if (!standing || !mayKnow(who, byId, standing.homeStore)) throw refuse('purchases.member_unknown')
  if (standing.flags & Flag.closed) throw refuse('purchases.member_blocked')
  return {
    store,
    shiftId: till?.shiftId ?? null,
    inForce,
    occurredAt,
    businessOn: businessDay(store.zone, store.dayStartsAt, occurredAt),
    standing,
    cause: {
      kind: command.kind,
      id: telling.id,
      charter: inForce.no,
      storeId: store.id,
      staffId: who.personId,
      occurredAt,
    },
  }
}

/** By what a member earns: the tier held before, the day of the week, and whether it is the first purchase. */
export const buyerOf = ({ inForce, standing, businessOn }: Circumstances, firstPurchase: boolean): Buyer => ({
  tier: inForce.charter.tiers.levels[standing.tier]?.code ?? inForce.charter.tiers.levels[0]!.code,
  weekday: weekdayOf(businessOn),
  firstPurchase,
})

/** Judges the tier anew from growth. A tier that was granted until a day is kept until then. */
export function judge(
  charter: Charter,
  standing: Standing,
  growth: number,
  day: string,
): { before: number; after: number } {
  const before = standing.tier
  const earned = rankOf(charter.tiers, growth)
  const after = standing.tierUntil !== null && standing.tierUntil >= day ? Math.max(earned, before) : earned
  if (after !== before) {
    standing.tier = after
    standing.tierSince = day
  }
  return { before, after }
}

const nothing = { points: 0, growth: 0, principal: 0, bonus: 0 }

/** What the member has after a command, for the row that keeps it; what ended before that day is there no more. */
export function balancesAfter(
  { books }: Context,
  { standing, businessOn }: Circumstances,
  currency: string,
  walkIn: boolean,
): typeof nothing {
  if (walkIn) return nothing
  const of = (unit: string) => books.balance(standing.memberId, unit, businessOn)
  return {
    points: of('points'),
    growth: of('growth'),
    principal: of(`principal.${currency}`),
    bonus: of(`bonus.${currency}`),
  }
}

type Tier = { before: number; after: number }

/** The part of a row that says what the member has and is after a command. */
export const afterwards = (after: typeof nothing, tier: Tier) => ({
  tierBefore: tier.before,
  tierAfter: tier.after,
  pointsAfter: after.points,
  growthAfter: after.growth,
  principalAfter: after.principal,
  bonusAfter: after.bonus,
})

/** What ends soonest of a member's points after a command, if anything ever ends. */
export function soonest({ books }: Context, { standing, businessOn }: Circumstances): Pick<Kept, 'x'> {
  const lot = books.lots(standing.memberId, 'points', businessOn).find((one) => one.endsOn !== 'infinity')
  return lot ? { x: [lot.balance, lot.endsOn] } : {}
}

/** The part of a row that sales and returns share. */
export function headOf(telling: Telling, at: Circumstances, context: Context) {
  const { command, who } = telling
  return {
    memberId: at.standing.memberId,
    id: telling.id,
    kind: command.kind,
    origin: telling.origin,
    walkIn: telling.walkIn,
    importId: telling.importId,
    number: command.input.number ?? null,
    storeId: at.store.id,
    tillId: command.input.tillId ?? null,
    shiftId: at.shiftId,
    staffId: who.personId,
    callerId: who.id,
    occurredAt: at.occurredAt,
    postedAt: context.now,
    businessOn: at.businessOn,
    currency: at.store.currency,
    charter: at.inForce.no,
  } satisfies Partial<PurchaseRow>
}
