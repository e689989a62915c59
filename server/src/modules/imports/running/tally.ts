import type { Counts } from '../contract.ts'
import type { Found, Made, Unit, Verdict } from '../kinds/kind.ts'

/** A list of problems longer than this is of no use to anybody; what goes beyond it is counted. */
const mostListed = 200_000

export type Tallied = { counts: Counts; found: (Found & { no: number })[]; made: (Made & { no: number })[] }

const addTo = (sums: Record<string, number>, more: Record<string, number> = {}): Record<string, number> => {
  const all = { ...sums }
  for (const [key, by] of Object.entries(more)) all[key] = (all[key] ?? 0) + by
  return all
}

/** Adds what became of units to the counts, and numbers what is to be kept. */
export function tally(before: Counts, units: Unit<unknown>[], verdicts: Verdict[]): Tallied {
  const counts = { ...before, stores: { ...before.stores } }
  const found: Tallied['found'] = []
  const made: Tallied['made'] = []
  for (const [at, verdict] of verdicts.entries()) {
    const { rows } = units[at]!
    counts[verdict.as] += rows.length
    counts.things += verdict.things ?? 0
    counts.sums = addTo(counts.sums, verdict.sums)
    if (verdict.storeId) counts.stores[verdict.storeId] = addTo(counts.stores[verdict.storeId] ?? {}, verdict.sums)
    if (verdict.as !== 'reported' && verdict.found.length > 0)
      counts.remarked += new Set(verdict.found.map((one) => one.at)).size
    for (const one of verdict.made ?? []) {
      counts.sums = addTo(counts.sums, { made: 1 })
      made.push({ ...one, no: counts.sums['made']! })
    }
    if (counts.reported + counts.remarked > mostListed) {
      counts.unlisted += new Set(verdict.found.map((one) => one.at)).size
      continue
    }
    const nos = new Map<number, number>()
    for (const one of verdict.found) {
      const no = (nos.get(one.at) ?? 0) + 1
      nos.set(one.at, no)
      found.push({ ...one, no })
    }
  }
  return { counts, found, made }
}
