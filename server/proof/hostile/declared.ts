import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Shape } from './sample.ts'

/** One operation as openapi.json declares it, to everybody who reads it: nothing here comes from the code of the server. */
export type Operation = {
  id: string
  method: string
  path: string
  /** What stands in the path and the query. */
  parameters: Shape
  body: { type: string; shape: Shape } | undefined
  /** What may come back: by status, by content type, its schema. */
  answers: Map<number, Map<string, Shape>>
}

type Content = Record<string, { schema: Shape }>
type Json = Record<string, unknown>
type Described = {
  operationId: string
  parameters?: { name: string; in: string; required?: boolean; schema: Shape }[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}

/** Every operation of a document, references resolved. */
export function operationsOf(document: Json): Operation[] {
  const at = (place: string): unknown =>
    place
      .slice(2)
      .split('/')
      .reduce<unknown>((it, name) => (it as Json)[name], document)
  const whole = (it: unknown, depth = 0): unknown => {
    if (Array.isArray(it)) return it.map((one) => whole(one, depth))
    if (typeof it !== 'object' || it === null || depth > 12) return it
    const { $ref, ...rest } = it as Json
    const named = typeof $ref === 'string' ? (whole(at($ref), depth + 1) as Json) : {}
    return { ...named, ...Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, whole(one, depth)])) }
  }
  return Object.entries(document['paths'] as Record<string, Json>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => operationOf(method.toUpperCase(), path, whole(said) as Described)),
  )
}

function operationOf(method: string, path: string, said: Described): Operation {
  const words = (said.parameters ?? []).filter((one) => one.in !== 'header')
  const [body] = Object.entries(said.requestBody?.content ?? {})
  return {
    id: said.operationId,
    method,
    path,
    parameters: {
      type: 'object',
      properties: Object.fromEntries(words.map(({ name, schema }) => [name, schema])),
      required: words.filter(({ required }) => required).map(({ name }) => name),
    },
    body: body && { type: body[0], shape: body[1].schema },
    answers: new Map(
      Object.entries(said.responses).map(([status, { content = {} }]) => [
        Number(status),
        new Map(Object.entries(content).map(([type, { schema }]) => [type, schema])),
      ]),
    ),
  }
}

/** Every operation of the openapi.json of this checkout. */
export const declared = (): Operation[] =>
  operationsOf(JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../openapi.json'), 'utf8')) as Json)
