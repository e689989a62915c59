import { describe, expect, it } from 'vitest'
import { importer } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'

const home = shop()
const { ask, sql, place } = home
const { bring, send, through, problems, read } = importer(home)

describe('products', () => {
  const file =
    '商品编码,商品名称,分类,条码,零售价,税率,处方药,状态\nP1,阿莫西林,处方药品,6901111111111,12.50,13%,是,在售\nP2,维C 片,OTC VITAMINS,6902222222222;6903333333333,9.9,0.09,否,\nP3,,OTC,,8,,,\nP2,又一个,,,,,,\nP4,坏价,OTC,,9.999,,,\nP5,撞码,OTC,6902222222222,5,,,\n'

  it('come in, are listed row by row when they cannot, and are put back', async () => {
    await ask('PUT /v1/products', { items: [{ sku: 'P2', name: '旧名', listPrice: 100 }] })
    const before = (await ask('GET /v1/products'))['items']
    const done = await bring({ kind: 'products' }, file)
    expect(done).toMatchObject({
      state: 'done',
      counts: { rows: 6, accepted: 2, reported: 4, sums: { created: 1, changed: 1 } },
    })
    expect((await problems(done['id'])).map(({ row, code }: Record<string, unknown>) => [row, code])).toEqual([
      [4, 'catalog.unknown'],
      [5, 'sku_twice'],
      [6, 'too_many_decimals'],
      [7, 'barcode_twice'],
    ])
    const { items } = await ask('GET /v1/products')
    expect(items).toMatchObject([
      {
        sku: 'P1',
        category: '处方药品',
        listPrice: 1250,
        taxRate: 1300,
        prescription: true,
        barcodes: ['6901111111111'],
      },
      {
        sku: 'P2',
        name: '维C 片',
        category: 'OTC-VITAMINS',
        listPrice: 990,
        taxRate: 900,
        barcodes: ['6902222222222', '6903333333333'],
      },
    ])
    const undone = await through(done['id'], 'undo')
    expect(undone).toMatchObject({ state: 'undone', undoReport: { counts: { things: 2 }, keptCount: 0 } })
    const plain = (list: object[]) => list.map((one) => ({ ...one, version: 0 }))
    expect(plain((await ask('GET /v1/products'))['items'])).toEqual(plain(before))
  })

  it('that somebody changed since stay, and are listed', async () => {
    const done = await bring({ kind: 'products' }, '商品编码,商品名称\nZ1,一\nZ2,二\n')
    await ask('PUT /v1/products', { items: [{ sku: 'Z1', name: '改过' }] })
    const undone = await through(done['id'], 'undo')
    expect(undone).toMatchObject({ undoReport: { counts: { things: 1 }, keptCount: 1, kept: [{ what: 'product' }] } })
    expect((await ask('GET /v1/products'))['items'].map(({ sku }: { sku: string }) => sku)).toEqual(['P2', 'Z1'])
  })
})

