import { execFile } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'
import { createKeyFor } from '#modules/org/index.ts'
import { sellReturnStatement } from '../../../sdk/examples/sell-return-statement.ts'
import {
  ask,
  createClient,
  each,
  type Fault,
  newReference,
  Refusal,
  repeat,
  told,
  Unreachable,
} from '../../../sdk/src/index.ts'
import { shop } from '../testing/shop.ts'

const home = shop()
const place = { baseUrl: '', key: '' }
const client = () => createClient(place)

beforeAll(async () => {
  await home.app.http.listen({ host: '127.0.0.1', port: 0 })
  place.baseUrl = `http://127.0.0.1:${(home.app.http.server.address() as AddressInfo).port}`
  place.key = (await home.app.db.write((tx) => createKeyFor(tx, { role: 'owner', name: 'till of another maker' }))).key
})

it('sells, takes one back and reads the statement, as the example says', async () => {
  const { sale, back, entries } = await sellReturnStatement(client(), '13800001111')
  expect(sale).toMatchObject({ kind: 'sale', total: 20_300, points: { earned: 203, balance: 203 } })
  expect(back).toMatchObject({ kind: 'return', total: 3_500, points: { earned: 35 }, saleId: sale.id })
  expect(entries.map(({ causeKind, amount }) => [causeKind, amount])).toEqual([
    ['return', -35],
    ['sale', 203],
  ])
})

it('runs from the command line with a key', async () => {
  const example = join(import.meta.dirname, '../../../sdk/examples/sell-return-statement.ts')
  const env = { ...process.env, CHANGKE_SERVER: place.baseUrl, KEY: place.key }
  const { stdout } = await promisify(execFile)(process.execPath, [example], { env })
  expect(stdout).toMatch(/sold +\w{4}-\w{4}-\w{4}-\w +203 yuan, 203 points\nreturned/)
})

it('throws refusals with their code and details, and keeps faults and silence apart from them', async () => {
  const twice = { name: '王二', phone: '13800002222' }
  const create = () => ask(client().POST('/v1/members', { params: { header: told() }, body: twice }))
  await create()
  const refusal = await create().catch((fault: unknown) => fault)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ code: 'members.phone_taken', status: 409, details: { phone: expect.any(String) } })

  const answering = (status: number, body: object | string) =>
    createClient({
      ...place,
      fetch: async () =>
        new Response(typeof body === 'string' ? body : JSON.stringify(body), {
          status,
          headers: { 'content-type': typeof body === 'string' ? 'text/html' : 'application/problem+json' },
        }),
    })
  await expect(ask(answering(500, { code: 'kernel.fault', reference: 'r1' }).GET('/v1/stores'))).rejects.toMatchObject({
    name: 'Fault',
    reference: 'r1',
  } satisfies Partial<Fault>)
  await expect(ask(answering(502, '<html>').GET('/v1/stores'))).rejects.toBeInstanceOf(Unreachable)
  await expect(ask(createClient({ baseUrl: 'http://127.0.0.1:1' }).GET('/v1/stores'))).rejects.toBeInstanceOf(
    Unreachable,
  )
})

it('holds what is said against the contract before it is sent', () => {
  const { GET, POST } = client()
  const params = { header: told() }
  const said = [
    // @ts-expect-error -- no such path
    () => GET('/v1/shop'),
    // @ts-expect-error -- the id is missing
    () => GET('/v1/members/{id}'),
    // @ts-expect-error -- no such filter
    () => GET('/v1/members', { params: { query: { color: 'red' } } }),
    // @ts-expect-error -- a command that moves value has a name
    () => POST('/v1/purchases', { body: { storeId: '', lines: [] } }),
    // @ts-expect-error -- no such field, though all that must be said is said
    () => POST('/v1/purchases', { params, body: { storeId: '', lines: [], tip: 5 } }),
    // @ts-expect-error -- a file is no JSON
    () => POST('/v1/exports', { params, body: { list: 'members', format: 'csv', reason: 'audit' } }),
    () => GET('/v1/members', { params: { query: { cursor: undefined } } }),
  ]
  expect(said).toHaveLength(7)
})

it('brings a file in as a form, and takes one out', async () => {
  const file = new Blob(['sku,name\nTEA-1,龙井茶\n'], { type: 'text/csv' })
  const { kind, columns } = await ask(client().POST('/v1/imports', { body: { file, kind: 'products' } }))
  expect({ kind, columns }).toEqual({ kind: 'products', columns: ['sku', 'name'] })
  const wish = { list: 'members', format: 'csv', reason: 'test' } as const
  const out = await ask(
    client().POST('/v1/exports', { params: { header: told() }, body: { ...wish, kind: undefined }, parseAs: 'blob' }),
  )
  expect(await out.text()).toContain('李小龙')
})

it('lets go of a call that is given up', async () => {
  const gone = AbortSignal.abort()
  await expect(ask(client().GET('/v1/stores', { signal: gone }))).rejects.toMatchObject({ name: 'AbortError' })
})

it('sends a told command again when no answer came, and it is done once', async () => {
  const header = told(newReference())
  const body = { storeId: home.place.a, lines: [{ sku: 'A', amount: 100 }] }
  let tried = 0
  const flaky = createClient({
    ...place,
    // The server does it and its answer is lost on the way.
    fetch: async (...words) => {
      const answer = await fetch(...words)
      tried += 1
      if (tried < 3) throw new TypeError('fetch failed')
      return answer
    },
  })
  const sale = await repeat(() => ask(flaky.POST('/v1/purchases', { params: { header }, body })))
  expect(tried).toBe(3)
  const [{ count }] = (await home.sql(
    'select count(*)::int from purchases.purchase where number is null and total = 100',
  )) as [{ count: number }]
  expect(count).toBe(1)
  expect(sale.total).toBe(100)
})

it('reads a list to its end, page after page', async () => {
  for (let n = 0; n < 5; n++) await home.join()
  const found = new Set<string>()
  for await (const { memberId } of each((page) =>
    client().GET('/v1/members', { params: { query: { ...page, limit: 2 } } }),
  ))
    found.add(memberId)
  const [{ count }] = (await home.sql('select count(*)::int from members.member')) as [{ count: number }]
  expect(found.size).toBe(count)
})
