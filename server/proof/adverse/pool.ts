import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Asked, Found } from './part.ts'
import { openShop, type Shop } from './shop.ts'
import { quantile, type Tills, unkind } from './tills.ts'

/** Longer than the deadline of a row nobody waits, with a second for a busy machine. */
export const mostMs = 16_000
/** Within this everything goes on by itself. */
export const backMs = 5_000

/**
 * Somebody else holds every connection that the database has, while the house's own are ended by force: it refuses in time and with the seconds
 * after which to come back, sells again by itself, and keeps no connection too many.
 */
export async function runPool({ times, seed, say }: Asked): Promise<Found> {
  const shop = await openShop()
  const faults: string[] = []
  const back: number[] = []
  // More tills than the pools have connections.
  const tills = shop.tills(24, seed)
  try {
    await tills.backAfter(performance.now(), 10_000)
    const before = await connectionsOf(shop)
    for (let no = 1; no <= times; no++) {
      await exhaust(shop, tills)
      back.push(await tills.backAfter(performance.now(), 30_000))
      say(`pool ${no} of ${times}: back after ${Math.round(back.at(-1)!)} ms, ${tills.acknowledged} acknowledged`)
      await wait(300)
    }
    await tills.stop()
    if (!shop.life.alive) faults.push(`the server ended: ${shop.life.said.slice(-500)}`)
    await wait(500)
    for (const pool of ['write', 'read']) {
      const [used, waiting] = await Promise.all(
        ['used', 'waiting'].map((state) => shop.metric(`changke_pool_connections{pool="${pool}",state="${state}"}`)),
      )
      if (used || waiting) faults.push(`the pool ${pool} has ${used} in use and ${waiting} waiting when nobody asks`)
    }
    const after = await connectionsOf(shop)
    if (after > before + 8) faults.push(`the house had ${before} connections before and has ${after} after`)
    faults.push(...unkind(tills.attempts, mostMs), ...slow(back), ...(await tills.reckon(shop.rows)))
    const refused = tills.attempts.filter(({ status }) => status === 503)
    return {
      figures: {
        'times exhausted': times,
        'acknowledged meanwhile': tills.acknowledged,
        'refused with 503': refused.length,
        'refused within, p99 ms': quantile(
          refused.map(({ tookMs }) => tookMs),
          0.99,
        ),
        'sells again after, p50 ms': quantile(back, 0.5),
        'sells again after, worst ms': quantile(back, 1),
        'lost or wrong': faults.length,
      },
      faults,
    }
  } finally {
    await tills.stop()
    await shop.close()
  }
}

/** Takes all that is free, ends all that the house has, takes that too, and lets go after a while. */
async function exhaust(shop: Shop, tills: Tills): Promise<void> {
  const held: pg.Client[] = []
  const url = new URL(shop.superUrl())
  const app = await shop.rows<{ size: number }>(`select current_setting('max_connections')::int as size`)
  const hold = async () => {
    const client = new pg.Client({ connectionString: url.href, application_name: 'a neighbour' })
    client.on('error', () => {})
    await client.connect()
    held.push(client)
  }
  const fill = async () => {
    while (held.length < app[0]!.size) {
      const some = await Promise.allSettled(Array.from({ length: 10 }, hold))
      if (some.some(({ status }) => status === 'rejected')) return
    }
  }
  try {
    await fill()
    const [first] = held
    // Also the connection by which the house owns its server, and those of its jobs.
    await first!.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'changke%' and pid <> pg_backend_pid()`,
    )
    for (let at = 0; at < 10; at++) {
      await fill()
      await wait(100)
    }
    const refused = tills.attempts.filter(({ status }) => status === 503).length
    if (refused === 0) throw new Error('nobody was refused: the database has connections left')
  } finally {
    await Promise.all(held.map((client) => client.end().catch(() => {})))
  }
}

const connectionsOf = async ({ rows }: Shop): Promise<number> =>
  (
    await rows<{ many: number }>(
      `select count(*)::int as many from pg_stat_activity where application_name like 'changke%'`,
    )
  )[0]!.many

/** What took longer to come back than it may. */
export const slow = (back: number[]): string[] =>
  back.filter((ms) => ms > backMs).map((ms) => `sells again only after ${Math.round(ms)} ms`)
