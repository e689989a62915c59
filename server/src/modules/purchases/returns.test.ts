import { expect, it } from 'vitest'
import type { Answer } from '#testing'
import { shop } from '../../testing/shop.ts'

const { ask, sell, join, place, people } = shop()

it('mirrors a return line by line and piece by piece, and never gives back more than was sold', async () => {
  const id = await join()
  const lines = [
    { sku: 'A', quantity: 1, unitPrice: 1999 },
    { sku: 'B', quantity: 3, unitPrice: 3333 },
    { sku: 'C', quantity: 7, unitPrice: 101 },
  ]
  const sale = await ask('POST /v1/purchases', {
    storeId: place.a,
    member: { id },
    lines,
    tenders: [
      { kind: 'cash', amount: 5000 },
      { kind: 'wechat', amount: 7705 },
    ],
  })
  expect(sale).toMatchObject({ status: 200, total: 12_705, points: { earned: 127 } })
  const back = (parts?: object[]) =>
    ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a, ...(parts ? { lines: parts } : {}) })
  const returns = [
    await back([{ line: 1, quantity: 1 }]),
    await back([{ line: 2, quantity: 1 }]),
    await back([{ line: 2, quantity: 1 }]),
    await back([{ line: 2, quantity: 1 }]),
    await back([{ line: 3, quantity: 7 }]),
  ]
  for (const one of returns) expect(one['status']).toBe(200)
  expect(returns[0]).toMatchObject({ total: 1999, points: { earned: sale['lines'][0].points } })
  expect(returns[0]!['tenders'].map((tender: { amount: number }) => tender.amount)).toEqual(sale['lines'][0].tenders)
  const sum = (pick: (answer: (typeof returns)[number]) => number) => returns.reduce((all, one) => all + pick(one), 0)
  expect([
    sum((one) => one['total']),
    sum((one) => one['points'].earned),
    sum((one) => one['tenders'][0].amount),
    sum((one) => one['tenders'][1].amount),
  ]).toEqual([12_705, 127, 5000, 7705])
  expect(await back()).toMatchObject({ status: 409, code: 'purchases.nothing_left_to_return' })
  expect(await back([{ line: 2, quantity: 1 }])).toMatchObject({
    code: 'purchases.nothing_left_to_return',
    details: { line: 2, left: 0 },
  })
  expect(returns[4]).toMatchObject({ points: { balance: 0 }, growth: { balance: 0 } })
})

it('records a debt when the points of a returned sale are spent, and the next earning pays it first', async () => {
  const id = await join()
  const sale = await sell({ id }, [100_000])
  expect(
    await sell({ id }, [2000], {
      tenders: [
        { kind: 'points', amount: 1000 },
        { kind: 'cash', amount: 1000 },
      ],
    }),
  ).toMatchObject({ points: { spent: 1000, earned: 10, balance: 10 } })
  const back = await ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a })
  expect(back).toMatchObject({ status: 200, explained: { debt: 990 }, points: { earned: 1000, balance: -990 } })
  expect(await sell({ id }, [50_000])).toMatchObject({ points: { earned: 500, balance: -490 } })
  expect(await sell({ id }, [50_000])).toMatchObject({ points: { earned: 500, balance: 10 } })
})

it('gives spent points back to their lot when what they paid comes back', async () => {
  const id = await join()
  await sell({ id }, [100_000])
  const paid = await sell({ id }, [1000, 1000], {
    tenders: [
      { kind: 'points', amount: 1000 },
      { kind: 'cash', amount: 1000 },
    ],
  })
  expect(paid).toMatchObject({ points: { spent: 1000, earned: 10, balance: 10 } })
  const back = await ask(`POST /v1/purchases/${paid['id']}/returns`, {
    storeId: place.a,
    lines: [{ line: 1, quantity: 1 }],
  })
  expect(back).toMatchObject({
    tenders: [
      { kind: 'points', amount: 500, points: 500 },
      { kind: 'cash', amount: 500 },
    ],
    points: { balance: 505 },
  })
})

it('matches an unlinked return backwards with what was bought, once; else it takes what such a purchase gives today', async () => {
  const id = await join()
  const back = (sku: string, quantity: number, unitPrice: number) =>
    ask('POST /v1/returns', {
      storeId: place.a,
      member: { id },
      lines: [{ sku, quantity, unitPrice }],
      reason: '小票遗失',
    })
  // Two lines of 1.50 earn 3 points together, one of them 2: matching gives back what was earned, not what 1.50 earns alone.
  const sale = await ask('POST /v1/purchases', {
    storeId: place.a,
    member: { id },
    lines: [
      { sku: 'A', quantity: 2, unitPrice: 150 },
      { sku: 'B', unitPrice: 9700 },
    ],
  })
  expect(sale).toMatchObject({ points: { earned: 100 }, lines: [{ points: 3 }, { points: 97 }] })
  expect(await back('A', 1, 150)).toMatchObject({
    kind: 'unlinked',
    points: { earned: 1, balance: 99 },
    lines: [{ saleLine: 1 }],
  })
  expect(await back('A', 1, 150)).toMatchObject({ points: { earned: 2, balance: 97 } })
  expect(await back('A', 1, 150)).toMatchObject({ points: { earned: 1, balance: 96 }, lines: [{ saleLine: null }] })
  expect(
    await ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a, lines: [{ line: 1, quantity: 1 }] }),
  ).toMatchObject({ code: 'purchases.nothing_left_to_return' })
  expect(await back('B', 1, 50_000)).toMatchObject({ points: { earned: 500, balance: -404 }, explained: { debt: 404 } })
})

