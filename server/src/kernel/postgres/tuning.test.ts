import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { settingsFor } from './tuning.ts'

const GiB = 1024 ** 3
const inMb = (text: string | undefined) => Number(text?.replace('MB', ''))

test.each([
  { memory: GiB / 2, freeDisk: 2 * GiB, cores: 1 },
  { memory: 4 * GiB, freeDisk: 40 * GiB, cores: 2 },
  { memory: 512 * GiB, freeDisk: 4000 * GiB, cores: 64 },
])('a machine of $memory bytes and $freeDisk free is neither starved nor filled', (machine) => {
  const settings = settingsFor(machine)
  const mib = machine.memory / 1024 ** 2
  expect(inMb(settings['shared_buffers'])).toBeLessThanOrEqual(mib / 4)
  expect(inMb(settings['max_wal_size'])).toBeLessThanOrEqual(machine.freeDisk / 1024 ** 2 / 4)
  expect(inMb(settings['max_wal_size'])).toBeLessThanOrEqual(8192)
  expect(inMb(settings['max_slot_wal_keep_size'])).toBeLessThanOrEqual(machine.freeDisk / 1024 ** 2 / 4)
  expect(inMb(settings['min_wal_size'])).toBeLessThan(inMb(settings['max_wal_size']))
  expect(inMb(settings['work_mem']) * 20).toBeLessThanOrEqual(Math.max(mib, 80))
})

test('the test server is PostgreSQL 18 with a migrated template, and the application may make no tables', async () => {
  const { ownerUrl, appUrl } = inject('pg')
  const owner = new pg.Client(ownerUrl.replace('{database}', 'changke'))
  const app = new pg.Client(appUrl.replace('{database}', 'changke'))
  await owner.connect()
  await owner.query('drop database if exists tuning_copy')
  await owner.query('create database tuning_copy template changke_template')
  const copy = new pg.Client(ownerUrl.replace('{database}', 'tuning_copy'))
  await copy.connect()
  const { rows } = await copy.query('select current_setting($1) as version, count(*)::int as n from kernel.migration', [
    'server_version',
  ])
  expect(rows[0].version).toMatch(/^18/)
  expect(rows[0].n).toBeGreaterThan(0)
  const { rows: heavy } = await copy.query(`
    select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relispartition and c.relkind = 'r' and a.atttypid = 'jsonb'::regtype and a.attstattarget is distinct from 0`)
  expect(heavy).toEqual([])
  await copy.end()
  await owner.query('drop database tuning_copy')
  await app.connect()
  await expect(app.query('create table x ()')).rejects.toThrow(/permission denied/)
  await expect(app.query('create temporary table x ()')).rejects.toThrow(/permission denied/)
  await app.end()
  await owner.end()
})
