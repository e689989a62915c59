import { expect, it } from 'vitest'
import { isCode, isTest, readStreet } from '../../src/tidy/street.ts'
import { type Expression, expressionsIn, isLinear, slowestMs } from './expressions.ts'

// What reads nothing but this repository: no visitor can hand it a text.
const ours =
  /^(server\/src\/(tidy|generate|testing)\/|server\/src\/kernel\/http\/(openapi|shapes|reference-\w+)\.ts|console\/\w+\.ts|\w+\/vit\w+\.config\.ts)/

/** Not linear, and harmless because of how much they are ever given: file, pattern, the most characters, and why no more. */
const bounded: [file: string, pattern: string, most: number, why: string][] = [
  [
    'console/src/features/counter/entry.ts',
    '^(\\d{1,5}(?:\\.\\d{1,3})?) ?[*×] ?(.*)$',
    2_000,
    'a line typed or scanned at one’s own till',
  ],
  ['server/src/cli/restore.ts', '\\d[T ]\\d.*(Z|[+-]\\d\\d:?\\d\\d)$', 1_000, 'an option of the command line'],
  [
    'server/src/kernel/backup/archive.ts',
    '^(postmaster\\.(pid|opts)|pg_internal\\.init.*|pgsql_tmp.*|.*\\.tmp|backup_label.*|tablespace_map.*|.*\\.signal)$',
    4_096,
    'the name of a file in the data folder',
  ],
  ['server/src/kernel/backup/copying.ts', '^\\.making-(.+)-(\\d+)-[0-9a-f]{6}$', 255, 'the name of a file of ours'],
  ['server/src/kernel/backup/copying.ts', '\\.new-(\\d+)$', 255, 'the name of a file of ours'],
  [
    'server/src/kernel/backup/recovering.ts',
    'last completed transaction was at log time (\\d{4}-\\d\\d-\\d\\d) ([\\d:.]+)\\+00',
    10_000,
    'what PostgreSQL prints while it recovers',
  ],
  ['server/src/kernel/backup/restoring.ts', '^(.*)\\.restoring-(\\d+)$', 255, 'the name of a file of ours'],
  ['server/src/kernel/http/bind.ts', '\\{(\\w+)\\}', 200, 'a path of the route table'],
  ['server/src/kernel/postgres/postmaster.ts', '^.*?\\[\\d+\\]\\s*', 10_000, 'a line that PostgreSQL prints'],
  ['server/src/modules/imports/kinds/products/work.ts', '^-+|-+$', 10_000, 'a cell, see Cells.text'],
  ['server/src/modules/imports/kinds/products/work.ts', '[%％]\\s*$', 10_000, 'a cell, see Cells.text'],
  [
    'server/src/modules/imports/mappings/rules.ts',
    '[（(【[].*?[)）】\\]]',
    100,
    'the name of a column, cut in header.ts',
  ],
  [
    'server/src/modules/imports/reading/book.ts',
    '"[^"]*"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]',
    255,
    'a number format, cut there',
  ],
  [
    'server/src/modules/imports/reading/header.ts',
    '^[+\\-¥￥$]?[\\d.,:/\\- ]*\\d[\\d.,:/\\- %TZ]*$',
    100,
    'a cell of the header, cut there',
  ],
  [
    'server/src/modules/imports/uploading/service.ts',
    '^\\+?[\\d\\s-]{11,}[\\dXx]?$|.@.+\\..',
    200,
    'a cell of the sample, cut there',
  ],
  [
    'server/src/modules/imports/values/moments.ts',
    '[\\d日](?:\\s*T\\s*|\\s+)(?=\\S)',
    10_000,
    'a cell, see Cells.text',
  ],
  ['server/src/modules/imports/values/numbers.ts', '0+$', 6, 'the digits behind a point'],
  ['server/src/modules/org/people/rules.ts', '^(.{0,2})[^@]*(@.*)$', 200, 'an e-mail address of its contract'],
  ['server/src/modules/org/sessions/passwords.ts', '=+$', 100, 'base64 of 32 bytes'],
]

// Made of a text that stands elsewhere in the source; each is an alternative of constants.
const composed = ['server/src/modules/cards/types/contract.ts']

const street = readStreet().filter(
  (source) => isCode(source) && !isTest(source.path) && /^(server\/src|server\/seed|sdk|console)\//.test(source.path),
)
const nameOf = (file: string, pattern: string) => `${file} ${pattern}`
const fileOf = ({ where }: { where: string }) => where.slice(0, where.lastIndexOf(':'))

function wrongOf(all: ReturnType<typeof expressionsIn>): string[] {
  const known = new Map<string, boolean>()
  return all.flatMap((one) => {
    if (ours.test(fileOf(one))) return []
    if (one.pattern === undefined)
      return composed.includes(fileOf(one)) ? [] : [`${one.where} is made of what nobody can see`]
    if (bounded.some(([file, pattern]) => file === fileOf(one) && pattern === one.pattern)) return []
    const key = `/${one.pattern}/${one.flags}`
    if (!known.has(key)) known.set(key, isLinear(one as Expression))
    return known.get(key) ? [] : [`${one.where} ${key} is not linear`]
  })
}

it('has no regular expression whose time grows faster than its text, but for those whose text is short', () => {
  const all = street.flatMap(expressionsIn)
  const judged = all.filter((one) => !ours.test(fileOf(one)))
  console.log(
    `regular expressions: ${judged.length} judged, ${bounded.length} of them bounded by their texts, ${all.length - judged.length} read only our own files`,
  )
  expect.soft(wrongOf(all)).toEqual([])
  const there = new Set(all.map((one) => nameOf(fileOf(one), one.pattern ?? '')))
  expect
    .soft(
      bounded.filter(([file, pattern]) => !there.has(nameOf(file, pattern))).map(([file]) => file),
      'listed, and gone',
    )
    .toEqual([])
  const planted = {
    path: 'server/src/a.ts',
    text: 'export const a = /^(a+)+$/\nconst b = new RegExp("(x|x)*y")\nconst c = (t: string) => new RegExp(t)',
  }
  expect(wrongOf(expressionsIn(planted))).toHaveLength(3)
})

it.each(bounded)('is done in no time with the longest text it can be given: %s %s (%i)', (_, pattern, most) => {
  expect(slowestMs(new RegExp(pattern, 'i'), most)).toBeLessThan(250)
})
