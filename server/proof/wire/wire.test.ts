import { expect, it } from 'vitest'
import { newSeed } from '../random.ts'
import { runWire } from './run.ts'

it.skipIf(process.platform !== 'linux')(
  'answers again, byte by byte, whatever got lost on bad lines',
  async () => {
    const seed = newSeed()
    const found = await runWire({ ambiguous: 150, seed, tills: 8 })
    expect(found.faults, `seed ${seed}`).toEqual([])
    expect(found.ambiguous).toBeGreaterThanOrEqual(150)
    expect(found.again).toBeGreaterThan(10)
  },
  180_000,
)
