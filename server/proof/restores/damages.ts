import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { backupsIn, type Place, placeAt } from '#kernel/backup/index.ts'
import { segmentsFor } from '#kernel/backup/segments.ts'
import { makeKeyFile } from '#kernel/keyfile.ts'
import type { Chance } from '../random.ts'

/** One way in which a backup goes bad. */
export type Damage = {
  name: string
  /** What goes bad: with a bad backup an older one must do, with the log or the key there may be no other way. */
  of: 'backup' | 'log' | 'key'
  act(place: Place, copy: string, moment: string, chance: Chance): Promise<Place>
}

type Files = { archive: string; manifest: string; segments: string[]; until: string; hurt: Place }

/** A copy of a place, and in it the files of the newest backup before a moment. */
async function copyOf(place: Place, copy: string, moment: string): Promise<Files> {
  cpSync(place.folder, copy, { recursive: true })
  const hurt = { ...place, folder: copy }
  const newest = backupsIn(hurt).find(({ manifest }) => manifest && manifest.endedAt <= moment)
  if (!newest?.manifest) throw new Error(`no backup is older than ${moment}`)
  const folder = path.join(newest.folder, 'base', newest.id)
  const needed = await segmentsFor(hurt, newest, newest.manifest, new Date(moment))
  return {
    ...{ hurt, archive: path.join(folder, 'cluster.enc'), manifest: path.join(folder, 'manifest.json') },
    segments: needed.map(({ file }) => file),
    until: path.join(newest.folder, 'until.json'),
  }
}

function flip(file: string, chance: Chance): void {
  const bytes = readFileSync(file)
  const where = chance.below(bytes.length)
  bytes[where] = bytes[where]! ^ (1 << chance.below(8))
  writeFileSync(file, bytes)
}

const cut = (file: string, chance: Chance) => truncateSync(file, chance.below(statSync(file).size))

const inFiles =
  (hurt: (files: Files, chance: Chance) => void): Damage['act'] =>
  async (place, copy, moment, chance) => {
    const files = await copyOf(place, copy, moment)
    hurt(files, chance)
    return files.hurt
  }

/** The first six are for each change, all of them for a release. */
export const damages: Damage[] = [
  {
    name: 'a bit of the archive is turned',
    of: 'backup',
    act: inFiles(({ archive }, chance) => flip(archive, chance)),
  },
  {
    name: 'a bit of the log is turned',
    of: 'log',
    act: inFiles(({ segments }, chance) => flip(chance.pick(segments), chance)),
  },
  {
    name: 'a bit of the manifest is turned',
    of: 'backup',
    act: inFiles(({ manifest }, chance) => flip(manifest, chance)),
  },
  {
    name: 'a segment of the log is gone',
    of: 'log',
    act: inFiles(({ segments }, chance) => rmSync(chance.pick(segments))),
  },
  {
    name: 'another key file',
    of: 'key',
    async act(place, copy, moment) {
      const { hurt } = await copyOf(place, copy, moment)
      makeKeyFile(path.join(copy, 'other.json'))
      return placeAt(hurt.folder, path.join(copy, 'other.json'))
    },
  },
  { name: 'the archive is cut off', of: 'backup', act: inFiles(({ archive }, chance) => cut(archive, chance)) },
  {
    name: 'a segment of the log is cut off',
    of: 'log',
    act: inFiles(({ segments }, chance) => cut(chance.pick(segments), chance)),
  },
  { name: 'the manifest is gone', of: 'backup', act: inFiles(({ manifest }) => rmSync(manifest)) },
  {
    name: 'a bit of the note of the log’s end is turned',
    of: 'log',
    act: inFiles(({ until }, chance) => flip(until, chance)),
  },
  { name: 'the archive is gone', of: 'backup', act: inFiles(({ archive }) => rmSync(archive)) },
]
