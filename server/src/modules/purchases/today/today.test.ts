import { beforeAll, expect, test } from 'vitest'
import { callerWith } from '#testing'
import { shop } from '../../../testing/shop.ts'

const { ask, join, sell, place, people, sql, travel } = shop()
let member: string

beforeAll(async () => {
  member = await join()
  const shift = await ask(`POST /v1/tills/${place.tillA}/shifts`, { opening: 10_000 })
  expect(shift.status).toBe(200)
})

test('takings are what was sold less what came back, by store and till', async () => {
  const sale = await sell({ id: member }, [1000, 500], { tillId: place.tillA })
  await sell(null, [200])
  await ask(`POST /v1/purchases/${sale['id']}/returns`, {
    storeId: place.a,
    tillId: place.tillA,
    lines: [{ line: 2, quantity: 1 }],
  })
  await ask('POST /v1/returns', { storeId: place.a, lines: [{ sku: 'OLD', amount: 30 }] })
  const today = await ask('GET /v1/today')
  expect(today.status).toBe(200)
  expect(today['stores']).toMatchObject([
    {
      storeId: place.a,
      name: '人民路店',
      currency: 'CNY',
      sales: 2,
      returns: 1,
      unlinked: 1,
      takings: 1170,
      toMembers: 1,
    },
  ])
  const [{ tills }] = today['stores'] as [{ tills: { tillId: string | null }[] }]
  expect(tills.find(({ tillId }) => tillId === place.tillA)).toMatchObject({ sales: 1, returns: 1, takings: 1000 })
  expect(tills.find(({ tillId }) => tillId === null)).toMatchObject({ sales: 1, returns: 0, unlinked: 1, takings: 170 })
  const joined = today['newMembers'] as { joinedOn: string; count: number }
  const rows = await ask(`GET /v1/members?joinedFrom=${joined.joinedOn}&joinedTo=${joined.joinedOn}`)
  expect(rows.items).toHaveLength(joined.count)
  expect(joined.count).toBe(1)
  expect(today['shifts']).toMatchObject([{ tillId: place.tillA, storeName: '人民路店', overdue: false }])
})

test('who reaches one store sees that store, and nothing of members without the right to', async () => {
  const other = await ask('GET /v1/today', undefined, { as: people.cashierB })
  expect(other).toMatchObject({ stores: [], shifts: [], newMembers: { count: 0 } })
  const blind = await ask('GET /v1/today', undefined, { as: callerWith(['purchases.read'], [place.a], 'blind') })
  expect(blind).toMatchObject({ newMembers: null, stores: [{ sales: 2 }] })
})

test('takings beyond 2^53 are said to be unknown, and everything else is told', async () => {
  const most = Number.MAX_SAFE_INTEGER
  const honest = await sql('select id, total from purchases.purchase where till_id is null')
  await sql('update purchases.purchase set total = $1 where till_id is null', [most])
  const kinds = await sql("select count(*)::int as n from purchases.purchase where till_id is null and kind = 'sale'")
  expect(kinds).toEqual([{ n: 1 }])
  await sql("update purchases.purchase set total = 0 where till_id is null and kind <> 'sale'")
  // The till without a name is just within; with the other till's 10.00 the store is beyond.
  const today = await ask('GET /v1/today')
  expect(today).toMatchObject({ status: 200, stores: [{ sales: 2, takings: null }] })
  const [{ tills }] = today['stores'] as [{ tills: { tillId: string | null; takings: number | null }[] }]
  expect(tills.map(({ takings }) => takings).sort()).toEqual([1000, most])
  await sql("update purchases.purchase set total = $1 where till_id is null and kind <> 'sale'", [-most])
  const worse = await ask('GET /v1/today')
  expect(worse).toMatchObject({ status: 200, stores: [{ takings: null }] })
  for (const { id, total } of honest) await sql('update purchases.purchase set total = $2 where id = $1', [id, total])
})

test('tomorrow nothing is taken yet, and the shift that nobody ended is overdue', async () => {
  travel(1)
  const today = await ask('GET /v1/today')
  expect(today).toMatchObject({ stores: [], newMembers: { count: 0 }, shifts: [{ overdue: true }] })
  const { joinedOn } = today['newMembers'] as { joinedOn: string }
  expect(await ask(`GET /v1/members?joinedFrom=${joinedOn}`)).toMatchObject({ items: [], total: { count: 0 } })
})
