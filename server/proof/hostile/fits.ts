import type { Shape } from './sample.ts'

// What says nothing of the value itself.
const silent = new Set([
  'description',
  'title',
  'example',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  '$schema',
  'id',
])

const forms: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
  email: /^[^\s@]+@[^\s@]+$/,
  binary: /^/,
}

const typeOf = (it: unknown): string =>
  it === null ? 'null' : Array.isArray(it) ? 'array' : Number.isInteger(it) ? 'integer' : typeof it

const isType = (it: unknown, type: string) => typeOf(it) === type || (type === 'number' && typeof it === 'number')

type Check = (said: unknown, it: unknown, where: string, shape: Shape) => string[]

const wrong = (where: string, what: string) => [`${where || 'it'} ${what}`]
const compared =
  (holds: (is: number, said: number) => boolean, what: string): Check =>
  (said, it, where) =>
    typeof it === 'number' && !holds(it, Number(said)) ? wrong(where, `is ${it}, ${what} ${said}`) : []
const sized =
  (isOne: (it: unknown) => it is string | unknown[], holds: (is: number, said: number) => boolean): Check =>
  (said, it, where) =>
    isOne(it) && !holds([...it].length, Number(said)) ? wrong(where, `has a length of ${it.length}, not ${said}`) : []
const isText = (it: unknown): it is string => typeof it === 'string'
const isList = (it: unknown): it is unknown[] => Array.isArray(it)
const isObject = (it: unknown): it is Record<string, unknown> =>
  typeof it === 'object' && it !== null && !Array.isArray(it)

const checks: Record<string, Check> = {
  type: (said, it, where) =>
    [said].flat().some((type) => isType(it, String(type))) ? [] : wrong(where, `is ${typeOf(it)}, not ${said}`),
  const: (said, it, where) => (it === said ? [] : wrong(where, `is not ${said}`)),
  enum: (said, it, where) =>
    (said as unknown[]).includes(it) ? [] : wrong(where, `${String(it)} is not one of ${said}`),
  anyOf: (said, it, where) =>
    (said as Shape[]).some((one) => misfits(one, it, where).length === 0) ? [] : wrong(where, 'is none of its shapes'),
  oneOf: (said, it, where) =>
    (said as Shape[]).filter((one) => misfits(one, it, where).length === 0).length === 1
      ? []
      : wrong(where, 'is not one of its shapes'),
  allOf: (said, it, where) => (said as Shape[]).flatMap((one) => misfits(one, it, where)),
  minimum: compared((is, said) => is >= said, 'less than'),
  maximum: compared((is, said) => is <= said, 'more than'),
  exclusiveMinimum: compared((is, said) => is > said, 'not more than'),
  exclusiveMaximum: compared((is, said) => is < said, 'not less than'),
  minLength: sized(isText, (is, said) => is >= said),
  maxLength: sized(isText, (is, said) => is <= said),
  minItems: sized(isList, (is, said) => is >= said),
  maxItems: sized(isList, (is, said) => is <= said),
  pattern: (said, it, where) =>
    isText(it) && !new RegExp(String(said), 'u').test(it) ? wrong(where, `${it} is not as ${said}`) : [],
  format: (said, it, where) => {
    const form = forms[String(said)]
    if (!form) throw new Error(`the format ${said} is not known here`)
    return isText(it) && !form.test(it) ? wrong(where, `${it} is no ${said}`) : []
  },
  items: (said, it, where) =>
    isList(it) ? it.flatMap((one, at) => misfits(said as Shape, one, `${where}[${at}]`)) : [],
  required: (said, it, where) =>
    isObject(it)
      ? (said as string[]).flatMap((name) => (Object.hasOwn(it, name) ? [] : wrong(where, `lacks ${name}`)))
      : [],
  properties: (said, it, where) =>
    isObject(it)
      ? Object.entries(said as Record<string, Shape>).flatMap(([name, one]) =>
          Object.hasOwn(it, name) ? misfits(one, it[name], `${where}.${name}`) : [],
        )
      : [],
  additionalProperties: (said, it, where, { properties = {} }) => {
    const more = isObject(it) ? Object.keys(it).filter((name) => !Object.hasOwn(properties, name)) : []
    if (said === false) return more.flatMap((name) => wrong(where, `has ${name}`))
    if (said === true) return []
    return more.flatMap((name) => misfits(said as Shape, (it as Record<string, unknown>)[name], `${where}.${name}`))
  },
  propertyNames: (said, it, where) =>
    isObject(it) ? Object.keys(it).flatMap((name) => misfits(said as Shape, name, `${where}, the name`)) : [],
}

/**
 * What of a value is not as a JSON Schema says, a sentence each; references are resolved before. A word of the schema that is not known here
 * is a fault of ours, so that nothing is passed over.
 */
export function misfits(shape: Shape, it: unknown, where = ''): string[] {
  return Object.entries(shape).flatMap(([word, said]) => {
    if (silent.has(word) || word.startsWith('x-')) return []
    const check = checks[word]
    if (!check) throw new Error(`the word ${word} of a schema is not known here`)
    return check(said, it, where, shape)
  })
}
