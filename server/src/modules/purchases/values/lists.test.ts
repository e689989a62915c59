import { expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { shop } from '../../../testing/shop.ts'

const { ask, sell, join, place, sql } = shop()

const topUp = (id: string, amount: number) => ask(`POST /v1/members/${id}/topups`, { storeId: place.a, amount })

it('says the balance that the receipt says, also of a sale that a till’s clock told a few minutes ahead', async () => {
  const id = await join()
  const occurredAt = new Date(Date.now() + 4 * 60_000).toISOString()
  const sale = await sell({ id }, [10_000], { occurredAt })
  expect(sale).toMatchObject({ points: { balance: 100 } })
  expect(await ask(`GET /v1/members/${id}/statement?unit=points`)).toMatchObject({
    balances: [{ shown: 100 }],
    items: [{ amount: 100 }],
  })
  const now = new Date().toISOString()
  expect(await ask(`GET /v1/members/${id}/statement?unit=points&asOf=${now}`)).toMatchObject({ asOf: now, items: [] })
})

it('lists top-ups, adjustments and tiers page by page to their end', async () => {
  const id = await join()
  for (const n of [1, 2, 3]) {
    await topUp(id, n * 1000)
    await ask(`POST /v1/members/${id}/points`, { amount: n, reason: '活动补登' })
  }
  await sell({ id }, [2_000_000])
  const tiers = await sql('select id from tiers.history where member_id = $1', [id])
  await sql(
    `insert into tiers.history select member_id, $2::uuid, after, before, since_on, 'adjust', cause_id, changed_at
       from tiers.history where member_id = $1`,
    [id, newId()],
  )
  await sql(
    `insert into tiers.history select member_id, $2::uuid, before, after, since_on, cause_kind, cause_id, changed_at
       from tiers.history where member_id = $1 and id = $3`,
    [id, newId(), tiers[0]!['id']],
  )
  const pages = async (path: string) => {
    const all: Record<string, number>[][] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await ask(`GET /v1/members/${id}/${path}?limit=2&cursor=${next}`)
      expect(page.status).toBe(200)
      all.push(page['items'])
      next = page['next']
    }
    return all
  }
  const of = (all: Record<string, number>[][], key: string) => all.map((page) => page.map((row) => row[key]))
  expect(of(await pages('topups'), 'principal')).toEqual([[3000, 2000], [1000]])
  expect(of(await pages('points'), 'amount')).toEqual([[3, 2], [1]])
  expect(of(await pages('tiers'), 'after')).toEqual([[expect.any(Number), 0], [expect.any(Number)]])
})
