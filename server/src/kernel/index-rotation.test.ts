import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, allHashed, buildApp } from '#app'
import { setUpOrganisation } from '#modules/org/index.ts'
import { callerWith, house } from '#testing'
import { openKeys } from './crypto.ts'
import type { HashedTable } from './index-rotation.ts'
import { rotateIndex } from './index-rotation.ts'
import { addIndexKey, addKey, preferIndexKey, readRing } from './keyfile.ts'

const folder = mkdtempSync(join(tmpdir(), 'changke-index-'))
const path = join(folder, 'keys.json')
const everyMs = 200
const home = house({ keyFile: path, keysReadEveryMs: everyMs })
const { ask, sql } = home

let other: App
beforeAll(async () => {
  // Two processes over one database: the second reads the file at other moments than the first.
  other = await buildApp({
    url: home.url(),
    keyFile: path,
    keysReadEveryMs: everyMs + 50,
    testCaller: () => callerWith(['*'], 'all', 'second'),
  })
  await other.http.ready()
})
afterAll(async () => {
  await other.close()
  rmSync(folder, { recursive: true })
})

const askOther = async (path: string, body: object) => {
  const [method, url] = path.split(' ') as ['POST', string]
  // A new caller each time: searches of one caller are limited.
  const headers = { authorization: `Bearer ${crypto.randomUUID()}`, 'idempotency-key': crypto.randomUUID() }
  const answer = await other.http.inject({ method, url, payload: body, headers })
  return { status: answer.statusCode, ...(answer.json() as { hits?: { memberId: string }[]; memberId?: string }) }
}
const either = (path: string, body: object) =>
  Math.random() < 0.5 ? ask(path, body, { as: callerWith(['*']) }) : askOther(path, body)
const phoneOf = (at: number) => `138${String(at).padStart(8, '0')}`
const rotate = (more: Partial<Parameters<typeof rotateIndex>[1]> = {}) =>
  rotateIndex(home.app.db, { path, tables: allHashed, readAfterMs: everyMs * 2, ...more })
const oldRows = async () => {
  const { index } = readRing(path)
  const tables = ['members.identity', 'members.tail', 'cards.card', 'org.person']
  const counts = await Promise.all(
    tables.map((table) => sql(`select count(*)::int as n from ${table} where key_no <> $1`, [index])),
  )
  return counts.map(([row]) => row!['n'])
}

const members = new Map<string, string>()
let card: string
let grants: object[]
let type: string

async function isFound(phone: string, memberId: string): Promise<string | undefined> {
  const [whole, tail] = await Promise.all([
    either('POST /v1/members/search', { phone }),
    either('POST /v1/members/search', { tail: phone.slice(-4) }),
  ])
  for (const { hits } of [whole, tail] as { hits: { memberId: string }[] }[])
    if (!hits?.some((hit) => hit.memberId === memberId)) return `${phone} is not found`
  return undefined
}

