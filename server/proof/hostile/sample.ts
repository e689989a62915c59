import { z } from 'zod'
import type { Row } from '#kernel/http.ts'
import { newId } from '#kernel/ids.ts'
import type { Chance } from '../random.ts'

export type Shape = {
  [key: string]: unknown
  type?: string | string[]
  format?: string
  properties?: Record<string, Shape>
  required?: string[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  items?: Shape
}

const known = new Map<Row, Shape>()

/** The JSON Schema of what a row takes, references resolved. */
export function shapeOf(row: Row): Shape {
  const before = known.get(row)
  if (before) return before
  const { $defs = {}, ...json } = z.toJSONSchema(row.input, { io: 'input', unrepresentable: 'any' }) as Shape & {
    $defs?: Record<string, Shape>
  }
  const whole = (it: unknown, depth = 0): unknown => {
    if (Array.isArray(it)) return it.map((one) => whole(one, depth))
    if (typeof it !== 'object' || it === null || depth > 12) return it
    const named = '$ref' in it ? $defs[String(it.$ref).replace('#/$defs/', '')] : undefined
    if (named) return whole(named, depth + 1)
    return Object.fromEntries(Object.entries(it).map(([name, value]) => [name, whole(value, depth + 1)]))
  }
  const shape = whole(json) as Shape
  known.set(row, shape)
  return shape
}

/** Things that are there, to be named in the right and in the wrong place: ids of members, stores, sales, people … of both stores. */
export type Known = {
  ids: string[]
  stores: string[]
  skus: string[]
  phones: string[]
  numbers: string[]
  /** Every number is the largest that its shape allows: each alone is fine, and their products and sums are not. */
  large?: boolean
}

/** A value that a shape allows, as far as the shape tells; most ids are of things that exist. */
export function sample(shape: Shape, chance: Chance, here: Known, name = ''): unknown {
  if (shape['const'] !== undefined) return shape['const']
  if (Array.isArray(shape['enum'])) return chance.pick(shape['enum'])
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return sample(chance.pick(choices), chance, here, name)
  const type = Array.isArray(shape.type) ? chance.pick(shape.type) : shape.type
  if (type === 'object') return sampleObject(shape, chance, here)
  if (type === 'array') {
    const least = Math.max(Number(shape['minItems'] ?? 0), chance.below(3))
    return Array.from({ length: least }, () => sample(shape.items ?? {}, chance, here, name))
  }
  if (type === 'integer' || type === 'number') {
    const least = Number(shape['minimum'] ?? shape['exclusiveMinimum'] ?? 0)
    const most = Number(shape['maximum'] ?? 1e9)
    return here.large ? most : Math.min(most, Math.max(1, least) + chance.below(2_000))
  }
  if (type === 'boolean') return chance.once(2)
  if (type === 'null') return null
  return sampleText(shape, chance, here, name)
}

function sampleObject(shape: Shape, chance: Chance, here: Known): unknown {
  const needed = new Set(shape.required ?? [])
  // A large one leaves out what could make it fail for another reason.
  const often = (each: Shape) => (here.large ? (isNumber(each) ? 2 : 8) : 3)
  const fields = Object.entries(shape.properties ?? {}).filter(
    ([field, each]) => needed.has(field) || chance.once(often(each)),
  )
  return Object.fromEntries(fields.map(([field, each]) => [field, sample(each, chance, here, field)]))
}

const isNumber = ({ type }: Shape): boolean => type === 'number' || type === 'integer'

function sampleText(shape: Shape, chance: Chance, here: Known, name: string): string {
  if (/store$|storeId$/i.test(name) && (here.large || chance.once(2))) return chance.pick(here.stores)
  if (
    shape.format === 'uuid' ||
    (/(^id|Id|Store|On)$/.test(name) === true && shape.format === undefined && /Id$|^id$/.test(name))
  )
    return chance.once(8) ? newId() : chance.pick(here.ids)
  if (shape.format === 'date') return chance.pick(['2026-01-01', '2026-12-31', '2024-02-29', '2099-01-01'])
  if (shape.format === 'date-time') return new Date(Date.now() - chance.below(8) * 86_400_000).toISOString()
  if (shape.format === 'email') return `p${chance.below(1e9)}@example.com`
  if (name === 'sku') return chance.pick(here.skus)
  if (name === 'phone') return chance.pick(here.phones)
  if (name === 'number' || name === 'card' || name === 'q') return chance.pick([...here.numbers, ...here.phones])
  if (name === 'tail') return chance.pick(here.phones).slice(-4)
  if (name === 'zone') return 'Asia/Shanghai'
  if (name === 'currency') return 'CNY'
  const least = Number(shape['minLength'] ?? 0)
  return `样${'ab1'.repeat(Math.ceil(Math.max(1, least) / 3))}${chance.below(1_000)}`
}
