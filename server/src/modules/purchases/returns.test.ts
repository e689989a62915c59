import { expect, it } from 'vitest'
import { shop } from '../../testing/shop.ts'

const { ask, sell, join, place } = shop()

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
