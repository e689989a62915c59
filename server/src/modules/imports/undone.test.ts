import { beforeAll, expect, it } from 'vitest'
import { importer } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'
import { shownBy } from '../../testing/shown.ts'

const home = shop((charter) => ({
  ...charter,
  wallets: { ...charter.wallets, bonuses: [{ from: 10_000, bonus: 2000 }] },
}))
const { ask, sell, place } = home
const { bring, through } = importer(home)
const [wang, li] = ['13900001111', '13900002222']

beforeAll(async () => {
  const [one, two] = [await home.join(place.a, wang), await home.join(place.b, li)]
  const shift = await ask(`POST /v1/tills/${place.tillA}/shifts`, { opening: 10_000 })
  await ask('PUT /v1/products', { items: [{ sku: 'X1', name: '板蓝根', listPrice: 1235 }] })
  await ask('POST /v1/card-types', { code: 'P', name: '积分卡', nameEn: 'Points card', kind: 'points' })
  await ask(`POST /v1/members/${one}/topups`, { storeId: place.a, tillId: place.tillA, amount: 10_000 })
  const sale = await sell({ id: one }, [520_000, 3000], { tillId: place.tillA })
  await ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a, lines: [{ line: 2, quantity: 1 }] })
  await sell({ id: two }, [4000], { tenders: [{ kind: 'cash', amount: 4000 }] })
  await sell(null, [500], { tillId: place.tillA })
  const closed = await ask(`POST /v1/shifts/${shift['id']}/close`, { counted: 10_500 })
  expect(closed.status, JSON.stringify(closed)).toBe(200)
})

const purchases = [
  '小票号,消费时间,门店,会员手机号,商品编码,商品名称,数量,单价,金额,支付方式',
  `R1,2026-01-05 10:00,A,${wang},X1,板蓝根,2,,24.70,微信支付`,
  `R2,2026-01-06 10:00,A,${li},X2,血压计,1,,15200.00,现金`,
  `R3,2026-01-07 10:00,B,${li},X2,血压计,-1,,-15200.00,现金`,
  'R4,2026-01-08 10:00,A,,X9,口罩,1,,5.00,现金',
  // From silver to gold, so that the undo has a tier to give back.
  `R5,2026-01-09 10:00,A,${wang},X3,轮椅,1,,6000.00,现金`,
].join('\n')
const members = '姓名,手机号,门店\n陈一,13600000001,A\n陈二,13600000002,B\n'
const products = '商品编码,商品名称,零售价\nX1,板蓝根颗粒,13.00\nX7,新品,8.00\n'
const openings = `会员手机号,门店,积分,成长值,储值余额,卡号\n${li},B,1200,5200,100.00,8800001234\n`

// Which views and lists there are, the database and the table of routes say; each of these names what must have moved at least.
it.each([
  [
    'purchases as history',
    { kind: 'purchases' },
    purchases,
    { as: 'history' },
    [
      'view purchases.v_purchase',
      'list /v1/purchases',
      'export purchases',
      'export purchase-lines',
      'view members.v_standing',
      'list /v1/members',
    ],
  ],
  [
    'purchases as earning',
    { kind: 'purchases' },
    purchases,
    { as: 'earning' },
    [
      'view ledger.v_balance',
      'each /v1/members/{id}/statement',
      'each /v1/members/{id}/tiers',
      'each /v1/members/{id}',
    ],
  ],
  [
    'members',
    { kind: 'members' },
    members,
    {},
    ['view members.v_member', 'list /v1/members', 'list /v1/today', 'export members'],
  ],
  ['products', { kind: 'products' }, products, {}, ['view catalog.v_product', 'list /v1/products', 'export products']],
  [
    'opening balances',
    { kind: 'openings' },
    openings,
    {},
    ['view ledger.v_balance', 'view cards.v_card', 'export cards', 'each /v1/members/{id}/tiers'],
  ],
] as const)(
  'after the undo of %s every view, list, thing and export reads as before',
  async (_, fields, file, options, moved) => {
    const before = await shownBy(home)
    expect(await shownBy(home)).toEqual(before)
    const done = await bring(fields, file, { options })
    expect(done, JSON.stringify(done)).toMatchObject({ state: 'done', counts: { reported: 0 } })
    const between = await shownBy(home)
    const differ = Object.keys(before).filter((name) => between[name] !== before[name])
    expect(differ).toEqual(expect.arrayContaining([...moved]))
    expect(await through(done['id'], 'undo')).toMatchObject({ state: 'undone', undoReport: { keptCount: 0 } })
    expect(await shownBy(home)).toEqual(before)
  },
)
