import type { Read, Tx } from '#kernel/db.ts'
import type { Standing } from './contract.ts'
import { Flag } from './contract.ts'
import { newStanding } from './rules.ts'
import * as store from './store.ts'

/**
 * Locks members for a value command: their standings, by id. The first statement after `tell`, always in the order of ids, so that no
 * two commands wait for each other in a ring. Ids that are nobody's are absent.
 */
export async function lockMembers(tx: Tx, ids: string[]): Promise<Map<string, Standing>> {
  return ids.length === 0 ? new Map() : store.selectForUpdate(tx, ids)
}

/** Standings by id, as they are now, without a lock: to show, not to decide. Ids that are nobody's are absent. */
export async function findStandings(read: Read, ids: string[]): Promise<Map<string, Standing>> {
  return ids.length === 0 ? new Map() : store.select(read, ids)
}

/** Saves standings that this transaction has locked and changed; each member at most once in the list. */
export async function saveStandings(tx: Tx, standings: Standing[]): Promise<void> {
  if (standings.length === 0) return
  const saved = await store.update(tx, standings)
  if (saved !== standings.length) throw new Error(`${standings.length} standings were to be saved, ${saved} were`)
}

/** Opens standings for members who have just joined. */
export async function openStandings(tx: Tx, standings: Standing[]): Promise<void> {
  if (standings.length > 0) await store.insert(tx, standings)
}

/** Opens standings for walk-ins and unnamed cards, in one insert; they hold value and have no archive. */
export async function openBearers(tx: Tx, rows: { memberId: string; homeStore: string | null }[]): Promise<Standing[]> {
  const bearers = rows.map(({ memberId, homeStore }) => newStanding(memberId, homeStore, Flag.bearer))
  await openStandings(tx, bearers)
  return bearers
}
