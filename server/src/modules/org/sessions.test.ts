import { generateSync } from 'otplib'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { house } from '#testing'
import { resetPassword, setUpOrganisation } from './index.ts'
import { countedAddress, lockSeconds } from './sessions/rules.ts'

const shop = house()
const { ask } = shop
const password = 'correct horse battery'
let storeId: string
let cashierRole: string

beforeAll(async () => {
  const made = await shop.app.db.write((tx) =>
    setUpOrganisation(tx, {
      organisation: { name: '康乐大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'S01', name: '人民路店' },
      owner: { name: '王老板', email: 'Owner@Shop.cn', phone: '138 0013 8000', password },
    }),
  )
  storeId = made.storeId
  cashierRole = (await ask('GET /v1/roles')).items.find((one: { code: string }) => one.code === 'cashier').id
})
beforeEach(() => shop.sql('delete from org.attempt'))

const signIn = (login: string, typed = password, code?: string, as = '') =>
  ask('POST /v1/session', { login, password: typed, ...(code ? { code } : {}) }, { as })
const me = (cookie: string) => ask('GET /v1/session', undefined, { as: `cookie:${cookie}` })
const codeOf = (secret: string, steps = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 })

async function hire(name: string, email: string): Promise<{ id: string; cookie: string }> {
  const grants = [{ roleId: cashierRole, unitId: storeId }]
  const { id } = await ask('POST /v1/people', { name, email, grants })
  const { token } = await ask(`POST /v1/people/${id}/invitation`, {})
  const accepted = await ask('POST /v1/invitations/accept', { token, password }, { as: '' })
  expect(accepted).toMatchObject({ status: 200, signedIn: true, personId: id })
  return { id, cookie: accepted['cookie'] }
}

it('signs in by e-mail or phone, says who it is and what they may, and signs out', async () => {
  for (const login of ['owner@shop.cn', ' OWNER@shop.CN', '13800138000', '+86 138-0013-8000']) {
    const { cookie } = await signIn(login)
    expect(await me(cookie)).toMatchObject({
      person: { name: '王老板', language: 'zh', theme: 'system' },
      permissions: ['*'],
      organisation: { name: '康乐大药房', currency: 'CNY', zone: 'Asia/Shanghai' },
      stores: [{ id: storeId, code: 'S01' }],
    })
    expect(await ask('DELETE /v1/session', undefined, { as: `cookie:${cookie}` })).toMatchObject({ status: 200 })
    expect(await me(cookie)).toMatchObject({ status: 401 })
  }
})

it('keeps logins, passwords and tokens out of the database and of the trail', async () => {
  const { cookie } = await signIn('owner@shop.cn')
  await signIn('nobody@secret.cn', 'my secret word')
  for (const table of ['org.person', 'org.session', 'org.credential', 'org.attempt', 'kernel.trail']) {
    const text = JSON.stringify(await shop.sql(`select t::text from ${table} t`))
    for (const secret of ['shop.cn', '13800138000', 'secret', password, cookie]) expect(text).not.toContain(secret)
  }
})

it('answers an unknown login, a wrong password and a person who has left alike', async () => {
  const gone = await hire('小张', 'gone@shop.cn')
  await ask(`POST /v1/people/${gone.id}/dismiss`, {})
  expect(await me(gone.cookie)).toMatchObject({ status: 401 })
  const answers = [
    await signIn('owner@shop.cn', 'wrong'),
    await signIn('who@is.it'),
    await signIn('gone@shop.cn'),
    await signIn('?'),
  ]
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 401, code: 'org.wrong_credentials', details: {} })
})

it('locks a login after five failures, known or not, and longer each time', async () => {
  for (const login of ['owner@shop.cn', 'nobody@x.y']) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(login, 'wrong')))
    expect(answers.filter((one) => one['code'] === 'org.wrong_credentials')).toHaveLength(5)
    expect(answers.filter((one) => one['code'] === 'org.locked')).toHaveLength(15)
  }
  expect(await signIn('owner@shop.cn')).toMatchObject({ status: 429, details: { seconds: expect.any(Number) } })
  shop.travel(0, 0.01)
  expect(await signIn('owner@shop.cn', 'wrong')).toMatchObject({ code: 'org.wrong_credentials' })
  expect((await signIn('owner@shop.cn'))['details'].seconds).toBeGreaterThan(45)
  shop.travel(0, 0.1)
  expect(await signIn('owner@shop.cn')).toMatchObject({ status: 200 })
  expect(await signIn('owner@shop.cn', 'wrong')).toMatchObject({ code: 'org.wrong_credentials' })
  shop.travel(0)
})

