import { createHmac, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import type { Place } from '../shape.ts'
import { BackupFault } from '../shape.ts'
import { pack, unpack } from './pack.ts'
import type { Applied, Partition, Sequence, Table } from './tables.ts'
import * as tables from './tables.ts'

/** A table's file in a logical backup. */
export type Copied = Table & { rows: number; digest: string; file: string; bytes: number; sha256: string }

/** What stands in a logical backup's `manifest.json`. */
export type LogicalManifest = {
  kind: 'logical'
  format: 1
  id: string
  changke: string
  postgres: string
  /** Everything committed before is in it, nothing committed after. */
  startedAt: string
  endedAt: string
  /** Above the number of every transaction in it. */
  nextTransaction: string
  migrations: Applied[]
  partitions: Partition[]
  sequences: Sequence[]
  tables: Copied[]
  digest: string
}

/** What is told while it works: which table, and how many bytes were written so far. */
export type Heard = (table: string, bytes: number) => void

const folderOf = (place: Place) => path.join(place.folder, 'logical')
const draft = /^\.new-(\d+)-/
const macOf = (place: Place, text: string) =>
  createHmac('sha256', place.key).update('logical manifest').update(text).digest('hex')

/**
 * Copies every row of a house into a place, as one snapshot shows them, however long it takes and while the house goes on. `url` is the role that
 * owns the tables. Killed in the middle it leaves a folder that nothing takes for a backup and that the next one removes.
 */
export async function copyRows(
  url: string,
  place: Place,
  { changke, hear = () => {}, signal }: { changke: string; hear?: Heard; signal?: AbortSignal },
): Promise<LogicalManifest> {
  const started = Temporal.Now.instant().round('second').toString()
  const id = `${started.replaceAll(':', '-')}-${randomBytes(4).toString('hex')}`
  await mkdir(folderOf(place), { recursive: true, mode: 0o700 })
  await sweep(place)
  const building = path.join(folderOf(place), `.new-${process.pid}-${id}`)
  await mkdir(building, { mode: 0o700 })
  const client = await tables.connectPlainly(url)
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ now: string }>('select now()::text as now')
    const startedAt = new Date(rows[0]!.now).toISOString()
    const shape = await readShape(client)
    const copied: Copied[] = []
    for (const table of await tables.tablesOf(client)) {
      signal?.throwIfAborted()
      const before = copied.reduce((sum, { bytes }) => sum + bytes, 0)
      copied.push(
        await copyTable(client, table, { place, building, id }, (bytes) => hear(table.name, before + bytes), signal),
      )
    }
    await client.query('commit')
    const digest = tables.digestOf(copied)
    const endedAt = Temporal.Now.instant().toString()
    const words = {
      kind: 'logical',
      format: 1,
      id,
      changke,
      ...shape,
      startedAt,
      endedAt,
      tables: copied,
      digest,
    } as const
    await writeManifest(place, building, words)
    await rename(building, path.join(folderOf(place), id))
    await syncFolder(folderOf(place))
    return words
  } finally {
    await client.end().catch(() => {})
    await rm(building, { recursive: true, force: true })
  }
}

async function readShape(client: pg.ClientBase) {
  return {
    postgres: await tables.versionOf(client),
    nextTransaction: await tables.nextTransaction(client),
    migrations: await tables.migrationsOf(client),
    partitions: await tables.partitionsOf(client),
    sequences: await tables.sequencesOf(client),
  }
}

