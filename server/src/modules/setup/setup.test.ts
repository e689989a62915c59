import { expect, it } from 'vitest'
import { house } from '#testing'
import { tellDemo } from './service.ts'

const home = house()
const answers = {
  organisation: { name: '康泰大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
  store: { code: 'S1', name: '人民路店' },
  till: { code: '1', name: '' },
  owner: { name: '店东', login: 'owner@example.com', password: 'correct horse battery' },
  start: { demo: true },
}

it('begins a house once, and tells a year of sales through the commands of a till', async () => {
  const { ask, app, sql } = home
  expect(await ask('GET /v1/setup', undefined, { as: '' })).toMatchObject({ needed: true, demo: null })
  expect(await ask('POST /v1/setup', { ...answers, start: { template: 'nowhere' } }, { as: '' })).toMatchObject({
    code: 'setup.template_unknown',
  })
  expect(
    await ask('POST /v1/setup', { ...answers, owner: { ...answers.owner, password: 'short' } }, { as: '' }),
  ).toMatchObject({ code: 'org.password_weak' })
  expect(await ask('POST /v1/setup', answers, { as: '' })).toMatchObject({
    status: 200,
    needed: false,
    demo: { done: 0, ready: false },
  })
  expect(await ask('POST /v1/setup', answers, { as: '' })).toMatchObject({ code: 'org.already_set_up' })
  const began = performance.now()
  await tellDemo(app.db, () => {})
  expect(performance.now() - began).toBeLessThan(60_000)
  expect(await ask('GET /v1/setup', undefined, { as: '' })).toMatchObject({ demo: { ready: true } })
  const [counted] =
    await sql(`select (select count(*)::int from purchases.purchase) as purchases, (select count(*)::int from members.member) as members,
    (select count(distinct tier)::int from members.standing) as tiers, (select count(*)::int from purchases.purchase where kind = 'return') as returns`)
  expect(counted).toMatchObject({ members: 800, tiers: 4 })
  expect(counted!['purchases']).toBeGreaterThan(6000)
  expect(counted!['returns']).toBeGreaterThan(50)
  // No page of the demo is empty: shifts that run and one that is five yuan short, a file with a row that could not go in.
  const shifts = await sql(
    'select (counted - expected)::int as off from purchases.shift order by closed_at nulls last, id',
  )
  expect(shifts.map(({ off }) => off)).toEqual([0, -500, 0, null, null, null])
  expect(
    await sql(`select state, counts ->> 'accepted' as taken, counts ->> 'reported' as not from imports.run`),
  ).toEqual([{ state: 'done', taken: '5', not: '1' }])
})
