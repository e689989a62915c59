import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { house } from '#testing'
import type { Tx } from './db.ts'
import { sql } from './db.ts'
import { announce } from './facts.ts'
import { enqueue, startWorker } from './jobs.ts'
import type { Log } from './loops.ts'
import type { Fact, Listener } from './outbox.ts'
import { deliver, dispatch, findRewound, readLag } from './outbox.ts'

const shop = house()
const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} }
const tell = (n: number, kind = 'test.told') =>
  shop.app.db.write((tx) => announce(tx, [{ kind, memberId: null, body: { n } }]))

/** A listener whose effect is a row, so that effect and cursor can be seen to stand or fall together. */
const listener = (name: string, act: (tx: Tx, facts: Fact[]) => Promise<void> = async () => {}): Listener => ({
  name,
  kinds: ['test.told'],
  async run(tx, facts) {
    for (const { body } of facts) {
      await tx.run(sql`insert into kernel.told (caller, reference, digest, cause_id)
        values (gen_random_uuid(), ${`${name} ${(body as { n: number }).n}`}, '', gen_random_uuid())`)
    }
    await act(tx, facts)
  },
})
const heardBy = async (name: string): Promise<number[]> => {
  const rows = await shop.sql(`select reference from kernel.told where reference like $1 || ' %'`, [name])
  return rows.map((row) => Number(String(row['reference']).slice(name.length + 1))).sort((a, b) => a - b)
}
const until = async (what: () => Promise<boolean>) => {
  for (let tried = 0; !(await what()); tried++) {
    if (tried > 100) throw new Error('it did not come to pass')
    await new Promise((later) => setTimeout(later, 100))
  }
}
const appUrl = async (kind: 'appUrl' | 'ownerUrl') =>
  inject('pg')[kind].replace('{database}', String((await shop.sql('select current_database() as name'))[0]!['name']))

it('loses nothing that commits late', async () => {
  const late = new pg.Client({ connectionString: await appUrl('appUrl') })
  await late.connect()
  await late.query('begin')
  await late.query(`insert into kernel.fact (id, kind, body) values ($1, 'test.told', '{"n":0}')`, [
    '01990000-0000-7000-8000-000000000000'.replace(
      '0199',
      (await shop.sql(`select substr(uuidv7()::text, 1, 4) as it`))[0]!['it'] as string,
    ),
  ])
  await tell(1)
  const one = listener('late')
  expect(await deliver(shop.app.db, one)).toBe(0)
  await late.query('commit')
  await late.end()
  await until(async () => (await deliver(shop.app.db, one)) > 0 || (await heardBy('late')).length > 0)
  expect(await heardBy('late')).toEqual([0, 1])
})

it('rolls effect and cursor back together, and never skips', async () => {
  await tell(2)
  let poisoned = true
  const one = listener('poisoned', async (_, facts) => {
    if (poisoned && facts.some(({ body }) => (body as { n: number }).n === 2)) throw new Error('cannot hear 2')
  })
  const loop = dispatch(shop.app.db, [one], quiet)
  await until(async () => (await heardBy('poisoned')).length === 2)
  await new Promise((later) => setTimeout(later, 500))
  expect(await heardBy('poisoned')).toEqual([0, 1])
  expect((await shop.app.db.read(readLag)).find((row) => row.listener === 'poisoned')?.facts).toBe(1)
  poisoned = false
  await until(async () => (await heardBy('poisoned')).length === 3)
  await loop.stop()
})

it('serves a listener once, by however many processes, among writers', async () => {
  const one = listener('crowd')
  const loops = [0, 1, 2].map(() => dispatch(shop.app.db, [one], quiet))
  await Promise.all(Array.from({ length: 200 }, (_, n) => tell(1_000 + n, n % 2 ? 'test.told' : 'test.else')))
  const due = [0, 1, 2, ...Array.from({ length: 100 }, (_, n) => 1_001 + n * 2)]
  await until(async () => (await heardBy('crowd')).length >= due.length)
  await Promise.all(loops.map((loop) => loop.stop()))
  expect(await heardBy('crowd')).toEqual(due)
})

it('notices a database that was restored from a dump into another server', async () => {
  expect(await shop.app.db.read(findRewound)).toEqual([])
  await shop.sql(`insert into kernel.cursor (listener, xid) values ('old', '900000000000')`)
  expect(await shop.app.db.read(findRewound)).toEqual(['old'])
  await shop.sql(`delete from kernel.cursor where listener = 'old'`)
})

it('runs jobs that were put in by a transaction, pulses, and stops cleanly', async () => {
  const done: unknown[] = []
  let pulses = 0
  let tries = 0
  const worker = await startWorker({
    db: shop.app.db,
    ownerUrl: await appUrl('ownerUrl'),
    log: quiet,
    pulses: [{ name: 'test', everyMs: 50, run: async () => ++pulses < 0 }],
    jobs: [
      {
        name: 'test.job',
        async run(_, payload) {
          if (++tries === 1) throw new Error('not yet')
          done.push(payload)
        },
      },
    ],
    schedules: [{ name: 'test.schedule', cron: '* * * * *', run: async () => {} }],
  })
  await shop.app.db.write((tx) => enqueue(tx, 'test.job', { n: 1 }))
  await shop.app.db
    .write(async (tx) => {
      await enqueue(tx, 'test.job', { n: 2 })
      throw new Error('rolled back')
    })
    .catch(() => {})
  await until(async () => done.length > 0)
  await worker.stop()
  expect(done).toEqual([{ n: 1 }])
  expect(tries).toBe(2)
  expect(pulses).toBeGreaterThan(3)
  const before = pulses
  await new Promise((later) => setTimeout(later, 200))
  expect(pulses).toBe(before)
}, 30_000)
