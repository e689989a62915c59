import { expect, it } from 'vitest'
import { runKills, tellKills } from './kills.ts'
import { newSeed } from './random.ts'

it.skipIf(process.platform !== 'linux')(
  'loses and doubles nothing when server or PostgreSQL is killed six times',
  async () => {
    const seed = newSeed()
    const found = await runKills({ kills: 6, seed, tills: 6 })
    console.log(`seed ${seed}\n${tellKills(found)}`)
    expect(found.faults).toEqual([])
    expect(found.acknowledged).toBeGreaterThan(100)
  },
  180_000,
)
