import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importer, shared } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'

const home = shop()
const { ask, sql, place } = home
const { bring, send, through, problems } = importer(home)

const csv = readFileSync(shared('synthetic_members_cn', 'members.csv'), 'utf8')

/** The file's rows, read independently of the house: quotes, commas and line breaks within them. */
function rowsOf(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === ',' || letter === '\n')) {
      rows.at(-1)!.push(cell)
      cell = ''
      if (letter === '\n') rows.push([])
    } else cell += letter
  }
  const [header, ...rest] = rows
  return rest
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at]!])))
}

describe('members of an old system', () => {
  const rows = rowsOf(csv)
  const plainPhone = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/^(\+86|0086)/, '')
  const isDay = (text: string) => {
    const at = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
  }
  /** What is wrong with each row, by plain rules of this test: its number in the file → which column, and why. */
  const expected = new Map<number, [column: string, code: string]>()
  const phones = new Set<string>()
  const people = new Set<string>()
  for (const [at, row] of rows.entries()) {
    const phone = plainPhone(row['mobile']!)
    const person = `${row['name']!.trim()} ${row['birthday']} ${row['birthday_calendar']}`
    if (phone !== '' && !/^1[3-9]\d{9}$/.test(phone)) expected.set(at + 2, ['mobile', 'bad_phone'])
    else if (row['email'] !== '' && !/^[\w.]+@[\w.]+$/.test(row['email']!))
      expected.set(at + 2, ['email', 'not_allowed'])
    else if (row['birthday'] !== '' && !isDay(row['birthday']!)) expected.set(at + 2, ['birthday', 'no_such_day'])
    else if (phone !== '' && phones.has(phone)) expected.set(at + 2, ['mobile', 'phone_twice'])
    else if (row['birthday'] !== '' && people.has(person)) expected.set(at + 2, ['name', 'alike_in_file'])
    phones.add(phone)
    people.add(person)
  }

  it('come in: bad values and likely duplicates are listed row by row, the good rows are in', async () => {
    expect([rows.length, expected.size]).toEqual([535, 44])
    const sent = await send({ kind: 'members' }, 'members.csv', csv)
    expect(sent).toMatchObject({
      status: 200,
      state: 'ready',
      rowsTotal: 536,
      shape: { encoding: 'utf-8', headerRow: 1 },
    })
    expect(sent['mapping']).toEqual({
      member_no: 'number',
      name: 'name',
      gender: 'gender',
      birthday: 'birthday',
      birthday_calendar: 'birthdayCalendar',
      mobile: 'phone',
      email: 'email',
      province: 'province',
      city: 'city',
      joined_on: 'joinedOn',
      source: 'channel',
      sms_consent: 'consent.sms',
      email_consent: 'consent.email',
      remark: 'remark',
    })
    const checked = await through(sent['id'], 'check')
    expect(checked).toMatchObject({ state: 'ready', checked: { counts: { rows: 535, accepted: 491, reported: 44 } } })
    expect(await sql('select count(*) from members.member')).toEqual([{ count: '0' }])
    const done = await through(sent['id'], 'start')
    expect(done).toMatchObject({
      state: 'done',
      rowsDone: 535,
      rowsTotal: 535,
      rowsExact: true,
      counts: { rows: 535, accepted: 491, anonymous: 0, reported: 44, empty: 0 },
    })
    for (const task of ['check', 'run']) {
      const listed = await problems(sent['id'], task)
      const found = new Map(listed.map(({ row, column, code }: Record<string, string>) => [row, [column, code]]))
      expect(found).toEqual(expected)
      for (const { wrong, todo } of listed)
        expect([wrong, todo].every((text) => /\p{Script=Han}/u.test(text))).toBe(true)
    }
    expect(await sql('select count(*) from members.member')).toEqual([{ count: '491' }])
  })

  it('stand in the archive as they were told', async () => {
    const of = async (row: number) => {
      const { hits } = await ask('POST /v1/members/search', { number: rows[row]!['member_no'] })
      return ask(`GET /v1/members/${hits[0].memberId}`)
    }
    const lunar = rows.findIndex((row) => row['birthday_calendar'] === '农历' && row['member_no']! < 'M100100')
    const remark = rows.findIndex((row) => row['remark']!.includes('\n'))
    expect(await of(0)).toMatchObject({
      name: '李伟',
      gender: 'male',
      birthday: { calendar: 'solar', year: 1959, month: 5, day: 4 },
      phone: '130****0001',
      joinedOn: '2018-03-30',
      channel: '活动',
      consents: [
        { channel: 'email', given: true, source: 'import' },
        { channel: 'sms', given: true },
      ],
    })
    expect((await of(lunar))['birthday']).toMatchObject({ calendar: 'lunar' })
    expect((await of(remark))['remark']).toBe('第一行\n第二行')
    expect((await of(119))['remark']).toBe('=1+1')
  })

  it('are listed in a file that can be opened without harm, with personal values masked', async () => {
    const { items } = await ask('GET /v1/imports?kind=members')
    const file = await ask(`GET /v1/imports/${items[0].id}/errors.csv`)
    expect(file.status).toBe(200)
    const lines = file['text'].trimEnd().split('\r\n')
    expect(lines).toHaveLength(45)
    expect(lines[0]).toBe('\ufeff行,列,内容,是否已导入,问题,怎么办,代码')
    expect(file['text']).not.toMatch(/1[3-9]\d{9}/)
    expect(file['text']).not.toContain('not-an-email')
  })

  it('are not taken in twice, and not changed', async () => {
    const before = await sql('select member_id, name, version from members.member order by 1')
    const again = await send({ kind: 'members' }, 'again.csv', csv)
    expect(await through(again['id'], 'start')).toMatchObject({ status: 409, code: 'imports.same_file' })
    const done = await through(again['id'], 'start', { again: true })
    expect(done).toMatchObject({ state: 'done', counts: { accepted: 0, reported: 535 } })
    expect(await sql('select member_id, name, version from members.member order by 1')).toEqual(before)
  })

  it('leave again, except who was used since', async () => {
    const { items } = await ask('GET /v1/imports?kind=members')
    const [second, first] = items
    const bought = (await ask('POST /v1/members/search', { number: rows[0]!['member_no'] }))['hits'][0].memberId
    await home.sell({ id: bought }, [10_000])
    const undone = await through(first.id, 'undo')
    expect(undone).toMatchObject({ state: 'undone', undoReport: { counts: { things: 490 }, keptCount: 1 } })
    // The file has as many rows as ever, whatever was taken back.
    expect(undone).toMatchObject({ rowsInFile: 535, rowsTotal: 491 })
    expect(undone['undoReport'].kept).toEqual([{ what: 'member', id: bought, amount: 1 }])
    expect(await sql('select member_id from members.member')).toEqual([{ member_id: bought }])
    // Of the second one nothing is in, so there is nothing to undo.
    expect(await through(second.id, 'undo')).toMatchObject({ status: 409, code: 'imports.not_now' })
  })
})

