import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { App } from '#app'
import { allRows, buildApp } from '#app'
import { query } from '#kernel/http.ts'
import { listener } from '../hostile/listener.ts'
import { owner, shopOf } from './shop.ts'

const heard = listener()
const folder = mkdtempSync(join(tmpdir(), 'changke-pages-'))
const shop = shopOf({ log: heard.log })
let open: App
let https: App

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><style nonce="__NONCE__">p{}</style><p>page</p>')
  writeFileSync(join(folder, 'assets/a.js'), 'export {}')
  const shared = { url: shop.url(), keyFile: shop.keyFile(), pages: folder, log: heard.log }
  const broken = query({
    ...{ name: 'proofFault', path: 'GET /v1/proof-faults', summary: 'Breaks.', may: 'anyone' },
    ...{ input: z.object({}), output: z.object({}) },
    run: async () => {
      throw new Error('the inside at /srv/secret.ts, select * from members.archive')
    },
  })
  open = await buildApp({ ...shared, rows: [broken] })
  https = await buildApp({ ...shared, publicUrl: 'https://shop.example.com' })
  for (const app of [open, https]) await app.http.ready()
})
afterAll(async () => {
  for (const app of [open, https]) await app?.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (app: App, url: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.http.inject({ method: method as 'GET', url, headers })
const signIn = (app: App, more: object = {}) =>
  app.http.inject({ method: 'POST', url: '/v1/session', payload: owner, ...more })

it('says with every answer what a browser may do with it', async () => {
  const paths = [
    '/v1/session',
    '/v1/none',
    '/v1/setup',
    '/',
    '/members',
    '/assets/a.js',
    '/docs/api',
    '/openapi.json',
    '/healthz',
  ]
  for (const app of [open, https])
    for (const url of paths) {
      const { headers } = await get(app, url)
      const policy = String(headers['content-security-policy'])
      expect(policy, url).toMatch(/default-src '(none|self)'/)
      expect(policy, url).toContain("frame-ancestors 'none'")
      expect(policy, url).not.toMatch(/unsafe|\*|https?:|ws:/)
      expect(headers['x-content-type-options'], url).toBe('nosniff')
      expect(headers['referrer-policy'], url).toBe('no-referrer')
      expect(headers['x-frame-options'], url).toBe('DENY')
      expect(headers['x-powered-by'] ?? headers['server'], url).toBeUndefined()
      const transport = headers['strict-transport-security']
      expect(transport, url).toBe(app === https ? 'max-age=31536000; includeSubDomains' : undefined)
    }
  const page = String((await get(open, '/')).headers['content-security-policy'])
  for (const part of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "script-src 'self'"])
    expect(page).toContain(part)
})

it('draws only what carries the page’s nonce, another one each time', async () => {
  for (const url of ['/', '/members/x', '/docs/api']) {
    const seen = new Set<string>()
    for (let n = 0; n < 3; n++) {
      const { headers, body } = await get(open, url)
      const [, nonce] =
        /style-src 'self' 'nonce-([A-Za-z0-9+/]{22}==)'/.exec(String(headers['content-security-policy'])) ?? []
      expect(nonce, url).toBeDefined()
      expect(body.split(`nonce="${nonce}"`).length, url).toBe(2)
      expect(body).not.toMatch(/__NONCE__|<style>|<script>|\son\w+=|\sstyle=/)
      seen.add(nonce!)
    }
    expect(seen.size).toBe(3)
  }
  expect((await get(open, '/index.html')).statusCode, 'the page is not served beside its nonce').toBe(404)
})

it('lets no other site read an answer', async () => {
  const foreign = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
  for (const method of ['OPTIONS', 'GET', 'POST'])
    for (const url of ['/v1/session', '/v1/members', '/openapi.json', '/']) {
      const { headers } = await get(open, url, foreign, method)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
      if (url.startsWith('/v1/')) expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
})

it('keeps the session’s cookie from scripts, neighbours and other sites', async () => {
  const [plain] = [(await signIn(open)).headers['set-cookie']].flat()
  expect(plain).toMatch(/^changke_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/)
  const [secure] = [(await signIn(https)).headers['set-cookie']].flat()
  expect(secure).toMatch(
    /^__Host-changke_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
  const token = secure!.slice(secure!.indexOf('=') + 1, secure!.indexOf(';'))
  expect((await get(https, '/v1/session', { cookie: `__Host-changke_session=${token}` })).statusCode).toBe(200)
  // A neighbouring host can set a cookie without the prefix: it must not count.
  expect((await get(https, '/v1/session', { cookie: `changke_session=${token}` })).statusCode).toBe(401)
})

it('takes the cookie back and clears what the browser kept when somebody leaves', async () => {
  const cookie = String([(await signIn(https)).headers['set-cookie']].flat()[0]).split(';')[0]!
  const left = await get(https, '/v1/session', { cookie }, 'DELETE')
  expect(left.headers['clear-site-data']).toBe('"cache"')
  expect(String(left.headers['set-cookie'])).toMatch(/^__Host-changke_session=; .*Expires=Thu, 01 Jan 1970.*Secure/)
  expect((await get(https, '/v1/session', { cookie })).statusCode).toBe(401)
})

it('keeps no answer of the API in any cache, and says its type exactly', async () => {
  const cookie = String([(await signIn(open)).headers['set-cookie']].flat()[0]).split(';')[0]!
  const types = new Set<string>()
  for (const row of allRows.filter(({ path }) => path.startsWith('GET '))) {
    const url = row.path.slice(4).replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000')
    const { headers } = await get(open, url, { cookie })
    expect(headers['cache-control'], row.path).toBe('no-store')
    types.add(String(headers['content-type']))
  }
  expect([...types].filter((type) => !/; charset=utf-8$|sheet$|^text\/csv|octet-stream$/.test(type))).toEqual([])
  for (const [url, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/assets/a.js', 'text/javascript; charset=utf-8'],
    ['/openapi.json', 'application/json; charset=utf-8'],
    ['/v1/none', 'application/problem+json; charset=utf-8'],
  ] as const)
    expect(String((await get(open, url)).headers['content-type']).replace('application/java', 'text/java')).toBe(type)
})

it('tells a fault by its reference and nothing else', async () => {
  const answer = await get(open, '/v1/proof-faults')
  expect(answer.statusCode).toBe(500)
  expect(Object.keys(answer.json()).sort()).toEqual(['code', 'details', 'reference', 'status', 'title', 'type'])
  expect(answer.body).not.toMatch(/secret|select|Error|\.ts|\bat /)
  expect(heard.lines.some((line) => line.includes('the inside at'))).toBe(true)
})

it('serves no file, folder, method or figure that is not meant for everybody', async () => {
  const hidden = [
    ...[
      '/.git/HEAD',
      '/.env',
      '/package.json',
      '/assets/',
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
    ],
    ...[
      '/v1/../keys.json',
      '/keys.json',
      '/server/src/app.ts',
      '/assets/a.js.map',
      '/schema.sql',
      '//etc/passwd',
      '/..%5c..%5ckeys.json',
    ],
  ]
  for (const url of hidden) {
    const { statusCode, body } = await get(open, url)
    expect([400, 403, 404], url).toContain(statusCode)
    expect(body, url).toContain('"code"')
  }
  for (const method of ['TRACE', 'PROPFIND', 'PUT', 'DELETE']) {
    const { statusCode, body } = await get(open, '/', { 'x-secret': 'echo me' }, method)
    expect(statusCode, method).toBeGreaterThanOrEqual(400)
    expect(statusCode, method).toBeLessThan(500)
    expect(body).not.toContain('echo me')
  }
  const afar = await open.http.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })
  expect(afar.statusCode).toBe(401)
})

it('sends nobody anywhere: no answer is a redirect', async () => {
  const evil = 'https://evil.example/'
  for (const path of [
    '/',
    '/sign-in',
    '//evil.example/',
    '/\\evil.example',
    '/%5cevil.example',
    '/%2f%2fevil.example',
    '/assets',
    '/docs',
    '/v1',
  ])
    for (const name of ['back', 'next', 'url', 'redirect', 'returnTo']) {
      const { statusCode, headers } = await get(open, `${path}?${name}=${encodeURIComponent(evil)}`, {
        'x-forwarded-host': 'evil.example',
      })
      expect(headers['location'], path).toBeUndefined()
      expect(statusCode < 300 || statusCode >= 400, `${path} ${statusCode}`).toBe(true)
    }
})

it('writes one line of the log for one event, whatever a request says', async () => {
  const before = heard.lines.length
  const line = 'x\n{"level":50,"msg":"forged"}\r\n\u001b[31mred\u0000'
  await get(open, `/v1/proof-faults?a=${encodeURIComponent(line)}`)
  await get(open, '/v1/proof-faults', { 'user-agent': 'a{"msg":"forged"}', 'x-request-id': 'forged' })
  await open.http.inject({ method: 'POST', url: '/v1/session', payload: { login: line, password: line } })
  const said = heard.lines.slice(before)
  expect(said.length).toBeGreaterThan(0)
  expect(said.filter((one) => one.includes('forged') || one.includes('[31m'))).toEqual([])
})