describe('opening balances', () => {
  const file = () =>
    [
      '会员手机号,门店,积分,积分有效期,成长值,会员等级,等级有效期,储值余额,赠送余额,卡号',
      '13500000001,A,1200,2099-06-30,5200,银级会员,,"1,000.50",100,8800001234',
      '13500000001,A,300,2099-12-31,,,,,,',
      '13500000002,B,-50,,0,金级,2099-12-31,,',
      '13500000003,B,10,2020-01-01,,,,,',
      '13500000002,B,10,,,钻石会员,,,,8800009999',
      '13511111111,B,10,,,,,,',
      '13500000003,B,1.5,,,,,,',
      '13500000003,B,,,,,,12.345,',
    ].join('\n')

  it('come in by lot against the house, with control totals, and go back', async () => {
    await ask('POST /v1/card-types', { code: 'P', name: '积分卡', nameEn: 'Points card', kind: 'points' })
    const [one, two] = [await home.join(place.a, '13500000001'), await home.join(place.b, '13500000002')]
    await home.join(place.b, '13500000003')
    const standing = async (id: string) => (await ask(`GET /v1/members/${id}`))['standing']
    const before = [await standing(one), await standing(two)]
    const sent = await send({ kind: 'openings' }, 'balances.csv', file())
    const map = (points: number) =>
      ask(`PUT /v1/imports/${sent['id']}/mapping`, {
        mapping: sent['mapping'],
        options: { source: 'old-crm', control: { all: { points }, [place.a]: { principal: 100_050 } } },
      })
    await map(1460)
    expect(await ask(`POST /v1/imports/${sent['id']}/start`, {})).toMatchObject({
      status: 409,
      code: 'imports.control_differs',
    })
    expect(await through(sent['id'], 'check')).toMatchObject({
      checked: { counts: { accepted: 3, reported: 5 }, differences: [{ what: 'all.points', file: 1460, house: 1450 }] },
    })
    expect(await ask(`POST /v1/imports/${sent['id']}/start`, {})).toMatchObject({ code: 'imports.control_differs' })
    await map(1450)
    expect(await read(sent['id'])).toMatchObject({ checkedIsStale: true })
    await through(sent['id'], 'check')
    const done = await through(sent['id'], 'start')
    expect(done).toMatchObject({
      state: 'done',
      counts: { accepted: 3, reported: 5, sums: { points: 1450, growth: 5200, principal: 100_050, bonus: 10_000 } },
      report: { differences: [] },
    })
    expect((await problems(done['id'])).map(({ row, code }: Record<string, unknown>) => [row, code])).toEqual([
      [5, 'already_ended'],
      [6, 'tier_without_growth'],
      [7, 'unknown_member'],
      [8, 'not_whole'],
      [9, 'too_many_decimals'],
    ])
    const cards = async () => (await sql(`select member_id, ending, status from cards.v_card`)) as unknown[]
    expect(await cards()).toEqual([{ member_id: one, ending: '1234', status: 'active' }])
    const statement = await ask(`GET /v1/members/${one}/statement`)
    expect(statement['lots']).toMatchObject([
      { unit: 'bonus.CNY', balance: 10_000 },
      { unit: 'growth', balance: 5200 },
      { unit: 'points', balance: 1200, endsOn: '2099-06-30', lot: 'old-crm' },
      { unit: 'points', balance: 300, endsOn: '2099-12-31' },
      { unit: 'principal.CNY', balance: 100_050 },
    ])
    expect([await standing(one), await standing(two)]).toMatchObject([
      { tier: 1 },
      { tier: 2, tierUntil: '2099-12-31' },
    ])
    expect(await ask(`GET /v1/members/${two}/statement?unit=points`)).toMatchObject({
      balances: [{ shown: -50, debt: 50 }],
    })
    expect(
      await sql(
        `select distinct debit_house, credit_house from ledger.transfer where cause_kind = 'opening' order by 1, 2`,
      ),
    ).toEqual([
      { debit_house: 'house/opening/old-crm', credit_house: null },
      { debit_house: null, credit_house: 'house/opening/old-crm' },
    ])
    const undone = await through(done['id'], 'undo')
    expect(undone).toMatchObject({ state: 'undone', undoReport: { keptCount: 0 } })
    expect([await standing(one), await standing(two), await cards()]).toEqual([...before, []])
    expect(await sql(`select * from ledger.v_balance where shown <> 0 or debt <> 0`)).toEqual([])
  })

  it('settle what is owed with what is brought, and refuse what nobody holds', async () => {
    const [one, two] = [await home.join(place.a, '13500000004'), await home.join(place.a, '13500000005')]
    const rows = [
      '会员手机号,门店,积分,成长值,储值余额,赠送余额',
      '13500000004,A,100,,,',
      '13500000004,A,-30,,,',
      '13500000005,A,-30,,,',
      '13500000005,A,100,,,',
      '13500000005,A,1000000000001,,,',
      '13500000005,A,,1000000000001,,',
      '13500000005,A,,,10000000000.01,',
      '13500000005,A,,,,10000000000.01',
      '13500000005,A,-1000000000001,,,',
    ]
    const done = await bring({ kind: 'openings' }, rows.join('\n'))
    expect(done).toMatchObject({ state: 'done', counts: { accepted: 4, reported: 5 } })
    const codes = (await problems(done['id'])).map(({ code }: Record<string, unknown>) => code)
    expect(codes).toEqual(Array(5).fill('too_large'))
    for (const id of [one, two])
      expect(await ask(`GET /v1/members/${id}/statement?unit=points`)).toMatchObject({
        balances: [{ shown: 70, debt: 0 }],
      })
    expect(await through(done['id'], 'undo')).toMatchObject({ state: 'undone', undoReport: { keptCount: 0 } })
    expect(await sql(`select * from ledger.v_balance where shown <> 0 or debt <> 0`)).toEqual([])
  })
})
