import { describe, expect, it } from 'vitest'
import { momentIn, readTime, readWhen } from './moments.ts'
import { exactly, readDecimal, readWhole, rounded } from './numbers.ts'

const cents = (text: string, decimal: '.' | ',' = '.') => {
  const read = readDecimal(text, decimal)
  return 'ok' in read ? rounded(read.ok, 2) : read.wrong
}

describe('numbers', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['¥1,234.56', 123_456],
    ['１２．５０元', 1250],
    ['(3.20)', -320],
    ['-3.20', -320],
    ['3.20-', -320],
    ['￥-0.005', -1],
    ['2.675', 268],
    ['1e3', 100_000],
    ['1.5E-2', 2],
    ['.5', 50],
    ["1'234", 123_400],
    ['10,0000.5', 10_000_050],
    ['1,23', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['', 'not_a_number'],
    ['=1+1', 'not_a_number'],
    ['十二', 'not_a_number'],
    ['99999999999999999999', undefined],
  ])('%s is %s cents', (text, value) => expect(cents(text)).toBe(value))

  it('are read with a decimal comma when that is said', () => {
    expect([cents('1.234,56', ','), cents('0,5', ',')]).toEqual([123_456, 50])
  })

  it('are never rounded where they have to be exact', () => {
    const read = readDecimal('1.2345')
    expect('ok' in read && [exactly(read.ok, 4), exactly(read.ok, 3)]).toEqual([12_345, undefined])
    expect([readWhole('3.0'), readWhole('3.5')]).toEqual([{ ok: 3 }, { wrong: 'not_whole' }])
  })
})

describe('days', () => {
  it.each([
    ['2026-03-05', '2026-03-05', null],
    ['2026/3/5 9:07', '2026-03-05', '09:07:00'],
    ['2026.03.05 21:07:08', '2026-03-05', '21:07:08'],
    ['20260305', '2026-03-05', null],
    ['20260305210708', '2026-03-05', '21:07:08'],
    ['2026年3月5日', '2026-03-05', null],
    ['2026年3月5日 下午2:30', '2026-03-05', '14:30:00'],
    ['２０２６－０３－０５', '2026-03-05', null],
    ['05/03/2026 2:30 PM', '2026-03-05', '14:30:00'],
    ['2026-03-05T21:07:08.123+08:00', '2026-03-05', '21:07:08'],
    ['2026-03-05 12:30 am', '2026-03-05', '00:30:00'],
    ['1772665200', '2026-03-04', '23:00:00'],
  ])('%s', (text, day, time) => expect(readWhen(text, 'dmy')).toMatchObject({ ok: { day, time } }))

  it('stand before or behind the month as is said', () => {
    expect(readWhen('05/03/2026', 'mdy')).toMatchObject({ ok: { day: '2026-05-03' } })
  })

  it.each([
    ['2025-02-29', 'no_such_day'],
    ['2025-13-01', 'no_such_day'],
    ['31/11/2025', 'no_such_day'],
    ['05/03/26', 'short_year'],
    ['45000', 'not_a_day'],
    ['yesterday', 'not_a_day'],
    ['2026-03-05 25:00', 'not_a_time'],
  ])('%s is refused: %s', (text, wrong) => expect(readWhen(text, 'dmy')).toEqual({ wrong }))

  it('become moments of a zone', () => {
    const at = (zone: string, text: string) => {
      const when = readWhen(text, 'dmy')
      return 'ok' in when ? momentIn(zone, when.ok) : when.wrong
    }
    expect(at('Asia/Shanghai', '2026-03-05 08:00')).toBe('2026-03-05T00:00:00Z')
    expect(at('Europe/London', '2011-03-27 01:30')).toBe('2011-03-27T01:30:00Z')
    expect(at('Asia/Shanghai', '2026-03-05T08:00:00Z')).toBe('2026-03-05T08:00:00.000Z')
    expect(readTime('下午 2:30')).toEqual({ ok: '14:30:00' })
  })
})
