import type pg from 'pg'
import { allMigrations, migrate } from '../../migrate.ts'
import type { Place } from '../shape.ts'
import { BackupFault } from '../shape.ts'
import type { Copied, LogicalManifest } from './copying.ts'
import { checkCopy, listCopies, readCopy } from './copying.ts'
import * as tables from './tables.ts'

/** What came back: each table, and whether it holds what the manifest says. */
export type Returned = {
  manifest: LogicalManifest
  notes: string[]
  compared: { what: string; count: number; same: boolean }[]
}

export type Into = {
  /** The role that shall own the tables, in an empty database. */
  url: string
  /** The application's role, which gets its rights; none when the owner is it. */
  appRole: string
  /** Leaves the mark that lets `throwAway` empty the database again, also after a kill. */
  isDrill?: boolean
  hear?: (table: string, rows: number) => void
  signal?: AbortSignal
}

// While it stands, the database is a half-made one of ours that may be thrown away.
const mark = 'changke_restoring'

/**
 * Makes a house out of a logical backup in an empty database: the tables of exactly its migrations, its rows, then the migrations since, and reads all
 * of it back. Takes the newest sound backup unless told which, and says which it passed over. Refuses a database in which anything is, and a backup of a newer release.
 */
export async function returnRows(place: Place, into: Into, id?: string): Promise<Returned> {
  const { manifest, notes } = await pick(place, id)
  const known = new Map(allMigrations().map((one) => [one.number, one.digest]))
  const strange = manifest.migrations.find(({ number, digest }) => known.get(number) !== digest)
  if (strange)
    throw new BackupFault(
      `The backup ${manifest.id} was made by Changke ${manifest.changke}, which knows migration ${strange.number}: restore with that release or a newer one.`,
    )
  await clear(into.url)
  const last = manifest.migrations.at(-1)!.number
  await migrate(into.url, into.appRole, last)
  const client = await tables.connectPlainly(into.url)
  try {
    await mustFit(client, manifest)
    await makePartitions(client, manifest)
    await fill(client, place, manifest, into)
    await catchUp(client, BigInt(manifest.nextTransaction), into)
    const compared = await compare(client, manifest)
    await migrate(into.url, into.appRole)
    await client.query('analyze')
    if (!into.isDrill) await client.query(`drop schema ${mark}`)
    return { manifest, notes, compared }
  } finally {
    await client.end().catch(() => {})
  }
}

async function pick(place: Place, id?: string): Promise<{ manifest: LogicalManifest; notes: string[] }> {
  const notes: string[] = []
  for (const copy of await listCopies(place)) {
    if (id && copy.id !== id) continue
    // Read whole before anything is begun: of a damaged one not half may come back.
    const [fault] = await checkCopy(place, copy)
    if (!fault) return { manifest: copy.manifest!, notes }
    if (id) throw new BackupFault(fault)
    notes.push(`${fault} The backup ${copy.id} was passed over.`)
  }
  throw new BackupFault(
    `There is no ${id ? `logical backup ${id}` : 'logical backup'} in ${place.folder}. ${notes.join(' ')}`.trim(),
  )
}

