import { readdirSync } from 'node:fs'
import type pg from 'pg'
import { keepDoing, type Log, type Loop } from '../loops.ts'
import { backUp, reachSource } from './copying.ts'
import { backupsOf, type Line } from './place.ts'
import { prune } from './pruning.ts'
import type { Place, Source } from './shape.ts'
import { ship } from './shipping.ts'
import { keepLine, letGo } from './slot.ts'

/** How often the log's finished segments are stored, and its unfinished one. */
const every = { lookMs: 5_000, restMs: 30_000 }

/** A connection that is made when it is needed, and again when it broke. */
function lineTo(source: Source) {
  let client: pg.Client | undefined
  return {
    async reach(): Promise<pg.Client> {
      if (client) return client
      const fresh = await reachSource(source)
      fresh.once('end', () => {
        if (client === fresh) client = undefined
      })
      client = fresh
      return fresh
    },
    async hangUp(): Promise<void> {
      const last = client
      client = undefined
      await last?.end().catch(() => {})
    },
  }
}

/** The first backup of a line: of one that has none, in the background. Answers whether one is under way. */
function firstBackups(source: Source, days: number, log: Log, signal: AbortSignal) {
  let making: Promise<void> | undefined
  const make = async (place: Place) => {
    try {
      log.info({}, 'the first backup of a line is made')
      const { id, bytes } = await backUp(source, place, () => {}, signal)
      log.info({ backup: id, bytes }, 'the first backup of a line is there')
      await prune(place, days)
    } catch (error) {
      if (!signal.aborted) log.error({ err: error }, 'the first backup of a line could not be made')
    } finally {
      making = undefined
    }
  }
  return {
    see(place: Place, line: Line): void {
      if (!making && !readdirSync(backupsOf(line)).some((name) => !name.startsWith('.'))) making = make(place)
    },
    ended: async () => making,
  }
}

/**
 * Keeps the log of the embedded server in the backups' place for as long as it runs, and makes the first backup of a line. A fault is logged and tried
 * again: the shop goes on meanwhile. Without a place it only has PostgreSQL keep nothing for backups. `stop` stores what is left.
 */
export function keepBackups(
  source: Source,
  place: Place | undefined,
  {
    days,
    log,
    lookMs = every.lookMs,
    restMs = every.restMs,
  }: { days: number; log: Log; lookMs?: number; restMs?: number },
): Loop {
  const over = new AbortController()
  const { reach, hangUp } = lineTo(source)
  const first = firstBackups(source, days, log, over.signal)
  let line: Line | undefined
  let restAt = 0
  async function turn(): Promise<boolean> {
    try {
      const client = await reach()
      if (!place) {
        await letGo(client)
        await hangUp()
        return false
      }
      line = await keepLine(client, source, place, (sentence) => log.error({}, sentence))
      const due = Date.now() >= restAt
      await ship(client, source, place, line, { unfinished: due })
      if (due) restAt = Date.now() + restMs
      first.see(place, line)
      return false
    } catch (error) {
      line = undefined
      await hangUp()
      throw error
    }
  }
  const pause = place ? lookMs : 3_600_000
  const loop = keepDoing('the backup of the log', { idleMs: pause, longestMs: pause }, log, turn)
  return {
    async stop() {
      over.abort()
      await loop.stop()
      await first.ended()
      try {
        if (place && line) await ship(await reach(), source, place, line, { unfinished: true })
      } catch (error) {
        log.error({ err: error }, 'the end of the log could not be stored')
      }
      await hangUp()
    },
  }
}
