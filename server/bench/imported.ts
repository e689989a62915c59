import { performance } from 'node:perf_hooks'
import { system } from '#kernel/caller.ts'
import { openKeys } from '#kernel/crypto.ts'
import { openDb } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { record } from '#modules/purchases/index.ts'
import { basket, memberOf } from './basket.ts'
import type { House } from './house.ts'
import type { Timing } from './timing.ts'
import { timingOf } from './timing.ts'

/** Purchases per second through the real path of an import (charter, ledger, facts): batches of so many, one transaction after the other. */
export async function runImported(house: House, members: number, seconds: number, batch = 600): Promise<Timing> {
  const db = openDb({ url: house.url, keys: openKeys(house.keyFile), size: 2 })
  const who = system('import')
  const times: number[] = []
  const began = performance.now()
  while (performance.now() - began < seconds * 1000) {
    const asked = Array.from({ length: batch }, () => ({
      command: {
        kind: 'sale' as const,
        input: {
          storeId: house.storeId,
          member: { id: memberOf(Math.floor(Math.random() * members)) },
          lines: basket(),
        },
      },
      who,
      reference: newId(),
      origin: 'earning' as const,
      importId: newId(),
    }))
    const start = performance.now()
    const outcomes = await db.write((tx) => record(tx, asked))
    const refused = outcomes.find((outcome) => 'refusal' in outcome)
    if (refused && 'refusal' in refused) throw refused.refusal
    for (const _ of outcomes) times.push(performance.now() - start)
  }
  const took = (performance.now() - began) / 1000
  await db.close()
  return timingOf(times, took, 0)
}
