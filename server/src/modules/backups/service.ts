import type { Caller } from '#kernel/caller.ts'
import type { Db, Read, Tx } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { newId } from '#kernel/ids.ts'
import { readOrganisation } from '#modules/org/index.ts'
import type { Job, Status } from './contract.ts'
import { refuse } from './contract.ts'
import type { Engine, Equipment, Holdings } from './engine.ts'
import { backupTurn, drillTurn, nextTurn } from './rules.ts'
import * as store from './store.ts'

let equipment: Equipment = { mode: null, embedded: true }

/** Hands in what really copies and restores; without it the room says that nothing is backed up. */
export function equip(with_: Equipment): void {
  equipment = with_
}

const nothing: Holdings = { slot: 'none', walUntil: null, bases: [] }

/** What is backed up, how much could be lost right now, what is being done, and what was proven last. Refuses `org.not_set_up`. */
export async function readBackups(db: Db): Promise<Status> {
  const engine = equipment.mode === null ? undefined : equipment
  let trouble: string | null = null
  const held = await (engine?.look() ?? Promise.resolve(nothing)).catch((fault: Error) => {
    trouble = fault.message
    return nothing
  })
  return db.read(async (read) => {
    const { zone } = await readOrganisation(read)
    const [lastCertificate] = await store.selectCertificates(read, null, 1)
    const until = held.walUntil ?? (engine?.mode === 'logical' ? held.bases[0]?.startedAt : null) ?? null
    const lacks = engine ? (engine.lacks ?? (held.bases.length === 0 ? 'backup' : null)) : null
    return {
      mode: equipment.mode,
      embedded: equipment.embedded,
      folder: engine?.folder ?? null,
      keepDays: engine?.keepDays ?? 0,
      slot: held.slot,
      walUntil: until,
      behindS: until === null ? null : Math.max(0, Math.round((Date.parse(read.now) - Date.parse(until)) / 1000)),
      bases: held.bases,
      drill: { possible: engine !== undefined && lacks === null, lacks },
      job: (await store.selectOpenJob(read)) ?? null,
      lastJobs: await store.selectLastJobs(read),
      lastCertificate: lastCertificate ?? null,
      trouble,
      nextBackupAt: engine ? nextTurn(zone, read.now, backupTurn) : null,
      nextDrillAt: engine && engine.lacks === null ? nextTurn(zone, read.now, drillTurn) : null,
    }
  })
}

/** A page of certificates, the newest first. */
export async function listCertificates(read: Read, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const before = fromCursor(cursor)?.[0]
  const rows = await store.selectCertificates(read, typeof before === 'string' ? before : null, limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > items.length ? toCursor(items.at(-1)!.id) : null }
}

/** Puts a backup in line. Refuses when nothing is set up, or while another backup or drill waits or runs. */
export async function makeBackup(tx: Tx, who: Caller): Promise<Job> {
  mustBeEquipped(who)
  return ask(tx, 'backup', `${who.kind} ${who.name}`)
}

/** Puts a drill in line. Refuses besides what has no backup yet, and a logical copy without a database to try it in. */
export async function proveBackup(tx: Tx, who: Caller): Promise<Job> {
  const engine = mustBeEquipped(who)
  if (engine.lacks) throw refuse('backups.drill_impossible')
  if ((await engine.look()).bases.length === 0) throw refuse('backups.nothing_to_prove')
  return ask(tx, 'drill', `${who.kind} ${who.name}`)
}

function mustBeEquipped(who: Caller): Engine {
  if (who.scope !== 'all') throw refuse('backups.needs_whole_house')
  if (equipment.mode === null) throw refuse('backups.not_configured')
  return equipment
}

/** Puts work in line, by whoever; refuses `backups.busy`. */
export async function ask(tx: Tx, kind: Job['kind'], askedBy: string): Promise<Job> {
  const id = newId()
  await store.insertJob(tx, { id, kind, askedBy: askedBy.slice(0, 200) })
  return (await store.selectOpenJob(tx))!
}
