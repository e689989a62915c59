import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { App } from '#app'
import { buildApp } from '#app'
import { keepBackups, placeOf, restoreInto, sourceOf } from '#kernel/backup/index.ts'
import { system } from '#kernel/caller.ts'
import type { Loop } from '#kernel/loops.ts'
import { migrate } from '#kernel/migrate.ts'
import { freePort } from '#kernel/postgres/access.ts'
import { letThrough, pickAccount } from '#kernel/postgres/account.ts'
import { findBinaries } from '#kernel/postgres/binaries.ts'
import { type Embedded, startEmbedded } from '#kernel/postgres/index.ts'
import { launch, readPostmaster } from '#kernel/postgres/postmaster.ts'
import { always } from '#kernel/postgres/tuning.ts'
import { readSettings } from '#kernel/settings.ts'
import { writeTrail } from '#kernel/trail.ts'
import { sealing } from '#modules/audit/index.ts'
import type { Engine } from '#modules/backups/index.ts'
import { openEquipment } from './index.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'changke-drill-'))
const backups = path.join(folder, 'backups')
const settings = readSettings({ CHANGKE_DATA: path.join(folder, 'data'), CHANGKE_BACKUPS: backups })
const silent = { info: () => {}, warn: () => {}, error: console.error }
let server: Embedded
let app: App
let keeping: Loop
let engine: Engine
const steps: string[] = []
const drill = () =>
  engine.drill(app.db, (step) => steps.at(-1) !== step && steps.push(step), new AbortController().signal)
const act = (n: number) =>
  app.db.write((tx) => writeTrail(tx, system('test'), { kind: 'test', body: { n } })).then(() => sealing.run(app.db))

beforeAll(async () => {
  server = await startEmbedded({ dir: sourceOf(settings).dir, durable: true, command: 'serve' })
  await migrate(server.ownerUrl)
  app = await buildApp({ url: server.url, keyFile: settings.keyFile, log: false })
  engine = openEquipment(settings, server) as Engine
  keeping = keepBackups(sourceOf(settings), placeOf(settings), { days: 14, log: silent, lookMs: 200, restMs: 200 })
  await act(1)
  for (let tried = 0; (await engine.look()).bases.length === 0; tried++) {
    if (tried > 300) throw new Error('there is no first backup')
    await wait(100)
  }
}, 90_000)
afterAll(async () => {
  await keeping?.stop()
  await app?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('restores the house beside itself, finds its last seals there, looks at every row, and leaves nothing', async () => {
  // What a drill leaves that is killed: a folder with a PostgreSQL that runs in it.
  const left = path.join(backups, 'drill', 'left')
  await restoreInto(placeOf(settings)!, { to: 'latest', into: left })
  const dir = path.join(left, 'postgres')
  const cluster = path.join(dir, 'cluster')
  const orphan = { binaries: findBinaries(), account: pickAccount(cluster), dir, cluster, port: await freePort() }
  for (const each of [folder, backups, path.dirname(left), left, dir]) letThrough(orphan.account, each)
  await launch({ ...orphan, settings: always })
  expect(readPostmaster(cluster)).toMatchObject({ ready: true })

  await act(2)
  await wait(50)
  await act(3)
  const proof = await drill()
  expect(proof).toMatchObject({ kind: 'physical', faultCount: 0, faults: [] })
  expect(proof.compared).toEqual([{ what: 'kernel.trail', count: expect.any(Number), same: true }])
  expect(proof.compared[0]!.count).toBeGreaterThan(0)
  expect(proof.rows).toBeGreaterThan(10)
  expect(steps).toEqual(['catching_up', 'restoring', 'starting', 'verifying'])
  expect(readdirSync(path.join(backups, 'drill'))).toEqual([])
  expect(existsSync(left)).toBe(false)
  expect(readPostmaster(cluster)).toBeUndefined()
  // The living house went on, and was not touched.
  await act(4)
}, 120_000)

it('does not hold when no backup opens, and leaves nothing either', async () => {
  await keeping.stop()
  await act(5)
  const [base] = (await engine.look()).bases
  const file = readdirSync(backups, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith(`${base!.id}/cluster.enc`),
  )!
  const bytes = readFileSync(path.join(backups, file))
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(path.join(backups, file), bytes)
  keeping = keepBackups(sourceOf(settings), placeOf(settings), { days: 14, log: silent, lookMs: 200, restMs: 200 })
  await expect(drill()).rejects.toThrow(/cannot be used|No backup/)
  expect(readdirSync(path.join(backups, 'drill'))).toEqual([])
}, 120_000)
