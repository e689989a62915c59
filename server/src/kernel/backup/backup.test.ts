import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeKeyFile } from '../keyfile.ts'
import { type Embedded, startEmbedded } from '../postgres/index.ts'
import { backUp, backupsIn, checkBackup, keepBackups, placeAt, prune, restoreInto } from './index.ts'
import { backupsOf, type Found, logOf, writeSigned } from './place.ts'
import type { Manifest } from './shape.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'changke-backup-'))
chmodSync(folder, 0o711)
const root = path.resolve(import.meta.dirname, '../../../..')
const data = path.join(folder, 'data')
const source = { dir: path.join(data, 'postgres') }
const keyFile = path.join(data, 'keys.json')
const at = (name: string) => placeAt(path.join(folder, name), keyFile)
let server: Embedded

beforeAll(async () => {
  makeKeyFile(keyFile)
  server = await startEmbedded({ dir: source.dir, durable: true })
  await ask('create table till (no int, said text)')
}, 180_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function ask<T>(text: string, url = server.ownerUrl): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query({ text, rowMode: 'array' })
    return rows[0]?.[0] as T
  } finally {
    await client.end()
  }
}

const sell = (many: number) =>
  ask(`insert into till select n, repeat(md5(n::text), 8) from generate_series(1, ${many}) n`)
const sold = (url = server.ownerUrl) => ask<string>('select count(*) from till', url)

/** What the database of a data folder holds that nobody serves. */
async function soldAt(into: string): Promise<string> {
  const returned = await startEmbedded({ dir: path.join(into, 'postgres'), durable: false })
  return sold(returned.ownerUrl).finally(() => returned.stop())
}

/** Kills a command as soon as something like this lies in a folder. */
async function killAt(words: string[], where: () => string[], like: RegExp): Promise<void> {
  const child = spawn(process.execPath, [path.join(root, 'server/src/cli.ts'), ...words], {
    env: { PATH: process.env['PATH'], CHANGKE_DATA: data },
    stdio: 'ignore',
  })
  const ended = new Promise((done) => child.once('exit', done))
  await vi.waitFor(() => expect(where().some((name) => like.test(name))).toBe(true), { timeout: 60_000, interval: 2 })
  child.kill('SIGKILL')
  await ended
}

const log = { info: () => {}, warn: () => {}, error: vi.fn() }
const said = () => log.error.mock.calls.map(([body]) => String((body as { err?: Error }).err?.message)).join('\n')
const quick = { days: 14, log, lookMs: 50, restMs: 100 }

test('killed in the middle, a backup and a restore leave nothing that looks like one', async () => {
  await sell(80_000)
  const place = at('killed')
  const drafts = () =>
    existsSync(place.folder)
      ? readdirSync(place.folder, { recursive: true, encoding: 'utf8' }).map((name) => path.basename(name))
      : []
  await killAt(['backup', '--into', place.folder], drafts, /^\.making-/)
  expect(backupsIn(place)).toEqual([])
  await expect(checkBackup(place)).rejects.toThrow('There is no backup')

  const { id } = await backUp(source, place)
  expect(backupsIn(place).map((each) => each.id)).toEqual([id])
  const into = path.join(folder, 'brought')
  const words = ['restore', '--to', 'latest', '--from', place.folder, '--into', into]
  await killAt(words, () => readdirSync(folder), /^brought\.restoring-/)
  expect(existsSync(into)).toBe(false)
  const { notes, base } = await restoreInto(place, { to: 'latest', into })
  expect({ notes, base }).toEqual({ notes: [], base: id })
  expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([])
  expect(await soldAt(into)).toBe(await sold())
  await expect(restoreInto(place, { to: 'latest', into })).rejects.toThrow('is not empty')
  await expect(restoreInto(place, { to: new Date(), into: `${into}2` })).rejects.toThrow(
    /cannot be had: the backups reach from .*Z to .*Z/,
  )
  // What was brought back begins a line of its own beside the old one: the two have one identifier.
  const returned = await startEmbedded({ dir: path.join(into, 'postgres'), durable: true })
  await backUp({ dir: path.join(into, 'postgres') }, place).finally(() => returned.stop())
  expect(await checkBackup(place)).toMatchObject({ faults: [], backups: 2 })
}, 240_000)

