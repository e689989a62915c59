import { beforeAll, expect, it } from 'vitest'
import { firstIdOf } from '#kernel/ids.ts'
import { shop } from '../../../testing/shop.ts'

const { ask, join, place, sql, sell } = shop()

const dayMs = 86_400_000
const dayBefore = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10)

beforeAll(async () => {
  // In the first days of a month ten days ago lie before the house's first partition.
  const month = new Date().toISOString().slice(0, 7)
  const bound = (ms: number) => `'${firstIdOf(ms)}'`
  const before = `for values from (${bound(0)}) to (${bound(Date.parse(`${month}-01`))})`
  for (const table of ['purchase', 'line'])
    await sql(`create table purchases.${table}_before partition of purchases.${table} ${before}`)
})

/** Purchases of a member as they lie in the tables, without the hours that telling ten thousand of them would take. */
async function lay(
  memberId: string,
  rows: { ms: number; postedOn: string; on: string; saleId?: string }[],
): Promise<string[]> {
  const ids = rows.map(({ ms }, at) => firstIdOf(ms + at).replace('-0000-0000-', '-7000-8000-'))
  const of = (pick: (row: (typeof rows)[number]) => string | null) => rows.map(pick)
  await sql(
    `insert into purchases.purchase (member_id, id, kind, origin, walk_in, store_id, caller_id, occurred_at, posted_at, business_on, currency,
       total, tenders, charter, sale_id)
     select $1, id, case when sale_id is null then 'sale' else 'return' end, 'earning', false, $2, $2, day, posted, day, 'CNY', 100,
            '[{"kind":"cash","amount":100}]', 1, sale_id
       from unnest($3::uuid[], $4::date[], $5::timestamptz[], $6::uuid[]) as it (id, day, posted, sale_id)`,
    [memberId, place.a, ids, of(({ on }) => on), of(({ postedOn }) => postedOn), of(({ saleId }) => saleId ?? null)],
  )
  await sql(
    `insert into purchases.line (member_id, purchase_id, no, sku, quantity, list_amount, amount, tenders, sale_id, sale_line)
     select $1, id, 1, 'BULK', 1000, 100, 100, '{100}', sale_id, case when sale_id is not null then 1 end
       from unnest($2::uuid[], $3::uuid[]) as it (id, sale_id)`,
    [memberId, ids, of(({ saleId }) => saleId ?? null)],
  )
  return ids
}

it('matches a return without receipt within a moment among ten thousand purchases that came in just now', async () => {
  const id = await join()
  const sold = () =>
    ask('POST /v1/purchases', { storeId: place.a, member: { id }, lines: [{ sku: 'BULK', amount: 700 }] })
  for (let n = 0; n < 5; n++) {
    const sale = await sold()
    if (n < 2) await ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a })
  }
  // The planner knows the tables as they were: nearly empty.
  await sql('analyze')
  const rows = Array.from({ length: 10_000 }, () => ({
    ms: Date.now() - 120_000,
    postedOn: dayBefore(0),
    on: dayBefore(0),
  }))
  const sales = await lay(id, rows)
  await lay(
    id,
    sales.slice(7000).map((saleId, at) => ({ ...rows[at]!, ms: Date.now() - 60_000, saleId })),
  )
  const began = performance.now()
  const back = await ask('POST /v1/returns', {
    storeId: place.a,
    member: { id },
    lines: [{ sku: 'BULK', amount: 100 }],
  })
  expect(performance.now() - began).toBeLessThan(4000)
  // The latest that has not come back yet.
  expect(back).toMatchObject({ status: 200 })
  expect(await ask(`GET /v1/purchases?saleId=${sales[6999]}`)).toMatchObject({ items: [{ id: back['id'] }] })
}, 120_000)

async function listed(words: string): Promise<string[]> {
  const ids: string[] = []
  let cursor = ''
  do {
    const page = await ask(`GET /v1/purchases?limit=2&${words}${cursor && `&cursor=${cursor}`}`)
    expect(page.status).toBe(200)
    ids.push(...page['items'].map(({ id }: { id: string }) => id))
    cursor = page['next'] ?? ''
  } while (cursor)
  return ids
}

it('lists a period whole and in order, whether its sales were told on their day, days later or years later', async () => {
  const member = await join()
  const now = Date.now() - 60_000
  const today = dayBefore(0)
  // Told now of days long ago, as an import tells them, three of each day; and one of today.
  const old = await lay(
    member,
    Array.from({ length: 30 }, (_, n) => ({ ms: now, postedOn: today, on: dayBefore(400 + Math.floor(n / 3)) })),
  )
  await sell({ id: member }, [700])
  const late = old.slice(0, 9).reverse()
  expect(await listed(`from=${dayBefore(402)}&to=${dayBefore(400)}`)).toEqual(late)
  expect(await listed(`from=${dayBefore(402)}&to=${dayBefore(402)}&storeId=${place.a}`)).toEqual(late.slice(0, 3))
  expect(await listed(`to=${dayBefore(409)}&memberId=${member}`)).toEqual(old.slice(27).reverse())
  expect(await listed(`from=${dayBefore(390)}&to=${dayBefore(5)}`)).toEqual([])
  const told = await sell(null, [100], { occurredAt: new Date(Date.now() - 6 * dayMs).toISOString() })
  expect(await listed(`from=${dayBefore(7)}&to=${dayBefore(5)}`)).toEqual([told['id']])
  // Told within two days counts as told at once.
  const soon = await sell(null, [100], { occurredAt: new Date(Date.now() - 1.5 * dayMs).toISOString() })
  expect(await listed(`from=${dayBefore(3)}&to=${dayBefore(1)}`)).toContain(soon['id'])
  const atOnce = await lay(member, [{ ms: Date.now() - 10 * dayMs, postedOn: dayBefore(10), on: dayBefore(10) }])
  expect(await listed(`from=${dayBefore(11)}&to=${dayBefore(9)}`)).toEqual(atOnce)
  expect((await listed(`from=${dayBefore(403)}&to=${dayBefore(5)}`)).length).toBe(12 + 2)
})