beforeAll(async () => {
  for (let at = 0; at < 30; at++) {
    const made = await ask('POST /v1/members', {
      name: `会员${at}`,
      phone: phoneOf(at),
      externalIds: [{ source: 'old', id: `x${at}` }],
    })
    members.set(phoneOf(at), made['memberId'])
  }
  const made = await ask('POST /v1/card-types', {
    code: 'GOLD',
    name: '金卡',
    nameEn: 'Gold',
    kind: 'points',
    named: true,
    media: ['physical'],
    prefix: '9',
  })
  type = made['typeId']
  const issued = await ask('POST /v1/cards', {
    memberId: members.get(phoneOf(0)),
    typeId: type,
    medium: 'physical',
    number: 'CARD001',
  })
  expect(issued.status).toBe(200)
  card = issued['number']
  const { organisationId: unitId } = await home.app.db.write((tx) =>
    setUpOrganisation(tx, {
      organisation: { name: '安康大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'S1', name: '一店' },
      owner: { name: '店主', email: 'owner@example.com', password: 'a long good secret' },
    }),
  )
  const roleId = (await ask('GET /v1/roles'))['items'].find(({ code }: { code: string }) => code === 'cashier').id
  grants = [{ roleId, unitId }]
})

it('puts a new index key in place under registrations and searches: nothing is lost, doubled or not found for a moment', async () => {
  const before = Object.values(JSON.parse(readFileSync(path, 'utf8')).indexes as Record<string, string>)
  let going = true
  const faults: string[] = []
  const seen = new Set<number>()
  const watch = async () => {
    while (going) {
      const all = [...members]
      const [phone, memberId] = all[Math.floor(Math.random() * all.length)]!
      const fault = await isFound(phone, memberId)
      if (fault) faults.push(fault)
      const again = await either('POST /v1/members', { name: '又来', phone })
      if (again.status !== 409) faults.push(`${phone} was registered again: ${again.status}`)
      seen.add(readRing(path).indexes.size)
    }
  }
  let next = 1_000
  const register = async () => {
    while (going) {
      const phone = phoneOf(next++)
      // Both processes are asked at once for one phone: exactly one may have it.
      const [a, b] = await Promise.all([
        ask('POST /v1/members', { name: '新人', phone }),
        askOther('POST /v1/members', { name: '新人', phone }),
      ])
      if ([a.status, b.status].sort().join() !== '200,409') faults.push(`${phone}: ${a.status} and ${b.status}`)
      const memberId = (a.status === 200 ? a['memberId'] : b.memberId) as string
      members.set(phone, memberId)
    }
  }
  const crowd = [watch(), watch(), register(), register()]
  const done = await rotate()
  await new Promise((later) => setTimeout(later, 300))
  going = false
  await Promise.all(crowd)
  expect(faults).toEqual([])
  expect(seen).toEqual(new Set([1, 2]))
  expect(done).toMatchObject({ no: 2, lost: {}, done: true })
  expect(done.moved).toBeGreaterThanOrEqual(30 * 4 + 1)
  const after = readFileSync(path, 'utf8')
  for (const key of before) expect(after).not.toContain(key)
  expect(await oldRows()).toEqual([0, 0, 0, 0])
  for (const [phone, memberId] of members) expect(await isFound(phone, memberId)).toBeUndefined()
  const found = await ask('POST /v1/members/search', { externalId: { source: 'old', id: 'x7' } })
  expect(found).toMatchObject({ status: 200 })
  expect(found['hits']).toMatchObject([{ memberId: members.get(phoneOf(7)) }])
  expect((await ask('POST /v1/members/search', { card }))['hits']).toMatchObject([
    { memberId: members.get(phoneOf(0)) },
  ])
  const twin = await ask('POST /v1/cards', {
    memberId: members.get(phoneOf(1)),
    typeId: type,
    medium: 'physical',
    number: 'CARD001',
  })
  expect(twin).toMatchObject({ status: 409, code: 'cards.number_taken' })
})

it('finds staff by their logins as before, and gives nobody a login twice', async () => {
  const signedIn = await ask('POST /v1/session', { login: 'owner@example.com', password: 'a long good secret' })
  expect(signedIn.status).toBe(200)
  const made = await ask('POST /v1/people', { name: '又一人', email: 'owner@example.com', grants })
  expect(made).toMatchObject({ status: 409, code: 'org.login_taken' })
})

it('goes on where it was killed, at every step', async () => {
  const afterSome: readonly HashedTable[] = allHashed.map((one) => ({
    ...one,
    rehash: async (tx, after) => {
      if (one.table === 'members.tail') throw new Error('killed')
      return one.rehash(tx, after)
    },
  }))
  await expect(rotate({ tables: afterSome })).rejects.toThrow('killed')
  const ring = readRing(path)
  expect([...ring.indexes.keys()]).toEqual([2, 3])
  for (const [phone, memberId] of [...members].slice(0, 20)) expect(await isFound(phone, memberId)).toBeUndefined()
  expect(await rotate()).toMatchObject({ no: 3, done: true })
  expect(await oldRows()).toEqual([0, 0, 0, 0])
  // Killed after the announcement alone, and after the file was switched but before the old rows were gone.
  addIndexKey(path)
  expect(await rotate()).toMatchObject({ no: 4, done: true })
  await sql(`insert into kernel.index_key values (3, 'x', false)`)
  expect(await rotate()).toMatchObject({ no: 4, moved: 0, done: true })
  expect(await sql('select no from kernel.index_key')).toEqual([{ no: 4 }])
  // While two keys are in the file, one login still belongs to one person: under either of their hashes.
  addIndexKey(path)
  preferIndexKey(path, 5)
  await new Promise((later) => setTimeout(later, everyMs * 2))
  const made = await ask('POST /v1/people', { name: '又一人', email: 'owner@example.com', grants })
  expect(made).toMatchObject({ status: 409, code: 'org.login_taken' })
  expect(await rotate()).toMatchObject({ no: 5, done: true })
  for (const [phone, memberId] of [...members].slice(0, 20)) expect(await isFound(phone, memberId)).toBeUndefined()
})

it('refuses a second rotation at once', async () => {
  const [one, two] = await Promise.allSettled([rotate(), rotate()])
  expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected'])
})

it('lets nobody write who has not read the newest key file, and says so', async () => {
  const stale = join(folder, 'stale.json')
  writeFileSync(stale, readFileSync(path))
  expect(await rotate()).toMatchObject({ done: true })
  const behind = await buildApp({ url: home.url(), keyFile: stale, testCaller: () => callerWith(['*']) })
  const headers = { authorization: 'Bearer x', 'idempotency-key': 'stale' }
  const payload = { name: '旧', phone: '13912345678' }
  const answer = await behind.http.inject({ method: 'POST', url: '/v1/members', payload, headers })
  expect(answer.statusCode).toBe(500)
  const ready = await behind.http.inject({ url: '/readyz' })
  expect(ready.statusCode).toBe(503)
  expect(ready.json()['missing'].join()).toContain('lacks index key')
  await behind.close()
  expect(await either('POST /v1/members/search', { phone: '13912345678' })).toMatchObject({ hits: [] })
})

it('keeps the old index key for what it cannot open, which is found and refused twice as before', async () => {
  const first = openKeys(path).keyId
  const lost = await ask('POST /v1/members', { name: '失主', phone: '13700000001' })
  addKey(path)
  await new Promise((later) => setTimeout(later, everyMs * 2))
  const file = JSON.parse(readFileSync(path, 'utf8'))
  const kept = file.keys[first]
  delete file.keys[first]
  writeFileSync(path, JSON.stringify(file))
  await new Promise((later) => setTimeout(later, everyMs * 2))
  const found = await ask('POST /v1/members', { name: '还在', phone: '13700000002' })
  const done = await rotate()
  expect(done.done).toBe(false)
  expect(done.lost['members.identity']).toBeGreaterThan(0)
  expect(readRing(path).indexes.size).toBe(2)
  expect(await isFound('13700000001', lost['memberId'])).toBeUndefined()
  expect(await isFound('13700000002', found['memberId'])).toBeUndefined()
  expect((await either('POST /v1/members', { name: '又', phone: '13700000001' })).status).toBe(409)
  // The lost key is found again: the next run comes to an end.
  const later = JSON.parse(readFileSync(path, 'utf8'))
  later.keys[first] = kept
  writeFileSync(path, JSON.stringify(later))
  await new Promise((after) => setTimeout(after, everyMs * 2))
  expect(await rotate()).toMatchObject({ done: true })
  expect(await isFound('13700000001', lost['memberId'])).toBeUndefined()
})

it('does not move what is derived for other purposes', async () => {
  const keys = openKeys(path)
  const [seal, mark] = [keys.derive('audit seal'), keys.mark('x', 'org.attempt.login')]
  addIndexKey(path)
  preferIndexKey(path, Math.max(...readRing(path).indexes.keys()))
  const now = openKeys(path)
  expect(now.derive('audit seal')).toEqual(seal)
  expect(now.mark('x', 'org.attempt.login')).toEqual(mark)
  expect(now.blinds('x', 'a')[0].hash).not.toEqual(keys.blinds('x', 'a')[0].hash)
})
