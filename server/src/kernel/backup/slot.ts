import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { backupsOf, type Line, lineOf, logOf, one } from './place.ts'
import { settle, store } from './sealed.ts'
import { BackupFault, type Place, type Say, type Source } from './shape.ts'

// A line of backups is as long as the life of one replication slot: while the slot lives, PostgreSQL keeps every segment of its log until we have
// stored it, so the log of a line has no gap. A restored database has no slot (they are not in a backup), and so begins a line of its own.

type Slot = { name: string; status: string; restart: string | null }

/** Which folder the line was begun in: an empty mount point is not mistaken for a new backup disk. */
type Memory = { folder: string; line: string }

const memoryOf = (source: Source) => path.join(source.dir, 'backup.json')

function recall(source: Source): Memory | undefined {
  try {
    return JSON.parse(readFileSync(memoryOf(source), 'utf8')) as Memory
  } catch {
    return undefined
  }
}

/** Forgets where the line was begun: the next one begins wherever the folder is then. */
export const forget = (source: Source): void => rmSync(memoryOf(source), { force: true })

const slotsOf = async (client: pg.Client): Promise<Slot[]> =>
  (
    await client.query<Slot>(
      `select slot_name as name, coalesce(wal_status, 'lost') as status, restart_lsn::text as restart
         from pg_replication_slots where slot_name ~ '^changke_[0-9]{14}_[0-9a-f]{6}$' and not temporary order by 1`,
    )
  ).rows

const drop = (client: pg.Client, slot: Slot) => client.query('select pg_drop_replication_slot($1)', [slot.name])

/** A name for a line that begins now. */
export function newName(now = new Date()): string {
  return `changke_${now.toISOString().replace(/\D/g, '').slice(0, 14)}_${randomBytes(3).toString('hex')}`
}

/** The identifier that a cluster has from its making on, and that its copies share. */
export const systemOf = async (client: pg.Client): Promise<string> =>
  (await client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()')).rows[0]!.id

/** The line that PostgreSQL keeps its log for in this place, and how its slot is. */
export async function findLine(
  client: pg.Client,
  place: Place,
): Promise<{ line: Line | undefined; slot: 'ok' | 'lost' | 'none' }> {
  const system = await systemOf(client)
  const slots = await slotsOf(client)
  const sound = slots.find(({ status, restart }) => status !== 'lost' && restart !== null)
  if (!sound) return { line: undefined, slot: slots.length > 0 ? 'lost' : 'none' }
  const line = lineOf(place, system, sound.name)
  return { line: existsSync(line.folder) ? line : undefined, slot: 'ok' }
}

/**
 * The line that goes on in this place, or a new one: when there was none, when PostgreSQL had to throw log away that was not stored yet, or when the
 * place is another folder than before. Refuses when the folder no longer holds the line that it held, for then a disk is missing.
 */
export async function keepLine(client: pg.Client, source: Source, place: Place, say: Say): Promise<Line> {
  const { line, slot } = await findLine(client, place)
  if (line) return line
  const memory = recall(source)
  const system = await systemOf(client)
  const before = memory && lineOf(place, system, memory.line).folder
  if (memory?.folder === place.folder && before && !existsSync(before)) {
    throw new BackupFault(
      `The backup folder ${place.folder} no longer holds its backups: connect the disk. If it was replaced by an empty one, run "changke backup" once.`,
    )
  }
  if (slot === 'lost') {
    say(
      'PostgreSQL had to throw away log that was not stored yet, because the backup folder could not be written for too long: the backups so far end there, and a new one is begun.',
    )
  }
  for (const each of await slotsOf(client)) await drop(client, each)
  const fresh = lineOf(place, system, newName())
  await makeFolders(fresh)
  await client.query('select pg_create_physical_replication_slot($1, true)', [fresh.name])
  const said: Memory = { folder: place.folder, line: fresh.name }
  await store(memoryOf(source), one(Buffer.from(JSON.stringify(said))))
  return fresh
}

/** Makes the folders of a line. */
export async function makeFolders(line: Line): Promise<void> {
  await mkdir(backupsOf(line), { recursive: true, mode: 0o700 })
  await mkdir(logOf(line), { recursive: true, mode: 0o700 })
  await settle(path.dirname(line.folder))
}

/** Has PostgreSQL keep nothing more for backups, when none are made by themselves. */
export async function letGo(client: pg.Client): Promise<void> {
  for (const slot of await slotsOf(client)) await drop(client, slot)
}
