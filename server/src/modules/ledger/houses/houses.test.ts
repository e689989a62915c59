import { expect, it } from 'vitest'
import type { Tx } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { house } from '#testing'
import { findFaults } from '../../../verifying.ts'
import { houseBalances, never, openBooks, rollUp } from '../index.ts'

const home = house()
const cause = () => ({
  ...{ kind: 'earn', id: newId(), charter: 1, storeId: null, staffId: null },
  occurredAt: '2026-03-01T02:00:00Z',
})
const give = async (tx: Tx, amount: number, from = 'points/issued') => {
  const member = newId()
  const books = await openBooks(tx, [member])
  books.give(member, 'points', amount, from, { state: 'open', endsOn: never, lot: '' }, cause())
  await books.save(tx)
}
const given = (amount: number, from?: string) => home.app.db.write((tx) => give(tx, amount, from))
const balances = async (asOf?: string) =>
  Object.fromEntries(
    (await home.app.db.read((read) => houseBalances(read, asOf ? { asOf } : {}))).map(({ house, balance }) => [
      house,
      balance,
    ]),
  )
/** Rolls up until everything is: a transaction of somebody else on this server may hold it up for a moment. */
const rollUpAll = async () => {
  const sum = (await home.app.db.read((read) => houseBalances(read))).reduce((all, { given }) => all + given, 0)
  for (let tried = 0; tried < 200 && (await rolled()) !== sum; tried++) {
    await rollAll()
    await new Promise((later) => setTimeout(later, 25))
  }
  expect(await rolled()).toBe(sum)
}
const rollAll = async (most?: number) => {
  for (let turns = 0; await rollUp(home.app.db, most); turns++) if (turns > 100_000) throw new Error('it never ends')
}
const rolled = async () =>
  Number((await home.sql('select coalesce(sum(given), 0) as n from ledger.house_day'))[0]!['n'])

it('says the same before, while and after it is rolled up', async () => {
  await given(10)
  await given(5, 'points/adjusted')
  const expected = { 'house/points/issued': -10, 'house/points/adjusted': -5 }
  expect([await rolled(), await balances()]).toEqual([0, expected])
  await rollUpAll()
  expect([await rolled(), await balances()]).toEqual([15, expected])
  await given(1)
  expect([await rolled(), await balances()]).toEqual([15, { ...expected, 'house/points/issued': -11 }])
  await rollUpAll()
  expect([await rolled(), await balances()]).toEqual([16, { ...expected, 'house/points/issued': -11 }])
})

it('passes over nothing that commits late, and counts nothing twice when two roll at once', async () => {
  await given(1)
  const before = (await balances())['house/points/issued']!
  const db = home.app.db
  await db.write(async (late) => {
    await give(late, 100)
    await given(1_000)
    await Promise.all([rollAll(), rollAll(), rollAll()])
    // The late one has the smaller number: nothing above it may be rolled up before it ends.
    expect((await balances())['house/points/issued']).toBe(before - 1_000)
  })
  expect((await balances())['house/points/issued']).toBe(before - 1_100)
  await Promise.all([rollUpAll(), rollUpAll(), rollUpAll()])
  expect((await balances())['house/points/issued']).toBe(before - 1_100)
  expect(await findFaults(db)).toEqual([])
})

it('answers as of the end of a day of posting', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const now = await balances(today)
  home.travel(3)
  await given(7)
  expect(await balances(today)).toEqual(now)
  await rollUpAll()
  expect(await balances(today)).toEqual(now)
  expect((await balances())['house/points/issued']).toBe(now['house/points/issued']! - 7)
  home.travel(0)
})

it('is recomputed by verify, which says what, where and since when', async () => {
  await home.sql(`update ledger.house_day set given = given + 3 where house = 'house/points/adjusted'`)
  const day = new Date().toISOString().slice(0, 10)
  const fault = 'a roll-up disagrees with its transfers'
  expect(await home.broken()).toEqual([{ room: 'ledger', fault, id: `house/points/adjusted points ${day}` }])
  expect(await findFaults(home.app.db)).toMatchObject([
    {
      fault,
      id: `house/points/adjusted points ${day}: 8 given and 0 received instead of 5 and 0`,
      since: `${day}T00:00:00Z`,
    },
  ])
  await home.sql(`update ledger.house_day set given = given - 3 where house = 'house/points/adjusted'`)
  expect(await findFaults(home.app.db)).toEqual([])
})

it('notices that house and members do not add up, when every account is right by itself', async () => {
  await home.sql(`update ledger.transfer set unit = 'growth' where amount = 5`)
  await home.sql(`update ledger.house_day set unit = 'growth' where house = 'house/points/adjusted'`)
  const fault = 'house and members do not add up'
  expect(await findFaults(home.app.db)).toMatchObject([
    { fault, id: 'growth: -5' },
    { fault, id: 'points: 5' },
  ])
  await home.sql(`update ledger.transfer set unit = 'points' where amount = 5`)
  await home.sql(`update ledger.house_day set unit = 'points' where house = 'house/points/adjusted'`)
})

it('begins anew on a server whose transactions count from anew', async () => {
  const before = await balances()
  await home.sql(`update ledger.house_cursor set xid = 4000000000000`)
  await rollAll(1_000_000)
  expect(await balances()).toEqual(before)
  expect(await home.broken()).toEqual([])
})
