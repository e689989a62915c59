import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { readAccess } from '../postgres/access.ts'
import { connect } from '../postgres/ownership.ts'
import { readPostmaster } from '../postgres/postmaster.ts'
import { type FileNote, pack } from './archive.ts'
import { backupsOf, type Line, lineOf, logOf, writeSigned, writeUntil } from './place.ts'
import { sealed, settle, store } from './sealed.ts'
import { type Backup, BackupFault, type Manifest, type Place, type Say, type Source } from './shape.ts'
import { ship } from './shipping.ts'
import { findLine, forget, makeFolders, newName, systemOf } from './slot.ts'
import { lsnOf } from './wal.ts'

const draftName = /^\.making-(.+)-(\d+)-[0-9a-f]{6}$/
const changke = (
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }
).version

/** Connects to the running server of a source as its superuser; refuses with a sentence when none runs there. */
export async function reachSource(source: Source): Promise<pg.Client> {
  const access = readAccess(source.dir)
  try {
    // The port that is written down is that of the last start; what runs knows best.
    const port = readPostmaster(path.join(source.dir, 'cluster'))?.port
    if (access) return await connect({ ...access, port: port ?? access.port }, 'backup')
  } catch (error) {
    throw new BackupFault(`The database in ${source.dir} does not answer: ${(error as Error).message}.`)
  }
  throw new BackupFault(`There is no database in ${source.dir} yet: start the server once.`)
}

/**
 * Copies the running embedded server of a source into a place, while everybody goes on writing: the files as they are read, and the log that makes
 * them one whole. It goes into the line that is kept there; else into one of its own. Killed in the middle, it leaves nothing that looks like a backup.
 */
export async function backUp(source: Source, place: Place, say: Say = () => {}, signal?: AbortSignal): Promise<Backup> {
  const client = await reachSource(source)
  try {
    const { line, slot } = await findLine(client, place)
    // A slot whose line is not in this folder: the disk was replaced, or somebody makes a copy elsewhere. Either way the next line may begin here.
    if (!line && slot === 'ok') forget(source)
    return line
      ? await copy(client, { source, place, line, kept: true, say, signal })
      : await copyAlone(client, { source, place, say, signal })
  } finally {
    await client.end().catch(() => {})
  }
}

type Copying = {
  source: Source
  place: Place
  line: Line
  /** Whether the log is being kept for this line anyway. */
  kept: boolean
  say: Say
  signal: AbortSignal | undefined
}

/** A backup without a line that goes on: the log is kept for as long as this connection lives, and no longer. */
async function copyAlone(client: pg.Client, rest: Omit<Copying, 'line' | 'kept'>): Promise<Backup> {
  const line = lineOf(rest.place, await systemOf(client), newName())
  await makeFolders(line)
  try {
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [line.name])
    return await copy(client, { ...rest, line, kept: false })
  } catch (error) {
    await rm(line.folder, { recursive: true, force: true })
    throw error
  }
}

async function copy(client: pg.Client, copying: Copying): Promise<Backup> {
  const { source, place, line, kept, say, signal } = copying
  await sweep(line)
  const moment = (await now(client)).toISOString()
  const id = `${moment.replace(/\.\d+/, '').replace(/[-:]/g, '')}-${randomBytes(3).toString('hex')}`
  const draft = path.join(backupsOf(line), `.making-${os.hostname()}-${process.pid}-${id.slice(-6)}`)
  await mkdir(draft, { mode: 0o700 })
  try {
    const begun = await begin(client, id)
    const files: FileNote[] = []
    const ended: { lsn?: string } = {}
    const end = async () => {
      const { rows } = await client.query<{ lsn: string; labelfile: string; spcmapfile: string }>(
        'select lsn::text, labelfile, spcmapfile from pg_backup_stop(false)',
      )
      ended.lsn = rows[0]!.lsn
      return [{ path: 'backup_label', text: rows[0]!.labelfile }]
    }
    const bytes = pack(path.join(source.dir, 'cluster'), (note) => files.push(note), end)
    const from = watched(bytes, begun.bytes, say, signal)
    const about = { kind: 'cluster', id, line: line.name }
    const archive = await store(path.join(draft, 'cluster.enc'), sealed(place.key, about, from))
    const endedAt = await now(client)
    // Without the log up to here the copy is no whole: the files were read one after the other.
    await ship(client, source, place, line, { unfinished: kept, ...(kept ? {} : { from: lsnOf(begun.lsn) }) })
    const { timeline, segmentBytes, system, postgres } = begun
    const backup: Backup = {
      ...{ id, line: line.name, startedAt: moment, endedAt: endedAt.toISOString(), bytes: archive.bytes },
      ...{ changke, postgres },
    }
    const place_ = { startLsn: begun.lsn, stopLsn: ended.lsn! }
    const manifest: Manifest = { format: 1, ...backup, system, timeline, segmentBytes, ...place_, archive, files }
    await writeSigned(place, path.join(draft, 'manifest.json'), manifest)
    if (!kept) await writeUntil(place, line, { moment: backup.endedAt, lsn: ended.lsn!, timeline, segmentBytes })
    await settle(draft)
    await rename(draft, path.join(backupsOf(line), id))
    await settle(backupsOf(line))
    return backup
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function now(client: pg.Client): Promise<Date> {
  return (await client.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]!.now
}

async function begin(client: pg.Client, id: string) {
  // Not "fast", the checkpoint would wait for up to fifteen minutes.
  const { rows } = await client.query<{
    [name in 'lsn' | 'name' | 'segment' | 'bytes' | 'postgres']: string
  }>(
    `select lsn::text, pg_walfile_name(lsn) as name, pg_size_bytes(current_setting('wal_segment_size'))::text as segment,
            (select sum(pg_database_size(oid)) from pg_database)::text as bytes, current_setting('server_version') as postgres
       from pg_backup_start($1, true) as lsn`,
    [`changke ${id}`],
  )
  const { lsn, name, segment, bytes, postgres } = rows[0]!
  return {
    ...{ lsn, postgres, bytes: Number(bytes), segmentBytes: Number(segment) },
    ...{ timeline: Number.parseInt(name.slice(0, 8), 16), system: await systemOf(client) },
  }
}

const mb = (bytes: number) => (bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(1)} GB`)

/** Says every few seconds how far it is, and stops when it shall. */
async function* watched(
  from: AsyncIterable<Buffer>,
  about: number,
  say: Say,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  let bytes = 0
  let saidAt = Date.now()
  for await (const chunk of from) {
    signal?.throwIfAborted()
    bytes += chunk.length
    if (Date.now() - saidAt > 3_000) {
      say(`${mb(bytes)} of about ${mb(Math.max(about, bytes))} are copied.`)
      saidAt = Date.now()
    }
    yield chunk
  }
}

/** Takes away what killed backups left: those of this machine whose process is gone, and those of a day ago. */
async function sweep(line: Line): Promise<void> {
  for (const name of await readdir(backupsOf(line))) {
    const [, host, pid] = draftName.exec(name) ?? []
    if (!pid) continue
    const folder = path.join(backupsOf(line), name)
    const old = Date.now() - (await stat(folder)).mtimeMs > 86_400_000
    if (old || (host === os.hostname() && !isAlive(Number(pid)))) await rm(folder, { recursive: true, force: true })
  }
  for (const name of await readdir(logOf(line))) {
    const pid = /\.new-(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) await rm(path.join(logOf(line), name), { force: true })
  }
}

/** Whether a process lives on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
