import { describe, expect, it } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import type { Bill } from '#modules/charter/index.ts'
import { checkBill, checkSize, mayFollow, most, priceLines, samePrice } from './rules.ts'

/** What a refusal says, or nothing. */
function refused(act: () => unknown): Record<string, unknown> | undefined {
  try {
    act()
    return undefined
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return { code: fault.code, ...fault.details }
  }
}

const tooLarge = (what: string, limit = most) => ({ code: 'purchases.too_large', what, most: limit })

describe('the size of things', () => {
  it.each([
    ['a large line', [{ quantity: 1_000_000, unitPrice: 1_000_000 }], undefined],
    ['a line that is too large', [{ quantity: 1_000_000, unitPrice: 1_000_001 }], { ...tooLarge('line'), line: 1 }],
    ['the largest of fields', [{ quantity: 1e8, unitPrice: 1e10 }], { ...tooLarge('line'), line: 1 }],
    ['the list price alone', [{ quantity: 1e8, amount: 1, listPrice: 1e10 }], { ...tooLarge('line'), line: 1 }],
    [
      'the second of two',
      [
        { quantity: 1, amount: 1 },
        { quantity: 1e8, unitPrice: 1e6 },
      ],
      { ...tooLarge('line'), line: 2 },
    ],
    [
      'lines that are too large together',
      [
        { quantity: 1, amount: most },
        { quantity: 1, amount: 1 },
      ],
      tooLarge('total'),
    ],
    [
      'the largest receipt',
      [
        { quantity: 1, amount: most - 1 },
        { quantity: 1, amount: 1 },
      ],
      undefined,
    ],
  ])('%s', (_, lines, refusal) => {
    expect(
      refused(() =>
        priceLines(
          lines.map((line) => ({ sku: 'A', ...line })),
          new Map(),
        ),
      ),
    ).toEqual(refusal)
  })

  const bill = (change: Partial<Bill>): Bill => ({
    ...{ due: 1, points: 0, growth: 0, pointsSpent: 0, given: [], notEarned: [], capped: 0 },
    lines: [{ points: 1, growth: 1, pointsSpent: 0, tenders: [1] }],
    ...change,
  })
  it.each([
    ['nothing out of the way', bill({}), 1, undefined],
    ['list prices', bill({}), most + 1, tooLarge('total')],
    [
      'points of one rule',
      bill({ given: [{ unit: 'points', rule: 0, units: 1e24, perLine: [] }] }),
      1,
      tooLarge('points'),
    ],
    ['points that are capped', bill({ capped: most }), 1, tooLarge('points')],
    ['points to be spent', bill({ pointsSpent: most + 1 }), 1, tooLarge('points')],
    ['growth', bill({ lines: [{ points: 0, growth: 1e13, pointsSpent: 0, tenders: [] }] }), 1, tooLarge('growth')],
  ])('a bill with %s', (_, it, list, refusal) => {
    expect(refused(() => checkBill(it, list))).toEqual(refusal)
  })

  it('is larger for what somebody has spent ever', () => {
    expect(refused(() => checkSize('spent', 1e15))).toBeUndefined()
    expect(refused(() => checkSize('spent', 1e15 + 1))).toEqual(tooLarge('spent', 1e15))
    expect(refused(() => checkSize('spent', -1e15 - 1))).toEqual(tooLarge('spent', 1e15))
  })
})

it.each([
  // where the sale was told, its moment; where the return is told, its moment
  ['till', '2026-03-10T10:00:00Z', 'till', '2026-03-10T10:00:00Z', true],
  ['till', '2026-03-10T10:00:00Z', 'till', '2026-03-10T09:55:00Z', true],
  ['till', '2026-03-10T10:00:00Z', 'till', '2026-03-10T09:54:59Z', false],
  ['till', '2026-03-10T10:00:00Z', 'till', '2026-03-07T10:00:00Z', false],
  ['till', '2026-03-10T10:00:00+08:00', 'till', '2026-03-10T02:00:00Z', true],
  ['history', '2026-03-10T10:00:00Z', 'till', '2026-03-09T11:00:00Z', true],
  ['history', '2026-03-10T10:00:00Z', 'till', '2026-03-09T09:00:00Z', false],
  ['earning', '2026-03-10T10:00:00Z', 'earning', '2026-03-09T11:00:00Z', true],
  ['till', '2026-03-10T10:00:00Z', 'earning', '2026-03-01T10:00:00Z', false],
])('what the %s sold at %s may come back, told by the %s, at %s: %s', (origin, occurredAt, how, backAt, may) => {
  expect(mayFollow({ occurredAt, origin }, backAt, how)).toBe(may)
})

it.each([
  [{ quantity: 3000, amount: 300 }, { quantity: 1000, amount: 100 }, true],
  [{ quantity: 3000, amount: 301 }, { quantity: 1000, amount: 100 }, false],
  // Their products differ by one in 10²³, which no floating number shows.
  [{ quantity: 99_999_999_999, amount: 999_999_999_999 }, { quantity: 99_999_999_998, amount: 999_999_999_989 }, false],
  [{ quantity: 1000, amount: 0 }, { quantity: 500, amount: 0 }, true],
])('%j and %j have one price: %s', (a, b, same) => {
  expect(samePrice(a, b)).toBe(same)
})
