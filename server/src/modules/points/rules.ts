import { z } from 'zod'
import { RuleUnits, Words } from '#kernel/fields.ts'
import { mulDivRounded, share } from '#kernel/shares.ts'

const list = (max: number) => z.array(z.string().max(64)).min(1).max(max).optional()

/** When a rule applies; every condition that is named must hold. */
export const Conditions = z
  .object({
    categories: list(200),
    labels: list(50),
    skus: list(2000),
    /** Tier codes; the tier held before the sale counts. */
    tiers: list(20),
    /** 1 Monday … 7 Sunday, of the store's business day. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
    firstPurchase: z.literal(true).optional(),
  })
  .meta({ id: 'Conditions' })
  .default({})
export type Conditions = z.infer<typeof Conditions>

/** How units are earned. `per_amount`: `units` for each whole `amount` paid (minor units); `multiplier` adds percent − 100 to what other rules gave. */
export const EarningRule = z
  .discriminatedUnion('code', [
    z.object({
      code: z.literal('per_amount'),
      name: Words,
      args: z.object({ amount: RuleUnits, units: RuleUnits }),
      when: Conditions,
    }),
    z.object({
      code: z.literal('per_quantity'),
      name: Words,
      args: z.object({ units: RuleUnits }),
      when: Conditions,
    }),
    z.object({
      code: z.literal('fixed'),
      name: Words,
      args: z.object({ units: RuleUnits }),
      when: Conditions,
    }),
    z.object({
      code: z.literal('multiplier'),
      name: Words,
      args: z.object({ percent: z.int().min(100).max(10_000) }),
      when: Conditions,
    }),
  ])
  .meta({ id: 'EarningRule' })
export type EarningRule = z.infer<typeof EarningRule>

export const tenderKinds = ['cash', 'card', 'wechat', 'alipay', 'wallet', 'points', 'other'] as const
export const TenderKind = z.enum(tenderKinds)
export type TenderKind = z.infer<typeof TenderKind>

/** The points section of a charter. */
export const PointsRules = z.object({
  earn: z.array(EarningRule).max(100),
  growth: z.array(EarningRule).max(100),
  rounding: z.enum(['down', 'half_up', 'up']),
  /** What of a receipt earns nothing, whatever the rules say. */
  doNotEarn: z.object({ tenders: z.array(TenderKind), prescription: z.boolean() }),
  /** At most so many points from one receipt; null: no limit. */
  mostPerPurchase: RuleUnits.nullable(),
  expiry: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('never') }),
    /** The end of the month that lies so many months after the business day. */
    z.object({ kind: z.literal('month_end'), months: z.int().min(1).max(120) }),
    /** The end of the year, so many years after the year of the business day. */
    z.object({ kind: z.literal('year_end'), years: z.int().min(0).max(10) }),
  ]),
  /** Paying with points: `points` points pay `amount` minor units; null: not allowed. */
  spend: z
    .object({
      points: RuleUnits,
      amount: RuleUnits,
      step: RuleUnits,
      mostPercent: z.int().min(1).max(100),
    })
    .nullable(),
})
export type PointsRules = z.infer<typeof PointsRules>

/** A line as the earning rules see it. Quantity in thousandths, `base` is what of it was paid in a way that earns (minor units). */
export type EarningLine = {
  sku: string
  quantity: number
  base: number
  categories: readonly string[]
  labels: readonly string[]
}

/** Circumstances that rules may ask for. */
export type EarningContext = { tier: string; weekday: number; firstPurchase: boolean }

/** What one rule gave to which lines (positions in the receipt). */
export type Given = { rule: number; units: number; perLine: number[] }

const fits = (when: Conditions, line: EarningLine): boolean =>
  (!when.categories || when.categories.some((code) => line.categories.includes(code))) &&
  (!when.labels || when.labels.some((label) => line.labels.includes(label))) &&
  (!when.skus || when.skus.includes(line.sku))

const applies = (when: Conditions, context: EarningContext): boolean =>
  (!when.tiers || when.tiers.includes(context.tier)) &&
  (!when.weekdays || when.weekdays.includes(context.weekday)) &&
  (!when.firstPurchase || context.firstPurchase)

/** What each rule gives on a receipt, shared out to its lines (largest remainder); rounding is per rule and receipt, not per line. */
export function earn(
  rules: readonly EarningRule[],
  rounding: PointsRules['rounding'],
  lines: readonly EarningLine[],
  context: EarningContext,
): Given[] {
  const given: Given[] = []
  const sums = lines.map(() => 0)
  const add = (rule: number, units: number, weights: number[]) => {
    if (units <= 0) return
    const perLine = share(units, weights)
    for (const [at, part] of perLine.entries()) sums[at]! += part
    given.push({ rule, units, perLine })
  }
  const weigh = (when: Conditions, weight: (line: EarningLine, at: number) => number) =>
    lines.map((line, at) => (line.base > 0 && fits(when, line) ? weight(line, at) : 0))
  const total = (weights: number[]) => weights.reduce((all, one) => all + one, 0)
  for (const [at, rule] of rules.entries()) {
    if (rule.code === 'multiplier' || !applies(rule.when, context)) continue
    if (rule.code === 'per_quantity') {
      const weights = weigh(rule.when, (line) => line.quantity)
      add(at, mulDivRounded(total(weights), rule.args.units, 1000, rounding), weights)
    } else {
      const weights = weigh(rule.when, (line) => line.base)
      const base = total(weights)
      add(
        at,
        rule.code === 'fixed'
          ? base > 0
            ? rule.args.units
            : 0
          : mulDivRounded(base, rule.args.units, rule.args.amount, rounding),
        weights,
      )
    }
  }
  const before = [...sums]
  for (const [at, rule] of rules.entries()) {
    if (rule.code !== 'multiplier' || !applies(rule.when, context)) continue
    const weights = weigh(rule.when, (_, line) => before[line]!)
    add(at, mulDivRounded(total(weights), rule.args.percent - 100, 100, rounding), weights)
  }
  return given
}

/** The last day (programme's zone) of points earned on a business day; `infinity` if they never end. */
export function endOfLot(expiry: PointsRules['expiry'], day: string): string {
  if (expiry.kind === 'never') return 'infinity'
  if (expiry.kind === 'year_end') return `${Number(day.slice(0, 4)) + expiry.years}-12-31`
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + expiry.months
  const year = Math.floor(month / 12)
  const last = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate()
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-${last}`
}
