import type { Db, Tx } from '#kernel/db.ts'
import { firstIdOf } from '#kernel/ids.ts'
import { digestOf } from './rules.ts'
import * as store from './store.ts'

const mostRows = 20_000
const nothing = Buffer.alloc(32)

// An id is minted when its row is posted, so rows since the last seal lie in the months since it. One with an older id would not be
// sealed; verification calls it put in.
const slackMs = 32 * 86_400_000

/**
 * Appends to each chain what was committed since its last seal, at most about 20,000 rows; answers whether there is more. One process of all
 * does it, once a second; what was committed in the last two seconds is not yet sealed.
 */
export function seal(db: Db): Promise<boolean> {
  return db.write(async (tx) => {
    if (!(await store.lockSealer(tx))) return false
    const horizon = await store.selectHorizon(tx)
    let more = false
    for (const chain of await store.selectChains(tx)) more = (await sealNext(tx, chain, horizon)) || more
    return more
  })
}

async function sealNext(tx: Tx, chain: string, horizon: number): Promise<boolean> {
  const last = await store.selectLastSeal(tx, chain)
  const from = last?.untilXid ?? 0
  if (horizon <= from) return false
  const sinceId = last ? firstIdOf(Temporal.Instant.from(last.sealedAt).epochMilliseconds - slackMs) : undefined
  const columns = await store.selectColumns(tx, chain)
  let until = horizon
  let rows = await store.selectSummary(tx, chain, columns, from, until, sinceId, mostRows + 1)
  // Whole transactions only, so that a seal's rows are found again by their numbers; half as many until they fit.
  if (rows.count > mostRows) {
    until = await halve(tx, chain, from, until, sinceId)
    rows = await store.selectSummary(tx, chain, columns, from, until, sinceId)
  }
  if (rows.count === 0) return false
  const words = {
    chain,
    number: (last?.number ?? 0) + 1,
    columns,
    sealedAt: tx.now,
    ...rows,
  }
  const digest = digestOf(tx.keys.derive('audit seal'), last?.digest ?? nothing, words)
  await store.insertSeal(tx, { ...words, fromXid: from, untilXid: until, digest })
  return until < horizon
}

async function halve(
  tx: Tx,
  chain: string,
  from: number,
  horizon: number,
  sinceId: string | undefined,
): Promise<number> {
  let until = horizon
  for (;;) {
    const { count, least, most } = await store.selectBounds(tx, chain, from, until, sinceId)
    if (count <= mostRows || least === null || most === null || least >= most) return until
    until = Math.floor((least + most) / 2) + 1
  }
}
