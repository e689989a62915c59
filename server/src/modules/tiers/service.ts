import type { Read, Tx } from '#kernel/db.ts'
import type { TierChange } from './store.ts'
import * as store from './store.ts'

/** Writes down changes of tiers, in the transaction that changed the standings. */
export async function writeTierHistory(tx: Tx, changes: TierChange[]): Promise<void> {
  if (changes.length > 0) await store.insertHistory(tx, changes)
}

/**
 * Takes changes back that an undone import made: with the change that puts the tier back they stay as rows, and nothing shows them. The caller
 * has put the standing back.
 */
export async function undoTierHistory(
  tx: Tx,
  undone: { memberId: string; id: string }[],
  changes: TierChange[],
): Promise<void> {
  const ids = changes.length > 0 ? await store.insertHistory(tx, changes) : []
  const all = [...undone, ...changes.map(({ memberId }, at) => ({ memberId, id: ids[at]! }))]
  if (all.length > 0) await store.insertUndone(tx, all)
}

/** How a member's tier changed, newest first, a page. The caller has checked that the member may be seen. */
export const listTierHistory = (read: Read, memberId: string, before: string | null, limit: number) =>
  store.historyOf(read, memberId, before, limit)

/** Every change of a member's tier, newest first: for who works out what it was before some of them. */
export const readTierHistory = (read: Read, memberId: string) => store.historyOf(read, memberId, null, null)