it('understands Chinese headers, GB18030, stores by code, and fields of the house', async () => {
  await ask('PUT /v1/member-fields/pet', { labelZh: '宠物', labelEn: 'Pet', type: 'choice', choices: ['猫', '狗'] })
  const text =
    '会员清单\n会员编号,姓名,手机号码,出生日期,所属门店,宠物,注册时间\nA-1,张三,13911112222,1990年1月2日,b,猫,2024/3/5 10:00\nA-2,李四,13911113333,05-04,C,猫,\nA-3,王五,13911114444,,B,鸟,\n'
  const encoded = Buffer.from([...text].flatMap((letter) => gb18030(letter)))
  const done = await bring({ kind: 'members' }, encoded)
  expect(done).toMatchObject({
    state: 'done',
    shape: { encoding: 'gb18030', headerRow: 2 },
    mapping: {
      会员编号: 'number',
      姓名: 'name',
      手机号码: 'phone',
      出生日期: 'birthday',
      所属门店: 'homeStore',
      宠物: 'custom.pet',
      注册时间: 'joinedOn',
    },
    counts: { accepted: 1, reported: 2 },
  })
  expect((await problems(done['id'])).map(({ row, code }: Record<string, unknown>) => [row, code])).toEqual([
    [4, 'unknown_store'],
    [5, 'unknown_word'],
  ])
  const { hits } = await ask('POST /v1/members/search', { phone: '13911112222' })
  expect(hits[0]).toMatchObject({ name: '张三', number: 'A-1', homeStore: place.b })
  expect(await ask(`GET /v1/members/${hits[0].memberId}`)).toMatchObject({
    joinedOn: '2024-03-05',
    custom: { pet: '猫' },
  })
})

/** GB18030 of a text, from the decoder's own table: there is no encoder to be had. */
const table = new Map<string, number[]>()
function gb18030(letter: string): number[] {
  if (table.size === 0) {
    const decoder = new TextDecoder('gb18030')
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x40; second < 0xff; second++)
        table.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  }
  return letter.charCodeAt(0) < 128 ? [letter.charCodeAt(0)] : table.get(letter)!
}
