import { expect, it } from 'vitest'
import { callerWith, house } from '#testing'

const home = house()
const { ask, sql } = home
const asOwner = (what: string) => sql(what)

const metrics = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  home.app.http.inject({ url: '/metrics', headers, remoteAddress })

it('says that it lives and that it is ready', async () => {
  expect(await ask('GET /healthz', undefined, { as: '' })).toMatchObject({ status: 200, alive: true })
  expect(await ask('GET /readyz', undefined, { as: '' })).toMatchObject({ status: 200, ready: true })
})

it('is not ready without next month’s partitions, nor with a migration that is awaited or another', async () => {
  const [{ name }] = (await asOwner(`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = 'kernel.fact'::regclass
       and inhrelid::regclass::text like '%' || to_char(now() at time zone 'UTC' + interval '1 month', 'YYYY_MM')`)) as [
    { name: string },
  ]
  await asOwner(`alter table kernel.fact detach partition ${name}`)
  await asOwner(`update kernel.migration set digest = 'other' where number = '0001'`)
  const [last] = await asOwner(
    `delete from kernel.migration where number = (select max(number) from kernel.migration) returning name`,
  )
  const answer = await home.app.http.inject({ url: '/readyz' })
  expect(answer.statusCode).toBe(503)
  expect(answer.json().missing).toEqual([
    `The migration ${last!['name']} has not been done: run "changke migrate".`,
    'The migration 0001_kernel.sql was done in another form than this version knows.',
    'The table kernel.fact has no partition for next month: a worker makes it, or "changke migrate".',
  ])
})

it('shows its measures to this machine, and to others with the permission alone', async () => {
  await ask('POST /v1/quotes', {})
  const here = await metrics({})
  expect(here.statusCode).toBe(200)
  expect(here.body).toMatch(/changke_request_seconds_count\{method="POST",route="\/v1\/quotes",status="400"\} 1/)
  expect(here.body).toMatch(/changke_pool_connections\{pool="write",state="idle"\} \d/)
  expect(here.body).toMatch(/changke_lane_waiting\{lane="recordPurchase"\} 0/)
  expect(here.body).toMatch(/nodejs_eventloop_lag_p99_seconds/)

  expect((await metrics({ 'x-forwarded-for': '10.0.0.9' })).statusCode).toBe(401)
  expect((await metrics({}, '10.0.0.9')).statusCode).toBe(401)
  const as = (permission: string) => ({
    as: callerWith([permission], 'all', permission),
    headers: { forwarded: 'for=10.0.0.9' },
  })
  expect(await ask('GET /metrics', undefined, as('members.read'))).toMatchObject({
    status: 403,
    code: 'kernel.forbidden',
  })
  expect(await ask('GET /metrics', undefined, as('org.manage'))).toMatchObject({ status: 200 })
})
