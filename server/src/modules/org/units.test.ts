import { beforeAll, expect, it } from 'vitest'
import type { Caller } from '#kernel/caller.ts'
import { system } from '#kernel/caller.ts'
import { callerWith, house } from '#testing'
import { setUpOrganisation } from './index.ts'

const shop = house()
const { ask } = shop
let root: string
let store: string

beforeAll(async () => {
  expect(await ask('GET /v1/setup', undefined, { as: '' })).toMatchObject({ status: 200, needed: true })
  const made = await shop.app.db.write((tx) =>
    setUpOrganisation(tx, {
      organisation: { name: '康乐大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'S01', name: '人民路店' },
      owner: { name: '王老板', email: 'owner@shop.cn', password: 'correct horse battery' },
    }),
  )
  root = made.organisationId
  store = made.storeId
  expect(await ask('GET /v1/setup', undefined, { as: '' })).toMatchObject({ needed: false })
})

it('sets up once', async () => {
  await expect(
    shop.app.db.write((tx) =>
      setUpOrganisation(tx, {
        organisation: { name: 'x', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
        store: { code: 'S09', name: 'x' },
        owner: { name: 'x', email: 'x@y.z' },
      }),
    ),
  ).rejects.toMatchObject({ code: 'org.already_set_up' })
})

it('grows a tree, moves a region with its stores, and closes from below', async () => {
  const north = await ask('POST /v1/units', { kind: 'region', code: 'N', name: '北区' })
  const south = await ask('POST /v1/units', { kind: 'region', code: 'S', name: '南区' })
  const two = await ask('POST /v1/units', {
    kind: 'store',
    code: 'S02',
    name: '二店',
    parentId: north.id,
    dayStartsAt: 3,
  })
  expect(two).toMatchObject({
    status: 200,
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    dayStartsAt: 3,
    path: [root, north.id, two.id],
  })
  expect(await ask('POST /v1/units', { kind: 'store', code: 's02', name: 'x' })).toMatchObject({
    code: 'org.code_taken',
  })
  expect(await ask('POST /v1/units', { kind: 'brand', code: 'B', name: 'x', parentId: two.id })).toMatchObject({
    code: 'org.unit_cannot_lie_there',
  })
  expect(await ask(`POST /v1/units/${north.id}/move`, { parentId: south.id })).toMatchObject({ status: 200 })
  expect(await ask(`GET /v1/units/${two.id}`)).toMatchObject({ path: [root, south.id, north.id, two.id] })
  expect(await ask(`POST /v1/units/${south.id}/move`, { parentId: north.id })).toMatchObject({
    code: 'org.unit_below_itself',
  })
  expect(await ask(`POST /v1/units/${south.id}/close`, {})).toMatchObject({ code: 'org.unit_has_open_units' })
  for (const id of [two.id, north.id, south.id])
    expect(await ask(`POST /v1/units/${id}/close`, {})).toMatchObject({ status: 200 })
  expect(await ask(`POST /v1/units/${two.id}/reopen`, {})).toMatchObject({ code: 'org.unit_closed' })
  expect((await ask('GET /v1/stores')).items.map((one: { code: string }) => one.code)).toEqual(['S01'])
  expect((await ask('GET /v1/stores?status=closed')).items).toHaveLength(1)
})

it('changes a store, not a region, to another zone', async () => {
  expect(await ask(`PATCH /v1/units/${store}`, { zone: 'Asia/Urumqi', address: '解放路 1 号' })).toMatchObject({
    zone: 'Asia/Urumqi',
    address: '解放路 1 号',
  })
  expect(await ask(`PATCH /v1/units/${root}`, { zone: 'Asia/Urumqi' })).toMatchObject({ code: 'org.not_a_store' })
  expect(await ask(`PATCH /v1/units/${store}`, { zone: 'Asia/Nowhere' })).toMatchObject({ code: 'kernel.bad_input' })
})

it('shows and changes nothing outside the scope', async () => {
  const three = await ask('POST /v1/units', { kind: 'store', code: 'S03', name: '三店' })
  const manager = callerWith(['org.read', 'org.manage'], [three.id])
  expect((await ask('GET /v1/stores', undefined, { as: manager })).items).toMatchObject([{ code: 'S03' }])
  expect((await ask('GET /v1/units', undefined, { as: manager })).items).toHaveLength(1)
  expect(await ask(`GET /v1/units/${store}`, undefined, { as: manager })).toMatchObject({ status: 404 })
  expect(await ask(`POST /v1/units/${store}/close`, {}, { as: manager })).toMatchObject({ status: 404 })
  const made = await ask('POST /v1/units', { kind: 'store', code: 'S04', name: 'x' }, { as: manager })
  expect(made).toMatchObject({ status: 403, code: 'kernel.out_of_scope' })
})

it('does not multiply the permissions of one role with the reach of another', async () => {
  const four = await ask('POST /v1/units', { kind: 'store', code: 'S05', name: '五店' })
  const both: Caller = {
    ...callerWith(['org.read', 'org.manage'], 'all', 'both'),
    grants: [
      { permissions: new Set(['org.read']), scope: 'all' },
      { permissions: new Set(['org.manage']), scope: new Set([four.id]) },
    ],
  }
  expect(await ask(`GET /v1/units/${store}`, undefined, { as: both })).toMatchObject({ status: 200 })
  expect(await ask(`PATCH /v1/units/${four.id}`, { name: '新五店' }, { as: both })).toMatchObject({ status: 200 })
  expect(await ask(`PATCH /v1/units/${store}`, { name: 'x' }, { as: both })).toMatchObject({ status: 404 })
})

it('writes each change into the trail', async () => {
  const rows = await shop.sql(`select kind, caller from kernel.trail where kind = 'moveUnit' and outcome = 'done'`)
  expect(rows).toEqual([{ kind: 'moveUnit', caller: `system ${system('test').name}` }])
})
