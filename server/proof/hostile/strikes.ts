import type { Chance } from '../random.ts'
import type { Operation } from './declared.ts'
import { evil, evilCursor, evilTexts, written } from './evil.ts'
import { type Known, sample } from './sample.ts'

/** One hostile request, ready for the wire. */
export type Strike = {
  operation: Operation
  /** How it was spoiled, for the report. */
  how: string
  method: string
  url: string
  headers: Record<string, string>
  body: Buffer | undefined
  /** The address was spoiled so that it may lead nowhere. */
  lost?: boolean
  /** How the body comes: in pieces with pauses between them, or only the first half of it, and then no more. */
  pace?: 'slow' | 'torn'
}

type Input = Record<string, unknown>

/** Invents one request to an operation: a sound one, spoiled in up to three ways, or one whose numbers are all as large as they may be. */
export function invent(operation: Operation, chance: Chance, here: Known): Strike {
  const { method, path, parameters, body: declared } = operation
  const large = chance.once(4)
  const known = large ? { ...here, large } : here
  const input = { ...objectOf(parameters, chance, known), ...(declared && objectOf(declared.shape, chance, known)) }
  const how: string[] = large ? ['large'] : []
  for (let times = large ? 0 : chance.pick([0, 1, 1, 1, 2, 3]); times > 0; times--) how.push(spoil(input, chance))
  const before = how.length
  const url = `${intoPath(path, input, chance, how)}`
  const lost = how.length > before || /\/(%20|)(\/|$)|[^/]{200}/.test(url)
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !path.includes(`{${name}}`)))
  const headers: Record<string, string> = spoilHeaders(chance, how)
  if (method === 'GET' || method === 'DELETE') {
    const query = intoQuery(rest, chance, how)
    return {
      operation,
      how: how.join(', '),
      method,
      url: query ? `${url}?${query}` : url,
      headers,
      body: undefined,
      lost,
    }
  }
  const form = declared?.type === 'multipart/form-data'
  const body = form ? upload(rest, headers, chance) : intoBody(rest, headers, chance, how)
  const pace = body.length > 1 && chance.once(40) ? chance.pick(['slow', 'torn'] as const) : undefined
  if (pace) how.push(pace)
  return { operation, how: how.join(', '), method, url, headers, body, lost, ...(pace ? { pace } : {}) }
}

function objectOf(shape: Operation['parameters'], chance: Chance, here: Known): Input {
  const sound = sample(shape, chance, here)
  return typeof sound === 'object' && sound !== null ? (sound as Input) : {}
}

/** Puts something evil somewhere into an input, and says where. */
function spoil(input: Input, chance: Chance): string {
  const names = Object.keys(input)
  if (names.length === 0 || chance.once(9)) {
    const name = chance.pick(['limit', 'cursor', 'extra', 'constructor', 'storeId', 'id', 'hasOwnProperty'])
    input[name] = name === 'cursor' ? evilCursor(chance) : evil(chance)
    return `${name} added`
  }
  const name = chance.pick(names)
  const inner = input[name]
  if (typeof inner === 'object' && inner !== null && !Array.isArray(inner) && chance.below(3) > 0)
    return `${name}.${spoil(inner as Input, chance)}`
  if (
    Array.isArray(inner) &&
    inner.length > 0 &&
    typeof inner[0] === 'object' &&
    inner[0] !== null &&
    chance.below(3) > 0
  )
    return `${name}.0.${spoil(inner[0] as Input, chance)}`
  if (chance.once(6)) {
    delete input[name]
    return `${name} left out`
  }
  if (chance.once(10)) input[name] = [inner]
  else input[name] = name === 'cursor' ? evilCursor(chance) : evil(chance)
  return `${name} = ${JSON.stringify(input[name])?.slice(0, 60)}`
}

/** The path with its parameters; now and then with bytes in them that no text has. */
function intoPath(path: string, input: Input, chance: Chance, how: string[]): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (chance.once(25)) {
      const raw = chance.pick([
        '%00',
        '%ff',
        '%c3%28',
        '..%2f..',
        '%',
        '%zz',
        'a%20b',
        '%F0%A0%AE%B7',
        'x'.repeat(500),
        ';',
        '%0a',
        '*',
      ])
      how.push(`{${name}} is ${raw.slice(0, 20)}`)
      return raw
    }
    const value = input[name]
    return encodeURIComponent(wellFormed(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))) || '%20'
  })
}

