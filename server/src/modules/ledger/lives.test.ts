import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { cause, ledger } from '../../testing/books.ts'
import { activate, cancelPending, capture, givePending, handOver, hold, release } from './index.ts'

const home = ledger()
const { act, given } = home

type Step =
  | { do: 'give' | 'spend' | 'hold' | 'wait' | 'back'; amount: number; days: number }
  | { do: 'release' | 'capture' | 'activate' | 'cancel'; which: number; amount: number }
  | { do: 'gift'; amount: number }
const amount = fc.integer({ min: 1, max: 20 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('give', 'spend', 'hold', 'wait', 'back'),
    amount,
    days: fc.integer({ min: 0, max: 40 }),
  }),
  fc.record({ do: fc.constantFrom('release', 'capture', 'activate', 'cancel'), which: fc.nat(20), amount }),
  fc.record({ do: fc.constant('gift' as const), amount }),
)

/** What numbers alone say: what is free (below zero: owed), what each hold and each wait has left. No lots, no accounts. */
type Sums = { free: number; given: number; holds: Map<string, number>; waits: Map<string, number>; other: number }
const total = (of: Map<string, number>) => [...of.values()].reduce((sum, one) => sum + one, 0)

async function live(steps: Step[]): Promise<void> {
  const [m, friend, gifts] = [newId(), newId(), newId()]
  const sums: Sums = { free: 0, given: 0, holds: new Map(), waits: new Map(), other: 0 }
  for (const [at, one] of steps.entries()) {
    const today = Temporal.PlainDate.from('2026-03-01')
      .add({ days: at * 3 })
      .toString()
    await take(one, today, { m, friend, gifts }, sums)
    const { balances, lots } = await home.read(m)
    const points = balances.find(({ unit }) => unit === 'points') ?? { shown: 0, pending: 0, held: 0, debt: 0 }
    expect(points).toMatchObject({ shown: sums.free, pending: total(sums.waits), held: total(sums.holds) })
    expect(points.debt).toBe(Math.max(0, -sums.free))
    expect(lots.every(({ balance }) => balance > 0)).toBe(true)
  }
  const theirs = await home.read(friend)
  expect(theirs.balances.find(({ unit }) => unit === 'points')?.shown ?? 0).toBe(sums.other)
}

async function take(
  one: Step,
  today: string,
  { m, friend, gifts }: { m: string; friend: string; gifts: string },
  sums: Sums,
) {
  const freed = { today, graceDays: 5 }
  const day = (days: number) =>
    Temporal.PlainDate.from('2026-03-01')
      .add({ days: 60 + days })
      .toString()
  const pick = (of: Map<string, number>) =>
    [...of.keys()][('which' in one ? one.which : 0) % Math.max(1, of.size)] ?? newId()
  const may = async (allowed: boolean, acting: Promise<unknown>) => {
    const was = await acting.then(
      () => false,
      (fault: unknown) => fault instanceof Refusal,
    )
    expect(was).toBe(!allowed)
    return allowed
  }
  const id = newId()
  if (one.do === 'give') {
    await given(m, one.amount, day(one.days), 'points/issued', cause('earn', gifts))
    sums.free += one.amount
    sums.given += one.amount
  } else if (one.do === 'back') {
    const most = Math.min(one.amount, sums.given)
    if (most === 0) return
    await act([m], [gifts], (books, of) => books.takeBack(m, 'points', most, 'points/issued', cause('correct'), of))
    sums.free -= most
    sums.given -= most
  } else if (one.do === 'wait') {
    const lot = { endsOn: day(one.days), lot: '' }
    await act([m], [], (books) => givePending(books, m, 'points', one.amount, 'points/issued', lot, cause('earn', id)))
    sums.waits.set(id, one.amount)
  } else if (one.do === 'spend') {
    const spend = act([m], [], (books) => books.spend(m, 'points', one.amount, 'points/redeemed', cause('earn')))
    if (await may(sums.free >= one.amount, spend)) sums.free -= one.amount
  } else if (one.do === 'hold') {
    const holding = act([m], [], (books) => hold(books, m, 'points', one.amount, cause('hold', id), '2026-03-01'))
    if (!(await may(sums.free >= one.amount, holding))) return
    sums.free -= one.amount
    sums.holds.set(id, one.amount)
  } else if (one.do === 'gift') {
    const gift = { from: m, to: friend, unit: 'points', amount: one.amount }
    const giving = act([m, friend], [], (books) => handOver(books, gift, cause('gift')))
    if (!(await may(sums.free >= one.amount, giving))) return
    sums.free -= one.amount
    sums.other += one.amount
  } else {
    const of = one.do === 'release' || one.do === 'capture' ? sums.holds : sums.waits
    const which = pick(of)
    const left = of.get(which) ?? 0
    const part = one.do === 'activate' ? left : one.amount
    const settling = act([m], [which], (books, there) => {
      if (one.do === 'release') release(books, m, there, cause('release'), { ...freed, amount: part })
      else if (one.do === 'capture') capture(books, m, there, part, 'points/redeemed', cause('earn'))
      else if (one.do === 'activate') activate(books, m, there, cause('activate'), freed)
      else cancelPending(books, m, there, cause('correct'), part)
    })
    if (!(await may(part > 0 && left >= part, settling))) return
    of.set(which, left - part)
    if (one.do === 'release' || one.do === 'activate') sums.free += part
  }
}

it('agrees with plain sums through lives of gifts, holds, waits and returns: nothing is lost, doubled or below zero', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30, size: 'max' }), live), {
    numRuns: Number(process.env['LIVES'] ?? 40),
    seed: 20261122,
  })
  expect(await home.broken()).toEqual([])
})
