import { setTimeout as wait } from 'node:timers/promises'
import { chanceOf } from '../random.ts'
import type { Came } from './caller.ts'
import type { Asked, Found } from './part.ts'
import { mostMs, slow } from './pool.ts'
import { openShop, type Shop } from './shop.ts'
import { quantile, unkind } from './tills.ts'

/**
 * The database answers half a second to five seconds late, then not at all, then again: no request lasts longer than its deadline and a second, nothing is
 * half done, and the house sells again by itself. Every other time the lines are cut in the end, as a router does that was started anew.
 */
export async function runSlow({ times, seed, say }: Asked): Promise<Found> {
  const shop = await openShop({ gated: true })
  const gate = shop.gate!
  const chance = chanceOf(seed)
  const faults: string[] = []
  const back: number[] = []
  const tills = shop.tills(16, seed)
  const looks = look(shop)
  try {
    await tills.backAfter(performance.now(), 10_000)
    for (let no = 1; no <= times; no++) {
      gate.delayMs = no === 1 ? 500 : 500 + chance.below(4_500)
      await wait(times === 1 ? 2_000 : 5_000 + chance.below(10_000))
      gate.delayMs = 0
      gate.stall()
      // Longer than any deadline, so that those who were asked in the middle of it are refused in it too.
      await wait(times === 1 ? 17_500 : 18_000 + chance.below(10_000))
      const resumedMs = performance.now()
      gate.resume()
      if (no % 2 === 0) gate.cut()
      back.push(await tills.backAfter(resumedMs, 60_000))
      say(`slow ${no} of ${times}: back after ${Math.round(back.at(-1)!)} ms, ${tills.acknowledged} acknowledged`)
      await wait(500)
    }
    await Promise.all([tills.stop(), looks.stop()])
    if (!shop.life.alive) faults.push(`the server ended: ${shop.life.said.slice(-500)}`)
    const all = [...tills.attempts, ...looks.attempts]
    faults.push(...unkind(all, mostMs), ...slow(back), ...(await tills.reckon(shop.rows)))
    const took = all.map(({ tookMs }) => tookMs)
    return {
      figures: {
        'times stalled': times,
        'acknowledged meanwhile': tills.acknowledged,
        'refused with 503': all.filter(({ status }) => status === 503).length,
        'longest answer, ms': quantile(took, 1),
        'sells again after, p50 ms': quantile(back, 0.5),
        'sells again after, worst ms': quantile(back, 1),
        'lost or wrong': faults.length,
      },
      faults,
    }
  } finally {
    gate.resume()
    await Promise.all([tills.stop(), looks.stop()])
    await shop.close()
  }
}

/** Somebody who only looks, all the time. */
function look({ caller, members }: Shop): { attempts: Came[]; stop(): Promise<void> } {
  const attempts: Came[] = []
  let over = false
  const running = (async () => {
    for (let no = 0; !over; no++) {
      attempts.push(await caller.ask('GET', no % 2 ? '/v1/purchases' : `/v1/members/${members[0]}`))
      await wait(100)
    }
  })()
  return {
    attempts,
    async stop() {
      over = true
      await running
    },
  }
}
