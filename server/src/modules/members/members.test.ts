import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { callerWith, house } from '#testing'
import { NewMember } from './contract.ts'
import { createMembers } from './joining/service.ts'
import { digits, hasCheck } from './numbers/rules.ts'
import { removeMembers } from './service.ts'

const books = house()
const { ask, sql } = books
const [storeA, storeB] = [newId(), newId()]
const all = ['members.read', 'members.write', 'members.reveal']
const cashierA = callerWith(all, [storeA], 'cashier A')
const cashierB = callerWith(all, [storeB], 'cashier B')

let serial = 0
const freshPhone = () => `139${String(10_000_000 + ++serial)}`
const join = (body: object = {}, options = {}) =>
  ask('POST /v1/members', { name: '王小明', phone: freshPhone(), homeStore: storeA, ...body }, options)

describe('joining', () => {
  it('takes somebody in and shows the archive masked', async () => {
    const { status, memberId, number } = await join({
      name: '李伟',
      phone: '+86 138 0013 8001',
      email: 'Li.Wei@Example.com',
      idNumber: '110101199003078515',
      address: '北京市朝阳区建国路 1 号',
      gender: 'male',
      birthday: { calendar: 'lunar', month: 2, day: 30 },
      channel: 'store',
      tags: ['VIP', 'VIP'],
      consents: [{ channel: 'sms', given: true, source: 'counter' }],
    })
    expect(status).toBe(200)
    expect(hasCheck(number, digits)).toBe(true)
    expect(await ask(`GET /v1/members/${memberId}`)).toMatchObject({
      status: 200,
      name: '李伟',
      phone: '138****8001',
      email: 'l****@example.com',
      idNumber: '110*************15',
      address: '北京市朝阳区****',
      birthday: { calendar: 'lunar', year: null, month: 2, day: 30, leap: false },
      tags: ['VIP'],
      completeness: { percent: 100, missing: [] },
      consents: [{ channel: 'sms', given: true, source: 'counter' }],
      standing: { tier: 0, barred: [], activity: 'new', spent: 0 },
      lost: [],
      version: 1,
    })
  })

  it('says what an archive still lacks', async () => {
    const { memberId } = await join({ name: '' })
    const { completeness } = await ask(`GET /v1/members/${memberId}`)
    expect(completeness).toEqual({ percent: 33, missing: ['name', 'channel', 'gender', 'birthday'] })
    const firm = await join({ kind: 'enterprise', name: '远大有限公司', channel: 'site' })
    expect((await ask(`GET /v1/members/${firm.memberId}`))['completeness'].percent).toBe(100)
  })

  it.each([
    ['a phone too short', { phone: '1380000' }, 422, 'members.bad_phone'],
    ['letters for a phone', { phone: 'abc' }, 422, 'members.bad_phone'],
    ['nobody', { phone: '', name: '' }, 422, 'members.nobody'],
    ['no such day', { birthday: { calendar: 'solar', year: 1990, month: 2, day: 29 } }, 400, 'kernel.bad_input'],
    ['a field that is not there', { custom: { shoe: 42 } }, 422, 'members.bad_custom'],
    ['control characters', { name: 'a\u0000b' }, 400, 'kernel.bad_input'],
  ])('refuses %s', async (_, body, status, code) => {
    expect(await join(body)).toMatchObject({ status, code })
  })

  it('keeps 29 February', async () => {
    const { memberId } = await join({ birthday: { calendar: 'solar', year: 1992, month: 2, day: 29 } })
    expect((await ask(`GET /v1/members/${memberId}`))['birthday']).toMatchObject({ year: 1992, month: 2, day: 29 })
  })

  it('is told once: the same reference gives the same member, another body is refused', async () => {
    const body = { name: '一次', phone: freshPhone() }
    const told = () => join(body, { reference: 'once' })
    const answers = await Promise.all([told(), told(), told()])
    expect(new Set(answers.map(({ memberId }) => memberId)).size).toBe(1)
    expect(await join({ ...body, name: '两次' }, { reference: 'once' })).toMatchObject({
      code: 'kernel.reference_reused',
    })
  })

  it('makes one member of twenty with one phone at once', async () => {
    const phone = freshPhone()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => join({ phone: at % 2 ? phone : `0086${phone}` })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = answers.filter(({ code }) => code === 'members.phone_taken')
    expect(refused).toHaveLength(19)
    expect(refused[0]!['details']).toMatchObject({ name: '王**', phone: `139****${phone.slice(-4)}` })
  })

  it('does not let a cashier take members in for another store, or for none', async () => {
    expect(await join({}, { as: cashierB })).toMatchObject({ status: 403, code: 'kernel.out_of_scope' })
    expect(await join({ homeStore: null }, { as: cashierB })).toMatchObject({
      status: 422,
      code: 'members.home_missing',
    })
    expect(await join({}, { as: callerWith(['members.read']) })).toMatchObject({
      status: 403,
      code: 'kernel.forbidden',
    })
  })

  it('answers each of a list on its own, also those that collide within it', async () => {
    const [first, second, third] = [freshPhone(), freshPhone(), freshPhone()]
    await join({ phone: first, number: 'OLD-1' })
    const inputs = [
      { name: '甲', phone: second, number: 'N1' },
      { name: '乙', phone: first, number: 'N2' }, // phone of somebody there already
      { name: '丙', phone: second, number: 'N3' }, // phone of 甲
      { name: '丁', phone: third, number: 'N2' }, // number of 乙, who is refused: so it is free
      { name: '戊', phone: '12', number: 'N5' },
      { name: '己', number: 'old1' },
      { name: '庚', externalIds: [{ source: 'erp', id: '7' }] },
      { name: '辛', externalIds: [{ source: 'erp', id: '7' }] },
    ].map((one) => NewMember.parse(one))
    const outcomes = await books.app.db.write((tx) => createMembers(tx, inputs))
    expect(outcomes.map((outcome) => ('ok' in outcome ? outcome.ok.number : outcome.refusal.code))).toEqual([
      'N1',
      'members.phone_taken',
      'members.phone_taken',
      'N2',
      'members.bad_phone',
      'members.number_taken',
      expect.stringMatching(/^\d{10}$/),
      'members.external_taken',
    ])
  })

  it('takes members out again, and their phones are free', async () => {
    const phone = freshPhone()
    const { memberId } = await join({ phone })
    const gone = await books.app.db.write((tx) => removeMembers(tx, [memberId]))
    expect(gone).toEqual({ removed: [memberId], kept: [] })
    expect(await ask(`GET /v1/members/${memberId}`)).toMatchObject({ status: 404 })
    expect(await join({ phone })).toMatchObject({ status: 200 })
  })
})

