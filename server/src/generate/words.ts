import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Node, parse, type Source } from '../tidy/street.ts'

export type Json = Record<string, unknown>
/** Where a contract stands in the source: the expression that makes it, and the sentence over it. */
type Told = { source: Source; made: Node; text: string | undefined }

/** The words that contracts say of themselves in comments, by schema: types forget comments, the reference must not. */
export async function readWords(modules: string): Promise<Map<unknown, Told>> {
  const told = new Map<unknown, Told>()
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  for (const name of files.filter((each) => /(^|\/)(contract|rules)\.ts$/.test(each)).sort()) {
    const path = join(modules, name)
    const source = { path, text: readFileSync(path, 'utf8') }
    const exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>
    for (const statement of parse(source).program['body'] as Node[]) {
      const [declared] = ((statement['declaration'] as Node | null)?.['declarations'] as Node[] | undefined) ?? []
      const value = declared && exported[(declared['id'] as Node)['name'] as string]
      if (!declared?.['init'] || typeof value !== 'object' || value === null || !('_zod' in value)) continue
      told.set(value, { source, made: declared['init'] as Node, text: sentenceOver(source, statement) })
    }
  }
  return told
}

/** The sentence over a node: the comment that ends right before it. */
function sentenceOver(source: Source, node: Node): string | undefined {
  const over = parse(source).comments.findLast(({ end }) => end <= node.start)
  if (!over?.value.startsWith('*') || !/^\s*$/.test(source.text.slice(over.end, node.start))) return undefined
  return over.value
    .replace(/^\s*\*+ ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Puts the words of a contract onto its JSON Schema and, field by field, onto what lies in it. */
export function describe(json: Json, { source, made, text }: Told): void {
  if (text && !json['$ref']) json['description'] ??= text
  describeFields(json, made, source, 0)
}

function describeFields(json: Json, made: Node, source: Source, depth: number): void {
  const target = insideOf(json)
  const properties = target['properties'] as Record<string, Json> | undefined
  const shape = properties && depth < 6 && shapeOf(made, source)
  if (!shape) return
  for (const part of shape['properties'] as Node[]) {
    if (part.type === 'SpreadElement') {
      describeFields(json, part['argument'] as Node, source, depth + 1)
      continue
    }
    const field = properties[(part['key'] as Node)['name'] as string]
    if (!field) continue
    const words = sentenceOver(source, part)
    // Beside a reference OpenAPI 3.1 allows a description of its own.
    if (words) field['description'] = words
    describeFields(field, part['value'] as Node, source, depth + 1)
  }
}

/** The object inside of lists and of what may be null. */
function insideOf(json: Json): Json {
  if (json['properties']) return json
  const either = json['anyOf'] as Json[] | undefined
  const next = (json['items'] as Json | undefined) ?? either?.find((one) => one['properties'] || one['items'])
  return next ? insideOf(next) : json
}

/** The object literal that an expression is made of: written there, or a constant of the same file. */
function shapeOf(made: Node, source: Source): Node | undefined {
  switch (made.type) {
    case 'ObjectExpression':
      return made
    case 'Identifier':
      return constantOf(made['name'] as string, source)
    case 'CallExpression': {
      const { callee, arguments: given } = made as unknown as { callee: Node; arguments: Node[] }
      const called = (callee['property'] as Node | undefined)?.['name']
      const inner = ['object', 'array', 'extend', 'nullable', 'optional'].includes(called as string)
        ? given[0]
        : undefined
      return (
        (inner && shapeOf(inner, source)) ?? (callee['object'] ? shapeOf(callee['object'] as Node, source) : undefined)
      )
    }
    default:
      return undefined
  }
}

function constantOf(name: string, source: Source): Node | undefined {
  for (const statement of parse(source).program['body'] as Node[]) {
    const holder = (statement['declaration'] as Node | null) ?? statement
    for (const declared of (holder['declarations'] as Node[] | undefined) ?? []) {
      if ((declared['id'] as Node)['name'] === name) return shapeOf(declared['init'] as Node, source)
    }
  }
  return undefined
}
