import { beforeAll, expect, it } from 'vitest'
import { allRows } from '#app'
import { shopOf } from './shop.ts'

const shop = shopOf()
let cookie: string
beforeAll(async () => {
  cookie = `changke_session=${await shop.signIn()}`
})

const post = async (headers: Record<string, string>, payload: string | Buffer, url = '/v1/units') =>
  (await shop.app.http.inject({ method: 'POST', url, headers: { host: 'shop.example.com', ...headers }, payload }))
    .statusCode
const unit = (code: string) => JSON.stringify({ kind: 'store', code, name: code })
const units = async () => Number((await shop.sql('select count(*) as n from org.unit'))[0]!['n'])

it('takes no change from a page of another site, in whatever form a browser sends it by itself', async () => {
  const before = await units()
  const json = { cookie, 'content-type': 'application/json' }
  const foreign: [string, Record<string, string>][] = [
    ['another site', { origin: 'https://evil.example' }],
    ['a page from a file or a sandbox', { origin: 'null' }],
    ['another port', { origin: 'http://shop.example.com:8081' }],
    ['a neighbour', { origin: 'https://other.example.com' }],
    ['a look-alike', { origin: 'https://shop.example.com.evil.example' }],
    ['a name as user', { origin: 'https://shop.example.com@evil.example' }],
    ['one that hides its origin', { 'sec-fetch-site': 'cross-site' }],
  ]
  for (const [who, said] of foreign) expect(await post({ ...json, ...said }, unit('X')), who).toBe(403)
  // What a form can send without asking first.
  const forms = [
    'application/x-www-form-urlencoded',
    'text/plain',
    'text/plain;charset=utf-8',
    'application/x-json',
    '',
  ]
  for (const type of forms) {
    const said = { cookie, ...(type ? { 'content-type': type } : {}) }
    expect(await post(said, unit('X')), `own site, ${type}`).toBeGreaterThanOrEqual(400)
    expect(await post({ ...said, origin: 'https://evil.example' }, unit('X')), type).toBeGreaterThanOrEqual(400)
  }
  const border = '--b\r\ncontent-disposition: form-data; name="kind"\r\n\r\nmembers\r\n--b--\r\n'
  const form = { cookie, 'content-type': 'multipart/form-data; boundary=b', origin: 'https://evil.example' }
  expect(await post(form, border, '/v1/imports')).toBe(403)
  expect(await units()).toBe(before)
  // … and the same call from our own page is done.
  expect(await post({ ...json, origin: 'http://shop.example.com', 'sec-fetch-site': 'same-origin' }, unit('OWN'))).toBe(
    200,
  )
  expect(await units()).toBe(before + 1)
})

it('signs nobody in by a form of another site', async () => {
  const login = JSON.stringify({ login: 'owner@example.com', password: 'correct horse battery' })
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=b'])
    expect(
      await post({ 'content-type': type, origin: 'https://evil.example' }, login, '/v1/session'),
    ).toBeGreaterThanOrEqual(400)
})

it('changes nothing by GET or HEAD', async () => {
  const asking = allRows.filter(({ path }) => path.startsWith('GET '))
  expect(asking.filter(({ kind }) => kind === 'command' || kind === 'gathered' || kind === 'upload')).toEqual([])
  const tables = await shop.sql(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where schemaname <> 'graphile_worker' order by 1`,
  )
  const sums = async () => {
    const found: Record<string, unknown> = {}
    // Looking on is written down: what was opened of another store, when a session was last seen.
    for (const { name } of tables)
      if (!/^(kernel\.trail|org\.(session|api_key|attempt)|imports\.)/.test(String(name)))
        found[String(name)] = (
          await shop.sql(`select count(*) as n, md5(string_agg(t::text, '' order by t::text)) as sum from ${name} t`)
        )[0]
    return found
  }
  const before = await sums()
  const { id } = (await shop.ask('GET /v1/session'))['person'] as { id: string }
  for (const { path } of asking)
    for (const method of ['GET', 'HEAD'] as const)
      await shop.app.http.inject({ method, url: path.slice(4).replace(/\{\w+\}/g, id), headers: { cookie } })
  expect(await sums()).toEqual(before)
})

it('believes a forwarded address and a user’s name of nobody but a trusted proxy', async () => {
  await shop.sql('delete from org.attempt')
  const guess = (n: number) =>
    shop.app.http.inject({
      method: 'POST',
      url: '/v1/session',
      headers: {
        'x-forwarded-for': `198.51.100.${n}`,
        'x-real-ip': `198.51.100.${n}`,
        forwarded: `for=198.51.100.${n}`,
        'x-client-ip': `198.51.100.${n}`,
        'x-user-id': 'owner',
      },
      payload: { login: `somebody-${n}@example.com`, password: 'wrong wrong wrong' },
    })
  const codes = []
  for (let n = 0; n < 42; n++) codes.push((await guess(n)).json()['code'])
  expect(codes.slice(40)).toEqual(['org.locked', 'org.locked'])
  const seen = await shop.sql(
    `select distinct body ->> 'address' as address from kernel.trail where kind = 'signIn' and outcome <> 'done'`,
  )
  expect(seen).toEqual([{ address: '127.0.0.1' }])
  const bare = await shop.app.http.inject({
    url: '/v1/session',
    headers: { 'x-user-id': 'owner', 'x-remote-user': 'owner', 'x-forwarded-user': 'owner' },
  })
  expect(bare.statusCode).toBe(401)
})
