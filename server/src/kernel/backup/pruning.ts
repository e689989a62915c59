import { existsSync, readdirSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { backupsIn, backupsOf, type Found, type Line, linesIn, logOf, systemsIn } from './place.ts'
import type { Place } from './shape.ts'
import { lsnOf, segmentAt, segmentNo } from './wal.ts'

const dayMs = 86_400_000

/** Removes backups older than so many days, but never the newest two of a database that can be read, and the log that no backup needs. Answers the ids that went. */
export async function prune(place: Place, days: number, now = Date.now()): Promise<string[]> {
  const gone: string[] = []
  for (const system of systemsIn(place)) {
    const found = backupsIn(place, system)
    const kept = found.filter(({ manifest }) => manifest).slice(0, 2)
    for (const each of found) {
      if (kept.includes(each) || now - Date.parse(each.moment) < days * dayMs) continue
      await removeBackup(each)
      gone.push(each.id)
    }
    const left = found.filter(({ id }) => !gone.includes(id))
    const lines = linesIn(place, system)
    for (const line of lines) await pruneLog(line, left, line === lines.at(-1), now)
  }
  return gone
}

async function removeBackup(found: Found): Promise<void> {
  const folder = path.join(backupsOf(found), found.id)
  // Under another name first: what is half removed must not look like a backup.
  const away = path.join(backupsOf(found), `.gone-${found.id}`)
  await rename(folder, away)
  await rm(away, { recursive: true, force: true })
}

async function pruneLog(line: Line, left: Found[], newest: boolean, now: number): Promise<void> {
  for (const name of existsSync(backupsOf(line)) ? await readdir(backupsOf(line)) : [])
    if (name.startsWith('.gone-')) await rm(path.join(backupsOf(line), name), { recursive: true, force: true })
  const own = left.filter(({ folder }) => folder === line.folder)
  if (own.length === 0) {
    // A line that was just begun has no backup yet, and the newest may be the one that goes on.
    const old = now - (await stat(line.folder)).mtimeMs > dayMs
    if (!newest && old) await rm(line.folder, { recursive: true, force: true })
    return
  }
  // The log before a backup that cannot be read is kept: which part it needs is not known.
  const oldest = own.at(-1)?.manifest
  if (!oldest || own.some(({ fault }) => fault)) return
  const first = segmentAt(lsnOf(oldest.startLsn), oldest.segmentBytes)
  for (const name of readdirSync(logOf(line))) {
    const no = segmentNo(name.slice(0, 24), oldest.segmentBytes)
    if (no !== undefined && no < first) await rm(path.join(logOf(line), name), { force: true })
  }
}
