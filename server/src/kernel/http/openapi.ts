import { z } from 'zod'
import { allRefusals } from '../refusal.ts'
import { Problem } from './problem.ts'
import type { Row } from './rows.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of the route table. What is not in the table is not served, and what is served is here. */
export function openapi(rows: Row[], version: string): Json {
  const schemas: Json = {}
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const {
      $schema: _,
      $defs,
      ...json
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & {
      $defs?: Json
    }
    Object.assign(schemas, $defs)
    return json
  }
  schemaOf(Problem, 'output')
  schemas['Problem'] ??= schemaOf(Problem, 'output')
  const paths: Record<string, Json> = {}
  for (const row of [...rows].sort((a, b) =>
    a.path.slice(a.path.indexOf('/')) < b.path.slice(b.path.indexOf('/')) ? -1 : 1,
  )) {
    const [method, path] = row.path.split(' ') as [string, string]
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: operation(row, method, path, schemaOf),
    }
  }
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
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key.' },
        session: { type: 'apiKey', in: 'cookie', name: 'changke_session' },
      },
    },
  }
  return JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json

function operation(row: Row, method: string, path: string, schemaOf: SchemaOf): Json {
  const input = schemaOf(row.input, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const fields = Object.entries(input.properties ?? {})
  const inQuery = method === 'GET' || method === 'DELETE'
  const parameters: Json[] = fields
    .filter(([name]) => inPath.includes(name) || inQuery)
    .map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || (input.required?.includes(name) ?? false),
      schema,
    }))
  if (row.kind === 'gathered' || (row.kind === 'command' && row.told)) {
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      schema: { type: 'string', maxLength: 120 },
      description:
        'The caller’s own name for this command. The same key with the same body is answered with the first answer.',
    })
  }
  const own = fields.filter(([name]) => !inPath.includes(name))
  const body = {
    ...input,
    properties: Object.fromEntries(own),
    required: (input.required ?? []).filter((name) => !inPath.includes(name)),
  }
  const content =
    row.kind === 'upload'
      ? {
          'multipart/form-data': {
            schema: {
              ...body,
              properties: {
                ...body.properties,
                file: { type: 'string', format: 'binary' },
              },
            },
          },
        }
      : { 'application/json': { schema: body } }
  const problem = {
    description: 'Refused',
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
      },
    },
  }
  return {
    operationId: row.name,
    summary: row.summary,
    tags: [path.split('/')[2]],
    ...(row.may === 'anyone' ? { security: [] } : {}),
    'x-permission': row.may,
    'x-refusals': Object.fromEntries((row.refuses ?? []).map((code) => [code, allRefusals.get(code)])),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(inQuery || (own.length === 0 && row.kind !== 'upload') ? {} : { requestBody: { required: true, content } }),
    responses: {
      200:
        row.kind === 'download'
          ? {
              description: 'The file',
              content: Object.fromEntries(
                row.contentTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
              ),
            }
          : {
              description: 'Done',
              content: {
                'application/json': { schema: schemaOf(row.output, 'output') },
              },
            },
      default: problem,
    },
  }
}
