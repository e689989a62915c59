import { isCode, type Node, parse, type Source, visit } from './street.ts'

const isFunction = (node: Node) =>
  ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)

/** Files of more than 300 lines: nobody reads them at one sitting. */
export function checkFiles(sources: Source[], most = 300): string[] {
  return sources
    .filter((source) => isCode(source) || source.path.endsWith('.sql'))
    .filter(({ path }) => path !== 'schema.sql')
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > most)
    .map(({ path, lines }) => `${path} has ${lines} lines`)
}

/** Functions of more than 70 lines. A `describe` is a chapter, not a function. */
export function checkFunctions(sources: Source[], most = 70): string[] {
  return sources.filter(isCode).flatMap((source) => {
    const { program, lineOf } = parse(source)
    const long: string[] = []
    visit(program, (node, above) => {
      if (!isFunction(node)) return
      const lines = lineOf(node.end) - lineOf(node.start) + 1
      if (lines > most && !isChapter(above.at(-1)))
        long.push(`${source.path}:${lineOf(node.start)} ${nameOf(node, above)} has ${lines} lines`)
    })
    return long
  })
}

// `describe('…', () => {})`, and `describe.skipIf(…)('…', () => {})` too.
function isChapter(parent: Node | undefined): boolean {
  let callee = parent?.type === 'CallExpression' ? (parent['callee'] as Node) : undefined
  while (callee && callee.type !== 'Identifier') callee = (callee['callee'] ?? callee['object']) as Node | undefined
  return callee?.['name'] === 'describe'
}

function nameOf(node: Node, above: Node[]): string {
  const holder = (node['id'] ?? above.at(-1)?.['id'] ?? above.at(-1)?.['key']) as Node | null | undefined
  return typeof holder?.['name'] === 'string' ? holder['name'] : 'a function'
}

const silencers = /@ts-(ignore|nocheck|expect-error)|biome-ignore(-all|-start)?|eslint-disable|c8 ignore|v8 ignore/

/** `any` without a reason, and suppressions without one on the same line. */
export function checkLooseness(sources: Source[]): string[] {
  return sources.filter(isCode).flatMap((source) => {
    const { program, comments, lineOf } = parse(source)
    const wrong: string[] = []
    const excused = new Set<number>()
    for (const comment of comments) {
      if (!silencers.test(comment.value)) continue
      const said = comment.value.replace(/^[\s*]*/, '')
      const reason = said.replace(/^\S+(\s+lint\/\S+?)?(:|\s+-+)?(\s|$)/, '').trim()
      if (/[\p{L}].*\s.*[\p{L}]/u.test(reason)) excused.add(lineOf(comment.end) + 1)
      else wrong.push(`${source.path}:${lineOf(comment.start)} silences a check without a reason`)
    }
    visit(program, (node) => {
      const line = lineOf(node.start)
      if (node.type === 'TSAnyKeyword' && !excused.has(line)) wrong.push(`${source.path}:${line} any`)
    })
    return wrong
  })
}

/** Exported functions of services and rules without a sentence over them. */
export function checkSentences(sources: Source[]): string[] {
  return sources
    .filter((source) => /^server\/src\/modules\/.*(service|rules)\.ts$/.test(source.path))
    .flatMap((source) => {
      const { program, comments, lineOf } = parse(source)
      const missing: string[] = []
      for (const statement of program['body'] as Node[]) {
        const declared = statement.type === 'ExportNamedDeclaration' ? (statement['declaration'] as Node | null) : null
        const name = declared && functionName(declared)
        if (!name) continue
        const over = comments.filter((comment) => comment.end <= statement.start).at(-1)
        const close = over && /^\s*$/.test(source.text.slice(over.end, statement.start))
        if (!close || !over.value.startsWith('*'))
          missing.push(`${source.path}:${lineOf(statement.start)} ${name} says nothing of itself`)
      }
      return missing
    })
}

function functionName(declared: Node): string | undefined {
  if (declared.type === 'FunctionDeclaration') return (declared['id'] as Node)['name'] as string
  const [first] = (declared['declarations'] as Node[] | undefined) ?? []
  const value = first?.['init'] as Node | null | undefined
  return value && isFunction(value) ? ((first!['id'] as Node)['name'] as string) : undefined
}
