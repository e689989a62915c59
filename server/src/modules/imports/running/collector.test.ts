import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Line } from '../kinds/kind.ts'
import type { Batch } from './collector.ts'
import { Collector } from './collector.ts'

const line = (at: number, key: string | null): Line<unknown> => ({ at, key, input: `${key}${at}`, found: [] })
const most = { units: 3, rows: 1000 }

/** Reads rows as a worker does, is killed after some batches, and goes on from the last committed place. */
function read(keys: (string | null)[], window: number, deaths: number[]): number[][] {
  const told: number[][] = []
  let place = { row: 0, ahead: [] as number[] }
  for (const life of [...deaths, Number.POSITIVE_INFINITY]) {
    const collector = new Collector(window, place)
    let batches = 0
    const commit = (batch: Batch | undefined): boolean => {
      if (!batch) return true
      if (batches++ >= life) return false
      told.push(...batch.units.map(({ rows }) => rows))
      place = structuredClone(batch.place)
      return true
    }
    let alive = true
    for (const [at, key] of keys.entries()) {
      if (collector.isDone(at + 1)) continue
      collector.add(line(at + 1, key))
      while (alive && collector.isFull(most)) alive = commit(collector.take(most))
      if (!alive) break
    }
    collector.flush()
    for (let batch = alive && collector.take(most); batch; batch = collector.take(most)) if (!commit(batch)) break
  }
  return told
}

it('gathers what belongs together, with others between', () => {
  expect(read(['a', 'b', 'a', null, 'b', 'c'], 3, [])).toEqual([[4], [1, 3], [2, 5], [6]])
})

it('takes each row once and each group whole, however often it is killed', () => {
  const keys = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')), { maxLength: 60 })
  const deaths = fc.array(fc.nat(4), { maxLength: 5 })
  fc.assert(
    fc.property(keys, fc.nat(6), deaths, (rows, window, dies) => {
      const whole = read(rows, window, [])
      expect(whole.flat().sort((a, b) => a - b)).toEqual(rows.map((_, at) => at + 1))
      expect(read(rows, window, dies)).toEqual(whole)
    }),
    // The example dies where a group had just ended and only rows that are done lie before the next of its key.
    { numRuns: 400, examples: [[[null, 'a', null, null, 'a'], 1, [1]]] },
  )
})
