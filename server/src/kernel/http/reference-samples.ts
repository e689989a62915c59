export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  examples?: unknown[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
}

export type Parameter = { name: string; in: string; required?: boolean; schema: Schema; description?: string }

type Media = { schema: Schema; example?: unknown }

export type Operation = {
  operationId: string
  summary: string
  tags: string[]
  security?: unknown[]
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { description?: string; content?: Record<string, Media> }>
  'x-permission': string
  'x-refusals': Record<string, number>
}

type Schemas = Record<string, Schema>

const byFormat: Record<string, string> = {
  uuid: '01920a3e-7c5b-7d10-8a2f-3c4d5e6f7a8b',
  date: '2027-03-08',
  'date-time': '2027-03-08T09:30:00Z',
  email: 'wang@example.com',
}

/** A value that fits a schema, to show what an answer looks like: its own example, its first choice, or the least of its type. */
export function sampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  if (schema.$ref) return sampleOf(schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)] ?? {}, schemas, depth)
  if (schema.examples?.length) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const either = schema.anyOf ?? schema.oneOf
  if (either) return sampleOf(either[0]!, schemas, depth)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => sampleOf(one, schemas, depth)))
  if (schema.properties) {
    if (depth > 5) return {}
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, one]) => [name, sampleOf(one, schemas, depth + 1)]),
    )
  }
  if (schema.items) return depth > 5 ? [] : [sampleOf(schema.items, schemas, depth + 1)]
  return scalarOf(schema)
}

function scalarOf(schema: Schema): unknown {
  const type = [schema.type ?? 'null'].flat()[0]
  if (type === 'string') return byFormat[schema.format ?? ''] ?? '…'
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (type === 'boolean') return true
  return type === 'object' ? {} : type === 'array' ? [] : null
}

/** A call as one types it into a shell. Filters that may be left out are left out. */
export function curlOf(
  method: string,
  path: string,
  operation: Operation,
  parameters: Parameter[],
  schemas: Schemas,
): string {
  const query = parameters.filter((one) => one.in === 'query' && one.required)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`)
  const asked = query.map(({ name, schema }) => `${name}=${sampleOf(schema, schemas)}`).join('&')
  const words = [`curl${method === 'GET' ? '' : ` -X ${method}`} "$CHANGKE_SERVER${filled}${asked ? `?${asked}` : ''}"`]
  if (operation.security?.length !== 0) words.push(`-H "Authorization: Bearer $KEY"`)
  if (parameters.some(({ name }) => name === 'Idempotency-Key')) words.push(`-H "Idempotency-Key: $(uuidgen)"`)
  const body = operation.requestBody?.content['application/json']
  if (body) {
    const text = JSON.stringify(body.example ?? sampleOf(body.schema, schemas), null, 2)
    words.push(`-H 'Content-Type: application/json'`, `-d '${text.replaceAll("'", "'\\''")}'`)
  } else if (operation.requestBody) words.push('-F file=@members.csv')
  return words.join(' \\\n  ')
}
