import { expect, it } from 'vitest'
import { shop } from '../../testing/shop.ts'

const { ask, sell, join, place, people, sql, travel } = shop()

it('sells to a member: points, growth and the receipt that explains them', async () => {
  const id = await join()
  const sale = await sell({ id }, [1234, 5678, 0], { tillId: place.tillA })
  expect(sale).toMatchObject({
    status: 200,
    kind: 'sale',
    total: 6912,
    currency: 'CNY',
    tenders: [{ kind: 'cash', amount: 6912 }],
    points: { earned: 69, spent: 0, balance: 69 },
    growth: { earned: 69, balance: 69 },
    tier: { before: 0, after: 0, upgraded: false },
    explained: {
      given: [
        { unit: 'points', units: 69 },
        { unit: 'growth', units: 69 },
      ],
      notEarned: [{ line: 3, why: 'free' }],
      next: { code: 'silver', missing: 4931 },
    },
  })
  expect(sale['lines'].map((line: { points: number }) => line.points).reduce((a: number, b: number) => a + b)).toBe(69)
  expect(await ask(`GET /v1/purchases/${sale['id']}`)).toMatchObject({ receipt: sale['receipt'], total: 6912 })
  expect(
    await ask(`GET /v1/purchases/${sale['receipt'].toLowerCase()}`, undefined, { as: people.cashierB }),
  ).toMatchObject({ id: sale['id'] })
})

it('raises the tier at 5,000, 10,000 and 15,000 growth, and the receipt of the sale that crosses says so', async () => {
  for (const [growth, rank] of [
    [4999, 0],
    [5000, 1],
    [9999, 1],
    [10_000, 2],
    [14_999, 2],
    [15_000, 3],
  ] as const) {
    const id = await join()
    expect(await sell({ id }, [growth * 100]), `${growth}`).toMatchObject({
      tier: { before: 0, after: rank, upgraded: rank > 0 },
    })
  }
  const id = await join()
  await sell({ id }, [499_900])
  const crossing = await sell({ id }, [100])
  expect(crossing).toMatchObject({
    tier: { before: 0, after: 1, upgraded: true },
    explained: { tiers: { before: { zh: '普通会员' }, after: { zh: '银级会员' } } },
  })
  const back = await ask(`POST /v1/purchases/${crossing['id']}/returns`, { storeId: place.b })
  expect(back).toMatchObject({ kind: 'return', tier: { before: 1, after: 0 } })
})

it('is told once: a hundred times the same reference at once is one purchase and one answer', async () => {
  const id = await join()
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => sell({ id }, [1000], {}, { reference: 'till-7-000123' })),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 200, points: { balance: 10 } })
  expect(await sell({ id }, [2000], {}, { reference: 'till-7-000123' })).toMatchObject({
    status: 409,
    code: 'kernel.reference_reused',
  })
  expect(await sql('select count(*)::int as n from purchases.purchase where member_id = $1', [id])).toEqual([{ n: 1 }])
})

it('serves 32 tills that sell to one member at once: nothing lost, versions without gaps', async () => {
  const id = await join()
  let slowest = 0
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      for (let n = 0; n < 50; n++) {
        const began = performance.now()
        expect((await sell({ id }, [100]))['status']).toBe(200)
        slowest = Math.max(slowest, performance.now() - began)
      }
    }),
  )
  expect(slowest).toBeLessThan(5000)
  const [found] = await sql(
    `select (select count(*)::int from purchases.purchase where member_id = $1) as purchases,
    (select balance::int from ledger.account where member_id = $1 and unit = 'points') as balance,
    (select version::int from ledger.account where member_id = $1 and unit = 'points') as version`,
    [id],
  )
  expect(found).toEqual({ purchases: 1600, balance: 1600, version: 1600 })
})

it('records 990 of a batch of 1,000 with ten bad ones, in order, each with its reason', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => join()))
  const items = Array.from({ length: 1000 }, (_, n) => ({
    reference: `batch-${n}`,
    storeId: place.a,
    member: { id: n % 100 === 50 ? '019aa000-0000-7000-8000-000000000000' : ids[n % 5] },
    lines: [{ sku: 'X', amount: 100 + n }],
  }))
  const answer = await ask('POST /v1/purchases/batch', { items })
  expect(answer).toMatchObject({ status: 200, recorded: 990, refused: 10 })
  for (const [n, item] of answer['items'].entries()) {
    expect(item.reference).toBe(`batch-${n}`)
    if (n % 100 === 50) expect(item.refusal).toMatchObject({ code: 'purchases.member_unknown' })
    else expect(item.purchase.total).toBe(100 + n)
  }
})

