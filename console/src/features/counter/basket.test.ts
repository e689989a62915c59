import { expect, test } from 'vitest'
import { addLine, amountOf, changeLine, type Line, piecesOf, sumOf } from './basket.ts'

const thing = (sku: string, unitPrice = 1000, quantity = 1) => ({ sku, name: sku, unitPrice, quantity })

test('an amount is rounded half up, as on the server', () => {
  expect(amountOf({ unitPrice: 1999, quantity: 0.5 })).toBe(1000)
  expect(amountOf({ unitPrice: 333, quantity: 1.5 })).toBe(500)
  expect(amountOf({ unitPrice: 1, quantity: 0.499 })).toBe(0)
  expect(amountOf({ unitPrice: 1234.56, quantity: 3 })).toBe(3704)
  expect(amountOf({ unitPrice: 0.5, quantity: 1 })).toBe(1)
  expect(amountOf({ unitPrice: 9_999_999_999, quantity: 99_999 })).toBe(999_989_999_900_001)
})

test('the same thing at the same price is one line, at another price another', () => {
  let lines: Line[] = []
  for (const one of [thing('A'), thing('B', 500), thing('A'), thing('A', 900)]) lines = addLine(lines, one)
  expect(lines.map(({ sku, quantity, unitPrice }) => [sku, quantity, unitPrice])).toEqual([
    ['B', 1, 500],
    ['A', 2, 1000],
    ['A', 1, 900],
  ])
  expect(new Set(lines.map(({ id }) => id)).size).toBe(3)
  expect(sumOf(lines)).toBe(3400)
  expect(piecesOf([...lines, { ...thing('C', 100, 0.25), id: 9 }])).toBe(5)
})

test('a quantity of zero takes a line out', () => {
  const lines = addLine(addLine([], thing('A')), thing('B'))
  expect(changeLine(lines, 1, { quantity: 0 }).map(({ sku }) => sku)).toEqual(['B'])
  expect(changeLine(lines, 2, { unitPrice: 1 }).map(({ unitPrice }) => unitPrice)).toEqual([1000, 1])
})
