import { existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { type Line, logOf, one, readUntil, writeUntil } from './place.ts'
import { sealed, store } from './sealed.ts'
import { BackupFault, type Place, type Source } from './shape.ts'
import { faultOfPages, lsnOf, lsnText, segmentAt, segmentName } from './wal.ts'

// "log" as a number: one process at a time stores the log.
const turnLock = '7106407'

/** What every sealed segment says of itself. `seenAt`: all that was committed before it and lies in front of its end is in it. */
export type AboutSegment = { kind: 'wal'; line: string; segment: string; seenAt: string; bytes: number }

/** How far the log of the running server is, and from where on it is kept. */
type Log = { seenAt: string; lsn: bigint; keptFrom: bigint; timeline: number; segmentBytes: number; system: string }

async function readLog(client: pg.Client, line: Line, from?: bigint): Promise<Log> {
  // The moment is taken before the place: what was committed before the moment lies in front of the place.
  const { rows } = await client.query<{
    [name in 'now' | 'lsn' | 'restart' | 'name' | 'bytes']: string
  }>(
    `select clock_timestamp() as now, pg_current_wal_flush_lsn()::text as lsn, pg_walfile_name(pg_current_wal_lsn()) as name,
            pg_size_bytes(current_setting('wal_segment_size'))::text as bytes,
            (select restart_lsn::text from pg_replication_slots where slot_name = $1) as restart`,
    [line.name],
  )
  const { now, lsn, restart, name, bytes } = rows[0]!
  const keptFrom = from ?? (restart === null ? undefined : lsnOf(restart))
  if (keptFrom === undefined) throw new BackupFault('PostgreSQL keeps no log for the backups any more.')
  return {
    seenAt: new Date(now).toISOString(),
    lsn: lsnOf(lsn),
    keptFrom,
    timeline: Number.parseInt(name.slice(0, 8), 16),
    segmentBytes: Number(bytes),
    system: line.system,
  }
}

/**
 * Stores the segments of the log that are finished and not yet stored, each checked page by page, safely on the disk before PostgreSQL may forget it;
 * with `unfinished` also the beginning of the one that is being written. Answers until when the line is whole.
 */
export async function ship(
  client: pg.Client,
  source: Source,
  place: Place,
  line: Line,
  { unfinished, from }: { unfinished: boolean; from?: bigint },
): Promise<{ stored: number }> {
  await client.query('select pg_advisory_lock($1)', [turnLock])
  try {
    const log = await readLog(client, line, from)
    const current = segmentAt(log.lsn, log.segmentBytes)
    let stored = 0
    for (let no = segmentAt(log.keptFrom, log.segmentBytes); no < current; no++) {
      const name = segmentName(log.timeline, no, log.segmentBytes)
      const file = path.join(logOf(line), `${name}.enc`)
      if (!existsSync(file)) {
        await storeSegment(source, place, line, log, no, log.segmentBytes, file)
        stored += 1
      }
      await rm(path.join(logOf(line), `${name}.partial.enc`), { force: true })
      if (from === undefined) await letGoUntil(client, line, (no + 1n) * BigInt(log.segmentBytes))
    }
    if (unfinished) await storeRest(source, place, line, log, current)
    return { stored }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [turnLock])
  }
}

const letGoUntil = (client: pg.Client, line: Line, lsn: bigint) =>
  client.query(
    'select pg_replication_slot_advance($1, $2::pg_lsn) from pg_replication_slots where slot_name = $1 and restart_lsn < $2::pg_lsn',
    [line.name, lsnText(lsn)],
  )

async function storeRest(source: Source, place: Place, line: Line, log: Log, no: bigint): Promise<void> {
  const lsn = lsnText(log.lsn)
  const bytes = Number(log.lsn - no * BigInt(log.segmentBytes))
  if (lastLsn(place, line) !== lsn && bytes > 0) {
    const file = path.join(logOf(line), `${segmentName(log.timeline, no, log.segmentBytes)}.partial.enc`)
    await storeSegment(source, place, line, log, no, bytes, file)
  }
  await writeUntil(place, line, { moment: log.seenAt, lsn, timeline: log.timeline, segmentBytes: log.segmentBytes })
}

// A damaged note is written anew, not mourned.
function lastLsn(place: Place, line: Line): string | undefined {
  try {
    return readUntil(place, line).lsn
  } catch {
    return undefined
  }
}

async function storeSegment(
  source: Source,
  place: Place,
  line: Line,
  log: Log,
  no: bigint,
  bytes: number,
  file: string,
): Promise<void> {
  const segment = segmentName(log.timeline, no, log.segmentBytes)
  const text = await readBeginning(path.join(source.dir, 'cluster', 'pg_wal', segment), bytes)
  const fault = faultOfPages(text, { ...log, no })
  if (fault) throw new BackupFault(`The segment ${segment} of PostgreSQL's log is not as it should be: ${fault}.`)
  const about: AboutSegment = { kind: 'wal', line: line.name, segment, seenAt: log.seenAt, bytes }
  await store(file, sealed(place.key, about, one(text)))
}

async function readBeginning(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const text = Buffer.alloc(bytes)
    for (let from = 0; from < bytes; ) {
      const { bytesRead } = await handle.read(text, from, bytes - from, from)
      if (bytesRead === 0) throw new BackupFault(`${path.basename(file)} is shorter than it should be.`)
      from += bytesRead
    }
    return text
  } finally {
    await handle.close()
  }
}