it('goes on where it was when a return names a line twice', async () => {
  const sale = await ask('POST /v1/purchases', { storeId: place.a, lines: [{ sku: 'A', quantity: 2, unitPrice: 333 }] })
  const twice = (quantity: number) => ({
    storeId: place.a,
    lines: [
      { line: 1, quantity: 1 },
      { line: 1, quantity },
    ],
  })
  expect(await ask(`POST /v1/purchases/${sale['id']}/returns`, twice(2))).toMatchObject({
    code: 'purchases.nothing_left_to_return',
  })
  expect(await ask(`POST /v1/purchases/${sale['id']}/returns`, twice(1))).toMatchObject({ status: 200, total: 666 })
})

it('says before a return exactly what it then does, to the last unit, and writes nothing', async () => {
  const id = await join()
  const shown = ['total', 'tenders', 'lines', 'points', 'growth', 'wallet', 'tier', 'explained', 'currency', 'memberId']
  const check = async (path: string, body: object) => {
    const figures = (one: Answer) => Object.fromEntries(shown.map((name) => [name, one[name]]))
    const said = await ask(`${path}/preview`, body)
    expect(said.status, JSON.stringify(said)).toBe(200)
    expect(figures(await ask(`${path}/preview`, body))).toEqual(figures(said))
    const done = await ask(path, body)
    expect(done.status).toBe(200)
    expect(figures(done)).toEqual(figures(said))
    return done
  }
  await ask(`POST /v1/members/${id}/topups`, { storeId: place.a, amount: 50_000 })
  await sell({ id }, [600_000])
  const mixed = await ask('POST /v1/purchases', {
    storeId: place.a,
    member: { id },
    lines: [
      { sku: 'A', quantity: 3, unitPrice: 3333 },
      { sku: 'B', quantity: 1.5, unitPrice: 777.77 },
    ],
    tenders: [
      { kind: 'points', amount: 1000 },
      { kind: 'wallet', amount: 4001 },
      { kind: 'wechat', amount: 6165 },
    ],
  })
  expect(mixed.status, JSON.stringify(mixed)).toBe(200)
  const back = `POST /v1/purchases/${mixed['id']}/returns`
  await check(back, { storeId: place.a, lines: [{ line: 1, quantity: 1 }], reason: '不要了' })
  await check(back, {
    storeId: place.a,
    lines: [
      { line: 1, quantity: 1 },
      { line: 2, quantity: 0.333 },
    ],
  })
  await check(back, { storeId: place.a })
  expect(await ask(`${back}/preview`, { storeId: place.a })).toMatchObject({
    status: 409,
    code: 'purchases.nothing_left_to_return',
  })
  const unlinked = {
    storeId: place.a,
    member: { id },
    lines: [{ sku: 'SKU1', unitPrice: 600_000 }],
    reason: '小票遗失',
  }
  await check('POST /v1/returns', unlinked)
  // What was earned is spent meanwhile: the preview says the debt, and the tier that falls with the return.
  const other = await join()
  const sale = await sell({ id: other }, [600_000])
  const spent = await sell({ id: other }, [10_000], {
    tenders: [
      { kind: 'points', amount: 5_000 },
      { kind: 'cash', amount: 5_000 },
    ],
  })
  expect(spent['points']).toMatchObject({ spent: 5_000, balance: 1_050 })
  const debt = await check(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a })
  expect(debt).toMatchObject({ explained: { debt: 4_950 }, points: { balance: -4_950 }, tier: { before: 1, after: 0 } })
  const walkIn = await sell(null, [333, 334])
  await check(`POST /v1/purchases/${walkIn['receipt']}/returns`, {
    storeId: place.a,
    lines: [{ line: 2, quantity: 1 }],
  })
})

it('previews within the reach of the return, and no further', async () => {
  const sale = await sell({ id: await join(place.b) }, [1000], { storeId: place.b })
  const preview = (body: object, as = people.cashierA) =>
    ask(`POST /v1/purchases/${sale['id']}/returns/preview`, body, { as })
  expect(await preview({ storeId: place.b })).toMatchObject({ status: 403, code: 'kernel.out_of_scope' })
  expect(await preview({ storeId: place.a })).toMatchObject({ status: 404, code: 'purchases.unknown' })
  const byReceipt = await ask(
    `POST /v1/purchases/${sale['receipt']}/returns/preview`,
    { storeId: place.a },
    { as: people.cashierA },
  )
  expect(byReceipt).toMatchObject({ status: 200, total: 1000 })
  const unlinked = { storeId: place.a, lines: [{ sku: 'A', amount: 100 }] }
  expect(await ask('POST /v1/returns/preview', unlinked, { as: people.cashierA })).toMatchObject({
    code: 'kernel.forbidden',
  })
})
