import { join } from 'node:path'
import type { z } from 'zod'
import { allRows } from '#app'
import { openapi, type Row } from '#kernel/http.ts'
import { type Example, story } from './story.ts'
import { describe, type Json, readWords } from './words.ts'

type Operation = {
  parameters?: (Json & { name?: string; in?: string; schema?: Json })[]
  requestBody?: { content: Record<string, { schema: Json; example?: unknown }> }
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json> }
}

/** The whole contract: the route table, the words of its fields from the source, and examples that are run in CI. */
export async function reference(version: string): Promise<Json> {
  const document = openapi(allRows, version) as unknown as Document
  const words = await readWords(join(import.meta.dirname, '../modules'))
  const idOf = (schema: unknown) => (schema as z.ZodType).meta()?.id
  const ids = new Set([...words.keys()].map(idOf))
  for (const [schema, told] of words) {
    const id = idOf(schema)
    // The form in which an answer is said is called …Input, unless a contract of its own is called so.
    for (const name of id ? [id, `${id}Input`].filter((each) => each === id || !ids.has(each)) : []) {
      const json = document.components.schemas[name]
      if (json) describe(json, told)
    }
  }
  for (const row of allRows) {
    const operation = operationOf(document, row)
    const told = words.get(row.input)
    if (told) describeInput(operation, told)
    const example = story.find((one) => one.operation === row.name)
    if (example) show(operation, example)
  }
  return document as unknown as Json
}

function operationOf(document: Document, row: Row): Operation {
  const [method, path] = row.path.split(' ') as [string, string]
  return document.paths[path]![method.toLowerCase()]!
}

function describeInput(operation: Operation, told: Parameters<typeof describe>[1]): void {
  const body = operation.requestBody?.content['application/json']?.schema
  if (body && !body['$ref']) describe(body, { ...told, text: undefined })
  const own = (operation.parameters ?? []).filter(({ name, schema }) => name && schema)
  const properties = Object.fromEntries(own.map(({ name, schema }) => [name!, schema!]))
  describe({ properties }, { ...told, text: undefined })
  for (const parameter of own) {
    const text = parameter.schema!['description']
    if (text === undefined) continue
    parameter['description'] = text
    delete parameter.schema!['description']
  }
}

function show(operation: Operation, { body, path, query }: Example): void {
  const json = operation.requestBody?.content['application/json']
  if (json && body) json.example = body
  for (const parameter of operation.parameters ?? []) {
    const value = path?.[parameter.name ?? ''] ?? query?.[parameter.name ?? '']
    if (value !== undefined) parameter['example'] = value
  }
}