it('answers each item of a batch on its own: the malformed, the refused and the broken fill their own slots', async () => {
  const id = await join()
  const good = (n: number) => ({
    reference: `own-${n}`,
    storeId: place.a,
    member: { id },
    lines: [{ sku: 'X', amount: n }],
  })
  await sql(`create function public.breaks() returns trigger language plpgsql as $$ begin
    if new.number = 'BREAKS' then raise exception 'planted'; end if; return new; end $$`)
  await sql('create trigger breaks before insert on purchases.purchase for each row execute function public.breaks()')
  const items = [
    good(1),
    { ...good(2), lines: [{ sku: 'X', amount: -5 }] },
    { ...good(3), lines: [] },
    { ...good(4), storeId: 'nowhere' },
    { ...good(5), memberId: id },
    { ...good(6), reference: undefined },
    'no item',
    null,
    { ...good(7), lines: { length: { toString: 1 } } },
    { ...good(8), storeId: '019aa000-0000-7000-8000-000000000000' },
    { ...good(9), number: 'BREAKS' },
    { ...good(10), lines: [{ sku: 'X', quantity: 1e8, unitPrice: 1e10 }] },
    good(11),
  ]
  const answer = await ask('POST /v1/purchases/batch', { items })
  expect(answer).toMatchObject({ status: 200, recorded: 2, refused: 11 })
  const slots = answer['items'] as { reference: string; purchase: unknown; refusal: Record<string, unknown> | null }[]
  expect(slots.map(({ reference }) => reference)).toEqual(
    items.map((item) => (typeof item === 'object' && item?.reference) || ''),
  )
  expect(slots.map(({ refusal }) => refusal?.['code'] ?? 'recorded')).toEqual([
    'recorded',
    ...Array.from({ length: 8 }, () => 'kernel.bad_input'),
    'purchases.store_unknown',
    'kernel.fault',
    expect.stringMatching(/^purchases\./),
    'recorded',
  ])
  expect(slots[4]!.refusal!['details']).toEqual({
    problems: [{ path: 'memberId', message: 'there is no such field' }],
  })
  expect(slots[10]!.refusal).toEqual({
    ...{ code: 'kernel.fault', status: 500, details: {} },
    reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  await sql('drop function public.breaks() cascade')
  // Told again when the cause is gone, the same reference is recorded; what was recorded is answered as before.
  const again = await ask('POST /v1/purchases/batch', { items: [items[0], items[10], items[12]] })
  expect(again).toMatchObject({ status: 200, recorded: 3 })
  expect(again['items'][0]).toEqual(slots[0])
})

it('reads an id in capitals, and answers what looks like an id but is none', async () => {
  const id = await join()
  const sale = await sell({ id: id.toUpperCase() }, [100], { storeId: place.a.toUpperCase() })
  expect(sale).toMatchObject({ status: 200, memberId: id, storeId: place.a })
  const capitals = sale['id'].toUpperCase()
  expect(await ask(`GET /v1/purchases/${capitals}`)).toMatchObject({ status: 200, id: sale['id'] })
  expect(await ask(`GET /v1/members/${id.toUpperCase()}`)).toMatchObject({ status: 200 })
  expect(await ask(`POST /v1/purchases/${capitals}/returns`, { storeId: place.a })).toMatchObject({ status: 200 })
  for (const none of ['-'.repeat(36), '0'.repeat(36), `${'a'.repeat(35)}-`])
    expect(await ask(`GET /v1/purchases/${none}`)).toMatchObject({ status: 404, code: 'purchases.unknown' })
})

it('keeps cashiers to their store, and serves a member of another who shows a full phone', async () => {
  const { cashierA, cashierB } = people
  const id = await join(place.b, '13812345678')
  expect(await sell({ id }, [100], { storeId: place.b }, { as: cashierA })).toMatchObject({
    status: 403,
    code: 'kernel.out_of_scope',
  })
  expect(await sell({ id }, [100], {}, { as: cashierA })).toMatchObject({
    status: 404,
    code: 'purchases.member_unknown',
  })
  expect(await sell({ phone: '138 1234 5678' }, [100], {}, { as: cashierA })).toMatchObject({
    status: 200,
    memberId: id,
  })
  const sale = await sell({ id }, [5000], { storeId: place.b }, { as: cashierB })
  expect(await ask(`GET /v1/purchases/${sale['id']}`, undefined, { as: cashierA })).toMatchObject({ status: 404 })
  expect(await ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a }, { as: cashierA })).toMatchObject({
    status: 404,
    code: 'purchases.unknown',
  })
  expect(
    await ask(`POST /v1/purchases/${sale['receipt']}/returns`, { storeId: place.a }, { as: cashierA }),
  ).toMatchObject({ status: 200, total: 5000 })
  expect(await ask(`GET /v1/purchases?storeId=${place.b}`, undefined, { as: cashierA })).toMatchObject({ status: 403 })
  const list = await ask('GET /v1/purchases', undefined, { as: cashierB })
  expect(new Set(list['items'].map((one: { storeId: string }) => one.storeId))).toEqual(new Set([place.b]))
})

