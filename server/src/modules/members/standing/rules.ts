import { monthNumber } from '#kernel/clock.ts'
import type { Activity, Standing, Thresholds, Visit } from './contract.ts'

const months = 12

/** The standing of somebody who has just come: nothing bought, lowest tier. */
export const newStanding = (memberId: string, homeStore: string | null, flags = 0): Standing => ({
  memberId,
  homeStore,
  tier: 0,
  tierSince: null,
  tierUntil: null,
  flags,
  mergedInto: null,
  firstOn: null,
  lastOn: null,
  purchases: 0,
  spent: 0,
  lastMonth: 0,
  counts: Array<number>(months).fill(0),
  sums: Array<number>(months).fill(0),
})

/**
 * Books what was bought or brought back on a business day. A day more than eleven months before the newest bucket only touches the
 * totals. First and last day move by purchases alone: who only brings something back has not bought that day.
 */
export function bookVisit(standing: Standing, day: string, { count, sum }: Visit): void {
  const month = monthNumber(day)
  if (month > standing.lastMonth) {
    for (let at = Math.max(standing.lastMonth + 1, month - months + 1); at <= month; at++) {
      standing.counts[at % months] = 0
      standing.sums[at % months] = 0
    }
    standing.lastMonth = month
  }
  if (month > standing.lastMonth - months) {
    standing.counts[month % months]! += count
    standing.sums[month % months]! += sum
  }
  standing.purchases += count
  standing.spent += sum
  if (count <= 0) return
  if (standing.firstOn === null || day < standing.firstOn) standing.firstOn = day
  if (standing.lastOn === null || day > standing.lastOn) standing.lastOn = day
}

/** Forgets everything bought, so that it can be booked again from the purchases themselves: after an undone import or a merge. */
export function forgetVisits(standing: Standing): void {
  Object.assign(standing, { firstOn: null, lastOn: null, purchases: 0, spent: 0, lastMonth: 0 })
  standing.counts.fill(0)
  standing.sums.fill(0)
}

const within = (buckets: number[], lastMonth: number, today: string): number => {
  const month = monthNumber(today)
  let total = 0
  for (let at = Math.max(month, lastMonth) - months + 1; at <= Math.min(month, lastMonth); at++)
    total += buckets[at % months]!
  return total
}

/** Spent in the calendar month of `today` and the eleven before it, in minor units, less what came back in them. */
export const spentWithin12Months = (standing: Standing, today: string): number =>
  within(standing.sums, standing.lastMonth, today)

/** Purchases in the calendar month of `today` and the eleven before it. */
export const visitsWithin12Months = (standing: Standing, today: string): number =>
  within(standing.counts, standing.lastMonth, today)

const usual: Thresholds = { sleeping: 3, dormant: 6, lost: 12 }

/** How alive a member is on a day: from the last purchase alone, so no job has to keep it. Lost is *more* than so many months. */
export function activity(standing: Pick<Standing, 'lastOn'>, today: string, thresholds: Thresholds = usual): Activity {
  if (standing.lastOn === null) return 'new'
  const last = Temporal.PlainDate.from(standing.lastOn)
  const after = (count: number) => last.add({ months: count }).toString()
  if (today > after(thresholds.lost)) return 'lost'
  if (today >= after(thresholds.dormant)) return 'dormant'
  if (today >= after(thresholds.sleeping)) return 'sleeping'
  return 'active'
}

/** Whether any of these flags (`Flag.closed | Flag.blockedEarn`) is set. */
export const isBarred = (standing: Pick<Standing, 'flags'>, flags: number): boolean => (standing.flags & flags) !== 0
