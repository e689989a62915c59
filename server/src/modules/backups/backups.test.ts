import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openKeys } from '#kernel/crypto.ts'
import { callerWith } from '#testing'
import { logicalEngine } from '../../backing/logical.ts'
import { emptyDatabase, ownerOf } from '../../testing/databases.ts'
import { shop } from '../../testing/shop.ts'
import type { Engine } from './engine.ts'
import { equip } from './index.ts'
import { lastTurn, nextTurn, whatIsDue } from './rules.ts'
import { askWhatIsDue, workOnce } from './working.ts'

const home = shop()
const { ask, sql } = home
const folder = mkdtempSync(path.join(tmpdir(), 'changke-room-'))
let drill: Awaited<ReturnType<typeof emptyDatabase>>
let engine: Engine
const shouted: string[] = []
const log = { info: () => {}, warn: () => {}, error: (_: object, sentence: string) => void shouted.push(sentence) }
const work = (signal = new AbortController().signal) => workOnce({ db: home.app.db, engine, log, signal })

beforeAll(async () => {
  drill = await emptyDatabase()
  const place = { folder, key: openKeys(home.keyFile()).derive('backup'), keyFile: home.keyFile() }
  engine = logicalEngine({ place, keepDays: 14, ownerUrl: ownerOf(home.url()), drillUrl: drill.url })
})
afterAll(async () => {
  equip({ mode: null, embedded: true })
  await drill?.drop()
  rmSync(folder, { recursive: true, force: true })
})

it('says that nothing is backed up when nothing is set up, and refuses to pretend', async () => {
  expect(await ask('GET /v1/backups')).toMatchObject({ mode: null, folder: null, bases: [], behindS: null, job: null })
  expect(await ask('POST /v1/backups', {})).toMatchObject({ status: 409, code: 'backups.not_configured' })
})

it('backs up when it is asked, one at a time, and says how much could be lost', async () => {
  equip(engine)
  expect(await ask('POST /v1/backups/drills', {})).toMatchObject({ status: 409, code: 'backups.nothing_to_prove' })
  expect(await ask('POST /v1/backups', {})).toMatchObject({ status: 200, kind: 'backup', step: 'waiting' })
  expect(await ask('POST /v1/backups', {})).toMatchObject({ status: 409, code: 'backups.busy' })
  // Two workers look at once: one does it.
  expect((await Promise.all([work(), work()])).filter((did) => did)).toHaveLength(1)
  const status = await ask('GET /v1/backups')
  expect(status).toMatchObject({ mode: 'logical', folder, job: null, lastJobs: [{ kind: 'backup', step: 'done' }] })
  expect(status['bases']).toHaveLength(1)
  expect(status['bases'][0].bytes).toBeGreaterThan(1_000)
  expect(status['behindS']).toBeLessThan(60)
  expect(await work()).toBe(false)
})

it('proves a restore, beside the house, and writes a certificate', async () => {
  expect(await ask('POST /v1/backups/drills', {})).toMatchObject({ kind: 'drill', step: 'waiting' })
  const stopped = new AbortController()
  // The worker goes down in the middle: the drill stays in line, and what it left is in nobody's way.
  const going = work(stopped.signal)
  setTimeout(() => stopped.abort(new Error('the worker goes down')), 300)
  await going
  expect(await ask('GET /v1/backups')).toMatchObject({ job: { kind: 'drill' }, lastCertificate: null })
  expect(await work()).toBe(true)
  const { lastCertificate: proof, bases } = await ask('GET /v1/backups')
  expect(proof).toMatchObject({ kind: 'logical', backupId: bases[0].id, faultCount: 0, faults: [] })
  expect(proof.compared.every(({ same }: { same: boolean }) => same)).toBe(true)
  expect(proof.tables).toBe(proof.compared.length)
  expect(proof.rows).toBeGreaterThan(10)
  expect(shouted).toEqual([])
  expect(await sql('select count(*)::int as n from backups.certificate')).toEqual([{ n: 1 }])
})

it('writes a certificate of a drill that fails too, and shouts', async () => {
  await sql(
    `insert into kernel.told (caller, reference, digest, cause_id) select gen_random_uuid(), 'r', '', gen_random_uuid()`,
  )
  await ask('POST /v1/backups', {})
  await work()
  await ask('POST /v1/backups/drills', {})
  await work()
  await sql(`delete from kernel.told where reference = 'r'`)
  const { items } = await ask('GET /v1/backups/certificates?limit=1')
  expect(items[0]).toMatchObject({ faultCount: 1, faults: [expect.stringMatching(/a reference leads to nothing/)] })
  expect(shouted).toEqual(['A RESTORE WAS TRIED AND DID NOT HOLD'])
  const { lastJobs, lastCertificate } = await ask('GET /v1/backups')
  expect(lastCertificate.faultCount).toBe(1)
  expect(lastJobs.find(({ kind }: { kind: string }) => kind === 'drill')).toMatchObject({ step: 'failed' })
  // Where nothing can even be restored, that is what is written down.
  await ask('POST /v1/backups/drills', {})
  const broken: Engine = { ...engine, drill: () => Promise.reject(new Error('no space left')) }
  await workOnce({ db: home.app.db, engine: broken, log, signal: new AbortController().signal })
  expect((await ask('GET /v1/backups'))['lastCertificate']).toMatchObject({
    reachedAt: null,
    faults: ['no space left'],
  })
  const page = await ask('GET /v1/backups/certificates?limit=2')
  expect(page['items']).toHaveLength(2)
  expect((await ask(`GET /v1/backups/certificates?limit=2&cursor=${page['next']}`))['items']).toHaveLength(1)
  await expect(
    home.app.db.write((tx) => tx.run({ name: '', text: 'delete from backups.certificate', values: [] })),
  ).rejects.toThrow(/permission denied/)
})

