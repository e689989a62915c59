import path from 'node:path'
import { unpack } from './archive.ts'
import { backupsIn, backupsOf, type Found, type Line, linesIn, one, readUntil, systemsIn } from './place.ts'
import { opened, store } from './sealed.ts'
import { readSegment, segmentsFor } from './segments.ts'
import { BackupFault, type Checked, type Manifest, type Place, type Say } from './shape.ts'

/** What a check left beside a backup. */
export const checkedName = 'checked.json'

/** Reads a backup's archive through to its end; fails with a sentence. */
export async function readArchive(
  place: Place,
  line: Line,
  manifest: Manifest,
  taking: Parameters<typeof unpack>[2],
): Promise<void> {
  const file = path.join(backupsOf(line), manifest.id, 'cluster.enc')
  const is = (about: Record<string, unknown>) => about['kind'] === 'cluster' && about['id'] === manifest.id
  await unpack(opened(place.key, file, is), manifest.files, taking)
}

const looking = {
  folder: async () => {},
  file: async (_: string, bytes: AsyncIterable<Buffer>) => {
    for await (const chunk of bytes) void chunk
  },
}

/**
 * Reads every byte of all backups of a place, or of one, and of the log from the oldest of them to where it ends: it must open, be what was written,
 * and have no gap. Changes nothing but the note beside each backup that it was checked.
 */
export async function checkBackup(place: Place, id?: string, say: Say = () => {}): Promise<Checked> {
  const all = backupsIn(place)
  const chosen = id === undefined ? all : all.filter((each) => each.id === id)
  if (chosen.length === 0)
    throw new BackupFault(
      id ? `There is no backup ${id} in ${place.folder}.` : `There is no backup in ${place.folder}.`,
    )
  const checked: Checked = { faults: [], backups: 0, segments: 0, bytes: 0, walUntil: null }
  for (const each of chosen) {
    say(`Backup ${each.id} …`)
    const fault = await faultOf(place, each, checked)
    if (fault) checked.faults.push(fault)
    checked.backups += 1
    const note = JSON.stringify({ checkedAt: new Date().toISOString(), sound: !fault })
    await store(path.join(backupsOf(each), each.id, checkedName), one(Buffer.from(note))).catch(() => {})
  }
  for (const line of linesOf(place, chosen)) await checkLog(place, line, chosen, checked, say)
  return checked
}

async function faultOf(place: Place, found: Found, checked: Checked): Promise<string | undefined> {
  if (!found.manifest) return found.fault
  try {
    await readArchive(place, found, found.manifest, looking)
    checked.bytes += found.manifest.bytes
    return undefined
  } catch (error) {
    return `Backup ${found.id}: ${(error as Error).message}`
  }
}

const linesOf = (place: Place, chosen: Found[]): Line[] =>
  systemsIn(place)
    .flatMap((system) => linesIn(place, system))
    .filter((line) => chosen.some((each) => each.folder === line.folder))

/** The log of a line, from its oldest chosen backup on that can be read. */
async function checkLog(place: Place, line: Line, chosen: Found[], checked: Checked, say: Say): Promise<void> {
  const oldest = chosen.filter((each) => each.folder === line.folder && each.manifest).at(-1)?.manifest
  if (!oldest) return
  const wrong = (error: unknown) => checked.faults.push(`Log of ${line.name}: ${(error as Error).message}`)
  try {
    const moment = readUntil(place, line).moment
    if (checked.walUntil === null || moment > checked.walUntil) checked.walUntil = moment
  } catch (error) {
    wrong(error)
    return
  }
  try {
    const segments = await segmentsFor(place, line, oldest, 'latest')
    say(`Log of ${line.name}: ${segments.length} segments …`)
    for (const segment of segments) {
      try {
        checked.bytes += (await readSegment(place, line, oldest, segment)).length
        checked.segments += 1
      } catch (error) {
        wrong(error)
      }
    }
  } catch (error) {
    wrong(error)
  }
}
