import { z } from 'zod'
import { refuse } from '../refusal.ts'

type Def = z.core.$ZodTypeDef & Record<string, unknown>

const made = new WeakMap<z.ZodType, z.ZodType>()

/**
 * The same contract, but a field that it does not know is refused, at every depth: a misspelt filter would otherwise answer everything, and
 * a misspelt `member` sell to a walk-in. Contracts are shared with answers and stored documents, which stay open to fields of later versions.
 */
export function strict<T extends z.ZodType>(schema: T): T {
  const before = made.get(schema)
  if (before) return before as T
  const def = schema._zod.def as Def
  const changed = closed(def)
  const own = changed ? z.core.clone(schema, withParts(def, changed) as unknown as typeof schema._zod.def) : schema
  made.set(schema, own)
  return own
}

/** A copy that keeps accessors as they are: a default is made anew each time that it is read. */
function withParts(def: Def, changed: Record<string, unknown>): object {
  const copy: object = Object.defineProperties({}, Object.getOwnPropertyDescriptors(def))
  for (const [name, value] of Object.entries(changed))
    Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

const inside = (schema: unknown) => strict(schema as z.ZodType)
const each = (schemas: unknown) => (schemas as z.ZodType[]).map(inside)

/** The parts of a definition that hold other contracts, made strict; nothing where there are none. */
function closed(def: Def): Record<string, unknown> | undefined {
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def['shape'] as Record<string, z.ZodType>)
      const shape = Object.fromEntries(fields.map(([name, field]) => [name, inside(field)]))
      return { shape, catchall: def['catchall'] ?? z.never() }
    }
    case 'array':
      return { element: inside(def['element']) }
    case 'tuple':
      return { items: each(def['items']), rest: def['rest'] ? inside(def['rest']) : null }
    case 'record':
      return { valueType: inside(def['valueType']) }
    case 'union':
      return { options: each(def['options']) }
    case 'pipe':
      return { in: inside(def['in']), out: inside(def['out']) }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return { innerType: inside(def['innerType']) }
    case 'lazy': {
      const open = def['getter'] as () => z.ZodType
      return { getter: () => strict(open()) }
    }
    case 'intersection':
      throw new Error('an intersection cannot be read strictly: each side would refuse the fields of the other')
    default:
      return undefined
  }
}

/** Reads what was said by its contract. Refuses `kernel.bad_input` with every problem's path, unknown fields among them. */
export function readInput<T extends z.ZodType>(schema: T, said: unknown): z.output<T> {
  let parsed: z.ZodSafeParseResult<z.output<T>>
  try {
    parsed = strict(schema).safeParse(said)
  } catch {
    // Some checks fall over what only looks like a text or a list, such as {"length":{"toString":1}}.
    throw badInput([{ path: '', message: 'a value of another type is expected' }])
  }
  if (parsed.success) return parsed.data
  throw badInput(parsed.error.issues.flatMap((issue) => problemsOf(issue)).slice(0, 20))
}

type InputProblem = { path: string; message: string }

export const badInput = (problems: InputProblem[]) => refuse('kernel.bad_input', { problems })

export const unknownField = (path: string): InputProblem => ({ path, message: 'there is no such field' })

function problemsOf(issue: z.core.$ZodIssue, above: PropertyKey[] = []): InputProblem[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField([...path, key].join('.').slice(0, 200)))
  if (issue.code === 'invalid_union') {
    // Of several shapes one fits but for a field too many: that field is the news.
    const near = issue.errors.find((one) => one.every(({ code }) => code === 'unrecognized_keys'))
    if (near?.length) return near.flatMap((one) => problemsOf(one, path))
  }
  return [{ path: path.join('.'), message: issue.message }]
}
