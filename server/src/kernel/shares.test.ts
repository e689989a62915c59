import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mulDiv, mulDivRounded, share, upTo } from './shares.ts'

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 })

it('shares out without losing or making a unit, and never more than a weight', () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (weights, part) => {
        const sum = weights.reduce((a, b) => a + b, 0)
        const total = Math.floor(sum * part)
        const parts = share(total, weights)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        for (const [at, one] of parts.entries()) expect(one).toBeLessThanOrEqual(weights[at]!)
      },
    ),
  )
})

it('gives pieces back so that they add up to the whole and never turn round', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 200 }), (total, pieces) => {
      let before = 0
      for (let q = 1; q <= pieces; q++) {
        const now = upTo(total, q, pieces)
        expect(now).toBeGreaterThanOrEqual(before)
        before = now
      }
      expect(before).toBe(total)
    }),
  )
})

it.each([
  [7, 1, 2, 3, 4, 4],
  [6, 1, 4, 1, 2, 2],
  [5, 1, 4, 1, 1, 2],
  [999_999_999_999, 999_999_999_999, 999_999_999_999, 999_999_999_999, 999_999_999_999, 999_999_999_999],
])('%d × %d ÷ %d is %d, %d or %d', (a, b, c, down, half, up) => {
  expect([mulDiv(a, b, c), mulDivRounded(a, b, c, 'half_up'), mulDivRounded(a, b, c, 'up')]).toEqual([down, half, up])
})
