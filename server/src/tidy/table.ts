import type { Row } from '#kernel/http.ts'

// Places of which a house or a caller has one, and deeds; everything else in a path is a collection, and collections are plural.
const single = new Set([
  'today',
  'audit',
  'charter',
  'organisation',
  'profile',
  'session',
  'setup',
  'statement',
  'batch',
  'search',
])

/** Rows of the route table that a reader would stumble over. */
export function checkRows(rows: readonly Row[], permissions: readonly string[]): string[] {
  const wrong: string[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const say = (what: string) => wrong.push(`${row.name} (${row.path}) ${what}`)
    if (seen.has(row.name)) say('has a name that is taken')
    seen.add(row.name)
    if (!/^[a-z][A-Za-z]+$/.test(row.name)) say('has no name like a command')
    if (!/^[\p{L}\p{N}].{8,200}[.]$/u.test(row.summary)) say('needs a sentence as its summary')
    if (![...permissions, 'anyone', 'signed-in'].includes(row.may))
      say(`asks for ${row.may}, which nobody can be given`)
    const first = row.path.split('/')[2] ?? ''
    if (!first.endsWith('s') && !['people'].includes(first) && !single.has(first)) say(`should say ${first}s`)
    if (/[A-Z_]/.test(row.path.replace(/^[A-Z]+ /, '').replace(/\{\w+\}/g, ''))) say('writes its path with capitals')
    const method = row.path.split(' ')[0]
    const writes = row.kind === 'command' || row.kind === 'gathered' || row.kind === 'upload'
    if (method === 'GET' && writes) say('changes something by GET')
  }
  return wrong
}

/** Refusals that a console language has no sentence for. */
export function checkRefusals(codes: Iterable<string>, told: Record<string, Record<string, string>>): string[] {
  return [...codes].flatMap((code) =>
    Object.entries(told)
      .filter(([, words]) => !words[code]?.trim())
      .map(([language]) => `${code} has no sentence in ${language}`),
  )
}
