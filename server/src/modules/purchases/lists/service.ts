import type { Caller } from '#kernel/caller.ts'
import { holds, mustReach, narrow, reaches, scopeIds } from '#kernel/caller.ts'
import type { Read } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { firstIdOf } from '#kernel/ids.ts'
import { findStandings, toHits } from '#modules/members/index.ts'
import { readStores } from '#modules/org/index.ts'
import type { MemberShown, PurchaseFilter, PurchaseHead } from '../contract.ts'
import { idsOf, receiptOf } from '../receipt.ts'
import { membersOfPurchases } from '../store.ts'
import { selectShift } from '../tills/store.ts'
import type { Wanted } from './store.ts'
import { listHeads } from './store.ts'

/**
 * Members as the rows of a list show them: number and name, masked for members of other stores; nobody for who may not see members. Somebody
 * merged is shown as who they are now, a bearer as nobody.
 */
export async function showMembers(
  read: Read,
  memberIds: string[],
  who: Caller,
): Promise<(memberId: string) => MemberShown | null> {
  const ids = [...new Set(memberIds)]
  if (ids.length === 0 || !holds(who, 'members.read')) return () => null
  const standings = await findStandings(read, ids)
  const hits = new Map((await toHits(read, ids, narrow(who, 'members.read'))).map((hit) => [hit.memberId, hit]))
  return (memberId) => {
    const hit = hits.get(standings.get(memberId)?.mergedInto ?? memberId)
    return hit && hit.kind !== 'bearer' ? { number: hit.number, name: hit.name, outside: hit.outside } : null
  }
}

type Bounds = Pick<Wanted, 'range' | 'memberId' | 'saleId' | 'shiftId'>

/** What a receipt, a sale or a shift says about where its rows lie; undefined when there can be none. */
async function boundsOf(read: Read, filter: PurchaseFilter, who: Caller): Promise<Bounds | undefined> {
  const { receipt, saleId = null, shiftId = null } = filter
  const bounds: Bounds = { range: null, memberId: filter.memberId ?? null, saleId, shiftId }
  if (saleId) {
    const [sale] = await membersOfPurchases(read, [saleId])
    if (!sale || (bounds.memberId && bounds.memberId !== sale.memberId)) return undefined
    bounds.memberId = sale.memberId
  }
  if (shiftId) {
    const shift = await selectShift(read, shiftId)
    if (!shift || !reaches(who, shift.storeId)) return undefined
    // Ids are minted by the clock of a process, moments are the database's: a minute is more than they may differ.
    const until = shift.closedAt === null ? 281_474_976_710_655 : Date.parse(shift.closedAt) + 60_000
    bounds.range = { from: firstIdOf(Date.parse(shift.openedAt) - 60_000), to: firstIdOf(until) }
  }
  if (receipt) {
    const range = idsOf(receipt)
    if (!range) return undefined
    bounds.range = range
  }
  return bounds
}

/** Purchases in the caller's scope, newest first. Refuses `kernel.out_of_scope` for a store elsewhere. */
export async function listPurchases(
  read: Read,
  filter: PurchaseFilter,
  who: Caller,
): Promise<{ items: PurchaseHead[]; next: string | null }> {
  if (filter.storeId) mustReach(who, filter.storeId)
  const bounds = await boundsOf(read, filter, who)
  if (!bounds) return { items: [], next: null }
  const rows = await listHeads(read, {
    ...bounds,
    stores: filter.storeId ? [filter.storeId] : scopeIds(who),
    kind: filter.kind ?? null,
    from: filter.from ?? null,
    to: filter.to ?? null,
    before: (fromCursor(filter.cursor)?.[0] as string | undefined) ?? null,
    limit: filter.limit,
  })
  const stores = await readStores(
    read,
    rows.map((row) => row.storeId),
  )
  const memberOf = await showMembers(
    read,
    rows.flatMap(({ walkIn, memberId }) => (walkIn ? [] : [memberId])),
    who,
  )
  const items = rows.map(({ walkIn, pointsAfter, growthAfter, pointsSpent, points, growth, ...row }) => ({
    ...row,
    memberId: walkIn ? null : row.memberId,
    member: walkIn ? null : memberOf(row.memberId),
    receipt: receiptOf(row.id),
    storeName: stores.get(row.storeId)?.name ?? '',
    points: { earned: points, spent: pointsSpent, balance: pointsAfter },
    growth: { earned: growth, balance: growthAfter },
  }))
  return { items, next: rows.length === filter.limit ? toCursor(rows.at(-1)!.id) : null }
}
