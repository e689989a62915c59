import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Row } from '#kernel/http.ts'
import type { Answer, Place } from '../place.ts'
import { openPlace } from '../place.ts'
import { digestOf } from '../reckoning-sql.ts'
import { sound, storeless } from './inputs.ts'
import { furnish, marksOf, mend, type Things } from './things.ts'

// Every row × every default role × own store, sibling store, and own store with a thing of the sibling slipped in. What is expected follows
// from the route table and the roles; nothing here says who may what.

let place: Place
let a: Things
let b: Things
type Role = { id: string; code: string; permissions: string[] }
let defaultRoles: Role[] = []
const keys: Record<string, string> = {}
let no = 0

beforeAll(async () => {
  place = await openPlace(inject('pg'))
  await place.ask('PUT /v1/products', { items: [{ sku: 'SKU1', name: '维生素' }] })
  a = await furnish(place, place.a, 'A')
  b = await furnish(place, place.b, 'B')
  defaultRoles = (await place.ask('GET /v1/roles')).json.items as Role[]
  for (const { id, code } of defaultRoles)
    keys[code] = (await place.ask('POST /v1/keys', { name: code, roleId: id, unitId: place.a })).json.key
}, 120_000)

afterAll(async () => {
  expect(await place.broken()).toEqual([])
  await place.close()
})

const mayOf = (row: Row, role: Role) =>
  row.may === 'signed-in' || role.permissions.some((one) => one === '*' || one === row.may)

function call(row: Row, input: Record<string, unknown>, as: string): Promise<Answer> {
  const rest = { ...input }
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value ?? '01890000-0000-7000-8000-000000000000'))
  })
  if (!/^(GET|DELETE)/.test(path)) return place.ask(path, rest, { as })
  const words = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]))
  return place.ask(words.size > 0 ? `${path}?${words}` : path, undefined, { as })
}

const tell = (row: Row, role: string, { status, text }: Answer) =>
  `${row.path} as ${role}: ${status} ${text.slice(0, 200)}`
const rowsOfStores = () => place.apps[0]!.rows.filter((row) => row.may !== 'anyone' && !storeless.test(row.path))

it('shuts every door to who lacks its permission, and names the permission', async () => {
  const wrong: string[] = []
  for (const row of place.apps[0]!.rows.filter(({ may }) => may !== 'anyone')) {
    for (const role of defaultRoles.filter((one) => !mayOf(row, one))) {
      const answer = await call(row, sound[row.name]?.aimed(a, ++no) ?? {}, keys[role.code]!)
      const shut = answer.json?.code === 'kernel.forbidden' && answer.json.details.permission === row.may
      if (!shut) wrong.push(tell(row, role.code, answer))
    }
  }
  expect(wrong).toEqual([])
})

it('opens every door to who holds its permission in their own store', async () => {
  const wrong: string[] = []
  const never = new Set<string>()
  for (const row of rowsOfStores()) {
    if (sound[row.name]) never.add(row.name)
    for (const role of defaultRoles.filter((one) => mayOf(row, one))) {
      const answer = await call(row, sound[row.name]?.aimed(a, ++no) ?? {}, keys[role.code]!)
      // Refused for a reason of the room (no second factor to end) is let in too.
      if ([200, 409].includes(answer.status)) never.delete(row.name)
      // What may be refused here is refused for a reason of the room, not of the place.
      const foreign = ['kernel.out_of_scope', 'kernel.forbidden', 'kernel.not_found'].includes(answer.json?.code)
      if (answer.status >= 500 || foreign || (sound[row.name] && [400, 404].includes(answer.status)))
        wrong.push(tell(row, role.code, answer))
      if (row.kind !== 'query') await mend(place, a)
    }
  }
  expect.soft([...never], 'rows that no role could ever use').toEqual([])
  expect(wrong).toEqual([])
}, 120_000)

it('does and shows nothing of a sibling store, whatever is asked and however', async () => {
  const wrong: string[] = []
  const marks = marksOf(b)
  const before = await digestOf((text, values) => place.sql(text, values), [b.member, b.spareMember])
  let cells = 0
  for (const row of rowsOfStores()) {
    const ways = sound[row.name]
    const inputs = ways ? [ways.aimed(b, ++no), ...(ways.crossed?.(a, b, ++no) ?? [])] : []
    // Without any filter: what a list shows by itself.
    if (row.path.startsWith('GET') && !row.path.includes('{')) inputs.push({})
    for (const role of defaultRoles.filter((one) => mayOf(row, one))) {
      for (const input of inputs) {
        const answer = await call(row, input, keys[role.code]!)
        cells += 1
        const shown = marks.filter(
          (mark) => answer.status === 200 && answer.text.includes(mark) && !JSON.stringify(input).includes(mark),
        )
        const acted = answer.status === 200 && !row.path.startsWith('GET') && !reads(row, answer)
        if (answer.status >= 500 || shown.length > 0 || acted)
          wrong.push(`${tell(row, role.code, answer)} to ${JSON.stringify(input)} shows ${shown}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(await digestOf((text, values) => place.sql(text, values), [b.member, b.spareMember])).toBe(before)
  console.log(`${cells} cells of a sibling store asked`)
}, 120_000)

/** A search that found nothing, or a batch of which nothing was recorded. */
const reads = (row: Row, { json }: Answer): boolean =>
  row.kind === 'query' ||
  (row.name === 'searchMembers' && json.hits.length === 0) ||
  (row.name === 'tagMembers' && json.items.every(({ outcome }: { outcome: string }) => outcome === 'refused')) ||
  (row.name === 'recordPurchases' && json.recorded === 0)

it('shows both stores to who stands above them', async () => {
  const wrong: string[] = []
  const owner = defaultRoles.find(({ code }) => code === 'owner')!.id
  const key = (await place.ask('POST /v1/keys', { name: 'above', roleId: owner })).json.key
  for (const row of rowsOfStores().filter(({ path, name }) => path.startsWith('GET') && sound[name])) {
    for (const things of [a, b]) {
      const answer = await call(row, sound[row.name]!.aimed(things, ++no), key)
      if (answer.status !== 200) wrong.push(tell(row, 'owner', answer))
    }
  }
  expect(wrong).toEqual([])
})