it('locks an address that tries many logins', async () => {
  const answers = []
  for (let at = 0; at < 42; at++) answers.push((await signIn(`n${at}@x.y`, 'wrong'))['code'])
  expect(answers.slice(0, 40)).not.toContain('org.locked')
  expect(answers.slice(40)).toEqual(['org.locked', 'org.locked'])
})

it('lets a session idle for eight hours and run for seven days, no longer', async () => {
  const { cookie } = await hire('小李', 'idle@shop.cn')
  const second = () => new Promise((later) => setTimeout(later, 1_050))
  for (const hours of [7, 14]) {
    shop.travel(0, hours)
    await second()
    expect(await me(cookie)).toMatchObject({ status: 200 })
  }
  await shop.sql(`update org.session set seen_at = ends_at - interval '1 hour' where ended_at is null`)
  shop.travel(7, -0.1)
  await second()
  expect(await me(cookie)).toMatchObject({ status: 200 })
  shop.travel(7, 0.1)
  await second()
  expect(await me(cookie)).toMatchObject({ status: 401 })
  shop.travel(0)
  const fresh = await signIn('idle@shop.cn')
  shop.travel(0, 8.1)
  expect(await me(fresh['cookie'])).toMatchObject({ status: 401 })
  shop.travel(0)
})

