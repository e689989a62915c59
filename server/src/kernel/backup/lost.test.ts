import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { makeKeyFile } from '../keyfile.ts'
import { freePort } from '../postgres/access.ts'
import { pickAccount } from '../postgres/account.ts'
import { findBinaries } from '../postgres/binaries.ts'
import { startEmbedded } from '../postgres/index.ts'
import { launch } from '../postgres/postmaster.ts'
import { always } from '../postgres/tuning.ts'
import { backupsIn, checkBackup, keepBackups, placeAt } from './index.ts'

/** A server that keeps very little log for those who do not fetch it. */
async function startForgetful(dir: string) {
  await (await startEmbedded({ dir, durable: true })).stop()
  const cluster = path.join(dir, 'cluster')
  const small = { max_slot_wal_keep_size: '32MB', max_wal_size: '32MB', min_wal_size: '32MB' }
  const [binaries, account, port] = [findBinaries(), pickAccount(cluster), await freePort()]
  await launch({ binaries, account, dir, cluster, port, settings: { ...always, ...small } })
  return startEmbedded({ dir, durable: true })
}

test('log that was thrown away because the backup disk was gone for too long is told, and a new line begins with a backup', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'changke-lost-'))
  const data = path.join(folder, 'data')
  mkdirSync(data, { mode: 0o711 })
  chmodSync(folder, 0o711)
  makeKeyFile(path.join(data, 'keys.json'))
  const source = { dir: path.join(data, 'postgres') }
  const server = await startForgetful(source.dir)
  const client = new pg.Client(server.ownerUrl)
  await client.connect()
  const place = placeAt(path.join(folder, 'backups'), path.join(data, 'keys.json'))
  const error = vi.fn()
  const log = { info: () => {}, warn: () => {}, error }
  const loop = keepBackups(source, place, { days: 14, log, lookMs: 100, restMs: 200 })
  try {
    await vi.waitFor(() => expect(backupsIn(place)).toHaveLength(1), 60_000)
    renameSync(place.folder, `${place.folder}-away`)
    await client.query('create table till (said text)')
    for (let no = 0; no < 5; no++) {
      await client.query('insert into till select repeat(md5(random()::text), 20) from generate_series(1, 25000)')
      await client.query('checkpoint')
    }
    const { rows } = await client.query('select wal_status from pg_replication_slots')
    expect(rows).toEqual([{ wal_status: 'lost' }])
    renameSync(`${place.folder}-away`, place.folder)
    await vi.waitFor(() => expect(backupsIn(place)).toHaveLength(2), { timeout: 120_000, interval: 100 })
    expect(error.mock.calls.map(([, sentence]) => sentence).join('\n')).toContain('had to throw away log')
  } finally {
    await loop.stop()
    await client.end()
    await server.stop()
  }
  const [newer, older] = backupsIn(place)
  expect(newer!.name).not.toBe(older!.name)
  expect(await checkBackup(place)).toMatchObject({ faults: [], backups: 2 })
  rmSync(folder, { recursive: true, force: true })
}, 240_000)
