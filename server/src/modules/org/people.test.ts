import { beforeAll, expect, it } from 'vitest'
import { house } from '#testing'
import { setUpOrganisation } from './index.ts'

const shop = house()
const { ask } = shop
const password = 'correct horse battery'
const roles: Record<string, string> = {}
let root: string
let one: string
let two: string
let ownerId: string
let owner: string

beforeAll(async () => {
  const made = await shop.app.db.write((tx) =>
    setUpOrganisation(tx, {
      organisation: { name: '康乐大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'S01', name: '一店' },
      owner: { name: '王老板', email: 'owner@shop.cn', password },
    }),
  )
  root = made.organisationId
  one = made.storeId
  ownerId = made.personId
  two = (await ask('POST /v1/units', { kind: 'store', code: 'S02', name: '二店' })).id
  for (const role of (await ask('GET /v1/roles')).items) roles[role.code] = role.id
  owner = `cookie:${(await ask('POST /v1/session', { login: 'owner@shop.cn', password }, { as: '' }))['cookie']}`
})

async function hire(name: string, role: string, unitId: string, as = owner) {
  const email = `${name}@shop.cn`
  const made = await ask('POST /v1/people', { name, email, grants: [{ roleId: roles[role], unitId }] }, { as })
  expect(made).toMatchObject({ status: 200, name })
  const { token } = await ask(`POST /v1/people/${made.id}/invitation`, {}, { as })
  const { cookie } = await ask('POST /v1/invitations/accept', { token, password }, { as: '' })
  return { id: made.id as string, as: `cookie:${cookie}` }
}

it('lets a store manager hire and lead within the store, and nobody above', async () => {
  const manager = await hire('manager', 'store_manager', one)
  const cashier = await hire('cashier', 'cashier', one, manager.as)
  const elsewhere = await hire('elsewhere', 'cashier', two)
  const listed = await ask('GET /v1/people', undefined, { as: manager.as })
  expect(listed.items.map((person: { id: string }) => person.id).sort()).toEqual([manager.id, cashier.id].sort())

  const grant = (id: string, role: string, unitId: string) =>
    ask(`POST /v1/people/${id}/grants`, { roleId: roles[role], unitId }, { as: manager.as })
  expect(await grant(cashier.id, 'owner', one)).toMatchObject({ code: 'org.permission_not_held' })
  expect(await grant(cashier.id, 'region_manager', one)).toMatchObject({ code: 'org.permission_not_held' })
  expect(await grant(manager.id, 'store_manager', two)).toMatchObject({ status: 404 })
  expect(await grant(manager.id, 'cashier', root)).toMatchObject({ status: 404 })
  for (const id of [elsewhere.id, ownerId]) {
    expect(await ask(`POST /v1/people/${id}/invitation`, {}, { as: manager.as })).toMatchObject({
      code: 'org.person_unknown',
    })
    expect(await ask(`POST /v1/people/${id}/dismiss`, {}, { as: manager.as })).toMatchObject({
      code: 'org.person_unknown',
    })
  }
  expect(
    await ask('POST /v1/roles', { nameZh: '全', nameEn: 'All', permissions: ['keys.manage'] }, { as: manager.as }),
  ).toMatchObject({
    code: 'kernel.forbidden',
  })
  expect(await ask(`GET /v1/people/${manager.id}`, undefined, { as: cashier.as })).toMatchObject({
    code: 'kernel.forbidden',
  })
})

it('does not let who may manage people take over who may more in the same place', async () => {
  const manager = await hire('manager2', 'store_manager', one)
  const region = await hire('region', 'region_manager', one)
  for (const path of ['invitation', 'dismiss']) {
    expect(await ask(`POST /v1/people/${region.id}/${path}`, {}, { as: manager.as })).toMatchObject({
      status: 403,
      code: 'org.person_outranks',
    })
  }
  expect(await ask(`PATCH /v1/people/${region.id}`, { email: 'mine@shop.cn' }, { as: manager.as })).toMatchObject({
    code: 'org.person_outranks',
  })
  expect(await ask(`GET /v1/people/${region.id}`, undefined, { as: manager.as })).toMatchObject({
    email: 're…@shop.cn',
  })
})

it('keeps an owner: neither the last grant nor the last person can go, also by two at once', async () => {
  const grantId = (await ask(`GET /v1/people/${ownerId}`)).grants[0].id
  expect(await ask(`DELETE /v1/people/${ownerId}/grants/${grantId}`)).toMatchObject({ code: 'org.last_owner' })
  expect(await ask(`POST /v1/people/${ownerId}/dismiss`, {})).toMatchObject({ code: 'org.last_owner' })
  const second = await hire('second', 'owner', root)
  const gone = await Promise.all([ownerId, second.id].map((id) => ask(`POST /v1/people/${id}/dismiss`, {})))
  expect(gone.map((answer) => answer.status).sort()).toEqual([200, 409])
  await ask(`POST /v1/people/${ownerId}/take-back`, {})
  await shop.sql(`update org.person set status = 'active' where id = $1`, [ownerId])
  owner = `cookie:${(await ask('POST /v1/session', { login: 'owner@shop.cn', password }, { as: '' }))['cookie']}`
  expect(await ask('PATCH /v1/roles/x', {}, { as: owner })).toMatchObject({ status: 400 })
  const fixed = await ask(`PATCH /v1/roles/${roles['owner']}`, { permissions: [] }, { as: owner })
  expect(fixed).toMatchObject({ code: 'org.role_fixed' })
})

it('feels a change of role in an open session', async () => {
  const cashier = await hire('feels', 'cashier', one)
  expect(await ask('GET /v1/units', undefined, { as: cashier.as })).toMatchObject({ status: 403 })
  const grant = await ask(
    `POST /v1/people/${cashier.id}/grants`,
    { roleId: roles['auditor'], unitId: two },
    { as: owner },
  )
  expect((await ask('GET /v1/units', undefined, { as: cashier.as })).items).toMatchObject([{ code: 'S02' }])
  await ask(`DELETE /v1/people/${cashier.id}/grants/${grant.id}`, undefined, { as: owner })
  expect(await ask('GET /v1/units', undefined, { as: cashier.as })).toMatchObject({ status: 403 })
})

it('makes roles of one’s own, and removes one that nobody plays', async () => {
  const words = { nameZh: '夜班', nameEn: 'Night shift', permissions: ['members.read', 'shifts.work'] }
  const role = await ask('POST /v1/roles', words, { as: owner })
  expect(role).toMatchObject({ status: 200, code: null, permissions: ['members.read', 'shifts.work'] })
  expect(await ask('POST /v1/roles', words, { as: owner })).toMatchObject({ code: 'org.role_name_taken' })
  const unknown = { nameZh: 'x', nameEn: 'x', permissions: ['world.rule'] }
  expect(await ask('POST /v1/roles', unknown, { as: owner })).toMatchObject({ code: 'org.permission_unknown' })
  expect(await ask('POST /v1/roles', { ...unknown, permissions: ['*'] }, { as: owner })).toMatchObject({
    code: 'org.permission_unknown',
  })
  roles['night'] = role.id
  const night = await hire('night', 'night', one)
  expect(await ask(`DELETE /v1/roles/${role.id}`, undefined, { as: owner })).toMatchObject({ code: 'org.role_in_use' })
  const { grants } = await ask(`GET /v1/people/${night.id}`)
  await ask(`DELETE /v1/people/${night.id}/grants/${grants[0].id}`)
  expect(await ask(`DELETE /v1/roles/${role.id}`, undefined, { as: owner })).toMatchObject({ status: 200 })
})

it('finds people by name or number, masks their logins, and refuses a login that is another’s', async () => {
  const grants = [{ roleId: roles['cashier'], unitId: one }]
  await ask('POST /v1/people', { name: '李小红', number: 'E007', phone: '13700137000', grants })
  for (const q of ['小红', 'e007']) {
    const { items } = await ask('POST /v1/people/search', { q })
    expect(items).toMatchObject([{ name: '李小红', phone: '+86137…7000' }])
  }
  expect(await ask('POST /v1/people', { name: 'x', phone: '+86 137 0013 7000', grants })).toMatchObject({
    code: 'org.login_taken',
  })
  expect(await ask('POST /v1/people', { name: 'x', number: 'e007', email: 'a@b.c', grants })).toMatchObject({
    code: 'org.number_taken',
  })
  expect(await ask('POST /v1/people', { name: 'x', grants })).toMatchObject({ code: 'org.login_missing' })
  const first = await ask('GET /v1/people?limit=2')
  const next = await ask(`GET /v1/people?limit=2&cursor=${first.next}`)
  expect(first.items[1].id > next.items[0].id).toBe(true)
})
