import { expect, it } from 'vitest'
import { parts } from './parts.ts'
import { outOfDate } from './plant.ts'
import { between } from './report.ts'

it('plants every defect where its text still stands', () => {
  expect(outOfDate()).toEqual([])
})

it('has a long form of each part that is no smaller than its short one', () => {
  expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length)
  expect(parts.filter(({ short, long }) => long < short)).toEqual([])
})

it('writes figures between their markers, and nowhere else', () => {
  const text = 'a\n<!-- figures: made -->\nold\n<!-- /figures -->\nb'
  expect(between(text, 'figures', 'new')).toBe('a\n<!-- figures: made -->\n\nnew\n\n<!-- /figures -->\nb')
  expect(() => between('a', 'figures', 'new')).toThrow('once each')
})
