import { describe, expect, it } from 'vitest'
import { textIndex, textQuery } from '#kernel/findable.ts'
import { Birthday, lunarBirthday } from './birthdays/rules.ts'
import { maskAddress, maskEmail, maskMiddle, maskPhone, readPhone } from './identities/rules.ts'
import { maskName } from './names/rules.ts'
import { checkOf, digits, hasCheck, plainLetters, plainNumber, withCheck } from './numbers/rules.ts'

it.each([
  ['13800138000', '+8613800138000'],
  ['+86 138 0013 8000', '+8613800138000'],
  ['0086-138-0013-8000', '+8613800138000'],
  ['8613800138000', '+8613800138000'],
  ['１３８００１３８０００', '+8613800138000'],
  ['　138 0013 8000　', '+8613800138000'],
  ['010-6555 1234', '+861065551234'],
  ['(0755) 8888 1234', '+8675588881234'],
  ['+852 5123 4567', '+85251234567'],
  ['', 'empty'],
  ['1380000', 'length'],
  ['1380013800', 'length'],
  ['138001380001', 'length'],
  ['12345678901', 'length'],
  ['1380013800O', 'letters'],
  ['abc', 'letters'],
])('reads %j as %s', (text, expected) => {
  const read = readPhone(text)
  expect('phone' in read ? read.phone : read.wrong).toBe(expected)
})

it('shows only enough to recognise', () => {
  expect(maskPhone('+8613800138000')).toBe('138****8000')
  expect(maskPhone('+85251234567')).toBe('+8****4567')
  expect(maskEmail('li@example.com')).toBe('l****@example.com')
  expect(maskMiddle('E1234567')).toBe('E12***67')
  expect(maskMiddle('123')).toBe('***')
  expect(maskAddress('上海')).toBe('上****')
  expect([maskName('王'), maskName('𬭎艳'), maskName('欧阳修远者')]).toEqual(['王', '𬭎*', '欧***'])
})

describe('names', () => {
  const finds = (query: string, name: string) => {
    const { search, grams } = textQuery(query)
    const index = textIndex(name)
    return index.search.includes(search) && grams.every((gram) => index.grams.includes(gram))
  }
  it.each([
    ['李伟', '李伟'],
    ['伟', '李伟'],
    ['李', '李伟'],
    ['liwei', '李伟'],
    ['LW', '李伟'],
    ['单', '单雄信'],
    ['sxx', '单雄信'],
    ['yuchi', '尉迟恭'],
    ['𬭎艳', '赵𬭎艳'],
    ['tom', 'Tom Smith'],
    ['m s', 'Tom Smith'],
    ['ｔｏｍ', 'Tom'],
    ['lvbu', '吕布'],
  ])('%s finds %s', (query, name) => expect(finds(query, name)).toBe(true))
  it.each([
    ['伟李', '李伟'],
    ['王', '李伟'],
    ['il', '李伟'],
  ])('%s does not find %s', (query, name) => expect(finds(query, name)).toBe(false))
})

describe('check characters', () => {
  it('knows the example of ISO 7064 MOD 11,10', () => expect(checkOf('0794', digits)).toBe('5'))

  it.each([digits, plainLetters])('finds every wrong character and nearly every swap in %s', (alphabet) => {
    let swaps = 0
    let missed = 0
    for (let n = 0; n < 400; n++) {
      const text = withCheck(
        Array.from({ length: 9 }, (_, at) => alphabet[(n * 7 + at * (n + 3)) % alphabet.length]).join(''),
        alphabet,
      )
      expect(hasCheck(text, alphabet)).toBe(true)
      for (let at = 0; at < text.length; at++) {
        for (const other of alphabet) {
          if (other !== text[at]) expect(hasCheck(text.slice(0, at) + other + text.slice(at + 1), alphabet)).toBe(false)
        }
        const [one, two] = [text[at]!, text[at + 1]]
        if (two === undefined || one === two) continue
        swaps += 1
        if (hasCheck(text.slice(0, at) + two + one + text.slice(at + 2), alphabet)) missed += 1
      }
    }
    expect(missed / swaps).toBeLessThan(0.03)
  })

  it('needs an alphabet of even length', () => {
    expect([digits.length % 2, plainLetters.length % 2, new Set(plainLetters).size]).toEqual([
      0,
      0,
      plainLetters.length,
    ])
  })

  it('compares numbers without their groups', () => expect(plainNumber(' ab-１２ 3')).toBe('AB123'))
})

describe('birthdays', () => {
  it.each([
    [{ calendar: 'solar', year: 1992, month: 2, day: 29 }, true],
    [{ calendar: 'solar', month: 2, day: 29 }, true],
    [{ calendar: 'solar', year: 1993, month: 2, day: 29 }, false],
    [{ calendar: 'solar', month: 4, day: 31 }, false],
    [{ calendar: 'lunar', month: 2, day: 30 }, true],
    [{ calendar: 'lunar', month: 2, day: 31 }, false],
  ])('%j: %s', (birthday, good) => expect(Birthday.safeParse(birthday).success).toBe(good))

  it.each([
    ['2001-12-29', { year: 2001, month: 11, day: 15, leap: false }],
    ['1984-02-02', { year: 1984, month: 1, day: 1, leap: false }],
    ['2023-04-01', { year: 2023, month: 2, day: 11, leap: true }],
  ])('born on %s', (day, lunar) => expect(lunarBirthday(day)).toEqual({ calendar: 'lunar', ...lunar }))
})
