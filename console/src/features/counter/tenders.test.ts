import { expect, test } from 'vitest'
import { choose, mostPoints, type Pick, settle } from './tenders.ts'

const spend = { points: 100, amount: 100, step: 100, mostPercent: 50 }
const rich = { wallet: 5000, pointsAmount: 100_000 }
const poor = { wallet: 0, pointsAmount: 0 }

test('one tender pays all of it', () => {
  expect(settle(1234, [{ kind: 'wechat', typed: null }], poor, spend)).toEqual({
    tenders: [{ kind: 'wechat', amount: 1234 }],
    open: 0,
    change: 0,
    over: undefined,
  })
})

test('cash gives change, other tenders may not be more than is open', () => {
  expect(settle(1234, [{ kind: 'cash', typed: 2000 }], poor, spend)).toMatchObject({ open: 0, change: 766 })
  expect(settle(1234, [{ kind: 'card', typed: 2000 }], poor, spend).over).toEqual({ kind: 'card', most: 1234 })
})

test('mixed: points as far as the charter lets them, stored value as far as it reaches, cash the rest', () => {
  const picks: Pick[] = [
    { kind: 'points', typed: null },
    { kind: 'wallet', typed: null },
    { kind: 'cash', typed: null },
  ]
  expect(settle(12_345, picks, rich, spend).tenders).toEqual([
    { kind: 'points', amount: 6100 },
    { kind: 'wallet', amount: 5000 },
    { kind: 'cash', amount: 1245 },
  ])
  expect(settle(12_345, picks.slice(0, 2), rich, spend).open).toBe(1245)
})

test('points pay in steps, at most their share and at most what there is', () => {
  expect(mostPoints(999, rich, spend)).toBe(400)
  expect(mostPoints(100_000, { wallet: 0, pointsAmount: 250 }, spend)).toBe(200)
  expect(mostPoints(100_000, rich, null)).toBe(0)
})

test('typed cash and another tender for the rest', () => {
  const picks: Pick[] = [
    { kind: 'cash', typed: 5000 },
    { kind: 'wechat', typed: null },
  ]
  expect(settle(12_345, picks, poor, spend)).toMatchObject({
    tenders: [
      { kind: 'cash', amount: 5000 },
      { kind: 'wechat', amount: 7345 },
    ],
    open: 0,
    change: 0,
  })
})

test('another sort of money takes the place of one without an amount; value stays beside it', () => {
  const cash: Pick[] = [{ kind: 'cash', typed: null }]
  expect(choose(cash, 'wechat', 0)).toEqual([{ kind: 'wechat', typed: null }])
  expect(choose(cash, 'points', 0).map(({ kind }) => kind)).toEqual(['cash', 'points'])
  expect(choose([{ kind: 'cash', typed: 50 }], 'wechat', 50).map(({ kind }) => kind)).toEqual(['cash', 'wechat'])
  expect(
    choose(
      [
        { kind: 'points', typed: null },
        { kind: 'wallet', typed: null },
      ],
      'wechat',
      0,
    ).map(({ kind }) => kind),
  ).toEqual(['points', 'wechat'])
  // A wallet that covers everything is given up for another tender; one that does not stays.
  expect(choose([{ kind: 'wallet', typed: null }], 'card', 0).map(({ kind }) => kind)).toEqual(['card'])
  expect(choose([{ kind: 'wallet', typed: null }], 'card', 10).map(({ kind }) => kind)).toEqual(['wallet', 'card'])
})
