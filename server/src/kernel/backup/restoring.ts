import { chownSync, existsSync, readdirSync, statSync } from 'node:fs'
import { chmod, copyFile, mkdir, open, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Account, letThrough, pickAccount } from '../postgres/account.ts'
import { findBinaries } from '../postgres/binaries.ts'
import { shutDown } from '../postgres/postmaster.ts'
import { readArchive } from './checking.ts'
import { isAlive } from './copying.ts'
import { backupsIn, type Found, systemsIn } from './place.ts'
import { recover } from './recovering.ts'
import { settle } from './sealed.ts'
import { readSegment, segmentsFor, wholeUntil } from './segments.ts'
import { BackupFault, type Manifest, type Place, type Restored, type Say } from './shape.ts'

/** What is wanted of a restore. `system` chooses between databases when a place holds more than one. */
export type Wanted = { to: Date | 'latest'; into: string; say?: Say; system?: string | undefined }

type Candidate = Found & { manifest: Manifest; until: string }

/**
 * Lays the database out as of a moment in a new data folder (missing or empty; never over anything), with a copy of the key file. A damaged backup is
 * passed over for an older one, and that is noted. Refuses a moment that cannot be had with the span that can. Nothing runs there afterwards.
 */
export async function restoreInto(place: Place, wanted: Wanted): Promise<Restored> {
  const { to, say = () => {} } = wanted
  const into = path.resolve(wanted.into)
  mustBeFree(into)
  const notes: string[] = []
  const tell = (note: string) => {
    notes.push(note)
    say(note)
  }
  const candidates = await candidatesFor(place, to, wanted.system, tell)
  await mkdir(path.dirname(into), { recursive: true })
  await sweep(into)
  const draft = `${into}.restoring-${process.pid}`
  for (const candidate of candidates) {
    try {
      say(`Backup ${candidate.id} of ${candidate.manifest.endedAt} is laid out …`)
      const account = await layOut(place, candidate, to, draft, say)
      say('PostgreSQL goes through the log …')
      const reached = (await recover(path.join(draft, 'postgres'), account, to)) ?? candidate.manifest.endedAt
      await copyFile(place.keyFile, path.join(draft, 'keys.json'))
      await chmod(path.join(draft, 'keys.json'), 0o600)
      if (existsSync(into)) await rmdir(into)
      await rename(draft, into)
      await settle(path.dirname(into))
      return { reached, base: candidate.id, notes, dataFolder: into }
    } catch (error) {
      await rm(draft, { recursive: true, force: true })
      if (!(error instanceof BackupFault)) throw error
      tell(`Backup ${candidate.id} cannot be used: ${error.message}`)
    }
  }
  const when = to === 'latest' ? 'the newest moment' : to.toISOString()
  throw new BackupFault(`No backup leads to ${when}: ${notes.join(' ')}`)
}

function mustBeFree(into: string): void {
  const there = statSync(into, { throwIfNoEntry: false })
  if (there && (!there.isDirectory() || readdirSync(into).length > 0))
    throw new BackupFault(
      `${into} is not empty: a restore never writes over anything. Name a folder that does not exist yet.`,
    )
}

// A restore that was killed leaves its draft, which nobody takes for a data folder, and perhaps a PostgreSQL that goes through the log in it.
async function sweep(into: string): Promise<void> {
  for (const name of readdirSync(path.dirname(into))) {
    const [, of, pid] = /^(.*)\.restoring-(\d+)$/.exec(name) ?? []
    if (of !== path.basename(into) || isAlive(Number(pid))) continue
    const left = path.join(path.dirname(into), name)
    await shutDown(findBinaries(), path.join(left, 'postgres', 'cluster')).catch(() => {})
    await rm(left, { recursive: true, force: true })
  }
}

/** The backups that a moment can be reached from, the best one first; refuses with the span when there is none. */
async function candidatesFor(
  place: Place,
  to: Date | 'latest',
  system: string | undefined,
  tell: Say,
): Promise<Candidate[]> {
  const found = backupsIn(place, oneSystem(place, system))
  const sound: Candidate[] = []
  for (const each of found) {
    if (each.manifest) {
      const { moment, fault } = await wholeUntil(place, each, each.manifest)
      if (fault) tell(`Log of ${each.name}: ${fault}`)
      sound.push({ ...each, until: latest([moment, each.manifest.endedAt]) })
    } else if (to === 'latest' || each.moment <= to.toISOString()) tell(each.fault)
  }
  if (sound.length === 0)
    throw new BackupFault(`No backup in ${place.folder} can be read. ${found.map((each) => each.fault).join(' ')}`)
  sound.sort((one, other) => other.until.localeCompare(one.until) || other.moment.localeCompare(one.moment))
  if (to === 'latest') return sound
  const moment = to.toISOString()
  const able = sound.filter((each) => each.manifest.endedAt <= moment && moment <= each.until)
  able.sort((one, other) => other.moment.localeCompare(one.moment))
  if (able.length > 0) return able
  const oldest = sound.map((each) => each.manifest.endedAt).sort()[0]
  throw new BackupFault(
    `${moment} cannot be had: the backups reach from ${oldest} to ${latest(sound.map((each) => each.until))}.`,
  )
}

const latest = (moments: string[]) => moments.sort().at(-1)!

function oneSystem(place: Place, system: string | undefined): string {
  const systems = systemsIn(place)
  if (system !== undefined && systems.includes(system)) return system
  if (systems.length === 1 && system === undefined) return systems[0]!
  throw new BackupFault(
    systems.length === 0
      ? `There is no backup in ${place.folder}.`
      : `${place.folder} holds backups of several databases: say which one with --database (${systems.join(', ')}).`,
  )
}

/** Unpacks a backup and the log that it needs into a draft of a data folder. */
async function layOut(
  place: Place,
  candidate: Candidate,
  to: Date | 'latest',
  draft: string,
  say: Say,
): Promise<Account> {
  const segments = await segmentsFor(place, candidate, candidate.manifest, to)
  const cluster = path.join(draft, 'postgres', 'cluster')
  const account = pickAccount(cluster)
  for (const folder of [draft, path.dirname(cluster)]) {
    await mkdir(folder, { mode: 0o700 })
    letThrough(account, folder)
  }
  const give = (file: string) => account && chownSync(file, account.uid, account.gid)
  const folder = async (named: string) => {
    await mkdir(path.join(cluster, named), { recursive: true, mode: 0o700 })
    give(path.join(cluster, named))
  }
  const file = async (named: string, bytes: AsyncIterable<Buffer>) => {
    const handle = await open(path.join(cluster, named), 'wx', 0o600)
    try {
      for await (const chunk of bytes) await handle.appendFile(chunk)
    } finally {
      await handle.close()
    }
    give(path.join(cluster, named))
  }
  for (const name of ['', 'pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries']) await folder(name)
  say(`${segments.length} segments of the log are laid out …`)
  for (const segment of segments) {
    const bytes = await readSegment(place, candidate, candidate.manifest, segment)
    const named = path.join(cluster, 'pg_wal', segment.name)
    await writeFile(named, bytes, { mode: 0o600, flag: 'wx' })
    give(named)
  }
  await readArchive(place, candidate, candidate.manifest, { folder, file })
  return account
}
