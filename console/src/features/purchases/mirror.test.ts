import { expect, test } from 'vitest'
import { goesBack, leftOf } from './mirror.ts'
import type { Line, Purchase } from './shapes.ts'

const line = (part: Partial<Line>): Line =>
  ({
    line: 1,
    quantity: 3,
    returned: 0,
    amount: 1000,
    points: 10,
    growth: 10,
    pointsSpent: 0,
    tenders: [700, 300],
    ...part,
  }) as Line

const sale = (lines: Line[]) =>
  ({
    tenders: [
      { kind: 'cash', amount: 700 },
      { kind: 'points', amount: 300 },
    ],
    lines,
  }) as Purchase

test('pieces one after the other add up to the line, in every part of it', () => {
  const sums = { total: 0, points: 0, cash: 0 }
  for (const returned of [0, 1, 2]) {
    const back = goesBack(sale([line({ returned })]), { 1: 1 })
    sums.total += back.total
    sums.points += back.points
    sums.cash += back.tenders.find(({ kind }) => kind === 'cash')?.amount ?? 0
  }
  expect(sums).toEqual({ total: 1000, points: 10, cash: 700 })
})

test('no more goes back than is left, and a line that is not wanted stays', () => {
  const sold = sale([line({ returned: 2 }), line({ line: 2 })])
  expect(goesBack(sold, { 1: 5 }).total).toBe(1000 - 666)
  expect(leftOf(line({ quantity: 0.75, returned: 0.5 }))).toBe(0.25)
})
