import fc from 'fast-check'
import { expect, it } from 'vitest'
import { callerWith, house } from '#testing'
import { evaluate } from './evaluate.ts'
import { pharmacy } from './templates/pharmacy.ts'

const { ask } = house()
const line = (amount: number, more = {}) => ({
  sku: 'A',
  quantity: 1000,
  amount,
  categories: [],
  labels: [],
  prescription: false,
  earns: true,
  ...more,
})
const buyer = { tier: 'ordinary', weekday: 1, firstPurchase: false }
const bill = (lines: ReturnType<typeof line>[], tenders?: { kind: 'cash' | 'points' | 'wallet'; amount: number }[]) =>
  evaluate(
    pharmacy,
    { lines, tenders: tenders ?? [{ kind: 'cash', amount: lines.reduce((a, l) => a + l.amount, 0) }], currency: 'CNY' },
    buyer,
  )

it('gives a point for each whole yuan of the receipt, not of the line', () => {
  expect(bill([line(60), line(60), line(60)])).toMatchObject({ due: 180, points: 1, growth: 1 })
  expect(bill([line(99)])).toMatchObject({ points: 0, notEarned: [{ line: 0, why: 'rounded' }] })
  expect(bill([line(12_345)])).toMatchObject({ points: 123 })
})

it('says what did not earn and why', () => {
  expect(bill([line(1000, { prescription: true }), line(1000), line(0)])).toMatchObject({
    points: 10,
    notEarned: [
      { line: 0, why: 'prescription' },
      { line: 2, why: 'free' },
    ],
  })
  expect(
    bill(
      [line(1000)],
      [
        { kind: 'points', amount: 500 },
        { kind: 'cash', amount: 500 },
      ],
    ),
  ).toMatchObject({ points: 5, pointsSpent: 500 })
  expect(
    evaluate(pharmacy, { lines: [line(1000)], tenders: [{ kind: 'cash', amount: 1000 }], currency: 'CNY' }, null),
  ).toMatchObject({ points: 0 })
})

it('shares everything out to the lines without losing a unit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 }),
      fc.nat(100),
      (amounts, percent) => {
        const due = amounts.reduce((a, b) => a + b, 0)
        const wallet = Math.floor((due * percent) / 100)
        const result = bill(
          amounts.map((amount) => line(amount)),
          [
            { kind: 'wallet', amount: wallet },
            { kind: 'cash', amount: due - wallet },
          ],
        )
        const sum = (pick: (one: (typeof result.lines)[number]) => number) =>
          result.lines.reduce((all, one) => all + pick(one), 0)
        expect([sum((one) => one.points), sum((one) => one.tenders[0]!), sum((one) => one.tenders[1]!)]).toEqual([
          result.points,
          wallet,
          due - wallet,
        ])
        for (const [at, one] of result.lines.entries()) expect(one.tenders[0]! + one.tenders[1]!).toBe(amounts[at])
      },
    ),
  )
})

it('multiplies what other rules gave, for the tier held before', () => {
  const charter = structuredClone(pharmacy)
  charter.points.earn.push({
    code: 'multiplier',
    name: { zh: '金级双倍', en: 'Gold doubles' },
    args: { percent: 200 },
    when: { tiers: ['gold'] },
  })
  const basket = {
    lines: [line(1000), line(2000)],
    tenders: [{ kind: 'cash' as const, amount: 3000 }],
    currency: 'CNY',
  }
  expect(evaluate(charter, basket, buyer).points).toBe(30)
  expect(evaluate(charter, basket, { ...buyer, tier: 'gold' })).toMatchObject({
    points: 60,
    lines: [{ points: 20 }, { points: 40 }],
  })
})

it('publishes versions that never change, from now on only', async () => {
  expect(await ask('GET /v1/charter')).toMatchObject({ status: 409, code: 'charter.none' })
  expect(await ask('POST /v1/charter/versions', { charter: pharmacy, note: 'first' })).toMatchObject({
    status: 200,
    no: 1,
  })
  expect(await ask('GET /v1/charter')).toMatchObject({ no: 1, charter: { template: 'pharmacy' } })
  expect(
    await ask('POST /v1/charter/versions', { charter: pharmacy, effectiveFrom: '2020-01-01T00:00:00Z' }),
  ).toMatchObject({ code: 'charter.too_late' })
  expect(
    await ask('POST /v1/charter/versions', { charter: pharmacy }, { as: callerWith(['charter.read']) }),
  ).toMatchObject({ status: 403 })
  const broken = { ...pharmacy, tiers: { levels: [...pharmacy.tiers.levels].reverse() } }
  expect(await ask('POST /v1/charter/versions', { charter: broken })).toMatchObject({
    status: 400,
    code: 'kernel.bad_input',
  })
  expect(await ask('POST /v1/charter/versions', { charter: pharmacy, note: 'second' })).toMatchObject({ no: 2 })
  const page = await ask('GET /v1/charter/versions?limit=1')
  expect(page).toMatchObject({ items: [{ no: 2, note: 'second' }] })
  expect(await ask(`GET /v1/charter/versions?limit=1&cursor=${page['next']}`)).toMatchObject({
    items: [{ no: 1, note: 'first' }],
    next: null,
  })
})
