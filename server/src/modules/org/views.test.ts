import { beforeAll, expect, it } from 'vitest'
import { house } from '#testing'
import { setUpOrganisation } from './index.ts'

const shop = house()
const { ask } = shop
const password = 'correct horse battery'
let owner: string
let cashier: string

beforeAll(async () => {
  const { storeId } = await shop.app.db.write((tx) =>
    setUpOrganisation(tx, {
      organisation: { name: '康乐大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'S01', name: '一店' },
      owner: { name: '王老板', email: 'owner@shop.cn', password },
    }),
  )
  owner = `cookie:${(await ask('POST /v1/session', { login: 'owner@shop.cn', password }, { as: '' }))['cookie']}`
  const { items } = await ask('GET /v1/roles')
  const roleId = items.find((one: { code: string }) => one.code === 'cashier').id
  const grants = [{ roleId, unitId: storeId }]
  const { id } = await ask('POST /v1/people', { name: '小陈', email: 'chen@shop.cn', grants })
  const { token } = await ask(`POST /v1/people/${id}/invitation`, {})
  cashier = `cookie:${(await ask('POST /v1/invitations/accept', { token, password }, { as: '' }))['cookie']}`
})

const keep = (name: string, more: object, as = owner) =>
  ask('POST /v1/profile/views', { list: 'members', name, ...more }, { as })
const named = async (as: string, list = 'members') =>
  (await ask(`GET /v1/profile/views?list=${list}`, undefined, { as })).items.map(({ name }: { name: string }) => name)

it('keeps views under their names, for their person alone', async () => {
  const filters = { tiers: ['2', '3'], status: ['active'] }
  const kept = await keep('金卡以上', { filters, columns: ['name', 'tier'] })
  expect(kept).toMatchObject({ list: 'members', filters, columns: ['name', 'tier'] })
  expect(await keep('金卡以上', { filters: { tiers: ['3'] } })).toMatchObject({
    id: kept.id,
    filters: { tiers: ['3'] },
    columns: null,
  })
  await keep('全部', {})
  expect(await named(owner)).toEqual(['金卡以上', '全部'])
  expect(await named(owner, 'purchases')).toEqual([])
  expect(await named(cashier)).toEqual([])
  expect(await ask(`DELETE /v1/profile/views/${kept.id}`, undefined, { as: cashier })).toMatchObject({
    code: 'org.view_unknown',
  })
  await ask(`DELETE /v1/profile/views/${kept.id}`, undefined, { as: owner })
  expect(await named(owner)).toEqual(['全部'])
})

it('keeps fifty of a list at most, and none for a key', async () => {
  for (let no = 0; no < 50; no++) expect((await keep(`v${no}`, {}, cashier)).status).toBe(200)
  expect(await keep('v50', {}, cashier)).toMatchObject({ code: 'org.too_many_views', details: { most: 50 } })
  expect((await keep('v7', { columns: ['name'] }, cashier)).status).toBe(200)
  expect(await ask('GET /v1/profile/views')).toMatchObject({ code: 'org.people_only' })
  expect((await keep('x', { list: '../x' })).status).toBe(400)
})
