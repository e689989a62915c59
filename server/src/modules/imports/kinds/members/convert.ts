import type { Birthday, NewMemberInput } from '#modules/members/index.ts'
import { likenessOf, lunarBirthday, NewMember, plainNumber, readPhone } from '#modules/members/index.ts'
import type { Row } from '../../reading/table.ts'
import { isDay, readWhen } from '../../values/moments.ts'
import type { Said } from '../../values/numbers.ts'
import { readDecimal } from '../../values/numbers.ts'
import { readCalendar, readGender, readYesNo } from '../../values/words.ts'
import { Cells } from '../cells.ts'
import type { Found, Line, Setup } from '../kind.ts'

/** A field that the house added to its archives, as `listFields` answers it. */
export type OwnField = { key: string; type: string; choices: string[]; required: boolean; retired: boolean }

/** A member as a row says it, with what it is compared by. */
export type Newcomer = {
  member: NewMember
  storeWord: string
  phone: string | null
  number: string | null
  likeness: string | undefined
  /** A finding about a field of this row, for what is known only later. */
  finding(field: string, code: string, details: Record<string, unknown>, taken: boolean): Found
}

/** Reads a row as a new member. Nothing is guessed: what cannot be understood is found wrong, with its column. */
export function convertMember(row: Row, setup: Setup, own: OwnField[], personal: ReadonlySet<string>): Line<Newcomer> {
  const cells = new Cells(row, setup, personal)
  const phone = phoneOf(cells)
  const input: NewMemberInput = {
    name: cells.text('name'),
    phone,
    number: cells.code('number') || null,
    gender: cells.take('gender', readGender) ?? null,
    birthday: birthdayOf(cells, setup) ?? null,
    email: cells.text('email') || null,
    idNumber: cells.code('idNumber') || null,
    address: addressOf(cells),
    channel: cells.text('channel') || null,
    joinedOn: cells.take('joinedOn', (text) => dayOf(text, setup)) ?? null,
    kind: cells.take('kind', kindOf) ?? 'person',
    language: cells.take('language', languageOf) ?? 'zh',
    tags: cells
      .text('tags')
      .split(/[,，;；|、]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
    remark: cells.text('remark').replace(/\r\n?/g, '\n'),
    consents: consentsOf(cells, setup),
    custom: customOf(cells, setup, own),
  }
  const foreign = cells.code('externalId')
  if (foreign) input.externalIds = [{ source: setup.options.source, id: foreign }]
  if (input.name === '' && !input.phone && cells.found.length === 0) cells.wrong('name', 'nobody')
  const parsed = NewMember.safeParse(input)
  if (!parsed.success) cells.refused(parsed.error, fieldOf)
  if (!parsed.success || cells.found.length > 0) return { at: row.at, key: null, input: null, found: cells.found }
  const member = parsed.data
  return {
    at: row.at,
    key: null,
    found: [],
    input: {
      member,
      phone,
      storeWord: cells.text('homeStore'),
      number: member.number === null ? null : plainNumber(member.number),
      likeness: likenessOf(member),
      finding: (field, code, details, taken) => cells.finding(field, code, details, taken),
    },
  }
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path[0] === 'externalIds' ? 'externalId' : path[0] === 'custom' ? `custom.${String(path[1])}` : String(path[0] ?? '')

const dayOf = (text: string, setup: Setup): Said<string> => {
  const when = readWhen(text, setup.options.dayOrder)
  return 'ok' in when ? { ok: when.ok.day } : when
}

function phoneOf(cells: Cells): string | null {
  const text = cells.code('phone')
  if (text === '') return null
  const read = readPhone(text)
  if ('phone' in read) return read.phone
  if (read.wrong !== 'empty') cells.wrong('phone', 'bad_phone', { why: read.wrong })
  return null
}

const monthDay = /^(\d{1,2})[-/.月](\d{1,2})日?$/

function birthdayOf(cells: Cells, setup: Setup): Birthday | undefined {
  const calendar = cells.take('birthdayCalendar', readCalendar) ?? 'solar'
  return cells.take('birthday', (text): Said<Birthday> => {
    const short = monthDay.exec(text.normalize('NFKC'))
    if (short) {
      const [month, dayOfMonth] = [Number(short[1]), Number(short[2])]
      if (calendar === 'lunar' && setup.options.lunarAs === 'solar') return { wrong: 'lunar_needs_year' }
      if (!isDay(2000, month, dayOfMonth)) return { wrong: 'no_such_day' }
      return { ok: { calendar, year: null, month, day: dayOfMonth, leap: false } }
    }
    const said = dayOf(text, setup)
    if ('wrong' in said) return said
    if (calendar === 'lunar' && setup.options.lunarAs === 'solar') return { ok: lunarBirthday(said.ok) }
    const [year, month, dayOfMonth] = said.ok.split('-').map(Number) as [number, number, number]
    return { ok: { calendar, year, month, day: dayOfMonth, leap: false } }
  })
}

/** Province, city and district before the street, unless the street begins with them already. */
function addressOf(cells: Cells): string | null {
  let address = cells.text('address')
  for (const field of ['district', 'city', 'province']) {
    const part = cells.text(field)
    if (part !== '' && !address.startsWith(part)) address = part + address
  }
  return address || null
}

const kindOf = (text: string): Said<'person' | 'enterprise'> => {
  const folded = text.toLowerCase()
  if (['个人', '自然人', 'person', 'personal'].includes(folded)) return { ok: 'person' }
  if (['企业', '单位', '公司', '团体', 'enterprise', 'company'].includes(folded)) return { ok: 'enterprise' }
  return { wrong: 'unknown_word', details: { words: ['个人', '企业'] } }
}

const languageOf = (text: string): Said<'zh' | 'en'> => {
  if (/^(zh|中文|汉语|chinese)/i.test(text)) return { ok: 'zh' }
  return /^(en|英文|英语)/i.test(text) ? { ok: 'en' } : { wrong: 'unknown_word', details: { words: ['zh', 'en'] } }
}

function consentsOf(cells: Cells, setup: Setup): NewMember['consents'] {
  return (['sms', 'email', 'phone', 'wechat'] as const).flatMap((channel) => {
    const given = cells.take(`consent.${channel}`, readYesNo)
    return given === undefined ? [] : [{ channel, given, source: setup.options.source }]
  })
}

function customOf(cells: Cells, setup: Setup, own: OwnField[]): NewMember['custom'] {
  const custom: NewMember['custom'] = {}
  for (const { key, type, choices, required, retired } of own) {
    if (retired) continue
    const field = `custom.${key}`
    const value = cells.take(field, (text): Said<string | number | boolean> => {
      if (type === 'day') return dayOf(text, setup)
      if (type === 'yesno') return readYesNo(text)
      if (type === 'number') {
        const read = readDecimal(text, setup.options.decimal)
        return 'ok' in read ? { ok: Number(read.ok.whole) / 10 ** read.ok.scale } : read
      }
      if (type === 'choice' && !choices.includes(text))
        return { wrong: 'unknown_word', details: { words: choices.slice(0, 6) } }
      return { ok: text }
    })
    if (value !== undefined) custom[key] = value
    else if (required && cells.found.length === 0) cells.wrong(field, 'needed', { field: key })
  }
  return custom
}
