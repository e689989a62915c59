import type { Read, Tx } from '#kernel/db.ts'
import type { TierChange } from './store.ts'
import * as store from './store.ts'

/** Writes down changes of tiers, in the transaction that changed the standings. */
export async function writeTierHistory(tx: Tx, changes: TierChange[]): Promise<void> {
  if (changes.length > 0) await store.insertHistory(tx, changes)
}

/** How a member's tier changed, newest first, a page. The caller has checked that the member may be seen. */
export const listTierHistory = (read: Read, memberId: string, before: string | null, limit: number) =>
  store.historyOf(read, memberId, before, limit)

/** Every change of a member's tier, newest first: for who works out what it was before some of them. */
export const readTierHistory = (read: Read, memberId: string) => store.historyOf(read, memberId, null, null)
