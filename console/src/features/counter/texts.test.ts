import { expect, test } from 'vitest'
import { birthdayNow, maskName, readBirthday } from './texts.ts'

test('a name keeps its beginning, and a masked one is left alone', () => {
  expect(maskName('王小明')).toBe('王**')
  expect(maskName('王**')).toBe('王**')
  expect(maskName('Alexander')).toBe('A***')
})

test('a birthday is typed in the ways of a till', () => {
  const solar = { calendar: 'solar', leap: false }
  expect(readBirthday('0815', 'solar')).toEqual({ ...solar, year: null, month: 8, day: 15 })
  expect(readBirthday('8-15', 'solar')).toEqual({ ...solar, year: null, month: 8, day: 15 })
  expect(readBirthday('19850815', 'solar')).toEqual({ ...solar, year: 1985, month: 8, day: 15 })
  expect(readBirthday('1985-8-5', 'solar')).toEqual({ ...solar, year: 1985, month: 8, day: 5 })
  expect(readBirthday('0229', 'solar')).toMatchObject({ month: 2, day: 29 })
  expect(readBirthday('0230', 'lunar')).toMatchObject({ calendar: 'lunar', day: 30 })
  for (const wrong of ['', '1315', '0231', '20230229', '815', '30000101'])
    expect(readBirthday(wrong, 'solar'), wrong).toBeUndefined()
})

test('a birthday is today by its own calendar', () => {
  const born = (calendar: 'solar' | 'lunar', month: number, day: number) => ({
    calendar,
    month,
    day,
    year: null,
    leap: false,
  })
  const noon = new Date('2026-09-25T04:00:00Z')
  expect(birthdayNow(born('solar', 9, 25), 'Asia/Shanghai', noon)).toBe('today')
  expect(birthdayNow(born('solar', 9, 1), 'Asia/Shanghai', noon)).toBe('month')
  expect(birthdayNow(born('solar', 10, 25), 'Asia/Shanghai', noon)).toBeUndefined()
  // The Mid-Autumn festival of 2026, the fifteenth of the eighth month, is on 25 September.
  expect(birthdayNow(born('lunar', 8, 15), 'Asia/Shanghai', noon)).toBe('today')
})
