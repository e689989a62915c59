import { chapters as later } from './asvs-later.ts'

/** Where the named tests stand. */
export const files: Record<string, string> = {
  headers: 'server/proof/security/headers.test.ts',
  crossing: 'server/proof/security/crossing.test.ts',
  smuggling: 'server/proof/security/smuggling.test.ts',
  away: 'server/proof/security/away.test.ts',
  signing: 'server/proof/security/signing.test.ts',
  guessing: 'server/proof/security/guessing.test.ts',
  expressions: 'server/proof/security/expressions.test.ts',
  tampering: 'server/proof/security/tampering.test.ts',
  supply: 'server/proof/security/supply.test.ts',
  browser: 'e2e/security.test.ts',
  hostile: 'server/proof/hostile/hostile.test.ts',
  matrix: 'server/proof/matrix/matrix.test.ts',
  personal: 'server/proof/personal/personal.test.ts',
  contracts: 'server/src/kernel/http/contracts.test.ts',
  kernel: 'server/src/kernel/kernel.test.ts',
  rotation: 'server/src/kernel/rotation.test.ts',
  health: 'server/src/kernel/http/health.test.ts',
  settings: 'server/src/kernel/settings.test.ts',
  sessions: 'server/src/modules/org/sessions.test.ts',
  keys: 'server/src/modules/org/keys.test.ts',
  people: 'server/src/modules/org/people.test.ts',
  orgGuessing: 'server/src/modules/org/guessing.test.ts',
  exports: 'server/src/modules/imports/exports.test.ts',
  sheets: 'server/src/modules/imports/reading/sheets.test.ts',
  reading: 'server/src/modules/imports/reading/reading.test.ts',
  outside: 'server/src/modules/purchases/outside.test.ts',
  verify: 'server/proof/verify.test.ts',
  races: 'server/proof/races.test.ts',
}

/**
 * The items of OWASP ASVS 5.0.0, levels 1 and 2 (and two of level 3), that can be seen from outside, each in our own words. A line is: number, level, what
 * is asked, and how it stands: tests as `file: title`, parted by semicolons; `= …` a proof in words; `- …` why it does not apply; `? …` not
 * yet, and what is missing.
 */
