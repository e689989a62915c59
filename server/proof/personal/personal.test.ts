import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { importer } from '../../src/testing/files.ts'
import { listener } from '../hostile/listener.ts'
import { shapeOf } from '../hostile/sample.ts'
import type { Asking, Place } from '../place.ts'
import { openPlace } from '../place.ts'
import { dump, files, phonesIn } from './traces.ts'

const heard = listener()
let place: Place
beforeAll(async () => {
  place = await openPlace(inject('pg'), { log: heard.log })
})
afterAll(async () => {
  expect(await place.broken()).toEqual([])
  await place.close()
})

// Each as somebody types it, and as it is kept.
const typed = [
  ['13912340001', '13912340001'],
  ['+86 139 1234 0002', '13912340002'],
  ['139-1234-0003', '13912340003'],
  ['１３９１２３４０００４', '13912340004'],
  ['0086 13912340005', '13912340005'],
] as const
const imported = ['13712340011', '13712340012']
const staff = '13612340021'
const changed = '13512340031'
const wrong = '13412340041'
const phones = [...typed.map(([, phone]) => phone), ...imported, staff, changed, wrong]

it('finds its own traces: the search itself is not blind', () => {
  const phone = '13912340001'
  for (const text of [
    phone,
    `+86${phone}`,
    '139 1234 0001',
    '(139) 1234-0001',
    '１３９１２３４０００１',
    `\\x00${Buffer.from(phone).toString('hex')}ff`,
    Buffer.from(`{"phone":"${phone}"}`).toString('base64'),
    Buffer.from(`x{"phone":"${phone}"}`).toString('base64'),
    Buffer.from(`xx{"phone":"${phone}"}`).toString('base64'),
  ])
    expect(phonesIn(text, phones), text).toContain(phone)
  expect(phonesIn('139****0001 13912340000 2026-11-21 13912', phones)).toEqual([])
})

async function live(): Promise<string[]> {
  const { a, b } = place
  const members: string[] = []
  for (const [phone] of typed) {
    const answer = await place.ask('POST /v1/members', { name: '王小明', phone, homeStore: a })
    expect(answer.status, answer.text).toBe(200)
    members.push(answer.json.memberId)
  }
  // The same phone at five tills at once: one joins, the others are told, and nothing is said of it in the log.
  const once = await Promise.all(
    [1, 2, 3, 4, 5].map(() => place.ask('POST /v1/members', { name: '王', phone: wrong, homeStore: b })),
  )
  expect(once.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(once.every(({ status }) => status < 500)).toBe(true)
  await place.ask('POST /v1/members', { name: '王', phone: `${wrong}9`, homeStore: a })
  await place.ask(`PATCH /v1/members/${members[0]}`, { version: 1, email: 'wang@example.com', remark: '好' })
  const moved = await place.ask('POST /v1/members', { name: '李', phone: '13300000000', homeStore: a })
  await place.ask(`PATCH /v1/members/${moved.json.memberId}`, { version: 1, phone: changed })
  await place.ask(`POST /v1/members/${members[0]}/reveal`, { field: 'phone', reason: 'proof' })
  const lines = [{ sku: 'A', amount: 990 }]
  for (const [phone] of typed) {
    await place.ask('POST /v1/quotes', { storeId: a, member: { phone }, lines })
    expect((await place.ask('POST /v1/purchases', { storeId: a, member: { phone }, lines })).status).toBe(200)
  }
  await place.ask(`POST /v1/members/${members[1]}/topups`, { storeId: a, amount: 100, proof: { phone: typed[1][0] } })
  await place.ask('POST /v1/returns', { storeId: a, member: { phone: typed[2][0] }, lines })
  const roles = (await place.ask('GET /v1/roles')).json.items as { id: string; code: string }[]
  const cashier = roles.find(({ code }) => code === 'cashier')!.id
  await place.ask('POST /v1/people', { name: '员工', phone: staff, grants: [{ roleId: cashier, unitId: a }] })
  await place.ask('POST /v1/session', { login: staff, password: 'wrong wrong wrong' }, { as: '' })
  await place.ask('POST /v1/session', { login: wrong, password: 'wrong wrong wrong' }, { as: '' })
  // Phones where no phone belongs, in ways that the contracts do not catch.
  await place.ask(`GET /v1/purchases/${typed[0][1]}`)
  await place.ask('POST /v1/members/search', { q: typed[0][1], storeId: typed[0][1] })
  await bring()
  return members
}

async function bring(): Promise<void> {
  const csv = `姓名,手机号,备注\n赵一,${imported[0]},x\n钱二,${imported[1]},x\n孙三,${imported[1]},重复\n李四,${imported[1]}7,错\n`
  const ask = async (path: string, body?: object, asking?: Asking) => {
    const { status, json } = await place.ask(path, body, asking)
    return { ...json, status }
  }
  const { send, through } = importer({ ask, app: place.apps[0]!, sql: place.sql })
  const sent = await send({ kind: 'members' }, 'm.csv', csv)
  expect(sent['status']).toBe(200)
  await ask(`GET /v1/imports/${sent['id']}/sample`)
  await through(sent['id'], 'check')
  expect(await through(sent['id'], 'start')).toMatchObject({ state: 'done' })
}

it('keeps no phone in clear: not in any table, file, log line or address', async () => {
  const members = await live()
  const found: string[] = []
  const look = (where: string, text: string) => {
    for (const phone of phonesIn(text, phones)) found.push(`${phone} in ${where}`)
  }
  const tables = await dump((text, values) => place.sql(text, values))
  expect(tables.size).toBeGreaterThan(40)
  for (const [name, text] of tables) look(name, text)
  for (const [path, text] of files(place.folder)) look(path, text)
  for (const line of heard.lines) look(`the log: ${line.slice(0, 200)}`, line)
  expect(found).toEqual([])

  // … and they are there all the same, for who has a right to ask.
  for (const [at, [asked, phone]] of typed.entries()) {
    const exact = await place.ask('POST /v1/members/search', { phone: asked })
    expect(exact.json.hits.map((hit: { memberId: string }) => hit.memberId)).toEqual([members[at]])
    const tail = await place.ask('POST /v1/members/search', { tail: phone.slice(-4) })
    expect(tail.json.hits.map((hit: { memberId: string }) => hit.memberId)).toContain(members[at])
    expect(phonesIn(exact.text + tail.text, phones)).toEqual([])
  }
  expect((await place.ask('POST /v1/members/search', { phone: imported[0] })).json.hits).toHaveLength(1)
}, 120_000)

it('offers no address to put a personal thing into', () => {
  const personal = /phone|email|tail|^card$|idNumber|address|birth|externalId|login|password|token/i
  const offers = place.apps[0]!.rows.filter(({ path }) => /^(GET|DELETE)/.test(path)).flatMap((row) =>
    Object.keys(shapeOf(row).properties ?? {})
      .filter(
        (field) =>
          personal.test(field) || (/^(q|name)$/.test(field) && /members|people|purchases|cards/.test(row.path)),
      )
      .map((field) => `${row.path} takes ${field}`),
  )
  expect(offers).toEqual([])
})
