/** Where backups are kept, and the key that seals them. */
export type Place = {
  folder: string
  /** Derived from what never changes in the key file; the key file itself is never in a backup. */
  key: Buffer
  keyFile: string
}

/** The embedded server that is backed up: the folder `postgres` of a data folder, whose server runs. */
export type Source = { dir: string }

/** A whole copy of the database's files as of one moment; with the write-ahead log after it, as of any later one. */
export type Backup = {
  /** Its folder's name: the moment of its beginning and something random. */
  id: string
  /** The line that it belongs to: backups over one log without a gap. */
  line: string
  startedAt: string
  /** From this moment on the database can be had back. */
  endedAt: string
  /** What it takes on the backup disk, without the log. */
  bytes: number
  changke: string
  postgres: string
}

/** What stands in a backup's `manifest.json`. */
export type Manifest = Backup & {
  format: 1
  system: string
  timeline: number
  segmentBytes: number
  startLsn: string
  stopLsn: string
  archive: { bytes: number; sha256: string }
  files: { path: string; bytes: number; sha256: string }[]
}

/** How things stand with the backups. */
export type BackupStatus = {
  /** CHANGKE_BACKUPS; null when no backups are made by themselves. */
  folder: string | null
  /** Whether PostgreSQL keeps the log until it is stored: `lost` when it had to throw log away, `none` when nobody asked it to. */
  slot: 'ok' | 'lost' | 'none'
  /** Everything committed before this moment is stored. */
  walUntil: string | null
  /** The newest first. `sound` is null until somebody has checked. */
  bases: { id: string; startedAt: string; endedAt: string; bytes: number; sound: boolean | null }[]
  /** When the newest backup was ended. */
  last: string | null
}

/** What a check of every byte came to. */
export type Checked = { faults: string[]; backups: number; segments: number; bytes: number; walUntil: string | null }

/** What was brought back. */
export type Restored = {
  /** The commit time of the last transaction that is in, or the moment of the backup if none came after it. */
  reached: string
  /** The backup that it was made of. */
  base: string
  /** What a person should know: damaged backups that were passed over, for example. */
  notes: string[]
  dataFolder: string
}

/** Told, in sentences, how far something has come. */
export type Say = (sentence: string) => void

/** Something about a backup that a person must know or change: its message is one plain sentence. */
export class BackupFault extends Error {
  override name = 'BackupFault'
  readonly exitCode = 1
}
