import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { allRows } from '#app'
import { callerWith } from '#testing'
import { importer } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'
import { defaultRoles } from './permissions.ts'

// The matrix is made from the route table: a route that is added is in it. What a room must say here is only how a sound input looks where
// the shape alone does not tell, so that a refusal is about the place and not about the input.

const home = shop()
const { ask, place } = home
const nobodys = '01890000-0000-7000-8000-000000000000'
const foreign: Record<string, string> = {}
const keys: Record<string, string> = {}

beforeAll(async () => {
  const member = await home.join(place.b)
  const sold = await home.sell({ id: member }, [1_000], { storeId: place.b })
  const shift = await ask(`POST /v1/tills/${place.tillB}/shifts`, { opening: 0 })
  const roles = (await ask('GET /v1/roles')).items as { id: string; code: string }[]
  const cashier = roles.find((role) => role.code === 'cashier')!.id
  const person = await ask('POST /v1/people', {
    name: 'B',
    email: 'b@shop.cn',
    grants: [{ roleId: cashier, unitId: place.b }],
  })
  const post = await ask('POST /v1/posts', { title: 'B', unitId: place.b })
  const key = await ask('POST /v1/keys', { name: 'B', roleId: cashier, unitId: place.b })
  const inB = callerWith(['*'], [place.b], 'all of B')
  const imported = await importer(home).send({ kind: 'members' }, 'b.csv', 'name\n王小明\n', inB)
  Object.assign(foreign, {
    imports: imported['id'],
    members: member,
    purchases: sold['purchaseId'] ?? sold['id'],
    tills: place.tillB,
    shifts: shift['id'] ?? shift['shiftId'],
    people: person['id'],
    posts: post['id'],
    keys: key['id'],
    units: place.b,
  })
  for (const { code } of defaultRoles) {
    const roleId = roles.find((role) => role.code === code)!.id
    keys[code] = (await ask('POST /v1/keys', { name: code, roleId, unitId: place.a }))['key']
  }
})

type Json = {
  [key: string]: unknown
  type?: string
  properties?: Record<string, Json>
  required?: string[]
  anyOf?: Json[]
}

/** The smallest value of a shape, as far as the shape tells. */
function sample(shape: Json): unknown {
  if (shape['const'] !== undefined) return shape['const']
  if (Array.isArray(shape['enum'])) return shape['enum'][0]
  if (shape.anyOf) return sample(shape.anyOf[0]!)
  switch (shape.type) {
    case 'object':
      return Object.fromEntries((shape.required ?? []).map((name) => [name, sample(shape.properties?.[name] ?? {})]))
    case 'array':
      return shape['minItems'] ? [sample(shape['items'] as Json)] : []
    case 'integer':
    case 'number':
      return Math.max(1, Number(shape['minimum'] ?? 1))
    case 'boolean':
      return true
    case 'string':
      if (shape['format'] === 'uuid') return nobodys
      if (shape['format'] === 'date') return '2026-01-01'
      return 'x'.repeat(Math.max(6, Number(shape['minLength'] ?? 0)))
    default:
      return {}
  }
}

function shapeOf(schema: z.ZodType): Json {
  const { $defs = {}, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json & {
    $defs?: Record<string, Json>
  }
  const whole = (it: unknown): unknown => {
    if (Array.isArray(it)) return it.map(whole)
    if (typeof it !== 'object' || it === null) return it
    const named = '$ref' in it ? $defs[String(it.$ref).replace('#/$defs/', '')] : undefined
    return named ? whole(named) : Object.fromEntries(Object.entries(it).map(([name, value]) => [name, whole(value)]))
  }
  return whole(json) as Json
}

/** Sound inputs where the shape alone does not tell: in store B, or with a reference to something that is there. */
const basket = () => ({ lines: [{ sku: 'SKU1', amount: 100 }] })
const inputs: Record<string, () => object> = {
  'POST /v1/members/search': () => ({ tail: '0001' }),
  'POST /v1/quotes': basket,
  'POST /v1/purchases': basket,
  'POST /v1/returns': basket,
  'POST /v1/returns/preview': basket,
}

function call(path: string, id: string, input: object, as: Parameters<typeof ask>[2]) {
  const at = path
    .replace('{id}', id)
    .replace('{list}', 'purchases')
    .replace('{format}', 'csv')
    .replace(/\{\w+\}/g, nobodys)
  // What the path says is said nowhere else.
  const rest = Object.entries(input).filter(([name]) => !path.includes(`{${name}}`))
  if (!path.startsWith('GET') && !path.startsWith('DELETE')) return ask(at, Object.fromEntries(rest), as)
  const words = new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))
  return ask(words.size > 0 ? `${at}?${words}` : at, undefined, as)
}

