import { beforeAll, expect, it } from 'vitest'
import { buildApp } from '#app'
import { house } from '#testing'
import { setUpOrganisation } from './index.ts'

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
