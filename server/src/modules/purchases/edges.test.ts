import { expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openBooks } from '#modules/ledger/index.ts'
import { importer } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'

const home = shop((charter) => ({
  ...charter,
  points: { ...charter.points, expiry: { kind: 'month_end', months: 1 } },
  wallets: { ...charter.wallets, bonuses: [{ from: 10_000, bonus: 2000 }], split: 'principal_first' },
}))
const { ask, sell, join, place, travel } = home
const { bring } = importer(home)

let stores = 0
const openStore = async (more: object = {}): Promise<string> =>
  (await ask('POST /v1/units', { kind: 'store', code: `S${++stores}`, name: '另一家店', ...more }))['id']

const topUp = (id: string, amount: number, storeId = place.a) =>
  ask(`POST /v1/members/${id}/topups`, { storeId, amount })

it('refuses by name what no shop sells, wherever a basket is told', async () => {
  const basket = (lines: object[]) => ({ storeId: place.a, member: null, lines })
  for (const [line, what] of [
    [{ sku: 'A', quantity: 1e8, unitPrice: 1e10 }, 'line'],
    [{ sku: 'A', quantity: 1e8, unitPrice: 1, listPrice: 1e10 }, 'line'],
    [{ sku: 'A', amount: 1e12 }, 'total'],
  ] as const) {
    const lines = [line, { sku: 'B', amount: 1 }]
    for (const path of ['purchases', 'quotes', 'returns', 'returns/preview'])
      expect(await ask(`POST /v1/${path}`, basket(lines)), `${path} ${JSON.stringify(line)}`).toMatchObject({
        status: 422,
        code: 'purchases.too_large',
        details: { what, most: 1e12 },
      })
  }
  const large = await sell({ id: await join() }, [1e12 - 1, 1])
  expect(large).toMatchObject({ status: 200, total: 1e12, points: { earned: 1e10 } })
  expect(await ask(`POST /v1/purchases/${large['id']}/returns`, { storeId: place.a })).toMatchObject({ total: 1e12 })
})

it('takes nothing back in a store of another currency, be it paid by wallet, in cash or by a walk-in', async () => {
  const abroad = await openStore({ currency: 'USD', zone: 'America/New_York' })
  const id = await join()
  await topUp(id, 5000)
  for (const sale of [
    await sell({ id }, [3000], { tenders: [{ kind: 'wallet', amount: 3000 }] }),
    await sell({ id }, [3000]),
    await sell(null, [3000]),
  ]) {
    expect(sale['status']).toBe(200)
    const back = `POST /v1/purchases/${sale['id']}/returns`
    for (const path of [back, `${back}/preview`])
      expect(await ask(path, { storeId: abroad })).toMatchObject({
        status: 409,
        code: 'purchases.other_currency',
        details: { sold: 'CNY', store: 'USD' },
      })
    expect(await ask(back, { storeId: place.b })).toMatchObject({ status: 200, currency: 'CNY', total: 3000 })
  }
  expect(await ask(`GET /v1/members/${id}/statement?unit=principal.CNY`)).toMatchObject({ balances: [{ shown: 5000 }] })
})

it('does nothing more in a closed store, but takes its sales back elsewhere and hears files of its past', async () => {
  const store = await openStore()
  const till = await ask('POST /v1/tills', { storeId: store, code: '1' })
  const id = await join(store)
  const sold = await sell({ id }, [2500], { storeId: store }, { reference: 'before the end' })
  const shift = await ask(`POST /v1/tills/${till['id']}/shifts`, { opening: 500 })
  const type = await ask('POST /v1/card-types', { code: 'P', name: '积分卡', nameEn: 'Points card', kind: 'points' })
  const card = { memberId: id, typeId: type['typeId'], medium: 'virtual', storeId: store }
  expect((await ask(`POST /v1/units/${store}/close`, {}))['status']).toBe(200)
  const basket = { storeId: store, member: { id }, lines: [{ sku: 'A', amount: 100 }] }
  for (const [path, body] of [
    ['POST /v1/purchases', basket],
    ['POST /v1/quotes', basket],
    ['POST /v1/returns', basket],
    [`POST /v1/purchases/${sold['id']}/returns`, { storeId: store }],
    [`POST /v1/purchases/${sold['id']}/returns/preview`, { storeId: store }],
    [`POST /v1/members/${id}/topups`, { storeId: store, amount: 1000 }],
    ['POST /v1/tills', { storeId: store, code: '2' }],
    [`POST /v1/tills/${till['id']}/shifts`, { opening: 0 }],
  ] as const)
    expect(await ask(path, body), path).toMatchObject({ status: 409, code: 'purchases.store_closed' })
  expect(await ask('POST /v1/cards', card)).toMatchObject({ status: 409, code: 'cards.store_closed' })
  expect(await ask('POST /v1/cards', { ...card, storeId: place.a })).toMatchObject({ status: 200 })
  expect(await ask(`POST /v1/shifts/${shift['id']}/close`, { counted: 500 })).toMatchObject({ difference: 0 })
  expect(await ask('POST /v1/members', { name: '李四', homeStore: store })).toMatchObject({
    status: 409,
    code: 'members.home_closed',
  })
  const other = await join()
  const { version } = await ask(`GET /v1/members/${other}`)
  expect(await ask(`PATCH /v1/members/${other}`, { version, homeStore: store })).toMatchObject({
    code: 'members.home_closed',
  })
  // Who belongs to it already is served on, also in the archive.
  const own = await ask(`GET /v1/members/${id}`)
  expect(
    await ask(`PATCH /v1/members/${id}`, { version: own['version'], homeStore: store, remark: '老会员' }),
  ).toMatchObject({ status: 200, remark: '老会员' })
  expect(await sell({ id }, [100])).toMatchObject({ status: 200 })
  expect(await sell({ id }, [2500], { storeId: store }, { reference: 'before the end' })).toEqual(sold)
  expect(await ask(`POST /v1/purchases/${sold['id']}/returns`, { storeId: place.a })).toMatchObject({ status: 200 })
  const file = (as: string) => `门店,日期,金额,备注\nS${stores},2024-05-01,88.00,${as}\n`
  for (const as of ['history', 'earning'])
    expect(await bring({ kind: 'purchases' }, file(as), { options: { as } }), as).toMatchObject({
      state: 'done',
      counts: { reported: 0, things: 1 },
    })
  await ask(`POST /v1/units/${store}/reopen`, {})
  expect(await ask('POST /v1/purchases', basket)).toMatchObject({ status: 200 })
})

