import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { system } from '#kernel/caller.ts'
import { makeUnit } from '#modules/org/index.ts'
import { importer, shared } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'
import { ledgerTold } from '../../testing/told.ts'

const home = shop()
const { ask, sql } = home
const { bring, send, through, work, dieAfter, problems } = importer(home)

describe('a slice of Online Retail, as earning', () => {
  const text = gunzipSync(readFileSync(shared('online_retail', 'transactions.csv.gz'))).toString('utf8')
  const slice = text.split('\n', 20_001).join('\n')
  let london = ''
  const options = () => ({ storeId: london, unknownMembers: 'create', source: 'slice', as: 'earning' })

  beforeAll(async () => {
    const made = await home.app.db.write((tx) =>
      makeUnit(
        tx,
        { kind: 'store', code: 'UK', name: 'London', currency: 'GBP', zone: 'Europe/London' },
        system('test'),
      ),
    )
    london = made.id
  })

  const ledger = () => sql(ledgerTold)

  it('gives the same ledger in one go and when its worker dies again and again', async () => {
    const whole = await bring({ kind: 'purchases' }, slice, { options: options() })
    expect(whole).toMatchObject({ state: 'done', counts: { rows: 20_000, reported: 0 } })
    const once = await ledger()
    expect(Number((once[0] as { count: number }).count)).toBeGreaterThan(1000)
    const books = () => sql(`select * from ledger.v_balance where shown <> 0 or debt <> 0 order by 1, 2`)
    expect((await books()).length).toBeGreaterThan(500)
    const back = await through(whole['id'], 'undo')
    expect(await books()).toEqual([])
    expect(back).toMatchObject({ state: 'undone', undoReport: { keptCount: 0 } })
    expect(await ledger()).toMatchObject(Array.from({ length: 5 }, () => ({ count: 0 })))

    const sent = await send({ kind: 'purchases' }, 'again.csv', slice)
    const path = `/v1/imports/${sent['id']}`
    await ask(`PUT ${path}/mapping`, { mapping: sent['mapping'], options: options() })
    await ask(`POST ${path}/start`, {})
    const rowsDone: number[] = []
    for (const commits of [1, 2, 1]) {
      await dieAfter(commits)
      const { state, rowsDone: done } = await ask(`GET ${path}`)
      expect(state).toBe('running')
      rowsDone.push(done)
      // Nobody takes a run over whose worker may still be alive.
      await work()
      expect(await ask(`GET ${path}`)).toMatchObject({ state: 'running', rowsDone: done })
      await sql(`update imports.run set beat_at = now() - interval '1 minute'`)
    }
    expect(rowsDone).toEqual([...new Set(rowsDone)].sort((a, b) => a - b))
    await work()
    const { rows, accepted, anonymous, sums } = whole['counts']
    expect(await ask(`GET ${path}`)).toMatchObject({ state: 'done', counts: { rows, accepted, anonymous, sums } })
    expect(await ledger()).toEqual(once)
  })
})

const header = '小票号,消费时间,门店,会员手机号,商品编码,商品名称,数量,单价,金额,支付方式'

const receipts = [
  header,
  'R1,2026-01-05 10:00,A,139 0000 1111,X1,板蓝根,2,12.345,,微信支付',
  'R2,2026/1/5 10:05,A,散客,X2,口罩,1,,5.00,现金',
  'R1,2026-01-05 10:00,A,139 0000 1111,X3,维C,1,,30,微信支付',
  'R3,2026-01-06 11:00,b,13900001111,X1,板蓝根,-1,12.345,,',
  'R4,2026-01-06 12:00,A,13900001111,X1,板蓝根,一,12.345,,',
  'R4,2026-01-06 12:00,A,13900001111,X2,口罩,1,,5.00,',
  'R5,2026-01-06 12:00,A,13911110000,X2,口罩,1,,5.00,',
  'R6,2099-01-01 12:00,A,,X2,口罩,1,,5.00,',
  'R7,2026-01-07 09:00,A,13900001111,X4,血压计,1,,300.00,储值卡',
  'R7,2026-01-07 09:00,A,13900001111,X5,旧血压计,-1,,-50.00,储值卡',
  'R8,2026-01-07 09:00,Z,,X2,口罩,1,,5.00,',
].join('\n')

