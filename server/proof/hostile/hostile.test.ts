import { expect, inject, it } from 'vitest'
import { openPlace } from '../place.ts'
import { chanceOf, newSeed } from '../random.ts'
import { listener } from './listener.ts'
import { figuresOfStruck, strike } from './run.ts'

it('answers 2,000 hostile requests without a fault, a broken promise or a broken book', async () => {
  const seed = newSeed()
  const { log, last } = listener()
  const place = await openPlace(inject('pg'), { log })
  try {
    const struck = await strike(place, 2_000, chanceOf(seed), last)
    console.log(`seed ${seed}`, figuresOfStruck(struck))
    expect(struck.faults, `seed ${seed}`).toEqual([])
    expect(await place.broken()).toEqual([])
  } finally {
    await place.close()
  }
}, 180_000)
