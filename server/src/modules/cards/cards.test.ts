import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { hasCheck, plainLetters } from '#modules/members/index.ts'
import { callerWith, house } from '#testing'
import { IssueCard } from './contract.ts'
import { findHolder, findHolders, issueCards } from './service.ts'

const books = house()
const { ask, sql } = books
const [storeA, storeB] = [newId(), newId()]
const may = ['members.read', 'members.write', 'cards.read', 'cards.issue']
const cashierA = callerWith(may, [storeA], 'cashier A')
const cashierB = callerWith(may, [storeB], 'cashier B')

let member = ''
let points = ''
let gift = ''
const type = async (body: object) =>
  (await ask('POST /v1/card-types', { name: '卡', nameEn: 'Card', kind: 'points', ...body }))['typeId'] as string
const issue = (body: object = {}, options = {}) =>
  ask('POST /v1/cards', { memberId: member, typeId: points, medium: 'physical', ...body }, options)
const join = async (body: object = {}) =>
  (await ask('POST /v1/members', { name: '王小明', homeStore: storeA, ...body }))['memberId'] as string

beforeAll(async () => {
  member = await join()
  points = await type({ code: 'P', prefix: 'CK' })
  gift = await type({ code: 'G', kind: 'stored_value', named: false, media: ['physical'], validityMonths: 36 })
})

describe('card types', () => {
  it('are defined, changed over the version read, and retired', async () => {
    const made = await ask('POST /v1/card-types', {
      code: 'M',
      name: '月卡',
      nameEn: 'Monthly',
      kind: 'period',
      validityMonths: 1,
    })
    expect(made).toMatchObject({ status: 200, named: true, media: ['virtual', 'physical'] })
    const edit = (body: object) => ask(`PATCH /v1/card-types/${made['typeId']}`, body)
    expect(await edit({ version: 1, name: '包月卡' })).toMatchObject({ name: '包月卡', version: 2 })
    expect(await edit({ version: 1, name: '后来' })).toMatchObject({ code: 'cards.changed_meanwhile' })
    expect(await edit({ version: 2, validityMonths: null })).toMatchObject({ code: 'cards.period_missing' })
    await edit({ version: 2, status: 'retired' })
    expect(await issue({ typeId: made['typeId'] })).toMatchObject({ status: 409, code: 'cards.type_retired' })
    expect((await ask('GET /v1/card-types'))['items']).toHaveLength(3)
  })

  it.each([
    ['a code twice', { code: 'P' }, 409],
    ['a period without an end', { code: 'Q', kind: 'period' }, 400],
    ['a prefix that looks like something else', { code: 'Q', prefix: 'O0' }, 400],
    ['no form at all', { code: 'Q', media: [] }, 400],
  ])('refuse %s', async (_, body, status) => {
    expect(await ask('POST /v1/card-types', { name: '卡', nameEn: 'Card', kind: 'points', ...body })).toMatchObject({
      status,
    })
  })
})

