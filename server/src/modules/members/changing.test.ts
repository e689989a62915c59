import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { callerWith, house } from '#testing'

const { ask, sql } = house()
const [storeA, storeB] = [newId(), newId()]
const all = ['members.read', 'members.write', 'members.reveal']
const cashierA = callerWith(all, [storeA], 'cashier A')
const cashierB = callerWith(all, [storeB], 'cashier B')

let serial = 0
const freshPhone = () => `139${String(10_000_000 + ++serial)}`
const join = (body: object = {}, options = {}) =>
  ask('POST /v1/members', { name: '王小明', phone: freshPhone(), homeStore: storeA, ...body }, options)

beforeAll(() => join({ name: '单雄信', phone: '13712345678' }))

describe('changing', () => {
  it('tags many at once, each answered on its own, and writes it into the trail of each who changed', async () => {
    const [one, two, other] = [await join(), await join({ tags: ['vip'] }), await join({ homeStore: storeB })]
    const items = [two, one, other, { memberId: newId() }].map(({ memberId }) => ({ id: memberId, add: ['vip'] }))
    const answer = await ask('POST /v1/members/tags', { items }, { as: cashierA })
    expect(answer['items']).toEqual([
      { outcome: 'same', code: null },
      { outcome: 'changed', code: null },
      { outcome: 'refused', code: 'members.unknown' },
      { outcome: 'refused', code: 'members.unknown' },
    ])
    const taken = await ask('POST /v1/members/tags', { items: [{ id: two['memberId'], add: ['a'], remove: ['vip'] }] })
    expect(taken['items'][0]).toMatchObject({ outcome: 'changed' })
    expect(await ask(`GET /v1/members/${two['memberId']}`)).toMatchObject({ tags: ['a'] })
    const trail = await sql(
      `select kind, caller, body from kernel.trail where subject_id = '${one['memberId']}' order by id`,
    )
    const told = { kind: 'changeMemberTags', caller: 'key cashier A', body: { add: ['vip'], remove: [] } }
    expect(trail.at(-1)).toMatchObject(told)
  })

  it('changes what is given over the version that was read', async () => {
    const { memberId } = await join({ remark: 'stays', email: 'a@b.cn' })
    const edit = (body: object, as = cashierA) => ask(`PATCH /v1/members/${memberId}`, body, { as })
    const phone = freshPhone()
    const edited = await edit({ version: 1, name: '赵云', phone, email: null })
    expect(edited).toMatchObject({ status: 200, version: 2, name: '赵云', email: null, remark: 'stays' })
    expect((await ask('POST /v1/members/search', { phone }))['hits']).toMatchObject([{ memberId }])
    expect((await ask('POST /v1/members/search', { q: 'zhaoyun' }))['hits']).toMatchObject([{ memberId }])
    expect(await edit({ version: 1, name: '后来' })).toMatchObject({
      code: 'members.changed_meanwhile',
      details: { version: 2 },
    })
    expect(await edit({ version: 2, phone: '13712345678' })).toMatchObject({
      code: 'members.phone_taken',
      details: { name: '单**' },
    })
    expect(await edit({ version: 2 }, cashierB)).toMatchObject({ status: 404 })
    expect(await edit({ version: 2, homeStore: storeB })).toMatchObject({ code: 'kernel.out_of_scope' })
    const moved = await ask(`PATCH /v1/members/${memberId}`, { version: 2, homeStore: storeB })
    expect(moved).toMatchObject({ homeStore: storeB, version: 3 })
    expect((await ask('POST /v1/members/search', { tail: phone.slice(-4) }, { as: cashierB }))['hits']).toHaveLength(1)
  })

  it('lets one of ten edits at once through', async () => {
    const { memberId } = await join()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => ask(`PATCH /v1/members/${memberId}`, { version: 1, remark: `r${at}` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
  })

  it('reveals for a reason, which the trail keeps; the value it does not', async () => {
    const phone = freshPhone()
    const { memberId } = await join({ phone })
    const reveal = (as = cashierA) =>
      ask(`POST /v1/members/${memberId}/reveal`, { field: 'phone', reason: '送货前确认' }, { as })
    expect(await reveal()).toMatchObject({ value: `+86${phone}` })
    expect(await reveal(cashierB)).toMatchObject({ status: 404 })
    expect(await reveal(callerWith(['members.read']))).toMatchObject({ status: 403 })
    expect(
      await sql(`select body from kernel.trail where subject_id = $1 and kind = 'revealMember'`, [memberId]),
    ).toEqual([{ body: { field: 'phone', reason: '送货前确认' } }])
  })

  it('tags, closes, opens again, and hears consents', async () => {
    const { memberId } = await join({ tags: ['a', 'b'] })
    const post = (what: string, body: object) => ask(`POST /v1/members/${memberId}/${what}`, body)
    expect((await post('tags', { add: ['c'], remove: ['a'] }))['tags']).toEqual(['b', 'c'])
    expect(await post('status', { status: 'closed', reason: '本人要求' })).toMatchObject({ status: 200, version: 3 })
    expect(await sql('select flags from members.standing where member_id = $1', [memberId])).toEqual([{ flags: 16 }])
    expect(await sql('select status from members.member where member_id = $1', [memberId])).toEqual([
      { status: 'closed' },
    ])
    await post('status', { status: 'active', reason: '回来了' })
    await post('consents', { channel: 'sms', given: true, source: 'counter' })
    const { consents } = await post('consents', { channel: 'sms', given: false, source: 'hotline' })
    expect(consents).toMatchObject([{ channel: 'sms', given: false, source: 'hotline' }])
  })

  it('checks the fields that the house has added', async () => {
    const put = (key: string, body: object) =>
      ask(`PUT /v1/member-fields/${key}`, { labelZh: '鞋码', labelEn: 'Shoe size', ...body })
    expect(await put('shoe', { type: 'number' })).toMatchObject({ status: 200 })
    expect(await put('pet', { type: 'choice', choices: ['cat', 'dog'] })).toMatchObject({ status: 200 })
    expect(await put('pet', { type: 'choice' })).toMatchObject({ status: 400 })
    expect(await put('shoe', { type: 'text' })).toMatchObject({ code: 'members.field_has_type' })
    expect(await join({ custom: { shoe: 42, pet: 'cat' } })).toMatchObject({ status: 200 })
    expect(await join({ custom: { shoe: '42' } })).toMatchObject({ details: { key: 'shoe', wrong: 'type' } })
    expect(await join({ custom: { pet: 'cow' } })).toMatchObject({ details: { key: 'pet', wrong: 'choice' } })
    await put('shoe', { type: 'number', required: true })
    expect(await join()).toMatchObject({ details: { key: 'shoe', wrong: 'missing' } })
    const { memberId } = await join({ custom: { shoe: 42, pet: 'cat' } })
    const edit = (custom: object, version: number) => ask(`PATCH /v1/members/${memberId}`, { version, custom })
    expect((await edit({ pet: null }, 1))['custom']).toEqual({ shoe: 42 })
    expect(await edit({ shoe: null }, 2)).toMatchObject({ code: 'members.bad_custom' })
    await put('shoe', { type: 'number', required: true, retired: true })
    expect(await join()).toMatchObject({ status: 200 })
  })
})
