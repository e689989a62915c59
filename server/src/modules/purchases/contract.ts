import { z } from 'zod'
import { Day, Id, Line, listOf, Moment, Money, Page, Units, Words } from '#kernel/fields.ts'
import { TenderKind } from '#modules/points/index.ts'

/** Pieces, weight or length with at most three decimals. */
export const Quantity = z
  .number()
  .positive()
  .max(100_000_000)
  .refine((n) => Math.abs(n * 1000 - Math.round(n * 1000)) < 1e-6, 'at most three decimals')

/** A unit price in minor units with at most two decimals (a yuan price with four). */
export const UnitPrice = z
  .number()
  .min(0)
  .max(10_000_000_000)
  .refine((n) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-4, 'at most two decimals of the minor unit')

/** Whose purchase it is: one of these; a full number opens a member at any till. */
export const MemberRef = z
  .object({ id: Id, phone: Line(40).min(3), card: Line(64).min(3), number: Line(64).min(3) })
  .partial()
  .refine((ref) => Object.keys(ref).length === 1, 'name the member in exactly one way')
  .meta({ id: 'MemberRef' })

export const BasketLineInput = z
  .object({
    sku: Line(64).min(1),
    name: Line(200).optional(),
    quantity: Quantity.default(1),
    unitPrice: UnitPrice.optional(),
    listPrice: UnitPrice.optional(),
    /** What the line costs, if it is not quantity × unitPrice rounded half up. */
    amount: Money.optional(),
    category: Line(64).optional(),
    prescription: z.boolean().optional(),
  })
  .refine((line) => line.unitPrice !== undefined || line.amount !== undefined, {
    path: ['unitPrice'],
    message: 'say unitPrice or amount',
  })
  .meta({ id: 'BasketLine' })

export const TenderInput = z
  .object({ kind: TenderKind, amount: Money, note: Line(100).optional() })
  .meta({ id: 'TenderInput' })

const basket = {
  storeId: Id,
  tillId: Id.optional(),
  /** Nobody: a walk-in. */
  member: MemberRef.nullable().default(null),
  /** When it happened; now, if left out. */
  occurredAt: Moment.optional(),
  lines: z.array(BasketLineInput).min(1).max(500),
  /** Cash for all of it, if left out. */
  tenders: z.array(TenderInput).max(10).optional(),
}

export const QuoteInput = z.object(basket).meta({ id: 'QuoteInput' })
export type QuoteInput = z.infer<typeof QuoteInput>

/** A sale as its till tells it. */
export const PurchaseInput = z
  .object({
    ...basket,
    /** The receipt's number in the caller's own system. */
    number: Line(64).optional(),
    /** The digest of a quote: the sale is refused if due or points differ from it. */
    quote: z.string().max(64).optional(),
  })
  .meta({ id: 'PurchaseInput' })
export type PurchaseInput = z.infer<typeof PurchaseInput>

export const ReturnInput = z
  .object({
    /** The sale's id, or the number on its receipt, which opens it at any till. */
    id: Line(64).min(8),
    storeId: Id,
    tillId: Id.optional(),
    occurredAt: Moment.optional(),
    /** Which lines and how much of each; everything that is left, if left out. */
    lines: z
      .array(z.object({ line: z.int().min(1).max(500), quantity: Quantity }))
      .min(1)
      .max(500)
      .optional(),
    reason: Line(200).default(''),
    number: Line(64).optional(),
  })
  .meta({ id: 'ReturnInput' })
export type ReturnInput = z.infer<typeof ReturnInput>

export const UnlinkedInput = z
  .object({ ...basket, number: Line(64).optional(), reason: Line(200).default('') })
  .meta({ id: 'UnlinkedReturnInput' })
export type UnlinkedInput = z.infer<typeof UnlinkedInput>

const Why = z.enum(['walk_in', 'prescription', 'product', 'tender', 'free', 'rounded', 'blocked', 'history'])

export const PurchaseLine = z
  .object({
    line: z.int(),
    sku: z.string(),
    name: z.string(),
    category: z.string().nullable(),
    quantity: z.number(),
    unitPrice: z.number().nullable(),
    listAmount: Units,
    amount: Units,
    points: Units,
    growth: Units,
    pointsSpent: Units,
    /** How each tender of the purchase paid this line. */
    tenders: z.array(Units),
    /** What of it came back already (sales only). */
    returned: z.number(),
    saleLine: z.int().nullable(),
  })
  .meta({ id: 'PurchaseLine' })
export type PurchaseLine = z.infer<typeof PurchaseLine>

const Explained = z
  .object({
    given: z
      .array(z.object({ unit: z.enum(['points', 'growth']), rule: Words, units: Units, perLine: z.array(Units) }))
      .default([]),
    notEarned: z.array(z.object({ line: z.int(), why: Why })).default([]),
    capped: Units.default(0),
    debt: Units.default(0),
    endsOn: Day.nullable().default(null),
    next: z.object({ code: z.string(), name: Words, missing: Units }).nullable().default(null),
    expiring: z.object({ points: Units, on: Day }).nullable().default(null),
    tiers: z.object({ before: Words, after: Words }).nullable().default(null),
    reason: z.string().default(''),
  })
  .meta({ id: 'Explanation' })