it('asks by itself for what is due, once', async () => {
  const due = () => askWhatIsDue({ db: home.app.db, engine, log, signal: new AbortController().signal })
  await due()
  expect((await ask('GET /v1/backups'))['job']).toBeNull()
  home.travel(8)
  await Promise.all([due(), due()])
  expect((await ask('GET /v1/backups'))['job']).toMatchObject({ kind: 'backup', askedBy: 'system schedule' })
  home.travel(0)
  await work()
})

it('lets those look who may, and only those act who reach the whole house', async () => {
  const auditor = callerWith(['backups.read'])
  expect(await ask('GET /v1/backups', undefined, { as: auditor })).toMatchObject({ status: 200 })
  expect(await ask('POST /v1/backups', {}, { as: auditor })).toMatchObject({ status: 403 })
  const inA = callerWith(['*'], [home.place.a])
  expect(await ask('POST /v1/backups', {}, { as: inA })).toMatchObject({ code: 'backups.needs_whole_house' })
  const without = { ...engine, lacks: 'database' as const }
  equip(without)
  expect(await ask('POST /v1/backups/drills', {})).toMatchObject({ code: 'backups.drill_impossible' })
  expect(await ask('GET /v1/backups')).toMatchObject({ drill: { possible: false, lacks: 'database' } })
  equip(engine)
})

const zone = 'Asia/Shanghai'
// 2026-11-22 is a Sunday.
it.each([
  ['2026-11-22T02:29:59+08:00', '2026-11-21T02:30:00+08:00', '2026-11-15T03:10:00+08:00'],
  ['2026-11-22T02:30:00+08:00', '2026-11-22T02:30:00+08:00', '2026-11-15T03:10:00+08:00'],
  ['2026-11-22T23:00:00+08:00', '2026-11-22T02:30:00+08:00', '2026-11-22T03:10:00+08:00'],
])('at %s the last backup was due at %s, the last drill at %s', (now, backup, tried) => {
  const utc = (moment: string) => Temporal.Instant.from(moment).toString()
  expect(lastTurn(zone, utc(now), { hour: 2, minute: 30 })).toBe(utc(backup))
  expect(lastTurn(zone, utc(now), { hour: 3, minute: 10, dayOfWeek: 7 })).toBe(utc(tried))
  expect(nextTurn(zone, utc(now), { hour: 2, minute: 30 })).toBe(
    Temporal.Instant.from(backup).add({ hours: 24 }).toString(),
  )
})

const job = (askedAt: string, step: 'done' | 'failed' = 'done') => ({ askedAt, endedAt: askedAt, step })
const night = { zone, now: '2026-11-21T20:00:00Z', drillPossible: true, makesFirst: false }
it.each([
  ['nothing there', { bases: [] }, 'backup'],
  ['nothing there, and the engine begins by itself', { bases: [], makesFirst: true }, undefined],
  ['a backup of the night before', { bases: ['2026-11-20T18:30:00Z'] }, 'backup'],
  [
    'one that failed just now',
    { bases: ['2026-11-20T18:30:00Z'], lastBackup: job('2026-11-21T19:30:00Z', 'failed') },
    'drill',
  ],
  [
    'one that failed an hour ago',
    { bases: ['2026-11-20T18:30:00Z'], lastBackup: job('2026-11-21T18:30:00Z', 'failed') },
    'backup',
  ],
  ['tonight’s backup, and the Sunday’s drill', { bases: ['2026-11-21T18:31:00Z', '2026-11-19T18:31:00Z'] }, 'drill'],
  ['the first backup is younger than the drill’s time', { bases: ['2026-11-21T19:15:00Z'] }, undefined],
  [
    'a drill that failed',
    { bases: ['2026-11-21T18:31:00Z'], lastDrill: job('2026-11-21T19:11:00Z', 'failed') },
    undefined,
  ],
  ['no database to try in', { bases: ['2026-11-21T18:31:00Z'], drillPossible: false }, undefined],
] as const)('knows what is due: %s', (_, before, due) => {
  const known = { lastBackup: undefined, lastDrill: undefined, ...night, ...before }
  expect(whatIsDue(known)).toBe(due)
})