describe('finding', () => {
  let someone: Record<string, string>
  beforeAll(async () => {
    someone = await join({ name: '单雄信', phone: '13712345678', tags: ['key'] })
    await join({ name: '欧阳修', phone: '13712340001', homeStore: storeB })
  })
  const search = (body: object, as = cashierA) => ask('POST /v1/members/search', body, { as })

  it.each([
    ['the phone', { phone: '１３７ 1234-5678' }, 'phone'],
    ['the last four', { tail: '5678' }, 'tail'],
    ['the name', { q: '雄信' }, 'name'],
    ['pinyin', { q: 'shanxiong' }, 'name'],
    ['initials', { q: 'SXX' }, 'name'],
    ['whatever was typed: phone', { q: '+86 13712345678' }, 'phone'],
    ['whatever was typed: last four', { q: '5678' }, 'tail'],
  ])('by %s', async (_, body, by) => {
    const found = await search(body)
    expect(found).toMatchObject({ status: 200, by, more: false })
    expect(found['hits']).toMatchObject([{ memberId: someone['memberId'], phone: '137****5678', outside: false }])
  })

  it('by number, typed as it was printed', async () => {
    const number = someone['number']!
    expect((await search({ number: ` ${number.slice(0, 4)} ${number.slice(4)}` }))['hits']).toHaveLength(1)
    expect((await search({ q: number }))['by']).toBe('number')
  })

  it('serves a member of another store who shows a whole phone: masked, and on the trail', async () => {
    const { hits } = await search({ phone: '13712345678' }, cashierB)
    expect(hits).toMatchObject([
      { memberId: someone['memberId'], name: '单**', birthday: null, tags: [], outside: true },
    ])
    const trail = await sql(
      `select kind, outcome, body from kernel.trail where subject_id = $1 and outcome = 'outside'`,
      [someone['memberId']],
    )
    expect(trail).toEqual([{ kind: 'searchMembers', outcome: 'outside', body: { by: 'phone' } }])
  })

  it('finds nobody of another store by last four digits or name', async () => {
    expect((await search({ tail: '5678' }, cashierB))['hits']).toEqual([])
    expect((await search({ q: '雄信' }, cashierB))['hits']).toEqual([])
    expect(await search({ tail: '5678', storeId: storeA }, cashierB)).toMatchObject({ code: 'kernel.out_of_scope' })
    expect(await ask(`GET /v1/members/${someone['memberId']}`, undefined, { as: cashierB })).toMatchObject({
      status: 404,
      code: 'members.unknown',
    })
  })

  it('shows at most ten with the same last four digits, and says that there are more', async () => {
    for (let at = 0; at < 11; at++) await join({ phone: `1364${String(at).padStart(3, '0')}4444` })
    const found = await search({ tail: '4444' })
    expect([found['hits'].length, found['more']]).toEqual([10, true])
    expect(found['hits'][0].name).toBe('王**')
  })

  it('wants exactly one way, and a phone that is one', async () => {
    expect(await search({ phone: '13712345678', q: 'x' })).toMatchObject({ status: 400 })
    expect(await search({})).toMatchObject({ status: 400 })
    expect(await search({ phone: '1371234' })).toMatchObject({ status: 422, details: { wrong: 'length' } })
  })

  it('keeps no phone in clear anywhere in the database', async () => {
    const tables = await sql(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('members', 'kernel', 'org')`,
    )
    for (const { name } of tables) {
      const rows = await sql(`select 1 from ${name} as row where row::text ~ '1371234567|13712340001|1380013800'`)
      expect([name, rows.length]).toEqual([name, 0])
    }
  })
})

describe('lists', () => {
  it('filters, pages and counts within the scope only', async () => {
    const [mine, other] = [newId(), newId()]
    const as = callerWith(all, [mine])
    for (let at = 0; at < 5; at++) await join({ homeStore: mine, tags: at % 2 ? ['odd', 'all'] : ['all'] })
    await join({ homeStore: other, tags: ['odd', 'all'] })
    const list = (query: string) => ask(`GET /v1/members?${query}`, undefined, { as })
    const first = await list('tags=all&limit=3')
    expect(first).toMatchObject({ status: 200, total: { count: 5, exact: true } })
    const rest = await list(`tags=all&limit=3&cursor=${first['next']}`)
    expect(rest['next']).toBeNull()
    const ids = [...first['items'], ...rest['items']].map(({ memberId }) => memberId)
    expect([new Set(ids).size, ids]).toEqual([5, [...ids].sort().reverse()])
    expect((await list('tags=odd,all'))['items']).toHaveLength(2)
    expect((await list('tiers=1,2'))['items']).toHaveLength(0)
    expect((await list('tiers=0&status=active&incomplete=true'))['items']).toHaveLength(5)
    expect(await list(`stores=${other}`)).toMatchObject({ status: 403, code: 'kernel.out_of_scope' })
    expect((await list('limit=1'))['items'][0].phone).toMatch(/^139\*{4}\d{4}$/)
  })
})