const chapters: Record<string, string> = {
  'Input and output': `
1.2.1 | 1 | What is put into HTML, attributes and headers is escaped for that place | hostile: answers 2,000 hostile requests; headers: draws only what carries; browser: shows every page without
1.2.2 | 1 | Addresses that are built from what was said are encoded, and only safe schemes are taken | headers: sends nobody anywhere; smuggling: puts nothing that a request says
1.2.3 | 1 | What is put into scripts or JSON cannot become code | headers: keeps no answer of the API; browser: shows every page without
1.2.4 | 1 | Queries take values as parameters only | hostile: answers 2,000 hostile requests; = Kysely’s sql template binds every value; tidy lets SQL stand in store.ts alone
1.2.5 | 1 | Nothing that was said reaches a shell | = no route starts a process; PostgreSQL is started with fixed words and without a shell
1.2.6 | 2 | LDAP | - there is none
1.2.7 | 2 | XPath | - there is none
1.2.8 | 2 | LaTeX | - there is none
1.2.9 | 2 | Regular expressions are not built from what was said | expressions: has no regular expression whose time
1.2.10 | 3 | Cells of CSV and spreadsheets cannot become formulas | exports: write lists as CSV that no spreadsheet runs
1.3.1 | 1 | HTML that people write is cleaned | - nobody can write HTML anywhere
1.3.2 | 1 | Nothing is evaluated as code | headers: draws only what carries; = Biome forbids eval; the content security policy knows no unsafe-eval
1.3.3 | 2 | What goes into dangerous places is cut to size and kind first | contracts: leaves no contract open
1.3.4 | 2 | SVG and other scriptable files of people are cleaned or not shown | - no file of anybody is ever shown; uploads are read as tables only
1.3.5 | 2 | Templates that people write cannot run code | - there are none yet
1.3.6 | 2 | The server asks no address that somebody names (SSRF) | - nothing takes an address to call; webhooks do not exist yet
1.3.7 | 2 | Templates are not built from what was said | - pages are files; the reference escapes each text
1.3.12 | 3 | No regular expression takes exponentially long | expressions: has no regular expression whose time; expressions: is done in no time
1.4.2 | 2 | Numbers cannot overflow | hostile: answers 2,000 hostile requests; contracts: refuses
1.5.1 | 1 | XML readers know no outside entities | sheets: take no harm from
1.5.2 | 2 | What is read back into objects has an allowed shape | contracts: leaves no contract open; hostile: answers 2,000 hostile requests`,
  'Business rules': `
2.1.1 | 1 | Which values are good is written down per field | = openapi.json, made from the contracts that the server checks with
2.2.1 | 1 | Input is checked against what is allowed | contracts: leaves no contract open; hostile: answers 2,000 hostile requests
2.2.2 | 1 | It is checked on the server | hostile: answers 2,000 hostile requests
2.2.3 | 2 | Fields that belong together are checked together | contracts: refuses days and moments; hostile: answers 2,000 hostile requests
2.3.1 | 1 | Steps cannot be skipped or taken out of order | contracts: answers a return of what leads to no sale; sessions: takes an invitation once
2.3.2 | 2 | Limits of the business hold | races: gives every pair
2.3.3 | 2 | A business act happens whole or not at all | kernel: rolls back an answer; kernel: binds nothing by a refusal
2.3.4 | 2 | What is limited cannot be taken twice by asking at once | races: lets one of twenty
2.4.1 | 2 | Who asks too often is slowed down | outside: slows down who tries out; orgGuessing: counts who a request turned out to be`,
  Browser: `
3.2.1 | 1 | An answer of the API opened in a browser is shown as data, not as a page | headers: says with every answer; headers: keeps no answer of the API
3.2.2 | 1 | Text is shown as text | browser: shows every page without
3.3.1 | 1 | Cookies are Secure, and called __Secure- or __Host- | headers: keeps the session’s cookie
3.3.2 | 2 | Cookies say SameSite | headers: keeps the session’s cookie
3.3.3 | 2 | Cookies of one host are called __Host- | headers: keeps the session’s cookie
3.3.4 | 2 | The session’s cookie is HttpOnly and travels in Set-Cookie alone | headers: keeps the session’s cookie
3.4.1 | 1 | Strict-Transport-Security for a year, with what lies below at level 2 | headers: says with every answer
3.4.2 | 1 | No other origin may read an answer | headers: lets no other site read
3.4.3 | 2 | A content security policy with object-src and base-uri none, without unsafe-inline | headers: says with every answer; headers: draws only what carries; browser: shows every page without
3.4.4 | 2 | nosniff | headers: says with every answer
3.4.5 | 2 | A referrer policy that tells no other site anything | headers: says with every answer
3.4.6 | 2 | frame-ancestors | headers: says with every answer
3.5.1 | 1 | A change that another site’s page asks for is refused | crossing: takes no change; crossing: signs nobody in
3.5.2 | 1 | What may be sent without a preflight changes nothing | crossing: takes no change
3.5.3 | 1 | No change by GET or HEAD | crossing: changes nothing by GET
3.5.4 | 2 | Different applications stand on different hosts | - there is one application
3.5.5 | 2 | Messages between windows are checked | - none are sent or heard
3.7.1 | 2 | No plug-ins, no outdated client techniques | = none in console/package.json
3.7.2 | 2 | Redirects lead to allowed places only | headers: sends nobody anywhere`,
  'API and wire': `
4.1.1 | 1 | Each answer says its type with its charset | headers: keeps no answer of the API
4.1.2 | 2 | Only pages redirect from http to https, not the API | headers: sends nobody anywhere
4.1.3 | 2 | Headers that a proxy sets cannot be set by people | crossing: believes a forwarded address
4.2.1 | 2 | Where a request ends is beyond doubt | smuggling: reads no second request
4.3.1 | 2 | GraphQL limits | - there is none
4.4.1 | 1 | WebSockets over TLS | - there are none`,
  Files: `
5.1.1 | 2 | What may be uploaded is written down | = docs/guide, imports; the kinds and forms stand in the contract
5.2.1 | 1 | Files have a limit of size that the server bears | reading: is not larger than allowed
5.2.2 | 1 | A file is what its name says | reading: is refused
5.2.3 | 2 | Packed files are limited by what comes out of them | sheets: take no harm from; reading: takes no harm from
5.3.1 | 1 | No uploaded file is ever run | = files are staged sealed in a folder that nothing serves, and read as tables
5.3.2 | 1 | Names of files become no paths | = a staged file is called by its import’s id
5.4.1 | 2 | Names of downloads are set by the server | exports: write lists as CSV
5.4.2 | 2 | Names of downloads are encoded as RFC 6266 says | = sendFile in kernel/http/bind.ts
5.4.3 | 2 | Files of others are scanned | - no file is handed on to anybody`,
  ...later,
}

export type Standing =
  | { kind: 'tests'; tests: { file: string; title: string }[]; words: string }
  | { kind: 'words' | 'not ours' | 'not yet'; words: string }
export type Item = { chapter: string; no: string; level: number; asks: string; standing: Standing }

const kinds = { '=': 'words', '-': 'not ours', '?': 'not yet' } as const

function standingOf(text: string): Standing {
  const parts = text.split(/; (?=[=?-] |\w+: )/)
  const tests = parts.flatMap((part) => {
    const [, name, title] = /^(\w+): (.+)$/.exec(part) ?? []
    return name && title ? [{ file: files[name] ?? `no file is called ${name}`, title }] : []
  })
  const words = parts.filter((part) => /^[=?-] /.test(part))
  if (tests.length + words.length !== parts.length) throw new Error(`"${text}" says neither tests nor words`)
  const kind = kinds[words[0]?.[0] as keyof typeof kinds] ?? 'words'
  const said = words.map((one) => one.slice(2)).join('; ')
  return tests.length > 0 && kind !== 'not yet' ? { kind: 'tests', tests, words: said } : { kind, words: said }
}

/** A table of lines as items. */
export const itemsOf = (tables: Record<string, string>): Item[] =>
  Object.entries(tables).flatMap(([chapter, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [no = '', level, asks = '', standing = ''] = line.split(' | ')
        return { chapter, no, level: Number(level), asks, standing: standingOf(standing) }
      }),
  )

export const items: Item[] = itemsOf(chapters)