it('takes nothing back before it was sold; clocks may differ by minutes', async () => {
  const sale = await sell({ id: await join() }, [100, 200])
  const at = (minutes: number) => new Date(Date.parse(sale['occurredAt']) - minutes * 60_000).toISOString()
  const back = `POST /v1/purchases/${sale['id']}/returns`
  for (const path of [back, `${back}/preview`])
    for (const minutes of [6, 3 * 1440])
      expect(await ask(path, { storeId: place.a, occurredAt: at(minutes) })).toMatchObject({
        status: 409,
        code: 'purchases.return_before_sale',
        details: { soldAt: sale['occurredAt'] },
      })
  expect(await ask(back, { storeId: place.a, occurredAt: at(4), lines: [{ line: 1, quantity: 1 }] })).toMatchObject({
    status: 200,
  })
  expect(await ask(back, { storeId: place.a })).toMatchObject({ status: 200, total: 200 })
})

it('matches a return without its sale only with what was bought before it, and in the currency of the store', async () => {
  const abroad = await openStore({ currency: 'USD', zone: 'America/New_York' })
  const id = await join()
  const sale = await sell({ id }, [10_000])
  const back = (storeId: string, more: object = {}) =>
    ask('POST /v1/returns', { storeId, member: { id }, lines: [{ sku: 'SKU1', amount: 10_000 }], ...more })
  expect(await back(abroad)).toMatchObject({ status: 200, currency: 'USD', lines: [{ saleLine: null }] })
  const before = new Date(Date.parse(sale['occurredAt']) - 3 * 86_400_000).toISOString()
  expect(await back(place.a, { occurredAt: before })).toMatchObject({ status: 200, lines: [{ saleLine: null }] })
  expect(await back(place.b)).toMatchObject({ status: 200, lines: [{ saleLine: 1 }] })
})

/** Makes a member owe, as an undone import does of what was used. */
const owe = (id: string, unit: string, amount: number) =>
  home.app.db.write(async (tx) => {
    const books = await openBooks(tx, [id])
    const cause = { kind: 'undo', id: newId(), charter: 1, storeId: null, staffId: null, occurredAt: tx.now }
    books.takeBack(id, unit, amount, 'opening/old', cause, [])
    await books.save(tx)
  })

it('lets bonus money pay no more than the tender while principal is owed, and a top-up pays what is owed first', async () => {
  const id = await join()
  await topUp(id, 10_000)
  await owe(id, 'principal.CNY', 15_000)
  const basket = { storeId: place.a, member: { id }, lines: [{ sku: 'A', amount: 500 }] }
  expect(await ask('POST /v1/quotes', basket)).toMatchObject({ status: 200, usable: { wallet: 2000 } })
  const pay = (amount: number) => sell({ id }, [amount], { tenders: [{ kind: 'wallet', amount }] })
  expect(await pay(500)).toMatchObject({ status: 200, wallet: { principal: -5000, bonus: 1500 } })
  expect(await pay(1501)).toMatchObject({ code: 'ledger.not_enough', details: { short: 1 } })
  // It brings less than is owed, then more.
  expect(await topUp(id, 2000)).toMatchObject({ status: 200, wallet: { principal: -3000, bonus: 1500 } })
  expect(await pay(1501)).toMatchObject({ code: 'ledger.not_enough', details: { short: 1 } })
  expect(await topUp(id, 4000)).toMatchObject({ status: 200, wallet: { principal: 1000, bonus: 1500 } })
  expect(await ask(`GET /v1/members/${id}/statement?unit=principal.CNY`)).toMatchObject({
    balances: [{ shown: 1000, debt: 0 }],
  })
  expect(await pay(2500)).toMatchObject({ status: 200, wallet: { principal: 0, bonus: 0 } })
})

it('offers, shows and spends the same points: none of a lot that has ended', async () => {
  const id = await join()
  await sell({ id }, [100_000])
  const basket = { storeId: place.a, member: { id }, lines: [{ sku: 'A', amount: 2000 }] }
  expect(await ask('POST /v1/quotes', basket)).toMatchObject({ usable: { points: 1000, pointsAmount: 1000 } })
  travel(70)
  try {
    expect(await ask('POST /v1/quotes', basket)).toMatchObject({
      usable: { points: 0, pointsAmount: 0 },
      explained: { expiring: { points: 20 } },
    })
    const half = [
      { kind: 'points', amount: 1000 },
      { kind: 'cash', amount: 1000 },
    ]
    expect(await sell({ id }, [2000], { tenders: half })).toMatchObject({
      code: 'ledger.not_enough',
      details: { short: 1000 },
    })
    expect(await sell({ id }, [2000])).toMatchObject({
      points: { earned: 20, balance: 20 },
      explained: { expiring: { points: 20 } },
    })
  } finally {
    travel(0)
  }
})
