import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { system } from '#kernel/caller.ts'
import { makeUnit } from '#modules/org/index.ts'
import { importer, shared } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'
import { shownBy } from '../../testing/shown.ts'

const home = shop()
const { ask, sql } = home
const { bring, through, problems } = importer(home)

/** Price × quantity in cents, rounded half away from zero, in whole numbers: what a till would have asked. */
function cents(quantity: string, price: string): number {
  const [whole = '', fraction = ''] = price.replace('-', '').split('.')
  const product = BigInt(quantity.replace('-', '')) * BigInt(whole + fraction.padEnd(4, '0'))
  const rounded = Number((product + 50n) / 100n)
  return quantity.startsWith('-') !== price.startsWith('-') ? -rounded : rounded
}

/** What an import told, from the lines themselves. */
const told = async (id: string) =>
  (
    await sql(
      `select count(distinct p.id) filter (where p.kind = 'sale')::int as sales, count(distinct p.id) filter (where p.kind <> 'sale')::int as returns,
              coalesce(sum(l.amount) filter (where p.kind = 'sale'), 0)::float8 as sold, coalesce(sum(l.amount) filter (where p.kind <> 'sale'), 0)::float8 as back,
              count(*)::int as lines, sum(case when p.kind = 'sale' then l.quantity else -l.quantity end)::text as pieces,
              count(distinct l.sku)::int as products, count(distinct p.member_id) filter (where not p.walk_in)::int as members,
              count(*) filter (where l.quantity = 0)::int as zero, count(*) filter (where l.amount = 0)::int as free
         from purchases.v_purchase p join purchases.line l on l.member_id = p.member_id and l.purchase_id = p.id where p.import_id = $1`,
      [id],
    )
  )[0]

describe('Online Retail, whole, as history', () => {
  const file = readFileSync(shared('online_retail', 'transactions.csv.gz'))
  let london = ''
  let before: Record<string, string>
  let id = ''

  beforeAll(async () => {
    london = await store('UK', 'GBP', 'Europe/London')
    await home.join()
    await home.sell(null, [500])
    before = await shownBy(home)
  })

  it('comes in: every row is accounted for, and the sums are those of plain arithmetic', async () => {
    const done = await bring({ kind: 'purchases' }, file, {
      fileName: 'transactions.csv.gz',
      options: { storeId: london, unknownMembers: 'create', source: 'uci' },
    })
    id = done['id']
    expect(done).toMatchObject({
      state: 'done',
      mapping: {
        invoice_no: 'receipt',
        stock_code: 'sku',
        description: 'name',
        quantity: 'quantity',
        invoice_date: 'occurredAt',
        unit_price: 'unitPrice',
        customer_id: 'memberExternal',
      },
      shape: { packed: true, encoding: 'utf-8' },
      report: { differences: [] },
      counts: { rows: 541_909, accepted: 406_829, anonymous: 135_080, reported: 0, empty: 0 },
    })
    let [sold, back, codes] = [0, 0, new Set<string>()]
    for (const line of gunzipSync(file).toString('utf8').trimEnd().split('\n').slice(1)) {
      // Only the description may hold a comma, so the cells at both ends of a line are where they seem to be.
      const [quantity = '', , price = ''] = line.split(',').slice(-5)
      const amount = cents(quantity, price)
      if (amount > 0) sold += amount
      else back -= amount
      codes.add(line.split(',', 2)[1]!)
    }
    // The README's figure is of unrounded products; rounding moves each line by less than half a penny.
    expect(Math.abs((sold - back) / 100 - 9_747_747.934)).toBeLessThan(100)
    expect(done['counts'].sums).toMatchObject({ 'GBP.sales': sold, 'GBP.returns': back, lines: 541_909 })
    // The README's 5,176,450 pieces, but for two of an adjustment: their price is below zero, so they are pieces that came back.
    const pieces = '5176446000'
    expect(await told(id)).toMatchObject({ sold, back, lines: 541_909, pieces, products: codes.size, members: 4372 })
  })

  it('leaves every view, list, thing and export as before when it is undone', async () => {
    const undone = await through(id, 'undo')
    expect(undone).toMatchObject({ state: 'undone', undoReport: { keptCount: 0 } })
    expect(await shownBy(home)).toEqual(before)
    expect((await ask('GET /v1/purchases'))['items']).toHaveLength(1)
  })
})

describe('Complete Journey, whole, as history', () => {
  const file = readFileSync(shared('complete_journey', 'transactions_sample.csv.gz'))

  it('comes in with its stores and households, and sums to the cent', async () => {
    const rows = gunzipSync(file).toString('utf8').trimEnd().split('\n').slice(1)
    for (const code of new Set(rows.map((line) => line.split(',', 2)[1]!))) await store(code, 'USD', 'America/New_York')
    const done = await bring({ kind: 'purchases' }, file, {
      fileName: 'transactions_sample.csv.gz',
      options: { currency: 'USD', unknownMembers: 'create', source: 'journey' },
    })
    expect(done).toMatchObject({
      state: 'done',
      mapping: {
        household_id: 'memberExternal',
        store_id: 'store',
        basket_id: 'receipt',
        product_id: 'sku',
        quantity: 'quantity',
        sales_value: 'amount',
        transaction_timestamp: 'occurredAt',
      },
      report: { differences: [] },
      counts: { rows: 75_000, accepted: 74_999, anonymous: 0, reported: 1, things: 47_242 },
    })
    // A slip in the file: of one receipt number only four digits are left, so nobody can say which receipt it was.
    expect(await problems(done['id'])).toMatchObject([
      { column: 'basket_id', value: '4.0128e+10', code: 'lost_digits' },
    ])
    const { 'USD.sales': sold, 'USD.reported': reported } = done['counts'].sums
    expect(sold + reported).toBe(23_393_524)
    expect(Object.keys(done['counts'].stores)).toHaveLength(293)
    expect(await told(done['id'])).toMatchObject({
      ...{ sales: 47_242, returns: 0, sold, lines: 74_999 },
      ...{ products: 20_902, members: 2377, zero: 415, free: 528 },
    })
  })
})

const store = (code: string, currency: string, zone: string): Promise<string> =>
  home.app.db.write(
    async (tx) =>
      (await makeUnit(tx, { kind: 'store', code, name: `Store ${code}`, currency, zone }, system('test'))).id,
  )
