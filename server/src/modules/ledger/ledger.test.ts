import { describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { cause, ledger, refused } from '../../testing/books.ts'
import {
  activate,
  cancelPending,
  capture,
  givePending,
  handOver,
  handOverAll,
  hold,
  mirrorAll,
  never,
  release,
} from './index.ts'

const home = ledger()
const { act, given } = home
const open = (endsOn: string, lot = '') => ({ state: 'open' as const, endsOn, lot })
const lotsOf = async (id: string) =>
  (await home.read(id)).lots.map(({ state, endsOn, balance }) => `${state} ${endsOn ?? 'never'} ${balance}`).sort()

describe('a hold', () => {
  it('stays inside its lots, and cannot be spent or held again', async () => {
    const m = newId()
    await given(m, 60, '2026-06-30')
    await given(m, 60)
    const held = cause('hold')
    await act([m], [], (books) => hold(books, m, 'points', 100, held, '2026-03-01'))
    expect(await lotsOf(m)).toEqual(['held 2026-06-30 60', 'held never 40', 'open never 20'])
    const spend = act([m], [], (books) => books.spend(m, 'points', 21, 'points/redeemed', cause('earn')))
    expect(await refused(spend)).toEqual(['ledger.not_enough', { unit: 'points', short: 1 }])
    const again = act([m], [], (books) => hold(books, m, 'points', 21, cause('hold'), '2026-03-01'))
    expect(await refused(again)).toEqual(['ledger.not_enough', { unit: 'points', short: 1 }])
  })

  it('is captured in parts and the rest released; then nothing is left of it', async () => {
    const m = newId()
    await given(m, 60, '2026-06-30')
    await given(m, 40)
    const held = cause('hold')
    const on = { today: '2026-03-01', graceDays: 30 }
    await act([m], [], (books) => hold(books, m, 'points', 80, held, '2026-03-01'))
    await act([m], [held.id], (books, of) => capture(books, m, of, 50, 'points/redeemed', cause('earn')))
    expect(await lotsOf(m)).toEqual(['held 2026-06-30 10', 'held never 20', 'open never 20'])
    const more = act([m], [held.id], (books, of) => capture(books, m, of, 31, 'points/redeemed', cause('earn')))
    expect(await refused(more)).toEqual(['ledger.held_less', { left: 30 }])
    expect(await act([m], [held.id], (books, of) => release(books, m, of, cause('release'), on))).toBe(30)
    expect(await lotsOf(m)).toEqual(['open 2026-06-30 10', 'open never 40'])
    const twice = act([m], [held.id], (books, of) => release(books, m, of, cause('release'), on))
    expect(await refused(twice)).toEqual(['ledger.held_less', { left: 0 }])
  })

  it('whose day has passed gets so many days more when it is released, and pays what is owed first', async () => {
    const m = newId()
    const gift = cause('earn')
    await given(m, 50, '2026-03-31', 'points/issued', gift)
    const held = cause('hold')
    await act([m], [], (books) => hold(books, m, 'points', 50, held, '2026-03-01'))
    await act([m], [gift.id], (books, of) => books.takeBack(m, 'points', 20, 'points/issued', cause('correct'), of))
    expect(await lotsOf(m)).toEqual(['debt never 20', 'held 2026-03-31 50'])
    const on = { today: '2026-04-10', graceDays: 30 }
    await act([m], [held.id], (books, of) => release(books, m, of, cause('release'), on))
    expect(await lotsOf(m)).toEqual(['open 2026-05-10 30'])
  })

  it('is undone with what became of it: every lot is as it was', async () => {
    const m = newId()
    await given(m, 50, '2026-06-30')
    const held = cause('hold')
    await act([m], [], (books) => hold(books, m, 'points', 50, held, '2026-03-01'))
    const used = cause('hold', held.id)
    await act([m], [held.id], (books, of) => capture(books, m, of, 30, 'points/redeemed', used))
    const left = await act([m], [held.id], (books, of) => mirrorAll(books, m, of, cause('undo'), { asDebt: false }))
    expect(left).toEqual([])
    expect(await lotsOf(m)).toEqual(['open 2026-06-30 50'])
  })
})

describe('pending value', () => {
  const on = { today: '2026-03-08', graceDays: 30 }

  it('is not theirs before its day: it is neither spent nor does it pay; activated, it pays what is owed and joins its lot', async () => {
    const m = newId()
    const first = cause('earn')
    await given(m, 10, never, 'points/issued', first)
    await act([m], [], (books) => books.spend(m, 'points', 10, 'points/redeemed', cause('earn')))
    await act([m], [first.id], (books, of) => books.takeBack(m, 'points', 10, 'points/issued', cause('correct'), of))
    const sale = cause('earn')
    const lot = { endsOn: '2026-12-31', lot: '' }
    await act([m], [], (books) => givePending(books, m, 'points', 30, 'points/issued', lot, sale))
    expect(await lotsOf(m)).toEqual(['debt never 10', 'pending 2026-12-31 30'])
    const spend = act([m], [], (books) => books.spend(m, 'points', 1, 'points/redeemed', cause('earn')))
    expect(await refused(spend)).toEqual(['ledger.not_enough', { unit: 'points', short: 1 }])
    expect(await act([m], [sale.id], (books, of) => activate(books, m, of, cause('activate'), on))).toBe(30)
    expect(await lotsOf(m)).toEqual(['open 2026-12-31 20'])
    const twice = act([m], [sale.id], (books, of) => activate(books, m, of, cause('activate'), on))
    expect(await refused(twice)).toEqual(['ledger.held_less', { left: 0 }])
  })

  it('is cancelled in parts to where it came from, and the rest is activated', async () => {
    const m = newId()
    const sale = cause('earn')
    const lot = { endsOn: '2026-12-31', lot: '' }
    await act([m], [], (books) => givePending(books, m, 'points', 30, 'points/issued', lot, sale))
    await act([m], [sale.id], (books, of) => cancelPending(books, m, of, cause('correct'), 12))
    const more = act([m], [sale.id], (books, of) => cancelPending(books, m, of, cause('correct'), 19))
    expect(await refused(more)).toEqual(['ledger.held_less', { left: 18 }])
    await act([m], [sale.id], (books, of) => activate(books, m, of, cause('activate'), on))
    expect(await lotsOf(m)).toEqual(['open 2026-12-31 18'])
  })

  it('is taken back by a return while it waits, without debt; activated ones where they went', async () => {
    const m = newId()
    const sale = cause('earn')
    const lot = { endsOn: '2026-12-31', lot: '' }
    await act([m], [], (books) => givePending(books, m, 'points', 30, 'points/issued', lot, sale))
    const back = (amount: number) =>
      act([m], [sale.id], (books, of) => books.takeBack(m, 'points', amount, 'points/issued', cause('correct'), of))
    expect(await back(10)).toBe(0)
    expect(await lotsOf(m)).toEqual(['pending 2026-12-31 20'])
    await act([m], [sale.id], (books, of) => activate(books, m, of, cause('activate', sale.id), on))
    expect(await back(20)).toBe(0)
    expect(await lotsOf(m)).toEqual([])
  })
})

describe('between members', () => {
  it('a gift keeps the lots, pays what the receiver owes, and leaves nothing in transit', async () => {
    const [a, b] = [newId(), newId()]
    const sale = cause('earn')
    await given(a, 60, '2026-06-30')
    await given(a, 60)
    await given(b, 5, never, 'points/issued', sale)
    await act([b], [], (books) => books.spend(b, 'points', 5, 'points/redeemed', cause('earn')))
    await act([b], [sale.id], (books, of) => books.takeBack(b, 'points', 5, 'points/issued', cause('correct'), of))
    await act([a, b], [], (books) => handOver(books, { from: a, to: b, unit: 'points', amount: 80 }, cause('gift')))
    expect(await lotsOf(a)).toEqual(['open never 40'])
    expect(await lotsOf(b)).toEqual(['open 2026-06-30 55', 'open never 20'])
    const more = act([a, b], [], (books) =>
      handOver(books, { from: a, to: b, unit: 'points', amount: 41 }, cause('gift')),
    )
    expect(await refused(more)).toEqual(['ledger.not_enough', { unit: 'points', short: 1 }])
    expect(await home.broken()).toEqual([])
  })

  it('a merge hands over everything, debts too, but nothing that is held', async () => {
    const [a, b] = [newId(), newId()]
    const sale = cause('earn')
    await given(a, 30, never, 'points/issued', sale)
    await act([a], [], (books) => books.spend(a, 'points', 30, 'points/redeemed', cause('earn')))
    await act([a], [sale.id], (books, of) => books.takeBack(a, 'points', 30, 'points/issued', cause('correct'), of))
    await act([a], [], (books) => books.give(a, 'growth', 7, 'growth/issued', open(never), cause('earn')))
    await given(b, 20)
    await act([a, b], [], (books) => handOverAll(books, a, b, cause('merge')))
    expect([await lotsOf(a), await lotsOf(b)]).toEqual([[], ['debt never 10', 'open never 7']])
    await given(b, 20)
    await act([b], [], (books) => hold(books, b, 'points', 4, cause('hold'), '2026-03-01'))
    const merge = act([b, a], [], (books) => handOverAll(books, b, a, cause('merge')))
    expect(await refused(merge)).toEqual(['ledger.still_held', { unit: 'points', waiting: 4 }])
    expect(await home.broken()).toEqual([])
  })

  it('names a transit that is not zero', async () => {
    const m = newId()
    const lost = cause('gift')
    await given(m, 5, never, 'transit', lost)
    expect(await home.broken()).toContainEqual({ room: 'ledger', fault: 'something is lost in transit', id: lost.id })
    await act([m], [], (books) => books.spend(m, 'points', 5, 'transit', lost))
    expect(await home.broken()).toEqual([])
  })
})
