import { beforeAll, expect, it } from 'vitest'
import { callerWith, house } from '#testing'
import { setUpOrganisation } from './index.ts'

const shop = house()
const { ask } = shop
let store: string
let role: string
let unit: string

beforeAll(async () => {
  const made = await shop.app.db.write((tx) =>
    setUpOrganisation(tx, {
      organisation: { name: '康乐大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'S01', name: '一店' },
      owner: { name: '王老板', email: 'owner@shop.cn' },
    }),
  )
  store = made.storeId
  role = (await ask('GET /v1/roles')).items.find((one: { code: string }) => one.code === 'operations').id
  unit = (await ask('POST /v1/units', { kind: 'department', code: 'VIP', name: '会员部' })).id
})

const person = async (name: string) =>
  (await ask('POST /v1/people', { name, email: `${name}@shop.cn`, grants: [{ roleId: role, unitId: store }] })).id
const post = (title: string, more: object = {}) => ask('POST /v1/posts', { title, unitId: unit, ...more })
const appoint = (id: string, personId: string) => ask(`POST /v1/posts/${id}/appointments`, { personId })

it('draws the member team: a leader, three groups, a line of reporting, headcounts and who is led', async () => {
  const groups = []
  for (const [code, name] of [
    ['EXP', '会员拓展组'],
    ['SRV', '会员服务组'],
    ['OPS', '会员运营组'],
  ]) {
    groups.push((await ask('POST /v1/units', { kind: 'department', code, name, parentId: unit })).id)
  }
  const leader = await post('会员团队负责人', { track: 'B', grade: 'B3', headcount: 1, leads: 4 })
  const expansion = await post('会员拓展专员', { unitId: groups[0], superiorId: leader.id, headcount: 2 })
  const supervisor = await post('会员运营主管', { unitId: groups[2], superiorId: leader.id })
  expect(leader).toMatchObject({ track: 'B', grade: 'B3', vacant: 1 })
  await appoint(leader.id, await person('li'))
  for (const name of ['zhang', 'zhao'])
    expect(await appoint(expansion.id, await person(name))).toMatchObject({ title: '会员拓展专员' })
  const chart = await ask('GET /v1/organisation/chart')
  expect(chart.units.map((one: { name: string }) => one.name)).toEqual(
    expect.arrayContaining(['康乐大药房', '会员部', '会员服务组']),
  )
  const of = (id: string) => chart.posts.find((one: { id: string }) => one.id === id)
  expect(of(leader.id)).toMatchObject({ holders: [{ name: 'li', untilOn: null }], vacant: 0, led: 2, superiorId: null })
  expect(of(expansion.id)).toMatchObject({ vacant: 0, superiorId: leader.id, unitName: '会员拓展组' })
  expect(of(supervisor.id)).toMatchObject({ vacant: 1, holders: [] })
  expect((await ask(`GET /v1/posts?unitId=${groups[2]}`)).items).toHaveLength(1)
})

it('keeps headcounts, ends appointments, and lets nobody report to themselves by a detour', async () => {
  const one = await post('督导', { headcount: 1 })
  const two = await post('导购', { superiorId: one.id })
  const [a, b] = [await person('a'), await person('b')]
  await appoint(one.id, a)
  expect(await appoint(one.id, a)).toMatchObject({ code: 'org.appointed_already' })
  expect(await appoint(one.id, b)).toMatchObject({ code: 'org.post_full' })
  expect(await ask(`PATCH /v1/posts/${one.id}`, { superiorId: two.id })).toMatchObject({
    code: 'org.post_below_itself',
  })
  expect(await ask(`POST /v1/posts/${one.id}/close`, {})).toMatchObject({ code: 'org.post_has_holders' })
  await ask(`POST /v1/people/${a}/dismiss`, {})
  expect(await appoint(two.id, a)).toMatchObject({ code: 'org.person_left' })
  shop.travel(1)
  expect(await appoint(one.id, b)).toMatchObject({ holders: [{ personId: b }] })
  const { holders } = await ask(`PATCH /v1/posts/${one.id}`, { headcount: 3 })
  const ended = await ask(`POST /v1/posts/${one.id}/appointments/${holders[0].appointmentId}/end`, {})
  expect(ended.holders[0].untilOn).toMatch(/^\d{4}-/)
  shop.travel(2)
  expect(await ask(`POST /v1/posts/${one.id}/close`, {})).toMatchObject({ vacant: 3 })
  expect(await appoint(one.id, b)).toMatchObject({ code: 'org.post_closed' })
  expect((await ask('GET /v1/posts?status=closed')).items).toMatchObject([{ id: one.id }])
  // What has ended is still told, the latest first, a page at a time.
  const past = await ask(`GET /v1/appointments?postId=${one.id}&limit=1`)
  expect(past.items).toMatchObject([{ title: '督导', personId: b, unitName: '会员部' }])
  const further = await ask(`GET /v1/appointments?postId=${one.id}&limit=1&cursor=${past.next}`)
  expect(further).toMatchObject({ items: [{ personId: a }], next: null })
  expect(further.items[0].untilOn).toMatch(/^\d{4}-/)
  expect((await ask(`GET /v1/appointments?personId=${a}`)).items).toHaveLength(1)
  shop.travel(0)
})

it('keeps to the scope', async () => {
  const manager = callerWith(['org.read', 'org.manage'], [store])
  expect(await ask('POST /v1/posts', { title: 'x', unitId: unit }, { as: manager })).toMatchObject({
    code: 'org.unit_unknown',
  })
  expect((await ask('GET /v1/posts', undefined, { as: manager })).items).toEqual([])
  const own = await ask('POST /v1/posts', { title: '店长', unitId: store }, { as: manager })
  expect((await ask('GET /v1/organisation/chart', undefined, { as: manager })).posts).toMatchObject([{ id: own.id }])
  expect((await ask('GET /v1/posts?vacant=true', undefined, { as: manager })).items).toMatchObject([{ id: own.id }])
  expect((await ask('GET /v1/posts?vacant=false', undefined, { as: manager })).items).toEqual([])
  expect((await ask('GET /v1/appointments', undefined, { as: manager })).items).toEqual([])
  const { items } = await ask('GET /v1/appointments')
  expect(items.length).toBeGreaterThan(0)
  expect(await ask(`GET /v1/posts/${items[0].postId}`, undefined, { as: manager })).toMatchObject({
    code: 'org.post_unknown',
  })
})