it('refuses a moved quote, wrong tenders, the future and the long past, and leaves nothing behind', async () => {
  const id = await join()
  const basket = { storeId: place.a, member: { id }, lines: [{ sku: 'A', amount: 5000 }] }
  const quote = await ask('POST /v1/quotes', basket)
  expect(quote).toMatchObject({ status: 200, total: 5000, points: { earned: 50 }, usable: { points: 0, wallet: 0 } })
  expect(await ask('POST /v1/purchases', { ...basket, quote: quote['digest'] })).toMatchObject({ status: 200 })
  expect(
    await ask('POST /v1/purchases', { ...basket, lines: [{ sku: 'A', amount: 5100 }], quote: quote['digest'] }),
  ).toMatchObject({ code: 'purchases.quote_moved' })
  expect(await sell({ id }, [100], { tenders: [{ kind: 'cash', amount: 99 }] }, { reference: 'again' })).toMatchObject({
    code: 'purchases.tenders_differ',
    details: { due: 100, tendered: 99 },
  })
  expect(await sell({ id }, [100], {}, { reference: 'again' })).toMatchObject({ status: 200 })
  expect(await sell({ id }, [100], { occurredAt: '2020-01-01T00:00:00Z' }, { as: people.cashierA })).toMatchObject({
    code: 'purchases.too_old',
  })
  expect(await sell({ id }, [100], { occurredAt: '2120-01-01T00:00:00Z' })).toMatchObject({
    code: 'purchases.in_future',
  })
  expect(await sell({ id }, [100], { tenders: [{ kind: 'wallet', amount: 100 }] })).toMatchObject({
    code: 'ledger.not_enough',
  })
  expect(await sell(null, [100], { tenders: [{ kind: 'wallet', amount: 100 }] })).toMatchObject({
    code: 'purchases.walk_in_has_no_value',
  })
})

it('sells to a walk-in and takes it back, without points and without an archive', async () => {
  const sale = await sell(null, [10_000])
  expect(sale).toMatchObject({
    status: 200,
    memberId: null,
    points: { earned: 0 },
    explained: { notEarned: [{ line: 1, why: 'walk_in' }] },
  })
  expect(await ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a })).toMatchObject({
    status: 200,
    total: 10_000,
    memberId: null,
  })
})

it('counts a shift: float, cash in, cash out, the difference', async () => {
  const shift = await ask(`POST /v1/tills/${place.tillB}/shifts`, { opening: 10_000 })
  expect(shift).toMatchObject({ status: 200, expected: 10_000 })
  expect(await ask(`POST /v1/tills/${place.tillB}/shifts`, { opening: 0 })).toMatchObject({
    code: 'purchases.shift_open',
  })
  const sale = await sell(null, [2500], { storeId: place.b, tillId: place.tillB })
  await sell(null, [900], { storeId: place.b, tillId: place.tillB, tenders: [{ kind: 'alipay', amount: 900 }] })
  await ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.b, tillId: place.tillB })
  expect(await ask(`POST /v1/shifts/${shift['id']}/close`, { counted: 9_900 })).toMatchObject({
    expected: 10_000,
    difference: -100,
    tenders: [
      { kind: 'alipay', sold: 900 },
      { kind: 'cash', sold: 2500, returned: 2500 },
    ],
  })
  expect(await ask(`POST /v1/shifts/${shift['id']}/close`, { counted: 9_900 })).toMatchObject({
    code: 'purchases.no_shift',
  })
  travel(0)
})
