import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { isUnwieldy } from './body.ts'
import { SteadyCounts } from './limiting.ts'

afterEach(() => void vi.useRealTimers())

it('counts in windows that a clock which is set back does not lengthen', async () => {
  const counts = new SteadyCounts().child()
  const ask = () => new Promise((done) => counts.incr('till', (_, count) => done(count?.current), 40))
  expect([await ask(), await ask()]).toEqual([1, 2])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 })
  await wait(50)
  expect(await ask()).toBe(1)
})

it('tells what no contract is as deep or wide as, and nothing else', () => {
  const wide = (many: number) => `{"items":[${'{"a":",,,[[[\\\\\\"","b":[1,2]},'.repeat(many)}1]}`
  expect(isUnwieldy(wide(20_000))).toBe(false)
  expect(isUnwieldy(wide(20_001))).toBe(true)
  expect(isUnwieldy('['.repeat(100) + ']'.repeat(100))).toBe(false)
  expect(isUnwieldy('['.repeat(101))).toBe(true)
  expect(isUnwieldy(`"${'['.repeat(1_000)}`)).toBe(false)
})
