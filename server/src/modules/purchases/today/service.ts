import type { Caller } from '#kernel/caller.ts'
import { holds, narrow, scopeIds } from '#kernel/caller.ts'
import { businessDay, dayIn } from '#kernel/clock.ts'
import type { Read } from '#kernel/db.ts'
import type { Store } from '#modules/org/index.ts'
import { readOrganisation, readStores } from '#modules/org/index.ts'
import type { Till } from '../tills/contract.ts'
import { listTills } from '../tills/service.ts'
import type { RunningShift, StoreToday, Today } from './contract.ts'
import type { TillSum } from './store.ts'
import * as store from './store.ts'

// No zone is further than a day from another, and no business day begins more than half a day late.
const twoDaysMs = 2 * 86_400_000

/** What the caller's stores took in on their business days of now, who joined, and which shifts still run. Refuses `org.not_set_up`. */
export async function readToday(read: Read, who: Caller): Promise<Today> {
  const { zone } = await readOrganisation(read)
  const stores = scopeIds(who)
  const since = Date.parse(read.now) - twoDaysMs
  const sums = await store.sumTills(read, stores, new Date(since).toISOString().slice(0, 10), since)
  const shifts = await store.selectShifts(read, stores)
  const known = await readStores(
    read,
    [...sums, ...shifts].map(({ storeId }) => storeId),
  )
  const { items: tills } = await listTills(read, {}, who)
  const joinedOn = dayIn(zone, read.now)
  return {
    computedAt: read.now,
    stores: storesOf(sums, known, tills, read.now),
    newMembers: holds(who, 'members.read')
      ? { joinedOn, count: await store.countJoined(read, scopeIds(narrow(who, 'members.read')), joinedOn) }
      : null,
    shifts: shifts.map((shift): RunningShift => {
      const home = known.get(shift.storeId)!
      const overdue = dayOf(home, shift.openedAt) < dayOf(home, read.now)
      return { ...shift, storeName: home.name, overdue }
    }),
  }
}

const dayOf = ({ zone, dayStartsAt }: Store, moment: string): string => businessDay(zone, dayStartsAt, moment)

/** A sum that is exact, or null: one shop cannot take so much, but a till that tells nonsense must not darken the page of all others. */
function exact(parts: (number | null)[]): number | null {
  const sum = parts.reduce<number | null>((all, part) => (all === null || part === null ? null : all + part), 0)
  return Number.isSafeInteger(sum) ? sum : null
}

function storesOf(sums: TillSum[], known: Map<string, Store>, tills: Till[], now: string): StoreToday[] {
  const today = sums.filter(({ storeId, businessOn }) => businessOn === dayOf(known.get(storeId)!, now))
  const grouped = Map.groupBy(today, ({ storeId }) => storeId)
  return [...grouped].map(([storeId, rows]): StoreToday => {
    const { name } = known.get(storeId)!
    const { businessOn, currency } = rows[0]!
    const add = (pick: (row: TillSum) => number) => rows.reduce((sum, row) => sum + pick(row), 0)
    return {
      storeId,
      name,
      businessOn,
      currency,
      sales: add((row) => row.sales),
      returns: add((row) => row.returns),
      unlinked: add((row) => row.unlinked),
      takings: exact(rows.map(({ takings }) => takings)),
      toMembers: add((row) => row.toMembers),
      tills: rows.map(({ tillId, sales, returns, unlinked, takings }) => {
        const till = tills.find(({ id }) => id === tillId)
        return { tillId, code: till?.code ?? null, name: till?.name ?? '', sales, returns, unlinked, takings }
      }),
    }
  })
}
