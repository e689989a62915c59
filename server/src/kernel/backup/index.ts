import type { Settings } from '../settings.ts'
import type { Backup, BackupStatus, Checked, Place, Restored, Say, Source } from './shape.ts'

export type { Backup, BackupStatus, Checked, Manifest, Place, Restored, Say, Source } from './shape.ts'
export { BackupFault } from './shape.ts'

/** The place of CHANGKE_BACKUPS, or of another folder if one is said; undefined when there is none. Refuses when there is no key file. */
export function placeOf(_settings: Settings, _folder?: string): Place | undefined {
  throw new Error('not yet')
}

/** How things stand: what is stored, until when, and whether PostgreSQL keeps the log. Works beside a running server and without one. */
export function backupStatus(_settings: Settings): Promise<BackupStatus> {
  throw new Error('not yet')
}

/** Copies the running embedded server of a source into a place. Killed in the middle, it leaves nothing that looks like a backup. */
export function backUp(_source: Source, _place: Place, _say?: Say): Promise<Backup> {
  throw new Error('not yet')
}

/** Reads every byte of all backups, or of one, with the log after it. Changes nothing but the note that it was checked. */
export function checkBackup(_place: Place, _id?: string, _say?: Say): Promise<Checked> {
  throw new Error('not yet')
}

/**
 * Lays the database out as of a moment in a new data folder (missing or empty; never over anything), with a copy of the key file. Refuses a moment
 * that cannot be had with the span that can. Nothing runs there afterwards.
 */
export function restoreInto(
  _place: Place,
  _wanted: { to: Date | 'latest'; into: string; say?: Say },
): Promise<Restored> {
  throw new Error('not yet')
}

/** Removes backups older than so many days, but never the newest two, and the log that no backup needs. Answers the ids that went. */
export function prune(_place: Place, _days: number): Promise<string[]> {
  throw new Error('not yet')
}
