import { expect, it } from 'vitest'
import { z } from 'zod'
import { callerWith, house } from '#testing'
import { sql } from './db.ts'
import { command, gathered, query } from './http.ts'
import { firstIdOf, mintedMs, newId } from './ids.ts'
import { refuse } from './refusal.ts'
import { digestOf, tell, untell } from './told.ts'

const rows = [
  query({
    name: 'readTwice',
    path: 'GET /v1/test/twice/{n}',
    summary: 'Doubles a number.',
    may: 'test.read',
    input: z.object({ n: z.coerce.number().int() }),
    output: z.object({ twice: z.int() }),
    run: async (read, { n }) => ({
      twice: (await read.one<{ n: number }>(sql`select ${n}::int * 2 as n`)).n,
    }),
  }),
  query({
    name: 'readByTrick',
    path: 'GET /v1/test/trick',
    summary: 'Tries to write while reading.',
    may: 'test.read',
    input: z.object({}),
    output: z.object({}),
    run: (read) => read.one(sql`insert into kernel.cursor (listener) values ('trick') returning listener`),
  }),
  command({
    name: 'breakPromise',
    path: 'POST /v1/test/promise',
    summary: 'Answers what its contract does not promise.',
    may: 'test.write',
    input: z.object({}),
    output: z.object({ n: z.int() }),
    run: async (tx) => {
      await tx.run(sql`insert into kernel.cursor (listener) values ('promise')`)
      return { n: 'one' } as unknown as { n: number }
    },
  }),
  gathered({
    name: 'tellOnce',
    path: 'POST /v1/test/told',
    summary: 'Tells a reference; refuses evil.',
    may: 'test.write',
    input: z.object({ n: z.int(), evil: z.boolean().default(false) }),
    output: z.object({ cause: z.string(), size: z.int() }),
    run: async (tx, asked) => {
      const tellings = asked.map(({ who, reference, input }) => ({
        caller: who.id,
        reference,
        digest: digestOf('tellOnce', input),
        causeId: newId(),
        memberId: null,
      }))
      const told = await tell(tx, tellings)
      await untell(
        tx,
        tellings.filter((_, at) => asked[at]!.input.evil && told[at]!.state === 'new'),
      )
      return told.map((one, at) => {
        if (one.state === 'other') return { refusal: refuse('kernel.reference_reused') }
        if (asked[at]!.input.evil) return { refusal: refuse('kernel.forbidden') }
        return {
          ok: {
            cause: one.state === 'same' ? one.causeId : tellings[at]!.causeId,
            size: asked.length,
          },
        }
      })
    },
  }),
]

const { ask, sql: look } = house({ rows })
const reader = callerWith(['test.read'])

it('serves a row, and refuses who may not or does not say what is expected', async () => {
  expect(await ask('GET /v1/test/twice/21')).toMatchObject({
    status: 200,
    twice: 42,
  })
  expect(await ask('GET /v1/test/twice/x')).toMatchObject({
    status: 400,
    code: 'kernel.bad_input',
  })
  expect(await ask('GET /v1/test/twice/1', undefined, { as: '' })).toMatchObject({
    status: 401,
    code: 'kernel.not_signed_in',
  })
  expect(await ask('POST /v1/test/promise', {}, { as: reader })).toMatchObject({
    status: 403,
    code: 'kernel.forbidden',
  })
  expect(await ask('GET /v1/nowhere')).toMatchObject({
    status: 404,
    code: 'kernel.not_found',
  })
})

it('cannot write while reading, even by a trick', async () => {
  expect(await ask('GET /v1/test/trick', undefined, { as: reader })).toMatchObject({
    status: 500,
    code: 'kernel.fault',
  })
  expect(await look(`select 1 from kernel.cursor where listener = 'trick'`)).toEqual([])
})

it('rolls back an answer that breaks its contract', async () => {
  expect(await ask('POST /v1/test/promise', {})).toMatchObject({
    status: 500,
    code: 'kernel.fault',
  })
  expect(await look(`select 1 from kernel.cursor where listener = 'promise'`)).toEqual([])
})

it('gathers a hundred tellings of one reference into one cause', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => ask('POST /v1/test/told', { n: 1 }, { reference: 'one' })),
  )
  expect(new Set(answers.map((answer) => answer['cause'])).size).toBe(1)
  expect(Math.max(...answers.map((answer) => answer['size']))).toBeGreaterThan(1)
  expect(await ask('POST /v1/test/told', { n: 2 }, { reference: 'one' })).toMatchObject({
    status: 409,
    code: 'kernel.reference_reused',
  })
})

it('binds nothing by a refusal', async () => {
  expect(await ask('POST /v1/test/told', { n: 3, evil: true }, { reference: 'two' })).toMatchObject({ status: 403 })
  expect(await ask('POST /v1/test/told', { n: 3 }, { reference: 'two' })).toMatchObject({ status: 200 })
})

it('does not let the application edit the trail', async () => {
  const rights = await look(`select has_table_privilege('changke_app', 'kernel.trail', 'update') as may_edit,
    has_table_privilege('changke_app', 'kernel.trail', 'insert') as may_write, has_schema_privilege('changke_app', 'kernel', 'create') as may_make`)
  expect(rights).toEqual([{ may_edit: false, may_write: true, may_make: false }])
})

it('mints ids in the order of time', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect([...ids].sort()).toEqual(ids)
  expect(Math.abs(mintedMs(ids[0]!) - Date.now())).toBeLessThan(5_000)
  expect(firstIdOf(mintedMs(ids[0]!)) <= ids[0]!).toBe(true)
})