async function copyTable(
  client: pg.ClientBase,
  table: Table,
  to: { place: Place; building: string; id: string },
  wrote: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<Copied> {
  const tally = new tables.Tally()
  const file = `${table.name.replaceAll('"', '')}.rows`
  async function* lines() {
    for await (const rows of tables.rowsOf(client, table)) {
      signal?.throwIfAborted()
      let text = ''
      for (const row of rows) {
        tally.add(row)
        text += `${JSON.stringify(row)}\n`
      }
      yield text
    }
  }
  const stored = await pack(
    lines(),
    { path: path.join(to.building, file), name: `${to.id}/${file}`, key: to.place.key },
    wrote,
  )
  return { ...table, rows: tally.rows, digest: tally.digest(), file, ...stored }
}

async function writeManifest(place: Place, folder: string, manifest: LogicalManifest): Promise<void> {
  const text = JSON.stringify(manifest)
  const handle = await open(path.join(folder, 'manifest.json'), 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify({ mac: macOf(place, text), manifest: text })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function sweep(place: Place): Promise<void> {
  for (const name of await readdir(folderOf(place))) {
    const pid = Number(draft.exec(name)?.[1])
    if (!pid || pid === process.pid) continue
    try {
      process.kill(pid, 0)
    } catch {
      await rm(path.join(folderOf(place), name), { recursive: true, force: true })
    }
  }
}

/** A logical backup as it is found: with what its manifest says, or with what is wrong with it. */
export type FoundCopy = { id: string; manifest: LogicalManifest | undefined; fault: string | null }

/** The logical backups of a place, the newest first. One whose manifest does not open is told by its fault and never taken. */
export async function listCopies(place: Place): Promise<FoundCopy[]> {
  if (!existsSync(folderOf(place))) return []
  const names = (await readdir(folderOf(place))).filter((name) => !name.startsWith('.'))
  const found = []
  for (const id of names.sort().reverse()) {
    const manifest = await readManifest(place, id).catch((fault: Error) => fault)
    const isSound = !(manifest instanceof Error)
    found.push({ id, manifest: isSound ? manifest : undefined, fault: isSound ? null : manifest.message })
  }
  return found
}

async function readManifest(place: Place, id: string): Promise<LogicalManifest> {
  const damaged = (why: string) => new BackupFault(`The manifest of ${id} ${why}.`)
  let said: { mac?: unknown; manifest?: unknown }
  try {
    said = JSON.parse(await readFile(path.join(folderOf(place), id, 'manifest.json'), 'utf8'))
  } catch (fault) {
    throw damaged(`cannot be read (${(fault as NodeJS.ErrnoException).code ?? 'it is damaged'})`)
  }
  if (typeof said.manifest !== 'string' || said.mac !== macOf(place, said.manifest))
    throw damaged(`is damaged, or was made with another key file than ${place.keyFile}`)
  const manifest = JSON.parse(said.manifest) as LogicalManifest
  if (manifest.format !== 1 || manifest.id !== id) throw damaged('is not of this backup, or of a later release')
  return manifest
}

/** The rows of one table of a logical backup, with a tally over them that is complete at the end. */
export async function* readCopy(
  place: Place,
  id: string,
  table: Copied,
  tally = new tables.Tally(),
): AsyncGenerator<string> {
  const file = { path: path.join(folderOf(place), id, table.file), name: `${id}/${table.file}`, key: place.key }
  for await (const line of unpack(file)) {
    const row = JSON.parse(line) as string
    tally.add(row)
    yield row
  }
  if (tally.rows !== table.rows || tally.digest() !== table.digest)
    throw new BackupFault(`${file.name} does not hold what its manifest says: ${tally.rows} rows of ${table.rows}.`)
}

/** Reads every byte of a logical backup; answers what is wrong, a sentence for each table. */
export async function checkCopy(place: Place, { id, manifest, fault }: FoundCopy): Promise<string[]> {
  const faults = fault ? [fault] : []
  for (const table of manifest?.tables ?? []) {
    try {
      for await (const _ of readCopy(place, id, table));
    } catch (thrown) {
      faults.push((thrown as Error).message)
    }
  }
  return faults
}

/** The same of all logical backups of a place, or of one. */
export async function checkCopies(place: Place, only?: string): Promise<string[]> {
  const faults: string[] = []
  for (const copy of await listCopies(place)) {
    if (!only || copy.id === only) faults.push(...(await checkCopy(place, copy)))
  }
  return faults
}

/** Removes logical backups that ended more than so many days ago, but never the newest two sound ones. Answers the ids that went. */
export async function pruneCopies(place: Place, days: number): Promise<string[]> {
  const sound = (await listCopies(place)).filter(({ manifest }) => manifest)
  const limit = Date.now() - days * 86_400_000
  const gone = sound.slice(2).filter(({ manifest }) => Date.parse(manifest!.endedAt) < limit)
  for (const { id } of gone) await rm(path.join(folderOf(place), id), { recursive: true })
  return gone.map(({ id }) => id)
}
