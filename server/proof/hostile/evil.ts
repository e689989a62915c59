import type { Chance } from '../random.ts'

const nul = String.fromCharCode(0)

/** Texts that broke somebody's server once. The long ones stay under the limit of a body, so that they reach the rooms. */
export const evilTexts: readonly string[] = [
  '',
  ' ',
  nul,
  `a${nul}b`,
  `\\u0000`,
  '\ud800',
  'x\udfff\ud800y',
  '\u202e\u2066abc\u2069',
  'שלום مرحبا',
  '𠮷野家𠀋🏳️‍🌈👩‍👩‍👧‍👦',
  'ﬀ１３８１２３４５６７８',
  'e\u0301\u0301\u0301'.repeat(400),
  '\ufeff王',
  '\u0085\u2028\u2029',
  "' or '1'='1",
  `'; drop table members.member; --`,
  `"}]}'); select pg_sleep(5); --`,
  '$1',
  '{1,2,"3"}',
  '{"a":1}',
  '{',
  '\\',
  '"',
  '\\"},{\\"',
  'null',
  'NULL',
  'NaN',
  'Infinity',
  'infinity',
  '-infinity',
  'epoch',
  'now',
  '1e309',
  '0x10',
  '9'.repeat(400),
  '-0',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '%00',
  '%',
  '%ff%fe',
  '<script>alert(1)</script>',
  `{{7*7}}$${'{7*7}'}`,
  `=cmd|' /C calc'!A0`,
  '__proto__',
  'constructor',
  'toString',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01890000-0000-7000-8000-00000000000G',
  '01890000-0000-7000-8000-000000000000\n',
  '{01890000-0000-7000-8000-000000000000}',
  '01890000000070008000000000000000',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-29',
  '2026-02-30',
  '+275760-09-13',
  '-000001-01-01',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:60Z',
  '9999-12-31T23:59:59.999999999999Z',
  '2026-01-01T00:00:00+23:59',
  '2026-01-01T24:00:00Z',
  'A'.repeat(70),
  'x'.repeat(5_000),
  '药'.repeat(20_000),
]

/** Numbers at the edges of what databases, floats and money can hold. */
export const evilNumbers: readonly number[] = [
  0,
  -0,
  -1,
  0.1,
  1e-7,
  0.5,
  32_767,
  32_768,
  65_536,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  999_999_999_999,
  1_000_000_000_001,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  9.223_372_036_854_775e18,
  1e300,
  -1e300,
  5e-324,
]

/** Objects so deep that whoever walks them by recursion falls. We would fall too, so they are put in when the text is made. */
const abyss = 'an abyss'
const open = Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? '[' : '{"a":'))
const depths = `${open.join('')}1${open
  .map((one) => (one === '[' ? ']' : '}'))
  .reverse()
  .join('')}`

/** An input as JSON; lone surrogates as escapes, abysses in full depth. */
export const written = (input: unknown): string => (JSON.stringify(input) ?? '').replaceAll(`"${abyss}"`, depths)

/** Something that does not belong where it is put. */
export function evil(chance: Chance): unknown {
  const dice = chance.below(20)
  if (dice < 9) return chance.pick(evilTexts)
  if (dice < 14) return chance.pick(evilNumbers)
  return chance.pick<unknown>([
    null,
    true,
    [],
    {},
    [[]],
    [null],
    { length: 1e9 },
    { toString: 1 },
    abyss,
    Array.from({ length: 3_000 }, () => 1),
    Array.from({ length: 1_200 }, () => ({})),
    Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, at])),
    ['01890000-0000-7000-8000-000000000000'],
  ])
}

/** Cursors as nobody got them from us: well-formed on the outside. */
export function evilCursor(chance: Chance): string {
  const keys = chance.pick<unknown>([
    [],
    [null],
    [1],
    ['x'],
    [{}],
    [[['a']]],
    [`a${nul}`],
    ["'"],
    [1e300, 'x'],
    ['9999-99-99', 'x', null, 4],
    ['2026-01-01T00:00:00Z', '01890000-0000-7000-8000-000000000000'],
    ['01890000-0000-7000-8000-000000000000', '01890000-0000-7000-8000-000000000000'],
    { a: 1 },
    'text',
    7,
  ])
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}
