import { beforeAll, expect, it } from 'vitest'
import { callerWith, house } from '#testing'
import { createKeyFor, setUpOrganisation } from './index.ts'

const shop = house()
const { ask } = shop
let root: string
let store: string
let owner: string
const roles: Record<string, string> = {}

beforeAll(async () => {
  await shop.app.db.write(async (tx) => {
    const made = await setUpOrganisation(tx, {
      organisation: { name: '康乐大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'S01', name: '人民路店' },
      owner: { name: '王老板', email: 'owner@shop.cn' },
    })
    root = made.organisationId
    store = made.storeId
    owner = (await createKeyFor(tx, { role: 'owner', name: 'bars' })).key
  })
  for (const role of (await ask('GET /v1/roles')).items) roles[role.code] = role.id
})

const second = () => new Promise((later) => setTimeout(later, 1_050))

it('lets a key in with its role and scope, and keeps only its hash', async () => {
  const other = await ask('POST /v1/units', { kind: 'store', code: 'S02', name: '二店' }, { as: owner })
  const till = await ask(
    'POST /v1/keys',
    { name: '收银机', roleId: roles['store_manager'], unitId: store },
    { as: owner },
  )
  expect(till).toMatchObject({ status: 200, key: expect.stringMatching(/^changke_[\w-]{43}$/) })
  expect((await ask('GET /v1/stores', undefined, { as: till.key })).items).toMatchObject([{ code: 'S01' }])
  expect(await ask(`GET /v1/units/${other.id}`, undefined, { as: till.key })).toMatchObject({ status: 404 })
  expect(await ask('GET /v1/keys', undefined, { as: till.key })).toMatchObject({ code: 'kernel.forbidden' })
  const kept = await shop.sql('select * from org.key')
  expect(JSON.stringify(kept)).not.toContain(till.key.slice(13))
  const shown = (await ask('GET /v1/keys', undefined, { as: owner })).items.find(
    (one: { id: string }) => one.id === till.id,
  )
  expect(shown).toMatchObject({ prefix: till.key.slice(0, 13), usedFrom: '127.0.0.1', unitId: store })
})

it('is revoked at once here, and within a second by another process', async () => {
  const made = await ask('POST /v1/keys', { name: 'x', roleId: roles['auditor'] }, { as: owner })
  expect(await ask('GET /v1/stores', undefined, { as: made.key })).toMatchObject({ status: 200 })
  await ask(`DELETE /v1/keys/${made.id}`, undefined, { as: owner })
  expect(await ask('GET /v1/stores', undefined, { as: made.key })).toMatchObject({ status: 401 })
  expect(await ask(`DELETE /v1/keys/${made.id}`, undefined, { as: owner })).toMatchObject({ code: 'org.key_unknown' })

  const elsewhere = await ask('POST /v1/keys', { name: 'y', roleId: roles['auditor'] }, { as: owner })
  await ask('GET /v1/stores', undefined, { as: elsewhere.key })
  await shop.sql('update org.key set revoked_at = now() where id = $1', [elsewhere.id])
  // Still trusted: the answer of a moment ago is kept, or a busy key would ask the database at each request.
  expect(await ask('GET /v1/stores', undefined, { as: elsewhere.key })).toMatchObject({ status: 200 })
  await second()
  expect(await ask('GET /v1/stores', undefined, { as: elsewhere.key })).toMatchObject({ status: 401 })
})

it('gives nobody what they do not hold themselves', async () => {
  const manager = callerWith(['org.read', 'keys.manage', 'catalog.read'], [store])
  const ownerKey = { name: 'x', roleId: roles['owner'], unitId: store }
  expect(await ask('POST /v1/keys', ownerKey, { as: manager })).toMatchObject({ code: 'org.permission_not_held' })
  const everywhere = { name: 'x', roleId: roles['cashier'], unitId: root }
  expect(await ask('POST /v1/keys', everywhere, { as: manager })).toMatchObject({ status: 404 })
  expect(await ask('POST /v1/keys', { name: 'x', roleId: roles['cashier'] }, { as: manager })).toMatchObject({
    status: 404,
  })
})

it('knows nobody by nonsense', async () => {
  for (const as of ['changke_x', 'x'.repeat(5000), "' or 1=1 --"]) {
    expect(await ask('GET /v1/stores', undefined, { as })).toMatchObject({ status: 401, code: 'kernel.not_signed_in' })
  }
  expect(await ask('GET /v1/stores', undefined, { as: 'cookie:nobody' })).toMatchObject({ status: 401 })
})
