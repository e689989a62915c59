import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { house } from '#testing'
import { gather } from './lane.ts'

const home = house()

/** A lane whose batches end when somebody lets them; `batches` are the sizes taken so far. */
function held(patienceMs: number) {
  const batches: number[] = []
  const ends: (() => void)[] = []
  const ask = gather<number, number>(
    home.app.db,
    async (_, inputs) => {
      batches.push(inputs.length)
      await new Promise<void>((end) => ends.push(end))
      return inputs.map((ok) => ({ ok }))
    },
    { lanes: 2, worthwhile: 3, patienceMs },
  )
  const answers: Promise<unknown>[] = []
  const send = (count: number) => {
    for (let n = 0; n < count; n++) answers.push(ask(n))
  }
  const until = async (taken: number[]) => expect.poll(() => batches).toEqual(taken)
  const letAllEnd = async () => {
    const timer = setInterval(() => ends.splice(0).map((end) => end()), 1)
    const all = await Promise.all(answers)
    clearInterval(timer)
    return all.length
  }
  return { batches, ends, send, until, letAllEnd }
}

it('takes one at once, and begins a second transaction beside it when that is worthwhile', async () => {
  const lane = held(60_000)
  lane.send(1)
  await lane.until([1])
  lane.send(2)
  await wait(30)
  expect(lane.batches).toEqual([1])
  lane.send(1)
  await lane.until([1, 3])
  lane.send(5)
  await wait(30)
  expect(lane.batches).toEqual([1, 3])
  lane.ends[0]!()
  await lane.until([1, 3, 5])
  expect(await lane.letAllEnd()).toBe(9)
})

it('takes the few that wait when the one before them ends', async () => {
  const lane = held(60_000)
  lane.send(1)
  await lane.until([1])
  lane.send(2)
  lane.ends[0]!()
  await lane.until([1, 2])
  expect(await lane.letAllEnd()).toBe(3)
})

it('leaves nobody waiting behind one that is held up', async () => {
  const lane = held(20)
  lane.send(1)
  await lane.until([1])
  lane.send(1)
  await lane.until([1, 1])
  expect(await lane.letAllEnd()).toBe(2)
})
