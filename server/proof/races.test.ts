import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Place } from './place.ts'
import { openPlace } from './place.ts'
import { pairs, runCrowds, runPairs, runRings } from './races.ts'
import { chanceOf, newSeed } from './random.ts'

let place: Place
beforeAll(async () => {
  place = await openPlace(inject('pg'), { apps: 2 })
})
afterAll(async () => {
  expect(await place.broken()).toEqual([])
  await place.close()
})

it('gives every pair of money commands at once one of its two orders', async () => {
  const seed = newSeed()
  expect(await runPairs(place, 2, chanceOf(seed)), `seed ${seed}`).toEqual([])
  console.log(`${pairs.length} pairs × 2 rounds, seed ${seed}`)
})

it('lets one of twenty who spend the same have it', async () => {
  expect(await runCrowds(place, 8, 20)).toEqual([])
})

it('takes locks in one order: batches over the same members never wait for each other in a ring', async () => {
  expect(await runRings(place, 12)).toEqual([])
})
