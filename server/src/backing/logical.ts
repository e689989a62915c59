import type { Place } from '#kernel/backup/index.ts'
import { copyRows, listCopies, pruneCopies, returnRows, throwAway } from '#kernel/backup/logical/index.ts'
import type { Engine, Proof, Say } from '#modules/backups/index.ts'
import { changke, here, lookThrough, withReturned } from './looking.ts'

export type LogicalSettings = {
  place: Place
  keepDays: number
  /** The role that owns the house's tables. */
  ownerUrl: string
  /** An empty database for drills. */
  drillUrl: string | undefined
}

/** Backups of a PostgreSQL of one's own, whose files are out of reach: its rows. */
export function logicalEngine({ place, keepDays, ownerUrl, drillUrl }: LogicalSettings): Engine {
  return {
    ...{ mode: 'logical', embedded: false, folder: place.folder, keepDays, makesFirst: false, about: here() },
    lacks: drillUrl ? null : 'database',
    async look() {
      const copies = await listCopies(place)
      const bases = copies.flatMap(({ manifest }) => {
        if (!manifest) return []
        const { id, startedAt, endedAt, tables } = manifest
        return [{ id, kind: 'logical' as const, startedAt, endedAt, bytes: bytesOf(tables), sound: null }]
      })
      return { slot: 'none', walUntil: null, bases }
    },
    async backUp(say, signal) {
      say('copying')
      await copyRows(ownerUrl, place, { changke: changke(), hear: (_, bytes) => say('copying', bytes), signal })
      await pruneCopies(place, keepDays)
    },
    drill: (_, say, signal) => prove(place, drillUrl!, say, signal),
  }
}

const bytesOf = (tables: readonly { bytes: number }[]) => tables.reduce((sum, { bytes }) => sum + bytes, 0)

async function prove(place: Place, url: string, say: Say, signal: AbortSignal): Promise<Proof> {
  say('restoring')
  const { manifest, compared, notes } = await returnRows(place, { url, appRole: '', isDrill: true, signal })
  try {
    say('verifying')
    const looked = await withReturned(url, place.keyFile, lookThrough)
    const differing = compared
      .filter(({ same }) => !same)
      .map(({ what, count }) => `${what}: ${count} rows came back, and they are not those that were copied`)
    const faults = [...notes, ...differing, ...looked.faults]
    return {
      ...{ kind: 'logical', backupId: manifest.id, reachedAt: manifest.startedAt, bytes: bytesOf(manifest.tables) },
      ...{ tables: compared.length, rows: compared.reduce((sum, { count }) => sum + count, 0) },
      ...{ digest: manifest.digest, compared, faults },
      faultCount: notes.length + differing.length + looked.faultCount,
      ...here(),
    }
  } finally {
    await throwAway(url)
  }
}
