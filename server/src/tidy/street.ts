import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

export const root = join(import.meta.dirname, '../../..')

/** A file of the repository: its path from the root, with slashes, and its text. */
export type Source = { path: string; text: string }

/** A node of the syntax tree, as far as the checks look at it. */
export type Node = {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

const skipped = new Set(['node_modules', 'dist', '.git', 'data', '.tmp', 'pictures'])
const written = /\.(ts|tsx|mjs|js|sql|md|json|css|html|yml|yaml)$/

/** Every file of the repository that somebody wrote. */
export function readStreet(folder = root): Source[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : readStreet(path)
      if (!entry.isFile() || !(written.test(entry.name) || path.includes('/.ci/'))) return []
      return [{ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }]
    })
}

export const isCode = ({ path }: Source): boolean => /\.(ts|tsx|mjs)$/.test(path) && !isGenerated(path)
export const isGenerated = (path: string): boolean => /\.generated\.(ts|md)$/.test(path)
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** The room that a file of the server belongs to, `kernel`, or nothing. */
export function roomOf(path: string): string | undefined {
  const [, room] = /^server\/src\/modules\/([^/]+)\//.exec(path) ?? []
  return room ?? (path.startsWith('server/src/kernel/') ? 'kernel' : undefined)
}

type Parsed = {
  program: Node
  comments: { type: string; value: string; start: number; end: number }[]
  lineOf(offset: number): number
}

const parsed = new WeakMap<Source, Parsed>()

/** The syntax tree of a file; a file that does not parse is a fault of its own. */
export function parse(source: Source): Parsed {
  const known = parsed.get(source)
  if (known) return known
  const { program, comments, errors } = parseSync(source.path, source.text)
  if (errors.length > 0) throw new Error(`${source.path}: ${errors[0]!.message}`)
  const starts = [0]
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineOf = (offset: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
  const fresh = { program: program as unknown as Node, comments, lineOf }
  parsed.set(source, fresh)
  return fresh
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Visits every node of a tree, each with those above it, the nearest last. */
export function visit(node: Node, see: (node: Node, above: Node[]) => void, above: Node[] = []): void {
  see(node, above)
  above.push(node)
  for (const [field, value] of Object.entries(node)) {
    if (field === 'parent') continue
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) visit(one, see, above)
  }
  above.pop()
}