/** Makes sure that nothing is there, but what an interrupted restore left. */
async function clear(url: string): Promise<void> {
  const client = await tables.connectPlainly(url)
  try {
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' limit 1`,
    )
    const { rowCount: begun } = await client.query('select 1 from pg_namespace where nspname = $1', [mark])
    if (rows[0] && !begun)
      throw new BackupFault(
        `The database to restore into is not empty (there is ${rows[0].name}): make an empty one. Nothing was changed.`,
      )
    if (begun) await dropAll(client)
    await client.query(`create schema ${mark}`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Empties a database that a restore filled: for a drill, whose work is done. Refuses when no restore of ours marked it. */
export async function throwAway(url: string): Promise<void> {
  const client = await tables.connectPlainly(url)
  try {
    await dropAll(client)
  } finally {
    await client.end().catch(() => {})
  }
}

async function dropAll(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_namespace where nspname = $1', [mark])
  if (!rowCount) throw new BackupFault('The database is not one that a restore is under way in: nothing was dropped.')
  // In one transaction: what is dropped takes views of other schemas along, by which those are known.
  const schemas = [...new Set([...(await tables.schemasOf(client)), 'kernel'])]
  const drops = schemas.map((schema) => `drop schema if exists ${schema} cascade; `).join('')
  await client.query(`begin; ${drops} drop schema ${mark}; commit`)
}

async function mustFit(client: pg.ClientBase, manifest: LogicalManifest): Promise<void> {
  const here = new Map((await tables.tablesOf(client)).map(({ name, columns }) => [name, columns.join()]))
  for (const { name, columns } of manifest.tables)
    if (here.get(name) !== columns.join()) throw new BackupFault(`The backup's table ${name} is not the one of here.`)
  if (here.size !== manifest.tables.length) throw new BackupFault('The backup lacks tables that there are here.')
}

async function makePartitions(client: pg.ClientBase, { partitions }: LogicalManifest): Promise<void> {
  for (const { name, parent, bounds } of partitions)
    await client.query(`create table if not exists ${name} partition of ${parent} ${bounds}`)
}

/** Puts all rows in, in one transaction, over what the migrations themselves put there. References are taken away meanwhile and proven at its end. */
async function fill(
  client: pg.ClientBase,
  place: Place,
  manifest: LogicalManifest,
  { hear = () => {}, signal }: Into,
): Promise<void> {
  await client.query('begin')
  const { rows: references } = await client.query<{ owner: string; name: string; words: string }>(
    `select c.conrelid::regclass::text as owner, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as words
       from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      where c.contype = 'f' and c.conparentid = 0 and n.nspname = any ($1)`,
    [await tables.schemasOf(client)],
  )
  for (const { owner, name } of references) await client.query(`alter table ${owner} drop constraint ${name}`)
  await client.query(`truncate ${manifest.tables.map(({ name }) => name).join(', ')}`)
  for (const table of manifest.tables) {
    signal?.throwIfAborted()
    hear(table.name, await fillTable(client, place, manifest.id, table, signal))
  }
  for (const { owner, name, words } of references)
    await client.query(`alter table ${owner} add constraint ${name} ${words}`)
  for (const { name, last, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, isCalled])
  await client.query('commit')
}

async function fillTable(
  client: pg.ClientBase,
  place: Place,
  id: string,
  table: Copied,
  signal?: AbortSignal,
): Promise<number> {
  // `offset 0` keeps the planner from reading the text of a row once for each of its columns.
  const words = `insert into ${table.name} select (it).* from (select row::${table.name} as it from unnest($1::text[]) row offset 0) rows`
  let batch: string[] = []
  const put = async () => {
    signal?.throwIfAborted()
    if (batch.length > 0) await client.query({ name: `fill ${table.name}`.slice(0, 60), text: words, values: [batch] })
    batch = []
  }
  const most = Math.min(table.atOnce, 2_000)
  for await (const row of readCopy(place, id, table)) {
    batch.push(row)
    if (batch.length >= most) await put()
  }
  await put()
  return table.rows
}

/**
 * Lets the server's transactions count up to where the rows' own numbers end. Seals, roll-ups and listeners read in the order of these numbers: on a
 * server that begins below them, new rows would wait unsealed, unsummed and unheard for as many transactions as the old one ever had.
 */
async function catchUp(client: pg.ClientBase, wanted: bigint, { hear = () => {}, signal }: Into): Promise<void> {
  for (;;) {
    signal?.throwIfAborted()
    const left = wanted - BigInt(await tables.nextTransaction(client))
    if (left <= 0n) return
    hear('transaction numbers', Number(left))
    const turn = left < 500_000n ? left : 500_000n
    // Each commits by itself and writes next to nothing: some hundred thousand in a second.
    await client.query(`do $$ begin for i in 1..${turn} loop perform pg_current_xact_id(); commit; end loop; end $$`)
  }
}

async function compare(client: pg.ClientBase, manifest: LogicalManifest): Promise<Returned['compared']> {
  const compared: Returned['compared'] = []
  await client.query('begin isolation level repeatable read read only')
  for (const table of manifest.tables) {
    const tally = new tables.Tally()
    for await (const rows of tables.rowsOf(client, table)) for (const row of rows) tally.add(row)
    const same = tally.rows === table.rows && tally.digest() === table.digest
    compared.push({ what: table.name, count: tally.rows, same })
  }
  await client.query('commit')
  return compared
}
