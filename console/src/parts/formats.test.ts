import { expect, test } from 'vitest'
import { formatDay, formatMoment, formatMoney, formatSpan, house, parseMoney } from './formats.ts'

test('money is told to the last fen, whatever its size or sign', () => {
  expect(formatMoney(123456, 'zh', 'CNY')).toBe('¥1,234.56')
  expect(formatMoney(5, 'en', 'CNY')).toBe('¥0.05')
  expect(formatMoney(-1, 'zh', 'CNY')).toBe('-¥0.01')
  expect(formatMoney(9007199254740991, 'en', 'CNY')).toBe('¥90,071,992,547,409.91')
  expect(formatMoney(1500, 'zh', 'JPY')).toMatch(/1,500$/)
})

test('money typed by hand, with full-width digits or a sign of its own, is read; nonsense is not', () => {
  expect(parseMoney('12', 'CNY')).toBe(1200)
  expect(parseMoney('１２．５', 'CNY')).toBe(1250)
  expect(parseMoney('¥1,234.56', 'CNY')).toBe(123456)
  expect(parseMoney('-0.3', 'CNY')).toBe(-30)
  for (const wrong of ['', 'abc', '1.234', '1e3', '12.5.1', '99999999999999999'])
    expect(parseMoney(wrong, 'CNY')).toBeUndefined()
  expect(parseMoney('10.5', 'JPY')).toBeUndefined()
})

test('a moment stands in the zone of the organisation, a day in none', () => {
  house.set({ currency: 'CNY', zone: 'Asia/Shanghai' })
  expect(formatMoment('2026-11-21T16:05:00Z', 'zh')).toBe('2026/11/22 00:05')
  expect(formatMoment('2026-11-21T16:05:00Z', 'en')).toBe('Nov 22, 2026, 00:05')
  expect(formatDay('2026-11-21', 'zh')).toBe('2026/11/21')
})

test('a span says its two largest units', () => {
  expect(formatSpan(7500, 'zh')).toBe('2小时5分钟')
  expect(formatSpan(7500, 'en')).toBe('2 hr 5 min')
  expect(formatSpan(0, 'en')).toBe('0 sec')
})
