import { expect, it } from 'vitest'
import { callerWith } from '#testing'
import { shop } from '../../../testing/shop.ts'

const { ask, sell, join, place, people } = shop()

type Row = { id: string; kind: string; member: object | null; memberId: string | null; storeName: string }
const list = async (words: string, as = people.cashierA) =>
  (await ask(`GET /v1/purchases?${words}`, undefined, { as }))['items'] as Row[]

it('lists the returns of a sale, also those without receipt that were matched with it, and only within the scope', async () => {
  const id = await join()
  const sale = await sell({ id }, [5000, 3000])
  const other = await sell({ id }, [5000])
  const back = await ask(`POST /v1/purchases/${sale['id']}/returns`, {
    storeId: place.a,
    lines: [{ line: 1, quantity: 1 }],
  })
  const unlinked = await ask('POST /v1/returns', {
    storeId: place.b,
    member: { id },
    lines: [{ sku: 'SKU2', amount: 3000 }],
  })
  await ask(`POST /v1/purchases/${other['id']}/returns`, { storeId: place.a })
  const all = callerWith(['purchases.read'], 'all', 'all')
  expect((await list(`saleId=${sale['id']}`, all)).map((one) => one.id)).toEqual([unlinked['id'], back['id']])
  expect((await list(`saleId=${sale['id']}`)).map((one) => one.id)).toEqual([back['id']])
  expect(await list(`saleId=${sale['id']}&memberId=${await join()}`, all)).toEqual([])
  expect(await list('saleId=01890000-0000-7000-8000-000000000000', all)).toEqual([])
})

it('says whose each purchase is: whole within the scope, masked outside it, nothing to who may not see members', async () => {
  const [own, guest] = [await join(place.a), await join(place.b)]
  const sold = await sell({ id: own }, [100])
  await sell({ id: guest }, [100])
  await sell(null, [100])
  const [walkIn, ofGuest, ofOwn] = await list('limit=3')
  expect(ofOwn).toMatchObject({ storeName: '人民路店', member: { name: '王小明', outside: false } })
  expect(ofGuest?.member).toMatchObject({ name: '王**', outside: true, number: expect.any(String) })
  expect(walkIn).toMatchObject({ memberId: null, member: null })
  const clerk = callerWith(['purchases.read'], [place.a], 'no members')
  expect((await list('limit=3', clerk)).map(({ member }) => member)).toEqual([null, null, null])
  const record = `GET /v1/purchases/${sold['id']}`
  expect(await ask(record, undefined, { as: people.cashierA })).toMatchObject({
    storeName: '人民路店',
    member: { name: '王小明' },
  })
  expect((await ask(record, undefined, { as: clerk }))['member']).toBeNull()
  // Its receipt opens it in the other store, where the member is a stranger.
  expect(await ask(`GET /v1/purchases/${sold['receipt']}`, undefined, { as: people.cashierB })).toMatchObject({
    member: { name: '王**', outside: true },
  })
})