export type Explained = z.infer<typeof Explained>

const Tender = z
  .object({ kind: TenderKind, amount: Units, points: Units.optional(), note: z.string().optional() })
  .meta({ id: 'Tender' })

/** A purchase as it was told, with what it gave and why: the receipt. */
export const Purchase = z
  .object({
    id: Id,
    receipt: z.string(),
    kind: z.enum(['sale', 'return', 'unlinked']),
    origin: z.enum(['till', 'history', 'earning']),
    memberId: Id.nullable(),
    saleId: Id.nullable(),
    number: z.string().nullable(),
    storeId: Id,
    tillId: Id.nullable(),
    staffId: Id.nullable(),
    occurredAt: Moment,
    postedAt: Moment,
    businessOn: Day,
    currency: z.string(),
    total: Units,
    tenders: z.array(Tender),
    lines: z.array(PurchaseLine),
    points: z.object({ earned: Units, spent: Units, balance: Units }),
    growth: z.object({ earned: Units, balance: Units }),
    wallet: z.object({ principal: Units, bonus: Units }),
    tier: z.object({ before: z.int(), after: z.int(), upgraded: z.boolean() }),
    charter: z.int(),
    explained: Explained,
  })
  .meta({ id: 'Purchase' })
export type Purchase = z.infer<typeof Purchase>

export const Quote = z
  .object({
    digest: z.string(),
    total: Units,
    currency: z.string(),
    points: z.object({ earned: Units, spent: Units }),
    growth: z.object({ earned: Units }),
    lines: z.array(
      z.object({
        line: z.int(),
        sku: z.string(),
        name: z.string(),
        listAmount: Units,
        amount: Units,
        points: Units,
        growth: Units,
      }),
    ),
    tier: z.object({ before: z.int(), after: z.int(), upgraded: z.boolean() }),
    /** What the member may pay with: points as money, and stored money. */
    usable: z.object({ points: Units, pointsAmount: Money, wallet: Money }),
    explained: Explained,
  })
  .meta({ id: 'Quote' })
export type Quote = z.infer<typeof Quote>

/** What a return would be: every figure that its receipt would have, and nothing written. */
export const ReturnPreview = Purchase.pick({
  kind: true,
  origin: true,
  memberId: true,
  currency: true,
  total: true,
  tenders: true,
  lines: true,
  points: true,
  growth: true,
  wallet: true,
  tier: true,
  explained: true,
}).meta({ id: 'ReturnPreview' })
export type ReturnPreview = z.infer<typeof ReturnPreview>

export const BatchItem = PurchaseInput.extend({
  /** What `Idempotency-Key` is for a single sale. */
  reference: Line(120).min(1),
})
export const BatchInput = z.object({ items: z.array(BatchItem).min(1).max(1000) })
/** A batch as it arrives: each item is read on its own, so that a malformed one spoils no other. */
export const BatchArrived = z.object({ items: z.array(z.unknown()).min(1).max(1000) })

const BatchRefusal = z
  .object({
    /** As of a single sale; `kernel.bad_input` for an item that is malformed, `kernel.fault` when something broke on our side. */
    code: z.string(),
    status: z.int(),
    details: z.record(z.string(), z.unknown()),
    /** Of a fault: it finds the line in the server's log. */
    reference: z.string().optional(),
  })
  .meta({ id: 'BatchRefusal' })

export const BatchAnswer = z.object({
  items: z.array(
    z.object({
      /** The item's own; empty when it had none that could be read. */
      reference: z.string(),
      purchase: Purchase.nullable(),
      refusal: BatchRefusal.nullable(),
    }),
  ),
  recorded: z.int(),
  refused: z.int(),
})
export type BatchAnswer = z.infer<typeof BatchAnswer>

/** Whose purchase it is, as a list shows it; the name is masked for members of other stores (`outside`). */
export const MemberShown = z.object({ number: z.string().nullable(), name: z.string(), outside: z.boolean() })
export type MemberShown = z.infer<typeof MemberShown>

const shown = {
  storeName: z.string(),
  /** Null for a walk-in, and for who may not see members. */
  member: MemberShown.nullable(),
}

/** A purchase with the names that its page shows. */
export const PurchaseRecord = Purchase.extend(shown).meta({ id: 'PurchaseRecord' })
export type PurchaseRecord = z.infer<typeof PurchaseRecord>

export const PurchaseHead = Purchase.omit({ lines: true, explained: true, tier: true, wallet: true })
  .extend(shown)
  .meta({ id: 'PurchaseHead' })
export type PurchaseHead = z.infer<typeof PurchaseHead>

export const PurchaseFilter = z.object({
  storeId: Id.optional(),
  memberId: Id.optional(),
  kind: z.enum(['sale', 'return', 'unlinked']).optional(),
  from: Day.optional(),
  to: Day.optional(),
  receipt: Line(40).optional(),
  /** The returns of a sale, also those without receipt that were matched with it. */
  saleId: Id.optional(),
  /** What was recorded in a shift. */
  shiftId: Id.optional(),
  ...Page,
})
export type PurchaseFilter = z.infer<typeof PurchaseFilter>
export const PurchaseList = listOf(PurchaseHead)

export { refuse } from './refusals.ts'
