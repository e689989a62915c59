import type { Read, Tx } from '#kernel/db.ts'
import type { InForce } from '#modules/charter/index.ts'
import { chartersAt } from '#modules/charter/index.ts'
import type { Books, Cause } from '#modules/ledger/index.ts'
import { mirrorAll, openBooks, transfersOf } from '#modules/ledger/index.ts'
import type { Standing } from '#modules/members/index.ts'
import { bookVisit, forgetVisits, lockMembers, removeMembers, saveStandings } from '#modules/members/index.ts'
import type { TierChange } from '#modules/tiers/index.ts'
import { readTierHistory, undoTierHistory, writeTierHistory } from '#modules/tiers/index.ts'
import { judge } from '../circumstances.ts'
import type { Taking, ToldRow } from './store.ts'
import * as store from './store.ts'

export type { Taking } from './store.ts'

/** What an undo leaves, because it was used since: value of a unit, or a return of a sale that is gone. */
export type KeptValue = { memberId: string; unit: string; amount: number }
export type KeptReturn = { purchaseId: string; amount: number }

export type UndonePage = {
  /** Hand it in as `before` to go on; null when everything is undone. */
  next: string | null
  purchases: number
  values: KeptValue[]
  returns: KeptReturn[]
}

/**
 * Undoes a page of what an import told, the newest first: purchases leave every list, sum and standing, what they moved is mirrored, tiers are
 * as they were. What was used since is left and answered; with `asDebt` it is owed. Undoing a page twice undoes nothing more.
 */
export async function undoImport(
  tx: Tx,
  { importId, before, limit, asDebt }: { importId: string; before: string | null; limit: number; asDebt: boolean },
): Promise<UndonePage> {
  await store.insertUndone(tx, importId)
  const told = await store.toldBy(tx, importId, before, limit)
  const members = Map.groupBy(
    told.filter(({ walkIn }) => !walkIn),
    ({ memberId }) => memberId,
  )
  const ids = [...members.keys()]
  const bearers = told.filter(({ walkIn }) => walkIn).map(({ memberId }) => memberId)
  const standings = await lockMembers(tx, [...ids, ...bearers])
  const values = await takeBack(tx, importId, members, standings, asDebt)
  for (const standing of standings.values()) forgetVisits(standing)
  for (const { memberId, businessOn, ...visit } of await store.visitsOf(tx, [...standings.keys()]))
    bookVisit(standings.get(memberId)!, businessOn, visit)
  await saveStandings(tx, [...standings.values()])
  await removeMembers(tx, bearers)
  const returned = await store.returnsOf(
    tx,
    importId,
    ids,
    told.map(({ id }) => id),
  )
  return {
    next: told.length === limit ? told.at(-1)!.id : null,
    purchases: told.length,
    values,
    returns: returned.map(({ id, total }) => ({ purchaseId: id, amount: total })),
  }
}

async function takeBack(
  tx: Tx,
  importId: string,
  members: Map<string, ToldRow[]>,
  standings: Map<string, Standing>,
  asDebt: boolean,
): Promise<KeptValue[]> {
  const moved = [...members].filter(
    ([id, told]) => standings.has(id) && told.some(({ origin }) => origin === 'earning'),
  )
  if (moved.length === 0) return []
  const [inForce] = await chartersAt(tx, [tx.now])
  const books = await openBooks(
    tx,
    moved.map(([id]) => id),
  )
  const cause: Cause = {
    kind: 'undo',
    id: importId,
    charter: inForce!.no,
    storeId: null,
    staffId: null,
    occurredAt: tx.now,
  }
  const values: KeptValue[] = []
  const judged: TierChange[] = []
  const back: TierChange[] = []
  const undone: { memberId: string; id: string }[] = []
  for (const [memberId, told] of moved) {
    const given = await transfersOf(
      tx,
      memberId,
      told.map(({ id }) => id),
    )
    for (const { unit, amount } of mirrorAll(books, memberId, given, cause, { asDebt }))
      values.push({ memberId, unit, amount })
    const restored = await restoreTier(tx, importId, standings.get(memberId)!, books, inForce!)
    undone.push(...restored.undone)
    if (restored.change) (restored.undone.length > 0 ? back : judged).push(restored.change)
  }
  await books.save(tx)
  await writeTierHistory(tx, judged)
  await undoTierHistory(tx, undone, back)
  return values
}

type Restored = { undone: { memberId: string; id: string }[]; change?: TierChange }

/**
 * The tier as it was before an import changed it, and which changes that undoes. If somebody or something else changed it since, it is judged
 * anew by what growth is left, and its history stands.
 */
async function restoreTier(
  tx: Tx,
  importId: string,
  standing: Standing,
  books: Books,
  { charter }: InForce,
): Promise<Restored> {
  const history = await readTierHistory(tx, standing.memberId)
  if (history.length === 0) return { undone: [] }
  const own = await store.ofImport(
    tx,
    importId,
    history.map(({ causeId }) => causeId),
  )
  const ours = new Set([importId, ...own.map(({ id }) => id)])
  const first = history.findLastIndex(({ causeId }) => ours.has(causeId))
  if (first < 0) return { undone: [] }
  const today = tx.now.slice(0, 10)
  const before = standing.tier
  const others = history.slice(0, first).some(({ causeId }) => !ours.has(causeId))
  if (others) {
    judge(charter, standing, books.balance(standing.memberId, 'growth'), today)
  } else {
    standing.tier = history[first]!.before
    standing.tierSince = history[first + 1]?.sinceOn ?? null
  }
  const { memberId, tier: after, tierSince } = standing
  const undone = others ? [] : history.slice(0, first + 1).map(({ id }) => ({ memberId, id }))
  if (after === before) return { undone }
  const cause = { causeKind: 'undo', causeId: importId }
  return { undone, change: { memberId, before, after, sinceOn: tierSince ?? today, ...cause } }
}

/** What an import told, summed by store and currency from the purchases themselves: the house's side of its control sums. */
export const takingsOf = (read: Read, importId: string): Promise<Taking[]> => store.takingsOf(read, importId)
