import { expect, it } from 'vitest'
import { newSeed } from '../random.ts'
import { runModel } from './run.ts'

it('agrees with the plain model after every step of 2,000 lives', async () => {
  const seed = newSeed()
  const steps = await runModel(2_000, seed)
  console.log(`2,000 sequences, ${steps} steps compared, seed ${seed}`)
  expect(steps).toBeGreaterThan(20_000)
})
