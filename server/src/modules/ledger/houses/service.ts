import type { Db, Read } from '#kernel/db.ts'
import type { Pulse } from '#kernel/jobs.ts'
import type { HouseBalance } from './contract.ts'
import * as store from './store.ts'

// So many transactions at once: a batch of a rush hour stays within a second.
const mostAtOnce = 5_000

/**
 * The balances of the house's accounts: of all postings, or up to the end of a day of posting (ISO 8601, UTC). Summed from the roll-ups and
 * from what is not rolled up yet, so it is right at every moment and never depends on the worker.
 */
export const houseBalances = (read: Read, { asOf = 'infinity' }: { asOf?: string } = {}): Promise<HouseBalance[]> =>
  store.selectBalances(read, asOf)

/**
 * Rolls up what was committed since the last time, effect and cursor in one transaction; answers whether there is more. Only transactions below
 * every running one count: an id or a moment alone would lose what commits late.
 */
export function rollUp(db: Db, most = mostAtOnce): Promise<boolean> {
  return db.write(async (tx) => {
    if (!(await store.lockRoller(tx))) return false
    const { from, horizon, next } = await store.selectPlace(tx)
    if (from > next) {
      // The database was restored into another server, whose transactions count from anew: begin again.
      await store.forgetAll(tx)
      await store.moveCursor(tx, 0)
      return true
    }
    const until = Math.min(horizon, from + most)
    const touched = until > from ? await store.addUp(tx, from, until) : 0
    // A look that found nothing writes nothing, or it would find its own transaction the next time.
    if (touched > 0 || until < horizon) await store.moveCursor(tx, until)
    return until < horizon
  })
}

/** Rolls the house's accounts up, every five seconds. */
export const rolling: Pulse = { name: 'ledger.roll_up', everyMs: 5_000, run: (db) => rollUp(db) }
