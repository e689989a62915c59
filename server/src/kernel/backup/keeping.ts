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
  let client: pg.Client | undefined
  let line: Line | undefined
  let restAt = 0
  let making: Promise<void> | undefined
  const connection = async () => {
    if (client) return client
    const fresh = await reachSource(source)
    fresh.once('end', () => {
      if (client === fresh) client = undefined
    })
    client = fresh
    return fresh
  }
  const hangUp = async () => {
    const last = client
    client = undefined
    line = undefined
    await last?.end().catch(() => {})
  }
  const first = async (of: Place) => {
    log.info({}, 'the first backup of a line is made')
    const { id, bytes } = await backUp(source, of, () => {}, over.signal)
    log.info({ backup: id, bytes }, 'the first backup of a line is there')
    await prune(of, days)
  }
  async function turn(): Promise<boolean> {
    try {
      const asking = await connection()
      if (!place) {
        await letGo(asking)
        await hangUp()
        return false
      }
      line = await keepLine(asking, source, place, (sentence) => log.error({}, sentence))
      const due = Date.now() >= restAt
      await ship(asking, source, place, line, { unfinished: due })
      if (due) restAt = Date.now() + restMs
      if (!making && !readdirSync(backupsOf(line)).some((name) => !name.startsWith('.')))
        making = first(place)
          .catch(
            (error: Error) => over.signal.aborted || log.error({ err: error }, 'the first backup could not be made'),
          )
          .then(async () => {
            making = undefined
          })
      return false
    } catch (error) {
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
      await making
      if (place && client && line) {
        await ship(client, source, place, line, { unfinished: true }).catch((error: Error) =>
          log.error({ err: error }, 'the end of the log could not be stored'),
        )
      }
      await hangUp()
    },
  }
}
