import { allRefusals } from '../refusal.ts'
import { healthPaths } from './health-contract.ts'
import { Problem } from './problem.ts'
import type { Row } from './rows.ts'
import { gatherShapes, type Json } from './shapes.ts'

type Shapes = ReturnType<typeof gatherShapes>

/** OpenAPI 3.1 of the route table. What is not in the table is not served, and what is served is here. */
export function openapi(rows: Row[], version: string): Json {
  const shapes = gatherShapes()
  const outputs = new Map(rows.map((row) => [row, row.kind === 'download' ? {} : shapes.of(row.output, 'output')]))
  shapes.of(Problem, 'output')
  const pathOf = (row: Row) => row.path.slice(row.path.indexOf('/'))
  const paths: Record<string, Json> = {}
  for (const row of [...rows].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))) {
    const method = row.path.split(' ')[0]!.toLowerCase()
    paths[pathOf(row)] = { ...paths[pathOf(row)], [method]: operation(row, shapes, outputs.get(row)!) }
  }
  Object.assign(paths, healthPaths(shapes))
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Changke',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Membership and loyalty. Money in minor units of the currency, moments in ISO 8601, refusals as application/problem+json.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { session: [] }],
    tags: [...new Set(Object.keys(paths).map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(shapes.components).sort(([a], [b]) => (a < b ? -1 : 1))),
      parameters: { IdempotencyKey: idempotencyKey },
      responses: {
        ...kernelRefusals(),
        Fault: problem('Something broke on our side; `reference` finds it in the log.'),
      },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'changke_session',
          description: 'What signing in gives a browser.',
        },
      },
    },
  }
  return pruned(JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/')))
}

/** Without named schemas that nothing leads to any more: a body that lost its path parameters stands where it is used. */
function pruned<T extends { components: { schemas: Record<string, Json> } }>(document: T): T {
  const { schemas } = document.components
  for (let before = -1; before !== Object.keys(schemas).length; ) {
    before = Object.keys(schemas).length
    const text = JSON.stringify(document)
    for (const name of Object.keys(schemas)) {
      if (!text.includes(`"#/components/schemas/${name}"`)) delete schemas[name]
    }
  }
  return document
}

const tagOf = (path: string) => path.split('/')[2] ?? 'health'

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 1, maxLength: 120 },
  description:
    'The caller’s own name for this command. The same key with the same body is answered with the first answer; with another body it is refused.',
}

const problem = (description: string, codes?: string[]) => ({
  description,
  content: {
    'application/problem+json': {
      schema: codes
        ? { allOf: [{ $ref: '#/$defs/Problem' }, { type: 'object', properties: { code: { enum: codes } } }] }
        : { $ref: '#/$defs/Problem' },
    },
  },
})

function operation(row: Row, shapes: Shapes, output: Json): Json {
  const [method, path] = row.path.split(' ') as [string, string]
  const { parameters, body } = inputOf(row, shapes)
  const type = row.kind === 'upload' ? 'multipart/form-data' : 'application/json'
  return {
    operationId: row.name,
    summary: row.summary,
    tags: [tagOf(path)],
    ...(row.may === 'anyone' ? { security: [] } : {}),
    'x-permission': row.may,
    'x-refusals': Object.fromEntries((row.refuses ?? []).map((code) => [code, allRefusals.get(code)])),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(method === 'GET' || method === 'DELETE' || !body
      ? {}
      : { requestBody: { required: true, content: { [type]: { schema: body } } } }),
    responses: { 200: answerOf(row, output), ...refusalsOf(row), 500: { $ref: '#/components/responses/Fault' } },
  }
}

function answerOf(row: Row, output: Json): Json {
  const file = { schema: { type: 'string', format: 'binary' } }
  return row.kind === 'download'
    ? { description: 'The file', content: Object.fromEntries(row.contentTypes.map((each) => [each, file])) }
    : { description: 'Done', content: { 'application/json': { schema: output } } }
}

/** Each status with the codes that may stand behind it: the row's own, and the kernel's wherever they apply. */
function refusalsOf(row: Row): Record<number, Json> {
  const told = row.kind === 'gathered' || (row.kind === 'command' && row.told)
  const codes = [
    ...(row.refuses ?? []),
    'kernel.bad_input',
    ...(told ? ['kernel.reference_missing', 'kernel.reference_reused'] : []),
    ...(row.may === 'anyone' ? [] : ['kernel.not_signed_in', 'kernel.forbidden', 'kernel.out_of_scope']),
    ...(row.path.startsWith('GET') ? [] : ['kernel.foreign_origin', 'kernel.too_large', 'kernel.not_json']),
    ...(row.rate ? ['kernel.too_many_requests'] : []),
    'kernel.busy',
  ]
  const byStatus = Map.groupBy(new Set(codes), (code) => allRefusals.get(code)!)
  const ownCodes = (some: string[]) => some.some((code) => !code.startsWith('kernel.'))
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, some]) => [
        status,
        ownCodes(some) ? refused(some) : { $ref: `#/components/responses/Refused${status}` },
      ]),
  )
}

const refused = (codes: string[]) => problem(`Refused: ${codes.join(', ')}.`, codes)

/** What any row may refuse without a word of its own room, by status. */
function kernelRefusals(): Record<string, Json> {
  const codes = [...allRefusals.keys()].filter((code) => code.startsWith('kernel.'))
  return Object.fromEntries(
    [...Map.groupBy(codes, (code) => allRefusals.get(code)!)].map(([status, some]) => [
      `Refused${status}`,
      refused(some),
    ]),
  )
}

/** What of a row's input stands in the path and the query, and what in the body. */
function inputOf(row: Row, shapes: Shapes): { parameters: Json[]; body: Json | undefined } {
  const [method, path] = row.path.split(' ') as [string, string]
  const said = shapes.of(row.input, 'input')
  const input = whole(said, shapes)
  const fields = Object.entries((input['properties'] ?? {}) as Record<string, Json>)
  const required = (input['required'] ?? []) as string[]
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const inQuery = method === 'GET' || method === 'DELETE'
  const parameters: Json[] = [
    ...inPath.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: (input['properties'] as Json)?.[name] ?? { type: 'string' },
    })),
    ...fields
      .filter(([name]) => inQuery && !inPath.includes(name))
      .map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
    ...(row.kind === 'gathered' || (row.kind === 'command' && row.told)
      ? [{ $ref: '#/components/parameters/IdempotencyKey' }]
      : []),
  ]
  return { parameters, body: inQuery ? undefined : bodyOf(row, said, input, inPath) }
}

function bodyOf(row: Row, said: Json, input: Json, inPath: string[]): Json | undefined {
  const own = Object.entries((input['properties'] ?? {}) as Json).filter(([name]) => !inPath.includes(name))
  const file: [string, Json][] = row.kind === 'upload' ? [['file', { type: 'string', format: 'binary' }]] : []
  // A choice between shapes is no list of fields.
  if (!('properties' in input) && file.length === 0) return Object.keys(input).length > 1 ? said : undefined
  if (own.length + file.length === 0) return undefined
  if (inPath.length === 0 && file.length === 0) return said
  const required = ((input['required'] ?? []) as string[]).filter((name) => !inPath.includes(name))
  return {
    ...input,
    properties: Object.fromEntries([...file, ...own]),
    required: [...file.map(([name]) => name), ...required],
  }
}

function whole(schema: Json, { components }: Shapes): Json {
  const [, name] = /^#\/\$defs\/(.+)$/.exec(String(schema['$ref'] ?? '')) ?? []
  return name ? components[name]! : schema
}