describe('issuing', () => {
  it('makes a number, says it once, and finds its holder', async () => {
    const made = await issue({ medium: 'virtual', storeId: storeA }, { as: cashierA, reference: 'first' })
    expect(made).toMatchObject({ status: 200, memberId: member })
    expect(made['number'].startsWith('CK') && hasCheck(made['number'], plainLetters)).toBe(true)
    expect(await issue({ medium: 'virtual', storeId: storeA }, { as: cashierA, reference: 'first' })).toEqual(made)
    const { items } = await ask(`GET /v1/members/${member}/cards`, undefined, { as: cashierA })
    expect(items[0]).toMatchObject({
      status: 'active',
      ending: made['number'].slice(-4),
      typeCode: 'P',
      expiresOn: null,
    })
    expect(JSON.stringify(items)).not.toContain(made['number'])
    const spaced = made['number'].toLowerCase().replace(/(.{4})/g, '$1 ')
    expect(await books.app.db.read((read) => findHolder(read, spaced))).toMatchObject({
      memberId: member,
      cardId: made['cardId'],
    })
    expect(await ask('POST /v1/members/search', { card: spaced }, { as: cashierB })).toMatchObject({
      by: 'card',
      hits: [{ memberId: member, name: '王**', outside: true }],
    })
  })

  it('takes a scanned number, once', async () => {
    expect(await issue({ number: '8888 0001' })).toMatchObject({ status: 200, number: '8888 0001' })
    expect(await issue({ number: '88880001' })).toMatchObject({ status: 409, code: 'cards.number_taken' })
    const other = await join()
    expect(await issue({ number: '8888-0001', memberId: other })).toMatchObject({ code: 'cards.number_taken' })
  })

  it('gives one number to one of ten at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => issue({ number: '77770001' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
  })

  it('issues an unnamed card to its bearer', async () => {
    const made = await issue({ memberId: null, typeId: gift, storeId: storeA })
    expect(made['status']).toBe(200)
    expect(
      await sql('select flags, home_store from members.standing where member_id = $1', [made['memberId']]),
    ).toEqual([{ flags: 32, home_store: storeA }])
    const found = await ask('POST /v1/members/search', { card: made['number'] })
    expect(found['hits']).toMatchObject([{ kind: 'bearer', name: '', memberId: made['memberId'] }])
    const [{ expires_on }] = (await sql('select expires_on::text from cards.card where card_id = $1', [
      made['cardId'],
    ])) as [{ expires_on: string }]
    const today = Temporal.Now.plainDateISO('Asia/Shanghai')
    expect(expires_on).toBe(today.add({ months: 36 }).subtract({ days: 1 }).toString())
  })

  it.each([
    ['a named card without a member', { memberId: null }, 422, 'cards.needs_member'],
    ['an unnamed card to a member', () => ({ typeId: gift }), 422, 'cards.needs_no_member'],
    [
      'a form that is not offered',
      () => ({ typeId: gift, memberId: null, medium: 'virtual' }),
      422,
      'cards.medium_not_offered',
    ],
    ['a type that is none', { typeId: newId() }, 404, 'cards.type_unknown'],
    ['a member who is none', { memberId: newId() }, 404, 'members.unknown'],
    ['a number too short', { number: '1' }, 400, 'kernel.bad_input'],
  ])('refuses %s', async (_, body, status, code) => {
    expect(await issue(typeof body === 'function' ? body() : body)).toMatchObject({ status, code })
  })

  it('refuses a closed member, and whoever has no business there', async () => {
    const closed = await join()
    await ask(`POST /v1/members/${closed}/status`, { status: 'closed', reason: '注销' })
    expect(await issue({ memberId: closed })).toMatchObject({ code: 'cards.member_closed' })
    expect(await issue({}, { as: cashierB })).toMatchObject({ status: 404, code: 'members.unknown' })
    expect(await issue({ storeId: storeA }, { as: cashierB })).toMatchObject({
      status: 403,
      code: 'kernel.out_of_scope',
    })
    expect(await issue({}, { as: callerWith(['cards.read']) })).toMatchObject({ status: 403, code: 'kernel.forbidden' })
    expect(await ask(`GET /v1/members/${member}/cards`, undefined, { as: cashierB })).toMatchObject({ status: 404 })
  })

  it('answers each of a list on its own', async () => {
    const inputs = [
      { memberId: member, typeId: points, medium: 'physical', number: 'LIST1' },
      { memberId: member, typeId: points, medium: 'physical', number: 'list-1' },
      { memberId: member, typeId: points, medium: 'physical', number: '88880001' },
      { memberId: newId(), typeId: points, medium: 'physical' },
      { memberId: member, typeId: points, medium: 'physical' },
    ].map((one) => IssueCard.parse(one))
    const outcomes = await books.app.db.write((tx) => issueCards(tx, inputs))
    expect(outcomes.map((one) => ('ok' in one ? 'ok' : one.refusal.code))).toEqual([
      'ok',
      'cards.number_taken',
      'cards.number_taken',
      'cards.unknown',
      'ok',
    ])
  })
})

it('activates what was issued; a closed card opens nothing and its number is not given out again', async () => {
  const { cardId } = await issue({ number: 'LIFE0001', active: false })
  const set = (status: string, as = cashierA) =>
    ask(`POST /v1/members/${member}/cards/${cardId}/status`, { status, reason: '顾客要求' }, { as })
  const holder = () => books.app.db.read((read) => findHolders(read, ['LIFE0001', 'nobody']))
  expect([...(await holder()).values()]).toMatchObject([{ cardId, status: 'issued' }])
  await set('active')
  expect((await holder()).get('LIFE0001')).toMatchObject({ status: 'active' })
  expect(await set('closed', cashierB)).toMatchObject({ status: 404 })
  await set('closed')
  expect((await holder()).get('LIFE0001')).toMatchObject({ status: 'closed' })
  expect(await set('active')).toMatchObject({ code: 'cards.closed' })
  expect((await ask('POST /v1/members/search', { card: 'LIFE0001' }))['hits']).toEqual([])
  expect(await issue({ number: 'LIFE0001' })).toMatchObject({ code: 'cards.number_taken' })
})

it('keeps no card number in clear', async () => {
  const rows = await sql(`select 1 from cards.card where card::text ~* 'LIFE0001|88880001|8888 0001'`)
  const trail = await sql(`select 1 from kernel.trail where trail::text ~* 'LIFE0001|88880001|8888 0001'`)
  expect([...rows, ...trail]).toEqual([])
})
