import { z } from 'zod'
import { Moment, pageBy, Words } from '#kernel/fields.ts'
import { refusals } from '#kernel/refusal.ts'
import { PointsRules } from '#modules/points/index.ts'
import { TierRules } from '#modules/tiers/index.ts'
import { WalletRules } from '#modules/wallets/index.ts'

/** All rules of a programme, as one typed document. Published versions never change. */
export const Charter = z
  .object({
    template: z.string().max(40),
    name: Words,
    points: PointsRules,
    tiers: TierRules,
    wallets: WalletRules,
    returns: z.object({
      /** A sale may be returned for so many days after its business day; null: always. */
      days: z.int().min(0).max(3650).nullable(),
      /** What goes back to a lot that has ended lives at least so many days more. */
      reopenDays: z.int().min(1).max(365),
    }),
    limits: z.object({
      /** How many days a sale told late may lie back. */
      backdateDays: z.int().min(0).max(365),
    }),
  })
  .meta({ id: 'Charter' })
export type Charter = z.infer<typeof Charter>

/** A version of the charter and from when it is in force. */
export const Version = z
  .object({
    no: z.int(),
    charter: Charter,
    effectiveFrom: Moment,
    publishedAt: Moment,
    publishedBy: z.string(),
    note: z.string(),
  })
  .meta({ id: 'CharterVersion' })
export type Version = z.infer<typeof Version>

export const VersionHead = z
  .object({
    no: z.int(),
    effectiveFrom: Moment,
    publishedAt: Moment,
    publishedBy: z.string(),
    note: z.string(),
    name: Words,
  })
  .meta({ id: 'CharterVersionHead' })

export const PublishInput = z.object({
  charter: Charter,
  note: z.string().max(400).default(''),
  effectiveFrom: Moment.optional(),
})

/** Versions page by page, newest first. */
export const VersionsPage = z.object(pageBy(z.int().positive()))

export const CharterId = z.object({ no: z.coerce.number().int().min(1).max(2_147_483_647) })

export const refuse = refusals({
  /** No charter has been published yet. */
  'charter.none': 409,
  'charter.unknown': 404,
  /** A version can only be in force from now on, never from a moment that has passed. */
  'charter.too_late': 409,
})
