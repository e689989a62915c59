import { expect, it } from 'vitest'
import { allRows } from '#app'
import { declared } from './declared.ts'
import { misfits } from './fits.ts'
import { judge } from './judge.ts'

const operations = declared()
const sale = operations.find(({ id }) => id === 'recordPurchase')!
const got = (status: number, body: unknown, type = 'application/problem+json') => ({
  ...{ status, type, ms: 1 },
  text: JSON.stringify(body),
})
const problem = { type: 'urn:x', title: 'x', status: 404, code: 'purchases.unknown', details: {} }

it('strikes all that the house serves, for all of it is declared', () => {
  const known = new Set(operations.map(({ id }) => id))
  expect(allRows.filter(({ name }) => !known.has(name))).toEqual([])
})

it('sees what openapi.json does not declare', () => {
  expect(judge(sale, false, 'POST', got(404, problem))).toEqual([])
  expect(judge(sale, false, 'POST', got(404, { ...problem, code: 'cards.unknown' }))[0]).toMatch('not as declared')
  expect(judge(sale, false, 'POST', got(404, { ...problem, details: null }))[0]).toMatch('.details is null')
  expect(judge(sale, false, 'POST', got(404, { ...problem, status: 400 }))[0]).toMatch('says that it is 400')
  expect(judge(sale, false, 'POST', got(418, problem))[0]).toMatch('418 is not declared')
  expect(judge(sale, false, 'POST', got(404, problem, 'application/json'))[0]).toMatch('comes as application/json')
  expect(judge(sale, false, 'POST', got(200, { id: 'x' }, 'application/json'))[0]).toMatch('.id x is no uuid')
  expect(judge(sale, false, 'POST', got(500, problem))).toEqual(['500'])
})

it('knows the words that schemas are written in, and no others', () => {
  const shape = { type: 'object', properties: { n: { type: ['integer', 'null'], minimum: 1 } }, required: ['n'] }
  expect(misfits(shape, { n: null })).toEqual([])
  expect(misfits(shape, { n: 0.5 })).toHaveLength(2)
  expect(misfits({ ...shape, additionalProperties: false }, { n: 1, m: 1 })).toEqual(['it has m'])
  expect(misfits({ anyOf: [{ type: 'null' }, { const: 'a' }] }, 'b')).toHaveLength(1)
  expect(misfits({ type: 'string', format: 'date' }, '2026-13-01')).toHaveLength(1)
  expect(() => misfits({ not: {} }, 1)).toThrow('the word not')
})
