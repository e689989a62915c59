import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AlreadyRunning, type Embedded, startEmbedded } from './index.ts'
import { readPostmaster } from './postmaster.ts'

let folder: string
let dir: string
let cluster: string
const started: Embedded[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'changke-recovery-'))
  chmodSync(folder, 0o711)
  dir = path.join(folder, 'data', 'postgres')
  cluster = path.join(dir, 'cluster')
})

afterEach(async () => {
  for (const each of started.splice(0)) await each.stop()
  expect(readPostmaster(cluster), 'no PostgreSQL is left behind').toBeUndefined()
  rmSync(folder, { recursive: true, force: true })
})

async function start(patience = 200): Promise<Embedded> {
  const embedded = await startEmbedded({ dir, durable: true, patience })
  started.push(embedded)
  return embedded
}

async function ask<T>(url: string, text: string): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return Object.values((await client.query({ text, rowMode: 'array' })).rows[0]!)[0] as T
  } finally {
    await client.end()
  }
}

test('it is durable, listens on the loopback only, and the secrets are for their owner alone', async () => {
  const { ownerUrl, url } = await start()
  const shown = async (name: string) => ask<string>(ownerUrl, `select current_setting('${name}')`)
  expect(await shown('fsync')).toBe('on')
  expect(await shown('full_page_writes')).toBe('on')
  expect(await shown('synchronous_commit')).toBe('on')
  expect(await shown('data_checksums')).toBe('on')
  expect(await shown('listen_addresses')).toBe('127.0.0.1')
  expect(await shown('unix_socket_directories')).toBe('')
  expect(await ask(ownerUrl, `select similarity('王小明', '王小红') > 0`).catch(() => 'no pg_trgm yet')).toBe(
    'no pg_trgm yet',
  )
  await ask(ownerUrl, 'create extension pg_trgm').catch(() => {})
  expect(await ask(ownerUrl, `select similarity('王小明', '王小红') > 0.3`)).toBe(true)
  expect(await ask(ownerUrl, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false)
  await expect(ask(url, 'create table x ()')).rejects.toThrow(/permission denied/)
  await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
  expect(statSync(path.join(dir, 'access.json')).mode & 0o077).toBe(0)
  expect(statSync(cluster).mode & 0o077).toBe(0)
})

test('of two that start on a fresh folder at once, one gets it and the other is told', async () => {
  const both = await Promise.allSettled([start(), start()])
  const refused = both.filter((each) => each.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(refused[0]!.reason).toBeInstanceOf(AlreadyRunning)
  expect(refused[0]!.reason.message).toMatch(/already running on the data folder .* \(process \d+\)/)
  expect(await ask(refused[0]!.reason.urls.url, 'select 1')).toBe(1)
})

test('leftovers of kills do not stand in the way: a half-made cluster, a recycled process number, lost passwords', async () => {
  await (await start()).stop()
  started.length = 0
  mkdirSync(path.join(dir, 'cluster.new-4194303-ab'))
  // The number of a living process that is no PostgreSQL: after a reboot or in a container this is usual.
  writeFileSync(path.join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n\nready\n`)
  rmSync(path.join(dir, 'access.json'))
  const again = await start()
  expect(again.adopted).toBe(false)
  expect(await ask(again.url, 'select 1')).toBe(1)
  expect(existsSync(path.join(dir, 'cluster.new-4194303-ab'))).toBe(false)
})

test('a PostgreSQL that is killed under us is back at the same address, with everything that was committed', async () => {
  const embedded = await start()
  await ask(embedded.ownerUrl, 'create table kept (id int)').catch(() => {})
  const client = new pg.Client(embedded.ownerUrl)
  client.on('error', () => {})
  await client.connect()
  await client.query('insert into kept select generate_series(1, 1000)')
  const first = embedded.pid
  process.kill(first, 'SIGKILL')
  const deadline = Date.now() + 20_000
  while (embedded.pid === first && Date.now() < deadline) await new Promise((later) => setTimeout(later, 50))
  expect(embedded.pid).not.toBe(first)
  expect(await ask(embedded.ownerUrl, 'select count(*)::int from kept')).toBe(1000)
  const log = readFileSync(path.join(dir, 'start.log'), 'utf8')
  expect(log).not.toContain('insert')
})

test('another owner of the folder is not robbed: the lock is free only when its session is gone', async () => {
  await start()
  await expect(start()).rejects.toThrow(AlreadyRunning)
})
