import { expect, test } from 'vitest'
import { parseUnitPrice, plainUnitPrice } from './unit-price.ts'

test.each([
  [1250, 'CNY', '12.50'],
  [1234.56, 'CNY', '12.3456'],
  [12.5, 'CNY', '0.125'],
  [0.01, 'CNY', '0.0001'],
  [100, 'CNY', '1.00'],
  [0, 'CNY', '0.00'],
  [1234, 'JPY', '1234'],
  [1234.5, 'JPY', '1234.5'],
  [10, 'JPY', '10'],
])('a unit price of %d in %s is written %s and read back', (price, currency, text) => {
  expect(plainUnitPrice(price, currency)).toBe(text)
  expect(parseUnitPrice(text, currency)).toBe(price)
})

test('what no till could charge is no price', () => {
  expect(parseUnitPrice('1.23456', 'CNY')).toBeUndefined()
  expect(parseUnitPrice('-1', 'CNY')).toBeUndefined()
  expect(parseUnitPrice('一元', 'CNY')).toBeUndefined()
})
