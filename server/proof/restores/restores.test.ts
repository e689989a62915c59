import { expect, it } from 'vitest'
import { newSeed } from '../random.ts'
import { runRestores } from './run.ts'

it.skipIf(process.platform !== 'linux')(
  'brings the house back as it was at two moments, and tells six damaged backups',
  async () => {
    const seed = newSeed()
    const { faults, figures } = await runRestores({ restores: 2, damaged: 6, seed, say: () => {} })
    console.log(`seed ${seed}`, figures)
    expect(faults).toEqual([])
    expect(figures['commands']).toBeGreaterThan(50)
  },
  300_000,
)
