import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Asked, Found } from './part.ts'
import { mostMs } from './pool.ts'
import { openShop, type Shop } from './shop.ts'
import type { Stormed } from './storm.ts'
import { quantile, unkind } from './tills.ts'

/** What a healthy till waits at most in 99 of 100 sales, in ms, while all others are slow. */
const healthyMs = 500
const mostMemoryMb = 150
/** After so long a connection that does nothing useful is gone. */
const goneMs = 30_000

/**
 * Thousands of clients that send their head or body a byte at a time, never send anything, stay after an answer, or do not read theirs, beside one healthy
 * till: its p99 stays below 500 ms, memory grows by less than 150 MB, and every slow connection is let go within half a minute.
 */
export async function runClients({ times, seed, say }: Asked): Promise<Found> {
  const many = times > 1 ? 5_000 : 1_500
  const shop = await openShop()
  const faults: string[] = []
  const tills = shop.tills(1, seed, 10)
  let storm: Storm | undefined
  try {
    await tills.backAfter(performance.now(), 10_000)
    await wait(3_000)
    const alone = tills.attempts.map(({ tookMs }) => tookMs)
    const handles = shop.life.handles()
    const beforeMb = shop.life.memoryMb()
    let mostMb = beforeMb
    storm = blow(shop, many)
    while (!storm.over) {
      mostMb = Math.max(mostMb, shop.life.memoryMb())
      await wait(200)
    }
    await tills.stop()
    const during = tills.attempts.slice(alone.length).map(({ tookMs }) => tookMs)
    const p99 = quantile(during, 0.99)
    for (const [kind, { opened, left, longestMs }] of Object.entries(storm.stormed)) {
      say(`clients: ${kind}: ${opened} came in, ${left} are left, the last went after ${longestMs} ms`)
      if (left > 0 || longestMs > goneMs) faults.push(`${left} slow clients (${kind}) are there after ${longestMs} ms`)
    }
    const kept = shop.life.handles() - handles
    if (kept > 50) faults.push(`the server has ${kept} sockets and files more than before`)
    // Where the till waits as long alone, the machine is busy with something else and tells nothing.
    const aloneP99 = quantile(alone, 0.99)
    if (p99 > Math.max(healthyMs, 3 * aloneP99)) faults.push(`a healthy till waits ${p99} ms (p99)`)
    if (mostMb - beforeMb > mostMemoryMb) faults.push(`memory grew from ${beforeMb} to ${mostMb} MB`)
    if (!shop.life.alive) faults.push(`the server ended: ${shop.life.said.slice(-500)}`)
    faults.push(...unkind(tills.attempts, mostMs), ...(await tills.reckon(shop.rows)))
    return {
      figures: {
        'slow clients at once': storm.most,
        'healthy till: sales': during.length,
        'healthy till: p50 ms': quantile(during, 0.5),
        'healthy till: p99 ms': p99,
        'the same alone: p99 ms': aloneP99,
        'memory before, MB': beforeMb,
        'memory at most, MB': mostMb,
        'last slow client gone after, ms': Math.max(...Object.values(storm.stormed).map(({ longestMs }) => longestMs)),
        'lost or wrong': faults.length,
      },
      faults,
    }
  } finally {
    storm?.child.kill('SIGKILL')
    await tills.stop()
    await shop.close()
  }
}

type Storm = { child: ChildProcess; most: number; over: boolean; stormed: Stormed }

function blow({ life, key }: Shop, many: number): Storm {
  const words = [String(life.port), String(many), String(goneMs + 10_000)]
  const child = fork(path.join(import.meta.dirname, 'storm.ts'), words, { env: { ...process.env, PROOF_KEY: key } })
  const storm: Storm = { child, most: 0, over: false, stormed: {} }
  child.on('message', ({ open = 0, stormed }: { open?: number; stormed?: Stormed }) => {
    storm.most = Math.max(storm.most, open)
    if (stormed) storm.stormed = stormed
  })
  child.once('exit', () => {
    storm.over = true
  })
  return storm
}
