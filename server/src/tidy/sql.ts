import { basename } from 'node:path'
import { isCode, isTest, type Node, parse, roomOf, type Source, visit } from './street.ts'

type Arrows = Record<string, readonly string[]>
type Piece = { text: string; line: number; tagged: boolean }

const looksLikeSql = /^\s*(select|insert\s+into|update|delete\s+from|with|create|alter|lock|truncate)\s/i

/** The SQL in a TypeScript file: `sql` templates, and other texts that begin like a statement. */
export function sqlIn(source: Source): Piece[] {
  const { program, lineOf } = parse(source)
  const pieces: Piece[] = []
  const seen = new Set<unknown>()
  const textOf = (template: Node) =>
    (template['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('$1')
  visit(program, (node) => {
    if (node.type === 'TaggedTemplateExpression' && (node['tag'] as Node)['name'] === 'sql') {
      seen.add(node['quasi'])
      pieces.push({ text: textOf(node['quasi'] as Node), line: lineOf(node.start), tagged: true })
    } else if (node.type === 'TemplateLiteral' && !seen.has(node)) {
      const text = textOf(node)
      if (looksLikeSql.test(text)) pieces.push({ text, line: lineOf(node.start), tagged: false })
    } else if (node.type === 'Literal' && typeof node['value'] === 'string' && looksLikeSql.test(node['value'])) {
      pieces.push({ text: node['value'], line: lineOf(node.start), tagged: false })
    }
  })
  return pieces
}

const plain = (sql: string) => sql.replace(/--.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''")

/** What SQL of a room says of another room's schema that is neither a `v_` view nor a foreign key, or goes against an arrow. */
export function reachesIn(text: string, room: string, arrows: Arrows): string[] {
  const wrong: string[] = []
  const sql = plain(text)
  for (const match of sql.matchAll(/\b([a-z_]+)\.([a-z_][a-z0-9_]*)/g)) {
    const [name, owner = '', table = ''] = match
    if (!(owner in arrows) || owner === room) continue
    const key = /references\s+$/i.test(sql.slice(0, match.index))
    const open = table.startsWith('v_') || key
    if (!open) wrong.push(`reaches into ${name}`)
    else if (!arrows[room]?.includes(owner)) wrong.push(`names ${name} without an arrow ${room} → ${owner}`)
  }
  return wrong
}

/** SQL that names another room's tables, in stores and migrations. */
export function checkReaches(sources: Source[], arrows: Arrows): string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path)
    if (!room || isTest(source.path)) return []
    const pieces = source.path.endsWith('.sql') ? [{ text: source.text, line: 1 }] : isCode(source) ? sqlIn(source) : []
    return pieces.flatMap(({ text, line }) =>
      reachesIn(text, room, arrows).map((why) => `${source.path}:${line} ${why}`),
    )
  })
}

/** SQL of a room outside its stores: `store.ts` is the only file that writes any. */
export function checkStores(sources: Source[]): string[] {
  return sources
    .filter((source) => isCode(source) && !isTest(source.path) && basename(source.path) !== 'store.ts')
    .filter(({ path }) => roomOf(path) !== undefined && roomOf(path) !== 'kernel')
    .flatMap((source) =>
      sqlIn(source)
        .filter(({ tagged }) => tagged)
        .map(({ line }) => `${source.path}:${line} has SQL, which belongs into a store.ts`),
    )
}

/** One sequence of migrations: four digits and a name, no gap, no number twice. */
export function checkMigrations(paths: string[]): string[] {
  const names = paths.map((path) => path.slice(path.lastIndexOf('/') + 1)).sort()
  const isGood = (name: string) => /^\d{4}_[a-z_]+\.sql$/.test(name)
  const wrong = names.filter((name) => !isGood(name)).map((name) => `${name} is no name`)
  let before = 0
  for (const name of names.filter(isGood)) {
    const number = Number(name.slice(0, 4))
    if (number === before) wrong.push(`${name} has a number that is taken`)
    if (number > before + 1) wrong.push(`${name} leaves a gap before it`)
    before = number
  }
  return wrong
}
