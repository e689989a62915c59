import { describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { cause } from '../../testing/books.ts'
import { Books, never } from './books.ts'

const member = newId()
const earned = cause('earn')

/** Books with these lots (last day, amount) and a debt, in memory. */
function booksWith(lots: [endsOn: string, amount: number][], debt = 0): Books {
  const books = new Books([member], [])
  for (const [endsOn, amount] of lots)
    books.post(member, 'points', amount, { house: 'points/issued' }, { state: 'open', endsOn, lot: '' }, earned)
  if (debt > 0)
    books.post(member, 'points', debt, { state: 'debt', endsOn: never, lot: '' }, { house: 'points/issued' }, earned)
  return books
}

function refused(act: () => unknown): Record<string, unknown> | undefined {
  try {
    act()
    return undefined
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return { code: fault.code, ...fault.details }
  }
}

const day = '2026-03-10'

describe('what a member may spend', () => {
  it.each([
    ['nothing', booksWith([]), 0],
    ['what never ends', booksWith([[never, 5]]), 5],
    ['on the last day of a lot', booksWith([[day, 5]]), 5],
    [
      'not on the day after',
      booksWith([
        ['2026-03-09', 5],
        [never, 2],
      ]),
      2,
    ],
    ['less what is owed', booksWith([[never, 5]], 3), 2],
    ['nothing while more is owed', booksWith([[never, 5]], 8), 0],
    [
      'nothing of what has ended to pay what is owed',
      booksWith(
        [
          ['2026-03-09', 5],
          [never, 5],
        ],
        3,
      ),
      2,
    ],
  ])('%s', (_, books, units) => {
    expect(books.usable(member, 'points', day)).toBe(units)
    expect(refused(() => books.spend(member, 'points', units + 1, 'points/redeemed', earned, day))).toEqual({
      code: 'ledger.not_enough',
      unit: 'points',
      short: 1,
    })
    if (units > 0) books.spend(member, 'points', units, 'points/redeemed', earned, day)
    expect(books.usable(member, 'points', day)).toBe(0)
  })
})

it('holds no more in an account than sums can bear, of value and of debt', () => {
  const most = 10_000_000_000_000
  const books = booksWith([[never, most]])
  const lot = { state: 'open', endsOn: never, lot: '' } as const
  const tooMuch = { code: 'ledger.too_much', unit: 'points', most }
  expect(refused(() => books.give(member, 'points', 1, 'points/issued', lot, earned))).toEqual(tooMuch)
  expect(books.balance(member, 'points')).toBe(most)
  expect(refused(() => books.takeBack(member, 'points', 2 * most + 1, 'points/issued', earned, []))).toEqual(tooMuch)
})
