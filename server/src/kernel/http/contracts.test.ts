import type { FastifyBaseLogger } from 'fastify'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { allRows } from '#app'
import { shop } from '../../testing/shop.ts'
import { toCursor } from '../fields.ts'
import { openapi } from './openapi.ts'
import { strict } from './reading.ts'

// What reaches the database all the same is said in the log: the contract of the row should have known.
const heard: unknown[] = []
const ear = (sentence: string) => (what: object, text?: string) => heard.push([sentence, text, what])
const silent = () => {}
const log = {
  ...{ level: 'warn', fatal: ear('fatal'), error: ear('error'), warn: ear('warn') },
  ...{ info: silent, debug: silent, trace: silent, silent, child: () => log },
} as unknown as FastifyBaseLogger

const { ask, place } = shop(undefined, { log })

type Shape = { properties?: Record<string, { format?: string }> }
const shapeOf = (input: z.ZodType) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape
const gets = allRows.filter(({ path, kind }) => path.startsWith('GET ') && kind !== 'upload')
const someId = '01890000-0000-7000-8000-000000000000'
const filled = (path: string) => path.replace('{list}', 'members').replace('{format}', 'csv').replace('{no}', '1')

const paged = gets.filter((row) => 'input' in row && shapeOf(row.input).properties?.['cursor'])
const evilCursors = [
  'x',
  '%00',
  '9'.repeat(400),
  toCursor(),
  toCursor(null),
  toCursor('\u0000'),
  toCursor(1e300),
].concat(toCursor(someId, someId, someId), Buffer.from('{"a":1}').toString('base64url'))

it('has lists to page through', () => {
  expect(paged.length).toBeGreaterThan(8)
})

it.each(paged.map(({ path }) => path))('%s refuses what is none of its cursors', async (path) => {
  for (const cursor of evilCursors) {
    const answer = await ask(`${filled(path).replace(/\{\w+\}/g, someId)}?cursor=${encodeURIComponent(cursor)}`)
    expect([cursor, answer.status, answer['code']]).toEqual([cursor, 400, 'kernel.bad_input'])
  }
  expect(heard).toEqual([])
})

const named = gets.filter(({ path }) => /\{\w+\}/.test(filled(path)))
it.each(named.map(({ path }) => path))('%s answers an id that is none with 400 or 404', async (path) => {
  for (const id of ['x', '1', '%00', `${someId}0`, "' or 1=1", '9'.repeat(60), '%F0%9F%92%8A']) {
    const answer = await ask(filled(path).replace(/\{\w+\}/g, encodeURIComponent(decodeURIComponent(id))))
    expect([id, [400, 404].includes(answer.status)]).toEqual([id, true])
  }
  expect(heard).toEqual([])
})

it.each(['0', '-1', '2147483648', '9'.repeat(30), '1.5', 'x'])('refuses %s as the number of a version', async (no) => {
  expect(await ask(`GET /v1/charter/versions/${no}`)).toMatchObject({ status: 400, code: 'kernel.bad_input' })
  expect(heard).toEqual([])
})

it('refuses days and moments that no calendar keeps', async () => {
  const refused = { status: 400, code: 'kernel.bad_input' }
  for (const day of ['0000-01-01', '9999-12-31', '-000001-01-01'])
    expect(await ask('POST /v1/members', { name: '王', joinedOn: day }), day).toMatchObject(refused)
  for (const moment of ['0000-01-01T00:00:00Z', '2026-01-01T00:00:00%2B23:59', '9999-12-31T23:59:59.9999999Z'])
    expect(await ask(`GET /v1/members/${someId}/statement?asOf=${moment}`), moment).toMatchObject(refused)
  expect(heard).toEqual([])
})

it('answers a return of what leads to no sale with 404', async () => {
  for (const id of ['12345678', 'R-0000-NONE', "' or 1=1 --", someId])
    for (const path of ['returns', 'returns/preview'])
      expect(
        await ask(`POST /v1/purchases/${encodeURIComponent(id)}/${path}`, { storeId: place.a, tillId: place.tillA }),
      ).toMatchObject({ status: 404, code: 'purchases.unknown' })
  expect(heard).toEqual([])
})

