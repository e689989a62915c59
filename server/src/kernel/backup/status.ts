import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '../settings.ts'
import { checkedName } from './checking.ts'
import { reachSource } from './copying.ts'
import { backupsIn, backupsOf, type Found, linesIn, placeOf, readUntil, systemsIn } from './place.ts'
import { BackupFault, type BackupStatus, type Place, type Source } from './shape.ts'
import { findLine } from './slot.ts'

/** The embedded server of these settings. */
export const sourceOf = (settings: Settings): Source => ({ dir: path.join(settings.dataDir, 'postgres') })

/** How things stand: what is stored, until when, and whether PostgreSQL keeps the log. Works beside a running server and without one. */
export async function backupStatus(settings: Settings): Promise<BackupStatus> {
  const place = placeOf(settings)
  if (!place) return { folder: null, slot: 'none', walUntil: null, bases: [], last: null }
  const bases = backupsIn(place).map((found) => ({
    id: found.id,
    startedAt: found.manifest?.startedAt ?? found.moment,
    endedAt: found.moment,
    bytes: found.manifest?.bytes ?? 0,
    sound: found.manifest ? checkedOf(found) : false,
  }))
  const slot = settings.database ? 'none' : await slotOf(settings, place)
  return { folder: place.folder, slot, walUntil: walUntil(place), bases, last: bases[0]?.endedAt ?? null }
}

async function slotOf(settings: Settings, place: Place): Promise<BackupStatus['slot']> {
  try {
    const client = await reachSource(sourceOf(settings))
    try {
      return (await findLine(client, place)).slot
    } finally {
      await client.end()
    }
  } catch (error) {
    if (error instanceof BackupFault) return 'none'
    throw error
  }
}

function checkedOf(found: Found): boolean | null {
  try {
    return (JSON.parse(readFileSync(path.join(backupsOf(found), found.id, checkedName), 'utf8')) as { sound: boolean })
      .sound
  } catch {
    return null
  }
}

function walUntil(place: Place): string | null {
  const moments = systemsIn(place).flatMap((system) =>
    linesIn(place, system).flatMap((line) => {
      try {
        return [readUntil(place, line).moment]
      } catch {
        return []
      }
    }),
  )
  return moments.sort().at(-1) ?? null
}
