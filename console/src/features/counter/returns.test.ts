import { expect, test } from 'vitest'
import { debtOf, goesBack, leftOf } from './returns.ts'
import type { Purchase } from './shapes.ts'

const line = (no: number, quantity: number, tenders: number[], points: number, returned = 0) => ({
  line: no,
  sku: `S${no}`,
  name: '',
  quantity,
  unitPrice: null,
  listAmount: 0,
  amount: tenders.reduce((sum, one) => sum + one, 0),
  points,
  growth: points,
  pointsSpent: 10 * no,
  tenders,
  returned,
})

const sale = (lines: Purchase['lines']) =>
  ({
    tenders: [
      { kind: 'cash', amount: 0 },
      { kind: 'wallet', amount: 0 },
    ],
    lines,
  }) as unknown as Purchase

test('three returned one by one add up to the line, in every tender and unit', () => {
  const back = [0, 1, 2].map((returned) => goesBack(sale([line(1, 3, [1000, 100], 10, returned)]), { 1: 1 }))
  expect(back.map(({ total }) => total)).toEqual([366, 366, 368])
  expect(back.map(({ points }) => points)).toEqual([3, 3, 4])
  expect(back.reduce((sum, { pointsSpent }) => sum + pointsSpent, 0)).toBe(10)
})

test('only what is left can come back', () => {
  const sold = sale([line(1, 2, [500, 0], 5, 2), line(2, 1.5, [300, 0], 3)])
  expect(leftOf(sold)).toEqual({ 1: 0, 2: 1.5 })
  expect(goesBack(sold, { 1: 5, 2: 9 })).toEqual({
    total: 300,
    tenders: [{ kind: 'cash', amount: 300 }],
    points: 3,
    growth: 3,
    pointsSpent: 20,
  })
})

test('points that were spent meanwhile become a debt', () => {
  const back = { total: 0, tenders: [], points: 120, growth: 0, pointsSpent: 20 }
  expect(debtOf(back, { open: 60, owed: 0 })).toBe(40)
  expect(debtOf(back, { open: 100, owed: 0 })).toBe(0)
  // Twenty come back and pay the twenty that are owed, so none of them helps.
  expect(debtOf(back, { open: 0, owed: 20 })).toBe(120)
})