it('asks for the second factor, takes a code once, and recovery codes once', async () => {
  const { cookie } = await hire('小王', 'two@shop.cn')
  const as = `cookie:${cookie}`
  expect(await ask('POST /v1/profile/second-factor', {}, { as })).toMatchObject({ status: 400 })
  expect(await ask('POST /v1/profile/second-factor', { password: 'not it' }, { as })).toMatchObject({
    status: 401,
    code: 'org.wrong_credentials',
  })
  const { secret, uri } = await ask('POST /v1/profile/second-factor', { password }, { as })
  expect(uri).toMatch(/^otpauth:\/\/totp\//)
  expect(await signIn('two@shop.cn')).toMatchObject({ status: 200 })
  expect(await ask('POST /v1/profile/second-factor/confirm', { code: '000000' }, { as })).toMatchObject({
    code: 'org.wrong_code',
  })
  const confirmed = await ask('POST /v1/profile/second-factor/confirm', { code: codeOf(secret, -1) }, { as })
  expect(confirmed['recoveryCodes']).toHaveLength(10)
  expect(await me(cookie)).toMatchObject({ status: 401 }) // the token was rotated
  expect(await me(confirmed['cookie'])).toMatchObject({ status: 200 })

  expect(await signIn('two@shop.cn')).toMatchObject({ status: 401, code: 'org.second_factor_needed' })
  expect(await signIn('two@shop.cn', password, codeOf(secret, -1))).toMatchObject({ code: 'org.wrong_code' })
  const both = await Promise.all([0, 1].map(() => signIn('two@shop.cn', password, codeOf(secret))))
  expect(both.map((one) => one.status).sort()).toEqual([200, 401])
  const recovery = confirmed['recoveryCodes'][0]
  expect(await signIn('two@shop.cn', password, recovery.toUpperCase())).toMatchObject({ status: 200 })
  expect(await signIn('two@shop.cn', password, recovery)).toMatchObject({ code: 'org.wrong_code' })

  const inside = `cookie:${confirmed['cookie']}`
  expect(await ask('POST /v1/profile/second-factor', { password }, { as: inside })).toMatchObject({
    status: 409,
    code: 'org.second_factor_on',
  })
  expect(await ask('GET /v1/profile/second-factor', undefined, { as: inside })).toMatchObject({
    on: true,
    codesLeft: 9,
  })
  expect(await ask('POST /v1/profile/second-factor/end', { password: 'x' }, { as: inside })).toMatchObject({
    code: 'org.wrong_credentials',
  })
  expect(await ask('POST /v1/profile/second-factor/end', { password }, { as: inside })).toMatchObject({ status: 200 })
  expect(await signIn('two@shop.cn')).toMatchObject({ status: 200 })
})

it('changes a password: other sessions end, this one goes on under another token', async () => {
  const { cookie } = await hire('小陈', 'pass@shop.cn')
  const other = await signIn('pass@shop.cn')
  const change = (current: string, next: string) =>
    ask('POST /v1/profile/password', { current, next }, { as: `cookie:${cookie}` })
  for (const [next, reason] of [
    ['eleven char', 'short'],
    ['123456789012', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['P@ssw0rd2026!', 'common'],
    ['Qwerty-Woaini-520', 'common'],
    ['pass@shop.cn!', 'login'],
  ] as const) {
    expect(await change(password, next)).toMatchObject({ status: 400, code: 'org.password_weak', details: { reason } })
  }
  expect(await change('wrong', 'another good one')).toMatchObject({ code: 'org.wrong_credentials' })
  const changed = await change(password, '一匹正确的马、一节电池和钉')
  expect(changed).toMatchObject({ status: 200 })
  expect(await me(changed['cookie'])).toMatchObject({ status: 200 })
  for (const gone of [cookie, other['cookie']]) expect(await me(gone)).toMatchObject({ status: 401 })
  expect(await signIn('pass@shop.cn')).toMatchObject({ status: 401 })
  expect(await signIn('pass@shop.cn', '一匹正确的马、一节电池和钉')).toMatchObject({ status: 200 })
})

it('lists sessions and ends one, not another’s', async () => {
  const { cookie } = await hire('小赵', 'list@shop.cn')
  await signIn('list@shop.cn')
  const as = `cookie:${cookie}`
  const { items } = await ask('GET /v1/sessions', undefined, { as })
  expect(items.map((one: { current: boolean }) => one.current).sort()).toEqual([false, true])
  const owner = await signIn('owner@shop.cn')
  const foreign = (await ask('GET /v1/sessions', undefined, { as: `cookie:${owner['cookie']}` })).items[0].id
  expect(await ask(`DELETE /v1/sessions/${foreign}`, undefined, { as })).toMatchObject({ code: 'org.session_unknown' })
  const second = items.find((one: { current: boolean }) => !one.current).id
  expect(await ask(`DELETE /v1/sessions/${second}`, undefined, { as })).toMatchObject({ status: 200 })
  expect((await ask('GET /v1/sessions', undefined, { as })).items).toHaveLength(1)
})

it('takes an invitation once and for 72 hours, and lets a locked-out owner in by the command line', async () => {
  const grants = [{ roleId: cashierRole, unitId: storeId }]
  const { id } = await ask('POST /v1/people', { name: '小周', phone: '13900139000', grants })
  const first = await ask(`POST /v1/people/${id}/invitation`, {})
  const { token, path } = await ask(`POST /v1/people/${id}/invitation`, {})
  expect(path).toBe(`/welcome#${token}`)
  const accept = (with_: string, typed = password) =>
    ask('POST /v1/invitations/accept', { token: with_, password: typed }, { as: '' })
  expect(await accept(first['token'])).toMatchObject({ status: 410, code: 'org.invitation_over' })
  expect(await ask('POST /v1/invitations/read', { token }, { as: '' })).toMatchObject({
    name: '小周',
    organisation: '康乐大药房',
  })
  expect(await accept(token, '13900139000')).toMatchObject({ code: 'org.password_weak' })
  shop.travel(3, 0.1)
  expect(await accept(token)).toMatchObject({ code: 'org.invitation_over' })
  shop.travel(0)
  const both = await Promise.all([accept(token), accept(token)])
  expect(both.map((one) => one.status).sort()).toEqual([200, 410])

  const reset = await shop.app.db.write((tx) => resetPassword(tx, '138 0013 8000'))
  expect(await accept(reset.token, 'a wholly new password')).toMatchObject({ status: 200 })
  expect(await signIn('owner@shop.cn', 'a wholly new password')).toMatchObject({ status: 200 })
  await expect(shop.app.db.write((tx) => resetPassword(tx, 'no@one.x'))).rejects.toMatchObject({
    code: 'org.person_unknown',
  })
})

it('knows how long to lock and what one address is', () => {
  expect([4, 5, 6, 7, 10, 50].map((failures) => lockSeconds(failures, 5))).toEqual([0, 30, 60, 120, 900, 900])
  expect(countedAddress('203.0.113.9')).toBe('203.0.113.9')
  expect(countedAddress('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:1:2')
  expect(countedAddress('2001:db8::1')).toBe('2001:db8:0:0')
})