// A lone surrogate has no form in an address: there it is sent as the three bytes that it would have.
const wellFormed = (text: string): string => text.toWellFormed().slice(0, 2_000)

function intoQuery(input: Input, chance: Chance, how: string[]): string {
  const words = Object.entries(input).flatMap(([name, value]) => {
    const texts = Array.isArray(value) ? value.slice(0, 5) : [value]
    return texts.map((one) => {
      const text = typeof one === 'string' ? one : (JSON.stringify(one) ?? '')
      return `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(text))}`
    })
  })
  if (chance.once(8)) {
    words.push(
      chance.pick([
        'limit=1&limit=2',
        'limit[]=1',
        'limit=-1',
        'limit=1e3',
        'limit=0x10',
        'cursor=%00',
        'a=%ff',
        '__proto__[x]=1',
        '=',
        '&&',
        `cursor=${evilCursor(chance)}`,
        'limit=200',
      ]),
    )
    how.push(`query ${words.at(-1)}`)
  }
  return words.join('&').slice(0, 12_000)
}

function spoilHeaders(chance: Chance, how: string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  if (!chance.once(12)) return headers
  const [name, value] = chance.pick<[string, string]>([
    ['idempotency-key', 'x'.repeat(5_000)],
    ['idempotency-key', ''],
    ['idempotency-key', 'caf\u00e9 \u00ff'],
    ['idempotency-key', "'); --"],
    ['x-forwarded-for', '10.0.0.1, 127.0.0.1'],
    ['x-request-id', '../../x'],
    ['origin', 'https://evil.example'],
    ['origin', 'null'],
    ['cookie', 'changke_session=x; changke_session=%00'],
    ['content-encoding', 'gzip'],
    ['accept', 'application/xml'],
    ['user-agent', '\u00ff'.repeat(900)],
    ['content-type', 'text/plain'],
    ['content-type', 'application/x-www-form-urlencoded'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-type', 'application/json; charset=utf-16'],
    ['content-type', 'application/xml'],
    ['content-type', 'x'],
  ])
  headers[name] = value
  how.push(`${name}: ${value.slice(0, 40)}`)
  return headers
}

function intoBody(input: Input, headers: Record<string, string>, chance: Chance, how: string[]): Buffer {
  headers['content-type'] ??= 'application/json'
  if (!chance.once(14)) return Buffer.from(written(input))
  const raw = chance.pick<string | Buffer>([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '7',
    '{"a":1,"a":2}',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{"x":1}}}',
    `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
    `{"lines":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
    `\ufeff${JSON.stringify(input)}`,
    `${JSON.stringify(input)} ${JSON.stringify(input)}`,
    `{"x":"${'y'.repeat(300_000)}"}`,
    'a=1&b=2',
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n1\r\n--x--\r\n',
  ])
  how.push(`body ${raw.toString().slice(0, 30)}`)
  return Buffer.from(raw)
}

/** A form with a file, its fields as texts. */
function upload(input: Input, headers: Record<string, string>, chance: Chance): Buffer {
  headers['content-type'] ??= 'multipart/form-data; boundary=xx'
  const part = (name: string, value: string, file = '') =>
    `--xx\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`
  const fields = Object.entries(input).map(([name, value]) =>
    part(
      name.replace(/[\r\n"]/g, ''),
      typeof value === 'string' ? value.toWellFormed() : (JSON.stringify(value) ?? ''),
    ),
  )
  const content = chance.pick([
    '姓名,手机\n王小明,13800138000\n',
    '',
    '\u0000\u0001',
    'PK\u0003\u0004',
    chance.pick(evilTexts).toWellFormed(),
  ])
  const name = chance.pick(['a.csv', 'a.xlsx', '../../x.csv', '王.csv', ''])
  const file = chance.once(8) ? '' : part('file', content, `; filename="${name}"`)
  return Buffer.from(`${fields.join('')}${file}--xx--\r\n`)
}
