import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'

export type Json = Record<string, unknown>
export type Direction = 'input' | 'output'

/** The JSON Schemas of the contracts: named ones (`.meta({ id })`) are gathered as components, the others stand where they are used. */
export function gatherShapes() {
  const components: Record<string, Json> = {}

  /** Puts named schemas among the components. One that is said otherwise than it is answered (defaults may be left out) is `…Input`. */
  function keep(defs: Record<string, Json>): (name: string) => string {
    const differs = (name: string) => name in components && !isDeepStrictEqual(components[name], defs[name])
    const renamed = new Set(Object.keys(defs).filter(differs))
    const leans = (name: string) => [...renamed].some((one) => JSON.stringify(defs[name]).includes(`"#/$defs/${one}"`))
    for (let before = -1; before !== renamed.size; ) {
      before = renamed.size
      for (const name of Object.keys(defs)) if (leans(name)) renamed.add(name)
    }
    const nameOf = (name: string) => (renamed.has(name) ? `${name}Input` : name)
    for (const [name, def] of Object.entries(defs)) {
      const own = nameOf(name)
      const json = renamed.size > 0 ? relink(def, nameOf) : def
      if (own in components && !isDeepStrictEqual(components[own], json))
        throw new Error(`two schemas are called ${own}`)
      components[own] = json
    }
    return nameOf
  }

  return {
    components,
    /** A contract's schema as JSON Schema 2020-12. Ask for every output before the first input. */
    of(schema: z.ZodType, io: Direction): Json {
      const {
        $schema: _,
        $defs = {},
        ...json
      } = z.toJSONSchema(schema, {
        io,
        unrepresentable: 'any',
        // What is said is read strictly; an answer may have more fields tomorrow, and its reader must bear them.
        override: ({ zodSchema, jsonSchema }) => {
          if (zodSchema._zod.def.type !== 'object') return
          if (io === 'input') jsonSchema.additionalProperties ??= false
          else if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
        },
      }) as Json & { $defs?: Record<string, Json> }
      const defs = Object.fromEntries(Object.entries($defs).map(([name, def]) => [name, plain(def) as Json]))
      // A named schema that is asked for by itself is its own root.
      const id = schema.meta()?.id
      const self = plain(json) as Json
      if (id && !('$ref' in self)) return { $ref: `#/$defs/${keep({ ...defs, [id]: self })(id)}` }
      return relink(self, keep(defs))
    },
  }
}

const relink = (json: Json, nameOf: (name: string) => string): Json =>
  JSON.parse(JSON.stringify(json).replace(/"#\/\$defs\/([^"]+)"/g, (_, name) => `"#/$defs/${nameOf(name)}"`)) as Json

const formats = new Set(['uuid', 'date', 'date-time', 'email', 'uri'])
const scalars = new Set(['string', 'number', 'integer', 'boolean'])

/** A schema as a person would write it: no pattern beside its format, no bounds of the number type, `null` as one of its types. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const json = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)])) as Json
  // A schema's own name is a text; a field that is called id is a schema.
  if (typeof json['id'] === 'string') delete json['id']
  if (formats.has(json['format'] as string)) delete json['pattern']
  if (json['minimum'] === Number.MIN_SAFE_INTEGER) delete json['minimum']
  if (json['maximum'] === Number.MAX_SAFE_INTEGER) delete json['maximum']
  if (isDeepStrictEqual(json['propertyNames'], { type: 'string' })) delete json['propertyNames']
  return nullable(json)
}

function nullable({ anyOf, ...json }: Json): Json {
  const either = Array.isArray(anyOf) ? (anyOf as Json[]) : undefined
  if (either?.length === 2 && either[1]!['type'] === 'null' && scalars.has(either[0]!['type'] as string)) {
    const [one] = either as [Json]
    const choices = one['enum'] as unknown[] | undefined
    return { ...json, ...one, type: [one['type'], 'null'], ...(choices ? { enum: [...choices, null] } : {}) }
  }
  return anyOf === undefined ? json : { ...json, anyOf }
}
