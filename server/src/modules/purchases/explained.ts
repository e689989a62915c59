import type { Bill, Charter } from '#modules/charter/index.ts'
import { endOfLot } from '#modules/points/index.ts'
import { nextLevel } from '#modules/tiers/index.ts'
import type { Explained } from './contract.ts'
import type { LineRow, PurchaseRow } from './rows.ts'

type Why = Explained['notEarned'][number]['why']

/**
 * What a purchase's row keeps of its explanation: only what cannot be worked out again from the row, its lines and its charter, which never
 * change either. Short names, since every sale stores one.
 */
export type Kept = {
  /** Unit (p points, g growth), place of the rule in the charter, units, and the parts per line when they are not the lines' own. */
  g?: [unit: 'p' | 'g', rule: number, units: number, perLine?: number[]][]
  /** Lines that earned nothing, and why. */
  n?: [line: number, why: Why][]
  /** Points lost to the limit per receipt. */
  c?: number
  /** Points that became debt. */
  d?: number
  /** What ends soonest: points, and their last day. */
  x?: [points: number, on: string]
  /** The reason that somebody gave. */
  r?: string
}

/** Keeps the explanation of a bill. */
export function keep(bill: Bill, why: (why: Why) => Why): Kept {
  const alone = (unit: string) =>
    bill.given.filter((one) => one.unit === unit).length === 1 && (unit === 'growth' || bill.capped === 0)
  return {
    ...(bill.given.length > 0
      ? {
          g: bill.given.map(({ unit, rule, units, perLine }) =>
            alone(unit)
              ? [unit === 'points' ? 'p' : 'g', rule, units]
              : [unit === 'points' ? 'p' : 'g', rule, units, perLine],
          ),
        }
      : {}),
    ...(bill.notEarned.length > 0 ? { n: bill.notEarned.map((one) => [one.line + 1, why(one.why)]) } : {}),
    ...(bill.capped > 0 ? { c: bill.capped } : {}),
  }
}

/** The explanation of a purchase in full: pure, from rows and a charter that never change. */
export function unfold(row: PurchaseRow, lines: LineRow[], charter: Charter): Explained {
  const { levels } = charter.tiers
  const kept = row.explained
  const endsOn = row.kind === 'sale' && row.points > 0 ? endOfLot(charter.points.expiry, row.businessOn) : 'infinity'
  const next = row.walkIn ? null : nextLevel(charter.tiers, row.tierAfter, row.growthAfter)
  const nameOf = (rank: number) => (levels[rank] ?? levels[0]!).name
  return {
    given: (kept.g ?? []).map(([unit, rule, units, perLine]) => ({
      unit: unit === 'p' ? 'points' : 'growth',
      rule: charter.points[unit === 'p' ? 'earn' : 'growth'][rule]!.name,
      units,
      perLine: perLine ?? lines.map((line) => (unit === 'p' ? line.points : line.growth)),
    })),
    notEarned: (kept.n ?? []).map(([line, why]) => ({ line, why })),
    capped: kept.c ?? 0,
    debt: kept.d ?? 0,
    endsOn: endsOn === 'infinity' ? null : endsOn,
    next: next && { ...next, name: levels.find((level) => level.code === next.code)!.name },
    expiring: kept.x ? { points: kept.x[0], on: kept.x[1] } : null,
    tiers: row.walkIn ? null : { before: nameOf(row.tierBefore), after: nameOf(row.tierAfter) },
    reason: kept.r ?? '',
  }
}