test('a backup disk that is gone is told, the shop goes on, and when it is back nothing is missing', async () => {
  const place = at('gone')
  const loop = keepBackups(source, place, quick)
  try {
    const first = await vi.waitFor(() => backupsIn(place)[0] ?? expect.fail('no backup'), { timeout: 60_000 })
    renameSync(place.folder, `${place.folder}-away`)
    mkdirSync(place.folder)
    await vi.waitFor(() => expect(said()).toContain('no longer holds its backups'), 30_000)
    await sell(40_000)
    expect(readdirSync(place.folder)).toEqual([])
    rmSync(place.folder, { recursive: true })
    renameSync(`${place.folder}-away`, place.folder)
    const before = readdirSync(logOf(first)).length
    await vi.waitFor(() => expect(readdirSync(logOf(first)).length).toBeGreaterThan(before), 60_000)
  } finally {
    await loop.stop()
  }
  expect(await checkBackup(place)).toMatchObject({ faults: [], backups: 1 })
  const into = path.join(folder, 'again')
  await restoreInto(place, { to: 'latest', into })
  expect(await soldAt(into)).toBe(await sold())
}, 240_000)

const mayMount = process.platform === 'linux' && process.getuid?.() === 0
test.runIf(mayMount)(
  'a full backup disk is told, leaves no half backup, and the shop goes on',
  async () => {
    const disk = path.join(folder, 'full')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'changke-full', disk], { stdio: 'pipe' })
    } catch {
      return
    }
    try {
      await expect(backUp(source, at('full'))).rejects.toThrow(/ENOSPC|no space/)
      expect(backupsIn(at('full'))).toEqual([])
      const before = Number(await sold())
      await sell(10)
      expect(Number(await sold())).toBe(before + 10)
      expect(await ask<string>('select count(*) from pg_replication_slots where temporary')).toBe('0')
    } finally {
      execFileSync('umount', ['-l', disk], { stdio: 'pipe' })
    }
  },
  60_000,
)

test('old backups go, the newest two stay, and the log goes with the oldest', async () => {
  const place = at('old')
  const line = { name: 'changke_20260101000000_abcdef', system: '7710862015165242344', folder: '' }
  line.folder = path.join(place.folder, line.system, line.name)
  mkdirSync(logOf(line), { recursive: true })
  const dayMs = 86_400_000
  const now = Date.parse('2026-03-01T00:00:00Z')
  const add = async (daysAgo: number, segment: number) => {
    const endedAt = new Date(now - daysAgo * dayMs).toISOString()
    const id = `${endedAt.replace(/\.\d+/, '').replace(/[-:]/g, '')}-00000${segment}`
    mkdirSync(path.join(backupsOf(line), id), { recursive: true })
    const startLsn = `0/${segment}000028`
    const manifest: Partial<Manifest> = {
      id,
      line: line.name,
      system: line.system,
      endedAt,
      startLsn,
      segmentBytes: 16 * 1024 ** 2,
    }
    await writeSigned(place, path.join(backupsOf(line), id, 'manifest.json'), manifest)
    return id
  }
  const [oldest, old, kept, newest] = [await add(40, 1), await add(30, 3), await add(20, 5), await add(19, 7)]
  for (let no = 1; no <= 8; no++) writeFileSync(path.join(logOf(line), `00000001000000000000000${no}.enc`), '')
  expect((await prune(place, 14, now)).sort()).toEqual([oldest, old])
  expect(backupsIn(place).map(({ id }: Found) => id)).toEqual([newest, kept])
  expect(readdirSync(logOf(line)).map((name) => name.at(-5))).toEqual(['5', '6', '7', '8'])
  expect(await prune(place, 14, now)).toEqual([])
})