it('lets nobody in without proof, and each role through exactly the doors of its permissions', async () => {
  const wrong: string[] = []
  for (const row of allRows.filter((one) => one.may !== 'anyone')) {
    const bare = await call(row.path, nobodys, {}, { as: '' })
    if (bare.status !== 401) wrong.push(`${row.path} answers ${bare.status} to nobody`)
    if (row.may === 'signed-in') continue
    for (const role of defaultRoles) {
      const may = role.permissions.includes('*') || (role.permissions as readonly string[]).includes(row.may)
      // With the right permission an empty input is asked for nothing real: it is the door that is tried, not the room.
      const answer = await call(row.path, nobodys, {}, { as: keys[role.code]! })
      const shut = answer['code'] === 'kernel.forbidden' && answer['details'].permission === row.may
      if (shut === may || answer.status === 500)
        wrong.push(`${row.path} × ${role.code}: ${answer.status} ${answer['code'] ?? ''}`)
    }
  }
  expect(wrong).toEqual([])
})

// Rows of the whole house: the same for every store.
const housewide =
  /^\w+ \/v1\/(roles|products|categories|brands|card-types|member-fields|charter|sessions|profile|stores\/x)\b/

it('shows and changes nothing of store B to who may all in store A', async () => {
  const inA = callerWith(['*'], [place.a], 'all of A')
  const wrong: string[] = []
  for (const row of allRows.filter((one) => one.path.includes('{id}') && !housewide.test(one.path))) {
    const what = row.path.split('/')[2]!
    const id = foreign[what]
    if (!id) {
      wrong.push(`${row.path}: nothing of store B is known to try it with`)
      continue
    }
    const { id: _, ...input } = (inputs[row.path]?.() ?? sample(shapeOf(row.input))) as Record<string, unknown>
    const answer = await call(row.path, id, input, { as: inA })
    const unknown = await call(row.path, nobodys, input, { as: inA })
    // As if it did not exist: the same answer as for an id that nothing has.
    const hidden = answer.status > 400 && answer.status < 500 && answer['code'] === unknown['code']
    if (!hidden && answer.status !== 403)
      wrong.push(`${row.path}: ${answer.status} ${JSON.stringify(answer).slice(0, 300)}`)
  }
  expect(wrong).toEqual([])
})

it('acts and lists in store B for nobody of store A', async () => {
  const inA = callerWith(['*'], [place.a], 'all of A')
  const wrong: string[] = []
  for (const row of allRows) {
    const shape = shapeOf(row.input)
    const field = ['storeId', 'unitId', 'homeStore', 'parentId', 'below'].find((name) => shape.properties?.[name])
    if (!field && !row.within) continue
    const input = { ...(inputs[row.path]?.() ?? (sample(shape) as object)), [field ?? 'storeId']: place.b } as Record<
      string,
      unknown
    >
    delete input['id']
    const answer = await call(row.path, nobodys, input, { as: inA })
    const empty =
      answer.status === 200 &&
      Array.isArray(answer['items'] ?? answer['units']) &&
      (answer['items'] ?? answer['units']).length === 0
    if (answer.status !== 404 && answer.status !== 403 && !empty)
      wrong.push(`${row.path}: ${answer.status} ${JSON.stringify(answer).slice(0, 300)}`)
  }
  expect(wrong).toEqual([])
})

it('lists nothing of store B to who may all in store A', async () => {
  const inA = callerWith(['*'], [place.a], 'all of A')
  const wrong: string[] = []
  for (const row of allRows.filter((one) => one.path.startsWith('GET') && !one.path.includes('{'))) {
    const text = JSON.stringify(await call(row.path, nobodys, {}, { as: inA }))
    for (const [what, id] of Object.entries(foreign))
      if (text.includes(id)) wrong.push(`${row.path} shows ${what} of store B`)
  }
  expect(wrong).toEqual([])
})
