import { expect, it } from 'vitest'
import { callerWith, house } from '#testing'
import type { Put } from './service.ts'
import { findProducts, putProducts, restoreProducts } from './service.ts'

const books = house()
const { ask } = books
const put = (...items: object[]) => ask('PUT /v1/products', { items })
const outcomes = (answer: Record<string, { code: string | null; outcome: string }[]>) =>
  answer['items']!.map(({ code, outcome }) => code ?? outcome)

it('takes products in, changes what is given, and says what stayed the same', async () => {
  const amox = {
    sku: 'AMX-025',
    name: '阿莫西林胶囊',
    nameEn: 'Amoxicillin',
    category: 'RX',
    prescription: true,
    barcodes: ['6901234567892'],
  }
  expect(
    outcomes(
      await put(amox, { sku: 'VC-100', name: '维生素C片', category: 'OTC', listPrice: 1980, labels: ['b', 'a', 'b'] }),
    ),
  ).toEqual(['created', 'created'])
  expect(outcomes(await put(amox, { sku: 'VC-100', listPrice: 2080 }))).toEqual(['same', 'changed'])
  const { items } = await ask('POST /v1/products/find', { code: 'VC-100' })
  expect(items).toMatchObject([{ name: '维生素C片', listPrice: 2080, labels: ['a', 'b'], version: 2 }])
  expect(await ask(`GET /v1/products/${items[0].productId}`)).toMatchObject({
    sku: 'VC-100',
    category: 'OTC',
    earns: true,
  })
})

it('answers each of a list on its own', async () => {
  const answer = await put(
    { sku: 'X1', name: '一', barcodes: ['1111'] },
    { sku: 'X2', name: '二', barcodes: ['1111'] },
    { sku: 'X3', name: '三', barcodes: ['6901234567892'] },
    { sku: 'X1', name: '又一' },
    { sku: 'X4' },
    { sku: 'X5', name: '五' },
  )
  expect(outcomes(answer)).toEqual([
    'created',
    'catalog.barcode_taken',
    'catalog.barcode_taken',
    'catalog.sku_twice',
    'catalog.unknown',
    'created',
  ])
  expect(answer['items'][2].details).toEqual({ barcode: '6901234567892', sku: 'AMX-025' })
})

it.each([
  ['AMX-025', 'sku'],
  ['６９０1234567892', 'barcode'],
  ['莫西', 'name'],
  ['amoxi', 'name'],
  ['amxl', 'name'],
  ['moxilin', 'name'],
])('finds by %s', async (code, by) => {
  expect(await ask('POST /v1/products/find', { code })).toMatchObject({ by, items: [{ sku: 'AMX-025' }], more: false })
})

it('lists by category with everything below, in pages', async () => {
  await ask('PUT /v1/categories/MED', { name: '药品' })
  await ask('PUT /v1/categories/RX', { name: '处方药', parent: 'MED' })
  await ask('PUT /v1/categories/OTC', { name: '非处方药', parent: 'MED' })
  expect(await ask('PUT /v1/categories/MED', { name: '药品', parent: 'RX' })).toMatchObject({
    code: 'catalog.category_below_itself',
  })
  expect(await ask('PUT /v1/categories/Z', { name: 'z', parent: 'no' })).toMatchObject({ status: 404 })
  await ask('PUT /v1/categories/ALL', { name: '全部' })
  await ask('PUT /v1/categories/MED', { name: '药品', parent: 'ALL' })
  const first = await ask('GET /v1/products?category=ALL&limit=1')
  expect(first).toMatchObject({ items: [{ sku: 'AMX-025' }], total: { count: 2, exact: true } })
  expect(await ask(`GET /v1/products?category=ALL&limit=1&cursor=${first['next']}`)).toMatchObject({
    items: [{ sku: 'VC-100' }],
    next: null,
  })
  expect(await ask('GET /v1/products?label=a&status=active')).toMatchObject({ items: [{ sku: 'VC-100' }] })
  expect((await ask('GET /v1/categories'))['items'].map(({ code }: { code: string }) => code)).toEqual([
    'ALL',
    'MED',
    'OTC',
    'RX',
  ])
  expect(await ask('PUT /v1/brands/BY', { name: '白云山' })).toMatchObject({ status: 200, nameEn: null })
})

it('gives a sale what it needs, in one go', async () => {
  const found = await books.app.db.read((read) => findProducts(read, ['AMX-025', 'nobody', 'X5']))
  expect([...found.keys()].sort()).toEqual(['AMX-025', 'X5'])
  expect(found.get('AMX-025')).toMatchObject({
    category: 'RX',
    categoryPath: ['ALL', 'MED', 'RX'],
    prescription: true,
    earns: true,
  })
})

it('puts everything back that an import has told', async () => {
  const all = async () => (await ask('GET /v1/products'))['items']
  const before = await all()
  const puts = await books.app.db.write(async (tx) => {
    const done = await putProducts(tx, [
      { sku: 'NEW', name: '新', barcodes: ['9999'] },
      { sku: 'X1', name: '改', barcodes: [] },
    ])
    return done.map((one) => (one as { ok: Put }).ok)
  })
  expect(await all()).not.toEqual(before)
  await books.app.db.write((tx) => restoreProducts(tx, puts))
  expect(await all()).toEqual(before)
})

it('survives six lists at once, in both directions', async () => {
  const lists = (from: number) => {
    const items = Array.from({ length: 50 }, (_, at) => ({
      sku: `P${from + at}`,
      name: `品${at}`,
      barcodes: [`7000${from + at}`],
    }))
    return Promise.all(Array.from({ length: 6 }, (_, at) => put(...(at % 2 ? items : [...items].reverse()))))
  }
  await lists(100) // opens the connections, so that the next ones really meet
  const told = (await lists(200)).flatMap(outcomes)
  expect(
    Object.fromEntries(
      Map.groupBy(told, (one) => one)
        .entries()
        .map(([one, all]) => [one, all.length]),
    ),
  ).toEqual({
    created: 50,
    same: 250,
  })
})

it('lets nobody write who may only read, and finds no product by a foreign id', async () => {
  const as = callerWith(['catalog.read'])
  expect(await ask('PUT /v1/products', { items: [{ sku: 'a', name: 'b' }] }, { as })).toMatchObject({ status: 403 })
  expect(await ask('GET /v1/products/019a0000-0000-7000-8000-000000000000', undefined, { as })).toMatchObject({
    status: 404,
    code: 'catalog.unknown',
  })
})
