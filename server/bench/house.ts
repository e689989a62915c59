import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { system } from '#kernel/caller.ts'
import { openKeys } from '#kernel/crypto.ts'
import { openDb } from '#kernel/db.ts'
import { migrateJobs } from '#kernel/jobs.ts'
import { migrate } from '#kernel/migrate.ts'
import { startEmbedded } from '#kernel/postgres/index.ts'
import { publish, templates } from '#modules/charter/index.ts'
import { createKeyFor, setUpOrganisation } from '#modules/org/index.ts'
import { parentOf } from './machine.ts'
import type { Timing } from './timing.ts'

export type House = {
  ownerUrl: string
  url: string
  keyFile: string
  storeId: string
  key: string
  port: number
  owner: pg.Client
  /** The server's process, the database's first one, and the load generator's. */
  pids: { server: number; database: number; load: number }
  load(job: { connections: number; seconds: number; perSecond?: number }): Promise<Timing>
  close(): Promise<void>
}

const answerOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done, failed) => {
    const ended = (code: number | null) => failed(new Error(`${child.spawnfile} ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      done(message as T)
    })
  })

/** A house of its own for the bench: embedded PostgreSQL with fsync on, so many members, the product and the reference side by side. */
export async function openHouse(members: number): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'changke-bench-'))
  chmodSync(folder, 0o711)
  const server = await startEmbedded({ dir: join(folder, 'postgres'), durable: true, command: 'bench' })
  await migrate(server.ownerUrl)
  await migrateJobs(server.ownerUrl)
  const keyFile = join(folder, 'keys.json')
  const db = openDb({ url: server.url, keys: openKeys(keyFile), size: 2 })
  const { storeId, key } = await db.write(async (tx) => {
    const begun = await setUpOrganisation(tx, {
      organisation: { name: 'Bench', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'A', name: 'A' },
      owner: { name: 'Owner', email: 'owner@example.com', password: 'correct horse battery' },
    })
    await publish(tx, { charter: templates['pharmacy']!, note: '' }, system('bench'))
    const made = await createKeyFor(tx, { role: 'owner', name: 'bench' })
    return { storeId: begun.storeId, key: made.key }
  })
  await db.close()
  const owner = new pg.Client({ connectionString: server.ownerUrl })
  await owner.connect()
  await owner.query(readFileSync(join(import.meta.dirname, 'reference.sql'), 'utf8'))
  await fill(owner, storeId, members)
  const app = fork(join(import.meta.dirname, 'serve.ts'), [server.url, server.ownerUrl, keyFile], {
    stdio: 'inherit',
    execArgv: [
      '--max-semi-space-size=32',
      ...(process.env['BENCH_PROF'] ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : []),
    ],
  })
  const { port } = await answerOf<{ port: number }>(app)
  const backend = (await owner.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid
  const generator = fork(join(import.meta.dirname, 'load.ts'), { stdio: 'inherit' })
  return {
    ownerUrl: server.ownerUrl,
    url: server.url,
    keyFile,
    storeId,
    key,
    port,
    owner,
    pids: { server: app.pid ?? 0, database: parentOf(backend), load: generator.pid ?? 0 },
    load(job) {
      const answer = answerOf<Timing>(generator)
      generator.send({ ...job, port, key, storeId, members })
      return answer
    },
    async close() {
      for (const child of [generator, app]) {
        const gone = new Promise((done) => child.once('exit', done))
        child.disconnect()
        await gone
      }
      await owner.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Members with a standing and an account of points and growth each, and the same number in the reference's tables. */
async function fill(owner: pg.Client, storeId: string, members: number): Promise<void> {
  const id = `('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  const ends = `${new Date().getFullYear() + 2}-12-31`
  await owner.query(
    `insert into members.standing (member_id, home_store) select ${id}, '${storeId}' from generate_series(0, ${members - 1}) n`,
  )
  // A member's accounts lie side by side, as the first sale opens them.
  await owner.query(`insert into ledger.account (member_id, no, unit, state, ends_on, opened_at)
    select ${id}, no, unit, 'open', ends, now() from generate_series(0, ${members - 1}) n
     cross join (values (1, 'points', '${ends}'::date), (2, 'growth', 'infinity')) as first (no, unit, ends) order by n, no`)
  await owner.query(`insert into reference.balance select ${id}, 0, 0 from generate_series(0, ${members - 1}) n`)
  await owner.query(`insert into reference.stats select ${id}, 0, 0 from generate_series(0, ${members - 1}) n`)
  await owner.query('vacuum analyze')
}
