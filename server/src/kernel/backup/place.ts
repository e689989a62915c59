import { createHmac } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openKeys } from '../crypto.ts'
import type { Settings } from '../settings.ts'
import { store } from './sealed.ts'
import { BackupFault, type Manifest, type Place } from './shape.ts'

/** A line of backups: one log without a gap, and the backups over it. */
export type Line = { name: string; system: string; folder: string }

/** A backup as it is found: with what its manifest says, or with what is wrong with it. */
export type Found = Line & { id: string; moment: string } & (
    | { manifest: Manifest; fault?: undefined }
    | { manifest?: undefined; fault: string }
  )

/** Until when a line has everything that was committed. */
export type Until = { moment: string; lsn: string; timeline: number; segmentBytes: number }

const lineName = /^changke_\d{14}_[0-9a-f]{6}$/
const backupName = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('hex')

/** The place of CHANGKE_BACKUPS, or of another folder if one is said; undefined when there is none. Refuses when there is no key file. */
export function placeOf(settings: Settings, folder = settings.backups.folder): Place | undefined {
  if (folder === undefined) return undefined
  return placeAt(folder, settings.keyFile)
}

/** A folder of backups and the key file that opens them. Refuses when there is no such file. */
export function placeAt(folder: string, keyFile: string): Place {
  if (!existsSync(keyFile)) {
    throw new BackupFault(
      `There is no key file ${keyFile}, and backups are sealed with it: say which one with --key-file or CHANGKE_KEY_FILE.`,
    )
  }
  return { folder: path.resolve(folder), key: openKeys(keyFile).derive('backup'), keyFile }
}

/** Tells one key file from another without telling the key. */
const markOf = ({ key }: Place): string => hmac(key, 'mark').slice(0, 16)

export const backupsOf = (line: Line) => path.join(line.folder, 'base')
export const logOf = (line: Line) => path.join(line.folder, 'wal')
const untilOf = (line: Line) => path.join(line.folder, 'until.json')

const names = (folder: string, like: RegExp) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => like.test(name))
        .sort()
    : []

/** The databases that have backups in a place, by their system identifiers. */
export const systemsIn = (place: Place): string[] => names(place.folder, /^\d{10,20}$/)

/** The lines of a database, the oldest first. */
export const linesIn = (place: Place, system: string): Line[] =>
  names(path.join(place.folder, system), lineName).map((name) => lineOf(place, system, name))

export const lineOf = (place: Place, system: string, name: string): Line => ({
  name,
  system,
  folder: path.join(place.folder, system, name),
})

/** Every backup of a place, of one database or of all, the newest first; the damaged ones too. */
export function backupsIn(place: Place, system?: string): Found[] {
  return systemsIn(place)
    .filter((each) => system === undefined || each === system)
    .flatMap((each) => linesIn(place, each))
    .flatMap((line) => names(backupsOf(line), backupName).map((id) => find(place, line, id)))
    .sort((one, other) => (one.moment < other.moment ? 1 : -1))
}

function find(place: Place, line: Line, id: string): Found {
  const said = id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6.000Z')
  try {
    const manifest = readSigned<Manifest>(place, path.join(backupsOf(line), id, 'manifest.json'))
    if (manifest.id !== id || manifest.line !== line.name || manifest.system !== line.system)
      throw new BackupFault('its manifest is that of another backup.')
    return { ...line, id, moment: manifest.endedAt, manifest }
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error
    return { ...line, id, moment: said, fault: `Backup ${id}: ${error.message}` }
  }
}

/** Reads a file that carries its own keyed hash; fails with a sentence when it is not as it was written, or was written with another key. */
export function readSigned<T>(place: Place, file: string): T {
  const name = path.basename(file)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new BackupFault(`${name} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  const [body = '', , mark = ''] = text.split('\n')
  if (text === signed(place, body)) return JSON.parse(body) as T
  throw new BackupFault(
    mark === markOf(place) ? `${name} is damaged.` : `${name} was made with another key file, or is damaged.`,
  )
}

/** Writes a file with its keyed hash in its second line. */
export async function writeSigned(place: Place, file: string, body: object): Promise<void> {
  await store(file, one(Buffer.from(signed(place, JSON.stringify(body)))))
}

const signed = (place: Place, body: string) => `${body}\n${hmac(place.key, body)}\n${markOf(place)}\n`

/** Until when a line is whole. Fails with a sentence when the note is damaged or missing: each backup writes one. */
export const readUntil = (place: Place, line: Line): Until => readSigned<Until>(place, untilOf(line))

export const writeUntil = (place: Place, line: Line, until: Until): Promise<void> =>
  writeSigned(place, untilOf(line), until)

export async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