it('reads receipts: rows that lie apart, returns, walk-ins, and what is wrong with a whole receipt', async () => {
  const id = await home.join(home.place.a, '13900001111')
  const done = await bring({ kind: 'purchases' }, receipts, { options: { as: 'earning' } })
  expect(done).toMatchObject({
    state: 'done',
    counts: {
      rows: 11,
      accepted: 5,
      anonymous: 1,
      reported: 5,
      things: 5,
      sums: { 'CNY.sales': 35_969, 'CNY.returns': 6235, 'CNY.reported': 2000 },
    },
  })
  expect(
    (await problems(done['id'])).map(({ row, column, code }: Record<string, unknown>) => [row, column, code]),
  ).toEqual([
    [6, '数量', 'not_a_number'],
    [7, '', 'with_its_receipt'],
    [8, '会员手机号', 'unknown_member'],
    [9, '消费时间', 'purchases.in_future'],
    [12, '门店', 'unknown_store'],
  ])
  const { items } = await ask(`GET /v1/purchases?memberId=${id}`)
  const seen = items.map(({ kind, number, total, points, tenders, businessOn }: Record<string, unknown>) => ({
    kind,
    number,
    total,
    points,
    tenders,
    businessOn,
  }))
  expect(
    seen.toSorted((a: Record<string, string>, b: Record<string, string>) =>
      `${a['number']}${a['kind']}`.localeCompare(`${b['number']}${b['kind']}`),
    ),
  ).toMatchObject([
    {
      kind: 'sale',
      number: 'R1',
      total: 2469 + 3000,
      points: { earned: 54 },
      tenders: [{ kind: 'wechat', amount: 5469 }],
      businessOn: '2026-01-05',
    },
    { kind: 'unlinked', number: 'R3', total: 1235 },
    {
      kind: 'sale',
      number: 'R7',
      total: 30_000,
      points: { earned: 300 },
      tenders: [{ kind: 'other', amount: 30_000, note: '储值卡' }],
    },
    { kind: 'unlinked', number: 'R7', total: 5000 },
  ])
  // The returned piece of R3 cannot be matched with the pair of R1 at its own price, so it takes what such a purchase gives.
  expect(await ask(`GET /v1/members/${id}/statement?unit=points`)).toMatchObject({
    balances: [{ shown: 54 - 12 + 300 - 50 }],
  })
})

it('takes back what was earned, leaves what was spent, and has it owed by choice', async () => {
  const id = await home.join(home.place.a, '13900002222')
  await home.sell({ id }, [100_00])
  const file = `${header}\nQ1,2026-02-01 10:00,A,13900002222,X1,x,1,,6000.00,\nQ2,2026-02-02 10:00,A,13900002222,X1,x,1,,50.00,\n`
  const done = await bring({ kind: 'purchases' }, file, { options: { as: 'earning' } })
  const points = async () => (await ask(`GET /v1/members/${id}/statement?unit=points`))['balances'][0]
  const standing = async () => (await ask(`GET /v1/members/${id}`))['standing']
  expect([await points(), await standing()]).toMatchObject([{ shown: 6150 }, { tier: 1, purchases: 3, spent: 615_000 }])
  // A hundred points pay a yuan. Prescription medicine, so that spending earns nothing new: fifty points are left of all.
  const lines = [{ sku: 'RX', amount: 12_200, prescription: true }]
  const tenders = [
    { kind: 'points', amount: 6_100 },
    { kind: 'cash', amount: 6_100 },
  ]
  expect(await home.sell({ id }, [], { lines, tenders })).toMatchObject({ status: 200, points: { balance: 50 } })
  const undone = await through(done['id'], 'undo')
  expect(undone).toMatchObject({ state: 'undone', undoReport: { counts: { things: 2 }, keptCount: 1 } })
  expect(undone['undoReport'].kept).toEqual([{ what: 'points', id, amount: 6000 }])
  expect([await points(), await standing()]).toMatchObject([
    { shown: 0, debt: 0 },
    { tier: 0, tierSince: null, purchases: 2, spent: 10_000 + 12_200 },
  ])
  // Growth cannot be spent, so all of it is back at what the till gave.
  expect(await ask(`GET /v1/members/${id}/statement?unit=growth`)).toMatchObject({
    balances: [{ shown: 100, debt: 0 }],
  })
  expect(await problems(done['id'], 'undo')).toMatchObject([{ code: 'used_since', taken: false }])
  const owed = await through(done['id'], 'undo', { debt: true })
  expect(owed).toMatchObject({ state: 'undone', undoReport: { keptCount: 0 } })
  expect(await points()).toMatchObject({ shown: -6000, debt: 6000 })
})
