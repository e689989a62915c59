import { z } from 'zod'

/** What is closed to a member, bit by bit in `flags`; 0 is a member who may do everything. */
export const Flag = {
  blockedEarn: 1,
  blockedSpend: 2,
  blockedMessage: 4,
  blockedSignIn: 8,
  closed: 16,
  /** A walk-in or an unnamed card: value without an archive. */
  bearer: 32,
} as const

/** What the house knows of a member at the till. Commands change it in memory, under the member's lock, and save it once. */
export type Standing = {
  readonly memberId: string
  homeStore: string | null
  /** The tier's rank in the charter; 0 is the lowest. */
  tier: number
  tierSince: string | null
  tierUntil: string | null
  flags: number
  mergedInto: string | null
  /** First and last business day on which something was bought. */
  firstOn: string | null
  lastOn: string | null
  purchases: number
  /** In minor units, less what came back; ever. */
  spent: number
  /** The month of the newest bucket, as `monthNumber` counts; 0 when nothing was ever bought. */
  lastMonth: number
  /** Twelve months of counts and sums; a month's place is its number modulo 12. */
  counts: number[]
  sums: number[]
}

/** What a visit changes: how many purchases more and how much money (minor units); a return has count 0 and a negative sum. */
export type Visit = { count: number; sum: number }

/** After how many months without a purchase a member sleeps, is dormant, is lost (BR-10, BR-11, BR-14). */
export type Thresholds = { sleeping: number; dormant: number; lost: number }

/** How alive a member is; `new` has never bought. */
export const Activity = z.enum(['new', 'active', 'sleeping', 'dormant', 'lost'])
export type Activity = z.infer<typeof Activity>
