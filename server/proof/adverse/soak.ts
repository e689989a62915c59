import { setTimeout as wait } from 'node:timers/promises'
import type { Asked, Found } from './part.ts'
import { mostMs } from './pool.ts'
import { openShop, type Shop } from './shop.ts'
import { quantile, unkind } from './tills.ts'

type Sample = {
  atS: number
  memoryMb: number
  handles: number
  connections: number
  used: number
  dead: number
  mb: number
}

/** How many more MB after an hour are no slope but the breath of a garbage collector. */
const flatMbPerHour = 60

/** Half a load for as long as asked: memory, files and sockets, connections and dead rows stay where they are. */
export async function runSoak({ minutes = 1, seed, say }: Asked): Promise<Found> {
  const shop = await openShop()
  const faults: string[] = []
  let tills = shop.tills(16, seed)
  try {
    // What the machine can do, as far as it is free just now.
    await wait(Math.min(10_000, minutes * 6_000))
    const perTill = tills.attempts.length / 16 / (Math.min(10_000, minutes * 6_000) / 1_000)
    await tills.stop()
    faults.push(...(await tills.reckon(shop.rows)))
    tills = shop.tills(16, seed + 1_000, Math.round(1_000 / perTill))
    const samples: Sample[] = []
    const beganMs = performance.now()
    const looks = looking(shop)
    const everyMs = Math.max(1_000, Math.min(15_000, (minutes * 60_000) / 40))
    while (performance.now() - beganMs < minutes * 60_000) {
      await wait(everyMs)
      samples.push(await sample(shop, beganMs))
      if (samples.length % 8 === 0) say(`soak: ${JSON.stringify(samples.at(-1))}, ${tills.acknowledged} acknowledged`)
    }
    await Promise.all([tills.stop(), looks.stop()])
    const warm = samples.slice(Math.floor(samples.length / 3))
    const slope = Math.round(slopeOf(warm, ({ memoryMb }) => memoryMb) * 3_600)
    const spread = (of: (one: Sample) => number) => Math.max(...warm.map(of)) - Math.min(...warm.map(of))
    const grown = warm.at(-1)!.memoryMb - warm[0]!.memoryMb
    if (minutes >= 10 && slope > flatMbPerHour && grown > 20) faults.push(`memory grows by ${slope} MB an hour`)
    if (spread(({ handles }) => handles) > 60)
      faults.push(`files and sockets move by ${spread(({ handles }) => handles)}`)
    const { used } = await sample(shop, beganMs)
    if (used > 1) faults.push(`${used} connections are in use when nobody asks`)
    faults.push(...unkind(tills.attempts, mostMs), ...(await tills.reckon(shop.rows)))
    return {
      figures: {
        minutes,
        'commands acknowledged': tills.acknowledged,
        'p50 ms': quantile(
          tills.attempts.map(({ tookMs }) => tookMs),
          0.5,
        ),
        'p99 ms': quantile(
          tills.attempts.map(({ tookMs }) => tookMs),
          0.99,
        ),
        'memory after warm-up and at the end, MB': `${warm[0]!.memoryMb} and ${warm.at(-1)!.memoryMb}`,
        'memory slope, MB an hour': slope,
        'files and sockets, least and most': leastAndMost(warm, ({ handles }) => handles),
        'database connections, least and most': leastAndMost(warm, ({ connections }) => connections),
        'dead rows, least and most': leastAndMost(warm, ({ dead }) => dead),
        'database, MB': `${samples[0]!.mb} to ${samples.at(-1)!.mb}`,
        'lost or wrong': faults.length,
      },
      faults,
    }
  } finally {
    await tills.stop()
    await shop.close()
  }
}

const leastAndMost = (samples: Sample[], of: (one: Sample) => number): string =>
  `${Math.min(...samples.map(of))} and ${Math.max(...samples.map(of))}`

async function sample({ life, rows, metric }: Shop, beganMs: number): Promise<Sample> {
  const [found] = await rows<{ connections: number; dead: number; mb: number }>(
    `select (select count(*)::int from pg_stat_activity where application_name like 'changke%') as connections,
            (select sum(n_dead_tup)::int from pg_stat_all_tables) as dead,
            (pg_database_size('changke') / 1024 / 1024)::int as mb`,
  )
  const used = await Promise.all(
    ['write', 'read'].map((pool) => metric(`changke_pool_connections{pool="${pool}",state="used"}`)),
  )
  return {
    atS: Math.round((performance.now() - beganMs) / 1_000),
    memoryMb: life.memoryMb(),
    handles: life.handles(),
    ...found!,
    used: used[0]! + used[1]!,
  }
}

/** The least squares' slope of a figure, per second. */
function slopeOf(samples: Sample[], of: (one: Sample) => number): number {
  const meanS = samples.reduce((sum, { atS }) => sum + atS, 0) / samples.length
  const mean = samples.reduce((sum, one) => sum + of(one), 0) / samples.length
  const over = samples.reduce((sum, one) => sum + (one.atS - meanS) * (of(one) - mean), 0)
  return (
    over /
    Math.max(
      1,
      samples.reduce((sum, { atS }) => sum + (atS - meanS) ** 2, 0),
    )
  )
}

/** Somebody who looks around all the time: lists, a member, what a basket would come to. */
function looking({ caller, members, storeId }: Shop): { stop(): Promise<void> } {
  let over = false
  const lines = [{ sku: 'SKU1', unitPrice: 1_000 }]
  const running = (async () => {
    for (let no = 0; !over; no++) {
      const id = members[no % members.length]!
      if (no % 3 === 0) await caller.ask('GET', '/v1/purchases?limit=50')
      else if (no % 3 === 1) await caller.ask('GET', `/v1/members/${id}`)
      else await caller.ask('POST', '/v1/quotes', { storeId, member: { id }, lines })
      await wait(50)
    }
  })()
  return {
    async stop() {
      over = true
      await running
    },
  }
}
