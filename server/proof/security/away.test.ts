import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { App } from '#app'
import { allRows, buildApp } from '#app'
import { shopOf } from './shop.ts'

// A door between the server and its database that can be shut.
const open = new Set<Socket>()
let shut = false
const door = createServer((from) => {
  if (shut) return from.destroy()
  const { hostname, port } = new URL(shop.url())
  const to = connect(Number(port), decodeURIComponent(hostname))
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const) {
    open.add(one)
    one.on('error', () => {}).on('close', () => other.destroy())
    one.pipe(other)
  }
})
const shop = shopOf()
let app: App
let cookie: string
beforeAll(async () => {
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  const url = new URL(shop.url())
  url.hostname = '127.0.0.1'
  url.port = String((door.address() as AddressInfo).port)
  app = await buildApp({ url: url.href, keyFile: shop.keyFile() })
  cookie = `changke_session=${await shop.signIn()}`
})
afterAll(async () => {
  for (const one of open) one.destroy()
  await app?.close()
  door.close()
})

it('lets nobody in and does nothing while the database is away, and goes on when it is back', async () => {
  const ask = (path: string, headers: Record<string, string>) => {
    const [method, url] = path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000').split(' ') as ['GET', string]
    return app.http.inject({ method, url, headers, ...(/^(GET|DELETE)/.test(path) ? {} : { payload: {} }) })
  }
  expect((await ask('GET /v1/session', { cookie })).statusCode).toBe(200)
  await new Promise((later) => setTimeout(later, 1_100))
  shut = true
  for (const one of open) one.destroy()
  const rows = allRows.filter(({ may, kind }) => may !== 'anyone' && kind !== 'upload')
  for (const [who, headers] of [
    ['a session', { cookie }],
    ['a key', { authorization: 'Bearer changke_none' }],
    ['nobody', {}],
  ] as const) {
    const got = new Map<number, number>()
    // Some of each kind are enough: who asks is found out in one place for all.
    for (const row of rows.filter((_, at) => at % 9 === 0)) {
      const { statusCode, body } = await ask(row.path, headers)
      got.set(statusCode, (got.get(statusCode) ?? 0) + 1)
      expect(body, row.path).toMatch(/"code":"kernel\.(busy|not_signed_in)"/)
    }
    expect([...got.keys()], who).toEqual([who === 'nobody' ? 401 : 503])
  }
  expect(
    (await app.http.inject({ method: 'POST', url: '/v1/session', payload: { login: 'a@b.cn', password: 'x' } }))
      .statusCode,
  ).toBe(503)
  expect((await app.http.inject('/healthz')).statusCode).toBe(200)
  expect((await app.http.inject('/readyz')).statusCode).toBe(503)
  shut = false
  await expect.poll(async () => (await ask('GET /v1/session', { cookie })).statusCode, { timeout: 10_000 }).toBe(200)
})
