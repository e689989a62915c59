import { describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { house } from '#testing'
import type { Activity } from './contract.ts'
import { Flag } from './contract.ts'
import {
  activity,
  bookVisit,
  forgetVisits,
  isBarred,
  newStanding,
  spentWithin12Months,
  visitsWithin12Months,
} from './rules.ts'
import { findStandings, lockMembers, openBearers, saveStandings } from './service.ts'

const bought = (...visits: [day: string, sum: number, count?: number][]) => {
  const standing = newStanding(newId(), null)
  for (const [day, sum, count = 1] of visits) bookVisit(standing, day, { count, sum })
  return standing
}

describe('months', () => {
  it.each<[string, [string, number, number?][], string, number, number]>([
    ['a first purchase', [['2026-03-05', 100]], '2026-03-05', 100, 1],
    ['eleven months later it still counts', [['2026-03-05', 100]], '2027-02-28', 100, 1],
    ['twelve months later it does not', [['2026-03-05', 100]], '2027-03-01', 0, 0],
    [
      'a purchase a year later takes the bucket over',
      [
        ['2026-03-05', 100],
        ['2027-03-05', 7],
      ],
      '2027-03-05',
      7,
      1,
    ],
    [
      'silent months are empty',
      [
        ['2026-03-05', 100],
        ['2026-12-05', 7],
      ],
      '2026-12-05',
      107,
      2,
    ],
    [
      'a gap of years clears all',
      [
        ['2020-03-05', 100],
        ['2026-12-05', 7],
      ],
      '2026-12-05',
      7,
      1,
    ],
    [
      'an older day finds its own bucket',
      [
        ['2026-12-05', 7],
        ['2026-01-05', 100],
      ],
      '2026-12-05',
      107,
      2,
    ],
    [
      'a day before the buckets does not',
      [
        ['2026-12-05', 7],
        ['2025-12-31', 100],
      ],
      '2026-12-31',
      7,
      1,
    ],
    [
      'a return takes money back, not the visit',
      [
        ['2026-12-05', 7],
        ['2026-12-06', -3, 0],
      ],
      '2026-12-31',
      4,
      1,
    ],
    [
      'the year turns',
      [
        ['2026-12-31', 1],
        ['2027-01-01', 2],
      ],
      '2027-01-01',
      3,
      2,
    ],
    [
      'today before the newest bucket',
      [
        ['2026-06-01', 1],
        ['2026-08-01', 2],
      ],
      '2026-07-01',
      1,
      1,
    ],
  ])('%s', (_, visits, today, sum, count) => {
    const standing = bought(...visits)
    expect(spentWithin12Months(standing, today)).toBe(sum)
    expect(visitsWithin12Months(standing, today)).toBe(count)
  })

  it('agrees with counting by hand, whatever the order', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % below
    }
    for (let round = 0; round < 200; round++) {
      const visits = Array.from({ length: 1 + random(15) }, (): [string, number] => {
        const day = Temporal.PlainDate.from('2024-01-01').add({ days: random(900) })
        return [day.toString(), random(1000)]
      })
      const standing = bought(...visits)
      const newest = visits
        .map(([day]) => day)
        .sort()
        .at(-1)!
      const from = Temporal.PlainDate.from(newest).with({ day: 1 }).subtract({ months: 11 }).toString()
      const expected = visits.filter(([day]) => day >= from).reduce((total, [, sum]) => total + sum, 0)
      expect(spentWithin12Months(standing, newest)).toBe(expected)
      expect(standing.spent).toBe(visits.reduce((total, [, sum]) => total + sum, 0))
      expect([standing.firstOn, standing.lastOn]).toEqual([visits.map(([day]) => day).sort()[0], newest])
    }
  })

  it('forgets, and can be booked again', () => {
    const standing = bought(['2026-03-05', 100], ['2026-05-05', 1])
    forgetVisits(standing)
    expect(standing).toEqual(newStanding(standing.memberId, null))
  })
})

it.each<[string | null, string, Activity]>([
  [null, '2026-03-05', 'new'],
  ['2026-03-05', '2026-03-05', 'active'],
  ['2026-03-05', '2026-06-04', 'active'],
  ['2026-03-05', '2026-06-05', 'sleeping'],
  ['2025-11-30', '2026-02-28', 'sleeping'],
  ['2026-03-05', '2026-09-04', 'sleeping'],
  ['2026-03-05', '2026-09-05', 'dormant'],
  ['2026-03-05', '2027-03-05', 'dormant'],
  ['2026-03-05', '2027-03-06', 'lost'],
])('last bought on %s, seen on %s: %s', (lastOn, today, expected) => {
  expect(activity({ lastOn }, today)).toBe(expected)
})

describe('rows', () => {
  const books = house()

  it('opens, locks, saves and finds a batch', async () => {
    const store = newId()
    const ids = [newId(), newId(), newId()]
    await books.app.db.write((tx) =>
      openBearers(
        tx,
        ids.map((memberId, at) => ({ memberId, homeStore: at ? store : null })),
      ),
    )
    await books.app.db.write(async (tx) => {
      const standings = await lockMembers(tx, [...ids, newId()].reverse())
      expect([...standings.keys()]).toEqual([...ids].sort())
      for (const [at, id] of ids.entries()) {
        const standing = standings.get(id)!
        bookVisit(standing, `2026-0${at + 1}-15`, { count: 1, sum: 10_000_000_000 * at })
        standing.tier = at
        standing.tierUntil = at ? '2027-12-31' : null
      }
      await saveStandings(tx, [...standings.values()])
    })
    const found = await books.app.db.read((read) => findStandings(read, ids))
    expect(found.get(ids[2]!)).toEqual({
      ...newStanding(ids[2]!, store, Flag.bearer),
      tier: 2,
      tierUntil: '2027-12-31',
      firstOn: '2026-03-15',
      lastOn: '2026-03-15',
      purchases: 1,
      spent: 20_000_000_000,
      lastMonth: 2026 * 12 + 2,
      counts: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      sums: [0, 0, 20_000_000_000, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    })
    expect(isBarred(found.get(ids[0]!)!, Flag.bearer)).toBe(true)
    expect(isBarred(found.get(ids[0]!)!, Flag.closed | Flag.blockedSpend)).toBe(false)
  })

  it('says so when a standing to be saved is not there', async () => {
    const saving = books.app.db.write((tx) => saveStandings(tx, [newStanding(newId(), null)]))
    await expect(saving).rejects.toThrow('1 standings were to be saved, 0 were')
  })

  it('loses no visit of 40 at once to the same members', async () => {
    const ids = [newId(), newId()]
    await books.app.db.write((tx) =>
      openBearers(
        tx,
        ids.map((memberId) => ({ memberId, homeStore: null })),
      ),
    )
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        books.app.db.write(async (tx) => {
          const standings = await lockMembers(tx, at % 2 ? ids : [...ids].reverse())
          for (const standing of standings.values()) bookVisit(standing, '2026-05-05', { count: 1, sum: 5 })
          await saveStandings(tx, [...standings.values()])
        }),
      ),
    )
    const found = await books.app.db.read((read) => findStandings(read, ids))
    expect([...found.values()].map(({ purchases, spent }) => [purchases, spent])).toEqual([
      [40, 200],
      [40, 200],
    ])
    expect(await books.sql('select distinct version from members.standing where member_id = any($1)', [ids])).toEqual([
      { version: 40 },
    ])
  })
})
