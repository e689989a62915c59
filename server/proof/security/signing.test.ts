import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { checkPassword } from '#modules/org/index.ts'
import { callerWith } from '#testing'
import { owner, shopOf } from './shop.ts'

const shop = shopOf()
const { ask } = shop

// Every hash is counted: how many there were, and how many at once.
const real = crypto.argon2
const hashes = { all: 0, now: 0, most: 0 }
beforeAll(() => {
  crypto.argon2 = ((...given: Parameters<typeof real>) => {
    const done = given[2]
    hashes.all += 1
    hashes.most = Math.max(hashes.most, ++hashes.now)
    real(given[0], given[1], (fault, tag) => {
      hashes.now -= 1
      done(fault, tag)
    })
  }) as typeof real
  syncBuiltinESMExports()
})
afterAll(() => {
  crypto.argon2 = real
  syncBuiltinESMExports()
})
beforeEach(() => shop.sql('delete from org.attempt'))

const from = (address: string, login: string, password = 'wrong wrong wrong') =>
  shop.app.http.inject({ method: 'POST', url: '/v1/session', payload: { login, password }, remoteAddress: address })

it('hashes at most four passwords at once, and none for who is locked out', async () => {
  hashes.most = 0
  const many = Array.from({ length: 60 }, (_, n) => from(`203.0.113.${n}`, `somebody-${n}@example.com`))
  expect(new Set((await Promise.all(many)).map(({ statusCode }) => statusCode))).toEqual(new Set([401]))
  expect(hashes.most).toBe(4)
  for (let n = 0; n < 5; n++) await from(`198.51.100.${n}`, owner.login)
  const before = hashes.all
  const locked = await Promise.all(Array.from({ length: 50 }, (_, n) => from(`192.0.2.${n}`, owner.login)))
  expect(new Set(locked.map(({ statusCode }) => statusCode))).toEqual(new Set([429]))
  expect(hashes.all, 'a locked login costs no hash').toBe(before)
})

it('keeps passwords as argon2id with at least 19 MiB and two passes, each with its own salt', async () => {
  const kept = (await shop.sql('select password from org.credential'))[0]!['password']
  const [, memory, passes, salt] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]{22})\$[\w+/]{43}$/.exec(
    String(kept),
  )!
  expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024)
  expect(Number(passes)).toBeGreaterThanOrEqual(2)
  expect(salt).toHaveLength(22)
})

it('has no accounts, keys or passwords from the factory', async () => {
  const made = await shop.sql('select id from org.person')
  expect(made, 'the owner who was set up, and nobody else').toHaveLength(1)
  expect(await shop.sql('select id from org.key')).toEqual([])
  for (const [login, password] of [
    ['admin', 'admin'],
    ['admin@example.com', 'password'],
    ['root', 'changke'],
    ['owner@example.com', ''],
    ['owner@example.com', 'owner@example.com'],
  ] as const)
    expect((await from('203.0.113.200', login, password)).statusCode).not.toBe(200)
})

const says = (password: string): string => {
  try {
    checkPassword(password, ['owner@example.com', '+8613800138000'])
    return 'taken'
  } catch (refusal) {
    return (refusal as { details: { reason: string } }).details.reason
  }
}

it('refuses 3,000 passwords that attackers try first, and asks for nothing but length', () => {
  const words = [
    'password',
    'qwertyuiop',
    'iloveyou',
    'admin',
    'welcome',
    'letmein',
    'woaini',
    'dragon',
    'monkey',
    'changke',
    'huiyuan',
    'abc',
  ]
  const tails = [
    '1234',
    '12345',
    '123456',
    '2024',
    '2025',
    '2026',
    '1314',
    '520',
    '1314520',
    '888888',
    '666666',
    '!',
    '!!',
    '@123',
    '#1',
    '123!',
    '2026!',
    '.',
    '001',
    '147258',
    '112233',
    '000000',
    '123123',
    '20260101',
    '19900101',
  ]
  const shapes: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text[0]!.toUpperCase() + text.slice(1),
    (text) => text.replaceAll('a', '@').replaceAll('o', '0').replaceAll('e', '3'),
    (text) => text.replaceAll('i', '1').replaceAll('s', '$'),
    (text) => [...text].join('-'),
  ]
  const tries = new Set<string>()
  for (const word of words)
    for (const other of ['', 'admin', 'love'])
      for (const shape of shapes) for (const tail of tails) tries.add(`${shape(word + other)}${tail}`)
  for (let n = 0; n < 1000; n++) tries.add(String(1_000_000_000_000 + n * 987_654_321))
  const long = [...tries].filter((one) => one.length >= 12)
  expect(long.length).toBeGreaterThan(3_000)
  expect(long.filter((one) => says(one) !== 'common').slice(0, 20)).toEqual([])
  expect(says('elevencharx')).toBe('short')
  for (const good of [
    'correct horse battery',
    'the wind was tired',
    '门前大桥下游过一群鸭子呀',
    'no capitals no digits',
    'x'.repeat(3) + 'y z pqr stu'.repeat(5),
    `${'long '.repeat(39)}ends`,
    'ÄÖÜ ßçñ — «quoted» 😀',
  ])
    expect(says(good), good).toBe('taken')
})

it('takes a password of 64 letters and more exactly as it was typed', async () => {
  const as = callerWith(['*'])
  const roles = (await ask('GET /v1/roles', undefined, { as }))['items'] as { id: string; code: string }[]
  const grants = [{ roleId: roles.find(({ code }) => code === 'cashier')!.id, unitId: shop.storeId() }]
  const { id } = await ask('POST /v1/people', { name: '小长', email: 'long@example.com', grants }, { as })
  const { token } = await ask(`POST /v1/people/${id}/invitation`, {}, { as })
  const typed = ` ${'Ab 1é中😀'.repeat(12)} `
  expect((await ask('POST /v1/invitations/accept', { token, password: typed }, { as: '' })).status).toBe(200)
  for (const [n, wrong] of [
    typed.trim(),
    typed.toLowerCase(),
    typed.slice(0, 72),
    typed.slice(0, -1),
    `${typed}x`,
  ].entries())
    expect((await from(`203.0.113.${n}`, 'long@example.com', wrong)).statusCode, wrong).toBe(n === 5 ? 429 : 401)
  await shop.sql('delete from org.attempt')
  expect((await from('203.0.113.9', 'long@example.com', typed)).statusCode).toBe(200)
})

it('gives each sign-in a token of its own, of 256 bits, and keeps only its hash', async () => {
  const tokens = [await shop.signIn(), await shop.signIn(), await shop.signIn()]
  expect(new Set(tokens).size).toBe(3)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const rows = await shop.sql(`select encode(token_hash, 'hex') as hash from org.session`)
  for (const token of tokens)
    expect(rows).toContainEqual({ hash: crypto.createHash('sha256').update(token).digest('hex') })
  // Signing in over a session ends it: a token that somebody planted before is worth nothing after.
  const [planted] = tokens
  const again = await ask('POST /v1/session', owner, { as: `cookie:${planted}` })
  expect(again['cookie']).not.toBe(planted)
  await expect
    .poll(async () => (await ask('GET /v1/session', undefined, { as: `cookie:${planted}` })).status, { timeout: 5_000 })
    .toBe(401)
  expect((await ask('GET /v1/session', undefined, { as: `cookie:${'A'.repeat(43)}` })).status, 'a token made up').toBe(
    401,
  )
})
