import { expect, it } from 'vitest'
import { system } from '#kernel/caller.ts'
import { record, topUpMember } from '#modules/purchases/index.ts'
import { callerWith } from '#testing'
import { shop } from '../../../testing/shop.ts'

const till = shop()
const { ask, sell, join, place, people } = till

const reader = (stores: string[] | 'all') => callerWith(['shifts.read', 'purchases.read'], stores, 'reader')
const list = (words: string, as = reader('all')) => ask(`GET /v1/shifts?${words}`, undefined, { as })
const idsOf = async (words: string, as = reader('all')) =>
  ((await list(words, as))['items'] as { id: string }[]).map(({ id }) => id)

it('lists shifts with what they took, by store, till, state and day, and pages through them', async () => {
  const open = (tillId: string, opening: number) => ask(`POST /v1/tills/${tillId}/shifts`, { opening })
  const first = await open(place.tillA, 20_000)
  const member = await join()
  const sold = await sell({ id: member }, [5000], {
    tillId: place.tillA,
    tenders: [
      { kind: 'cash', amount: 3000 },
      { kind: 'wechat', amount: 2000 },
    ],
  })
  await sell(null, [700], { tillId: place.tillA })
  await ask(`POST /v1/purchases/${sold['id']}/returns`, { storeId: place.a, tillId: place.tillA })
  await ask(`POST /v1/members/${member}/topups`, { storeId: place.a, tillId: place.tillA, amount: 10_000 })
  const running = { expected: 30_700, difference: null, tillCode: '1', storeName: '人民路店', currency: 'CNY' }
  expect((await list('state=open'))['items']).toMatchObject([{ id: first['id'], ...running }])
  expect(await idsOf('state=closed')).toEqual([])
  await ask(`POST /v1/shifts/${first['id']}/close`, { counted: 30_600 })
  const elsewhere = await open(place.tillB, 0)
  await ask(`POST /v1/shifts/${elsewhere['id']}/close`, { counted: 0 })
  const last = await open(place.tillA, 100)
  expect(await idsOf('')).toEqual([last['id'], elsewhere['id'], first['id']])
  expect(await idsOf('state=uneven')).toEqual([first['id']])
  expect(await idsOf(`tillId=${place.tillA}`)).toEqual([last['id'], first['id']])
  expect(await idsOf(`storeId=${place.b}`)).toEqual([elsewhere['id']])
  expect(await idsOf('to=2020-01-01')).toEqual([])
  const day = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(Date.parse(first['openedAt']))
  expect(await idsOf(`from=${day}&limit=200`)).toHaveLength(3)
  const page = await list('limit=2')
  expect(await idsOf(`limit=2&cursor=${page['next']}`)).toEqual([first['id']])

  const record = await ask(`GET /v1/shifts/${first['id']}/record`, undefined, { as: reader([place.a]) })
  expect(record).toMatchObject({ opening: 20_000, counted: 30_600, expected: 30_700, difference: -100 })
  expect(record['tenders']).toEqual([
    { kind: 'cash', sold: 13_700, returned: 3000, count: 4 },
    { kind: 'wechat', sold: 2000, returned: 2000, count: 2 },
  ])
  const rows = await ask(`GET /v1/purchases?shiftId=${first['id']}`, undefined, { as: reader([place.a]) })
  expect((rows['items'] as { total: number }[]).map(({ total }) => total)).toEqual([5000, 700, 5000])
  expect((await ask(`GET /v1/purchases?shiftId=${last['id']}`))['items']).toEqual([])
})

it('shows shifts of other stores to nobody', async () => {
  const shift = await ask(`POST /v1/tills/${place.tillB}/shifts`, { opening: 0 })
  await sell(null, [700], { storeId: place.b, tillId: place.tillB })
  const inA = reader([place.a])
  expect(await idsOf(`tillId=${place.tillB}`, inA)).toEqual([])
  expect(await list(`storeId=${place.b}`, inA)).toMatchObject({ status: 403 })
  expect(await ask(`GET /v1/shifts/${shift['id']}/record`, undefined, { as: inA })).toMatchObject({
    code: 'purchases.no_shift',
  })
  expect((await ask(`GET /v1/purchases?shiftId=${shift['id']}`, undefined, { as: inA }))['items']).toEqual([])
  expect(await list('', people.cashierA)).toMatchObject({ status: 403, code: 'kernel.forbidden' })
})

it.each([
  ['sale', 1200],
  ['top-up', 5000],
])('counts a %s that was under way when its shift was closed', async (what, amount) => {
  const { id: tillId } = await ask('POST /v1/tills', { storeId: place.b, code: what })
  const { id: shiftId } = await ask(`POST /v1/tills/${tillId}/shifts`, { opening: 0 })
  const member = await join()
  const who = system('till')
  const at = { storeId: place.b, tillId }
  let closing: Promise<Record<string, unknown>> | undefined
  await till.app.db.write(async (tx) => {
    if (what === 'sale') {
      const lines = [{ sku: 'A', quantity: 1, unitPrice: amount }]
      const input = { ...at, member: { id: member }, lines, tenders: [{ kind: 'cash' as const, amount }] }
      expect(await record(tx, [{ command: { kind: 'sale', input }, who, reference: 'under way' }])).toMatchObject([
        { ok: {} },
      ])
    } else await topUpMember(tx, { ...at, id: member, amount, tender: 'cash', note: '' }, who, 'under way too')
    closing = ask(`POST /v1/shifts/${shiftId}/close`, { counted: amount })
    const first = await Promise.race([closing, new Promise((later) => setTimeout(() => later('waits'), 500))])
    expect(first).toBe('waits')
  })
  expect(await closing).toMatchObject({ expected: amount, difference: 0 })
  const after = await sell({ id: member }, [300], at)
  const rows = await ask(`GET /v1/purchases?shiftId=${shiftId}`, undefined, { as: reader([place.b]) })
  expect((rows['items'] as { id: string }[]).map(({ id }) => id)).not.toContain(after['id'])
})
