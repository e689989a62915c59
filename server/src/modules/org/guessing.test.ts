import { beforeAll, expect, it } from 'vitest'
import { buildApp } from '#app'
import { house } from '#testing'
import { createKeyFor, resetPassword, setUpOrganisation } from './index.ts'

const shop = house()
const password = 'correct horse battery'

beforeAll(async () => {
  await shop.app.db.write((tx) =>
    setUpOrganisation(tx, {
      organisation: { name: '康乐大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'S01', name: '人民路店' },
      owner: { name: '王老板', email: 'owner@shop.cn', password },
    }),
  )
})

const signIn = (login: string, typed = password) => shop.ask('POST /v1/session', { login, password: typed }, { as: '' })

it('answers for a known and an unknown login in equal time', async () => {
  const took: Record<string, number[]> = {
    'owner@shop.cn': [],
    'nobody@shop.cn': [],
    '13900000000': [],
    'no login': [],
  }
  const once = async (login: string) => {
    await shop.sql('delete from org.attempt')
    const began = performance.now()
    expect(await signIn(login, 'a wrong password')).toMatchObject({ status: 401, code: 'org.wrong_credentials' })
    return performance.now() - began
  }
  // In turns, so that a busy moment of the machine falls on all alike.
  for (let turn = 0; turn < 15; turn++) for (const login of Object.keys(took)) took[login]!.push(await once(login))
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
  const known = median(took['owner@shop.cn']!)
  for (const [login, times] of Object.entries(took)) {
    expect(median(times) / known, `${login}: ${median(times)} ms beside ${known} ms`).toBeGreaterThan(0.6)
    expect(median(times) / known, `${login}: ${median(times)} ms beside ${known} ms`).toBeLessThan(1.7)
  }
})

it('counts failures for all processes together', async () => {
  await shop.sql('delete from org.attempt')
  const second = await buildApp({ url: shop.url(), keyFile: shop.keyFile() })
  const payload = { login: 'owner@shop.cn', password: 'a wrong password' }
  for (let turn = 0; turn < 3; turn++) {
    await signIn(payload.login, payload.password)
    await second.http.inject({ method: 'POST', url: '/v1/session', payload })
  }
  const locked = await second.http.inject({ method: 'POST', url: '/v1/session', payload: { ...payload, password } })
  expect([locked.statusCode, locked.json()['code']]).toEqual([429, 'org.locked'])
  expect(await signIn(payload.login)).toMatchObject({ status: 429, code: 'org.locked' })
  await second.close()
})

it('counts who a request turned out to be, whatever else it says of itself', async () => {
  await shop.sql('delete from org.attempt')
  const sessions = [(await signIn('owner@shop.cn')).cookie, (await signIn('owner@shop.cn')).cookie]
  const verify = async (headers: Record<string, string>) =>
    (await shop.app.http.inject({ url: '/v1/audit/verify', headers })).statusCode
  const got: number[] = []
  // Six in a minute: one session behind the headers of many, and a second session of the same person.
  for (let n = 0; n < 8; n++)
    got.push(await verify({ cookie: `changke_session=${sessions[n % 2]}`, authorization: `Basic x${n}` }))
  expect(got).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
  const { key } = await shop.app.db.write((tx) => createKeyFor(tx, { role: 'owner', name: 'another' }))
  expect(await verify({ authorization: `Bearer ${key}` }), 'another caller behind the same address').toBe(200)
  const strangers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => verify({ authorization: `Bearer none-${n}` })),
  )
  expect(strangers.sort()).toEqual([401, 401, 401, 401, 401, 401, 429, 429])
})

it('keeps in the trail what the command line did', async () => {
  const made = await shop.app.db.write((tx) => createKeyFor(tx, { role: 'cashier', name: 'till 7' }))
  await shop.app.db.write((tx) => resetPassword(tx, 'owner@shop.cn'))
  const [{ id: person }] = (await shop.sql(`select id from org.person`)) as [{ id: string }]
  const { items } = await shop.ask('GET /v1/audit')
  expect(items.slice(0, 2)).toMatchObject([
    { kind: 'resetPassword', caller: 'system command line', subjectId: person, outcome: 'done' },
    { kind: 'makeKey', caller: 'system command line', subjectId: made.id, outcome: 'done' },
  ])
  expect(JSON.stringify(items)).not.toContain('owner@shop.cn')
})