const toldBy = (path: string) => filled(path).replace(/\{\w+\}/g, someId)
const extra = { path: 'memberld', message: 'there is no such field' }
it.each(allRows.filter(({ kind }) => kind !== 'upload').map(({ path }) => path))(
  '%s names a field that it does not know',
  async (path) => {
    const inAddress = /^(GET|DELETE) /.test(path)
    const answer = await ask(
      inAddress ? `${toldBy(path)}?memberld=1` : toldBy(path),
      inAddress ? undefined : { memberld: 1 },
    )
    expect(answer).toMatchObject({ status: 400, code: 'kernel.bad_input' })
    expect(answer['details'].problems).toContainEqual(extra)
    if (inAddress) return
    const behind = await ask(`${toldBy(path)}?memberld=1`, {})
    expect(behind).toMatchObject({ status: 400, details: { problems: [extra] } })
  },
)

it('names a field of a form that it does not know, and one that is said twice', async () => {
  const send = async (fields: [string, string][]) => {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    form.append('file', new Blob(['姓名,手机\n王小明,13800138000\n']), 'a.csv')
    const { headers, body } = new Response(form) as Response & { body: ReadableStream }
    const payload = Buffer.from(await new Response(body).arrayBuffer())
    const type = { 'content-type': headers.get('content-type')! }
    return (await ask('POST /v1/imports', payload, { headers: type }))['details']?.problems
  }
  expect(
    await send([
      ['kind', 'members'],
      ['memberld', '1'],
    ]),
  ).toEqual([extra])
  expect(
    await send([
      ['kind', 'members'],
      ['kind', 'products'],
    ]),
  ).toMatchObject([{ path: 'kind' }])
  expect(await send([['kind', 'members']])).toBeUndefined()
})

it('leaves no contract open at any depth, neither when it is read nor in the reference', async () => {
  type Document = { paths: Record<string, Record<string, { requestBody?: object }>>; components: { schemas: object } }
  const { paths, components } = openapi(allRows, '0') as Document
  const schemas = new Map(
    Object.entries(components.schemas).map(([name, json]) => [`#/components/schemas/${name}`, json]),
  )
  const open: string[] = []
  const walk = (it: unknown, where: string): void => {
    if (typeof it !== 'object' || it === null) return
    if ('$ref' in it) {
      const named = schemas.get(String(it.$ref))
      schemas.delete(String(it.$ref))
      walk(named, String(it.$ref))
    }
    if ('properties' in it && !('additionalProperties' in it)) open.push(where)
    for (const [name, value] of Object.entries(it)) walk(value, `${where}.${name}`)
  }
  for (const [path, methods] of Object.entries(paths))
    for (const { requestBody } of Object.values(methods)) walk(requestBody, path)
  expect(schemas.size, 'answers are not walked, but what is said is').toBeLessThan(
    Object.keys(components.schemas).length,
  )
  for (const row of allRows) walk(z.toJSONSchema(strict(row.input), { io: 'input', unrepresentable: 'any' }), row.name)
  expect(open).toEqual([])
})

it('names an unknown field at any depth, and one that the path has said already', async () => {
  const sale = { storeId: place.a, lines: [{ sku: 'X', amount: 1, price: 1 }], member: { id: someId, mail: 'x' } }
  expect((await ask('POST /v1/purchases', sale))['details'].problems).toEqual([
    { path: 'member.mail', message: extra.message },
    { path: 'lines.0.price', message: extra.message },
  ])
  const start = { template: 'pharmacy', demmo: true }
  expect((await ask('POST /v1/setup', { start }))['details'].problems).toContainEqual({
    ...{ path: 'start.demmo', message: extra.message },
  })
  expect(await ask(`PATCH /v1/units/${place.a}`, { id: place.b, name: 'x' })).toMatchObject({
    ...{ status: 400, details: { problems: [{ path: 'id', message: extra.message }] } },
  })
})
