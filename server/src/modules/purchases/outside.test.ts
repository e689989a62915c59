import { expect, it } from 'vitest'
import { callerWith } from '#testing'
import { shop } from '../../testing/shop.ts'

const { ask, sell, join, place, people, sql, travel } = shop()
const lines = [{ sku: 'SKU1', amount: 100 }]

const trailOf = (memberId: string) =>
  sql(
    `select kind, caller_id as "callerId", store_id as "storeId", outcome, body from kernel.trail
      where subject_id = $1 and outcome = 'outside' order by id`,
    [memberId],
  )

it('writes down that a quote opened a member of another store: once per caller, member and hour, and without the proof', async () => {
  const phone = '13700004321'
  const [guest, own] = [await join(place.b, phone), await join(place.a, '13700004322')]
  const { cashierA, cashierB } = people
  const quote = (number: string, as = cashierA, more: object = {}) =>
    ask('POST /v1/quotes', { storeId: place.a, member: { phone: number }, lines, ...more }, { as })
  const entry = { kind: 'quote', callerId: cashierA.id, storeId: place.b, outcome: 'outside', body: { by: 'phone' } }
  await Promise.all([quote('13700004322'), quote('13700004322')])
  expect(await trailOf(own)).toEqual([])
  for (let key = 0; key < 3; key++) expect(await quote(phone)).toMatchObject({ status: 200 })
  expect(await trailOf(guest)).toEqual([entry])
  // At home nobody is a stranger; somebody else in store A is another pair of eyes.
  await ask('POST /v1/quotes', { storeId: place.b, member: { phone }, lines }, { as: cashierB })
  const other = callerWith(['purchases.record'], [place.a], 'cashier A2')
  // A refusal tells as well that the phone is somebody's.
  expect(await quote(phone, other, { tenders: [{ kind: 'cash', amount: 1 }] })).toMatchObject({ status: 409 })
  expect(await trailOf(guest)).toEqual([entry, { ...entry, callerId: other.id }])
  travel(0, 2)
  await quote(phone)
  travel(0)
  expect(await trailOf(guest)).toHaveLength(3)
  expect(JSON.stringify(await sql('select * from kernel.trail'))).not.toContain(phone)
})

it('writes down who was told by a refused sale that a number is somebody’s in another store, once in an hour', async () => {
  const [phone, own] = ['13700005321', '13700005322']
  const [guest, neighbour] = [await join(place.b, phone), await join(place.a, own)]
  const as = people.cashierA
  const short = (member: object) =>
    ask('POST /v1/purchases', { storeId: place.a, member, lines, tenders: [{ kind: 'cash', amount: 1 }] }, { as })
  expect(await short({ phone: '13700005399' })).toMatchObject({ status: 404 })
  for (let n = 0; n < 3; n++) expect(await short({ phone })).toMatchObject({ status: 409 })
  await short({ phone: own })
  const entry = { callerId: as.id, storeId: place.b, outcome: 'outside', body: { by: 'phone' } }
  expect(await trailOf(guest)).toEqual([{ kind: 'recordPurchase', ...entry }])
  expect(await trailOf(neighbour)).toEqual([])
  expect(await sql(`select 1 from kernel.told where member_id = $1 and cause_id <> $1`, [guest])).toEqual([])
})

it('writes down that a receipt number opened a sale of another store, to read it and to preview its return', async () => {
  const guest = await join(place.b)
  const sale = await sell({ id: guest }, [100], { storeId: place.b })
  const own = await sell({ id: guest }, [100])
  const as = people.cashierA
  const read = (id: string) => ask(`GET /v1/purchases/${id}`, undefined, { as })
  expect(await read(sale['id'])).toMatchObject({ status: 404 })
  expect(await read(own['receipt'])).toMatchObject({ status: 200 })
  expect(await trailOf(guest)).toEqual([])
  for (let n = 0; n < 2; n++)
    expect(await read(sale['receipt'])).toMatchObject({ status: 200, member: { outside: true } })
  const entry = {
    kind: 'readPurchase',
    callerId: as.id,
    storeId: place.b,
    outcome: 'outside',
    body: { by: 'receipt', purchaseId: sale['id'] },
  }
  expect(await trailOf(guest)).toEqual([entry])
  const preview = `POST /v1/purchases/${sale['receipt']}/returns/preview`
  expect(await ask(preview, { storeId: place.a }, { as })).toMatchObject({ status: 200 })
  expect(await trailOf(guest)).toEqual([entry, { ...entry, kind: 'previewReturn' }])
  const unlinked = { storeId: place.a, member: { number: (await read(sale['receipt']))['member'].number }, lines }
  const returning = callerWith(['purchases.return_unlinked'], [place.a], 'returns')
  expect(await ask('POST /v1/returns/preview', unlinked, { as: returning })).toMatchObject({ status: 200 })
  expect(await trailOf(guest)).toMatchObject([entry, {}, { kind: 'previewUnlinkedReturn', body: { by: 'number' } }])
})

it('slows down who tries out phones and receipt numbers, and nobody who names an id or a walk-in', async () => {
  const as = callerWith(['purchases.record', 'purchases.read'], [place.a], 'prober')
  const statuses = async (calls: (n: number) => Promise<{ status: number }>) => {
    const seen = new Map<number, number>()
    for (let n = 0; n < 310; n++) {
      const { status } = await calls(n)
      seen.set(status, (seen.get(status) ?? 0) + 1)
    }
    return Object.fromEntries(seen)
  }
  const quote = (member: object | null) => ask('POST /v1/quotes', { storeId: place.a, member, lines }, { as })
  const id = await join()
  expect(await statuses((n) => quote(n % 2 ? { id } : null))).toEqual({ 200: 310 })
  expect(await statuses((n) => quote({ phone: `138${10_000_000 + n}` }))).toEqual({ 404: 300, 429: 10 })
  expect(await quote(null)).toMatchObject({ status: 200 })
  const sale = await sell(null, [100])
  expect(await statuses(() => ask(`GET /v1/purchases/${sale['id']}`, undefined, { as }))).toEqual({ 200: 310 })
  expect(await statuses(() => ask(`GET /v1/purchases/${sale['receipt']}`, undefined, { as }))).toEqual({
    200: 300,
    429: 10,
  })
}, 60_000)
