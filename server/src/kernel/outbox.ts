import type { Db, Read, Tx } from './db.ts'
import { plainArray, sql } from './db.ts'
import type { Log, Loop } from './loops.ts'
import { keepDoing } from './loops.ts'

/** A fact as a listener hears it. */
export type Fact = { id: string; kind: string; memberId: string | null; body: unknown }

/**
 * Who hears facts of some kinds. `run` does its effect in the transaction that also moves the listener's cursor: each fact takes effect once,
 * in the order of commits, however often a process dies. A new listener hears everything from the beginning.
 */
export type Listener = {
  /** Unique in the house and never changed: the cursor is kept under it. */
  name: string
  kinds: readonly string[]
  run(tx: Tx, facts: Fact[]): Promise<void>
}

const mostAtOnce = 500

/** Hands facts to listeners until it is stopped; any number of processes may, each listener is served by one at a time. */
export function dispatch(db: Db, listeners: readonly Listener[], log: Log): Loop {
  const loops = listeners.map((listener) => {
    let most = mostAtOnce
    return keepDoing(`listener ${listener.name}`, { idleMs: 200, longestMs: 1_000 }, log, async () => {
      const asked = most
      try {
        const read = await deliver(db, listener, asked)
        most = Math.min(asked * 2, mostAtOnce)
        return read === asked
      } catch (fault) {
        // One by one, until the log shows which fact cannot be heard. It is never skipped: what depends on it would be wrong.
        most = 1
        throw fault
      }
    })
  })
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

/**
 * Hands the next facts to one listener, effect and cursor in one transaction; answers how many were looked at. 0 also when another process serves it.
 * Only facts of transactions below every running one are read: an id alone would lose what commits late.
 */
export function deliver(db: Db, listener: Listener, most = mostAtOnce): Promise<number> {
  return db.write(async (tx) => {
    const cursor = await lockCursor(tx, listener.name)
    if (!cursor) return 0
    const facts = await tx.rows<Fact & { xid: string; heard: boolean }>(sql`
      select fact.id, fact.xid::text as xid, fact.kind, fact.member_id as "memberId",
             case when heard then fact.body end as body, heard
        from kernel.fact cross join lateral (select fact.kind = any (${plainArray(listener.kinds)}::text[]) as heard) as it
       where (fact.xid, fact.id) > (${cursor.xid}::xid8, ${cursor.id}::uuid)
         and fact.xid < pg_snapshot_xmin(pg_current_snapshot())
       order by fact.xid, fact.id limit ${most}`)
    const last = facts.at(-1)
    if (!last) return 0
    const heard = facts.filter((fact) => fact.heard)
    if (heard.length > 0) {
      await listener.run(
        tx,
        heard.map(({ id, kind, memberId, body }) => ({ id, kind, memberId, body })),
      )
    }
    await tx.run(sql`
      update kernel.cursor set xid = ${last.xid}::xid8, id = ${last.id}, moved_at = clock_timestamp() where listener = ${listener.name}`)
    return facts.length
  })
}

/** Its transaction's advisory lock serves the listener, and dies with it. A lock on the cursor's row would write to the log at every look. */
async function lockCursor(tx: Tx, name: string): Promise<{ xid: string; id: string } | undefined> {
  const { mine } = await tx.one<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(727003, hashtext(${name})) as mine`,
  )
  if (!mine) return undefined
  const read = () =>
    tx.maybe<{ xid: string; id: string }>(sql`select xid::text as xid, id from kernel.cursor where listener = ${name}`)
  const found = await read()
  if (found) return found
  await tx.run(sql`insert into kernel.cursor (listener) values (${name}) on conflict do nothing`)
  return read()
}

/** How many facts each listener has not yet read (counted up to 10,000), and for how many seconds its cursor stood still. For metrics. */
export function readLag(read: Read): Promise<{ listener: string; facts: number; stoodS: number }[]> {
  return read.rows(sql`
    select listener, extract(epoch from clock_timestamp() - moved_at)::float8 as "stoodS",
           (select count(*) from (select 1 from kernel.fact where (fact.xid, fact.id) > (cursor.xid, cursor.id) limit 10000) as it)::int as facts
      from kernel.cursor order by listener`)
}

/**
 * The listeners whose cursor is ahead of every transaction of this server. There are none, unless the database was restored from a dump into
 * another server: then new facts count as read, and old ones wait for transactions that have long been.
 */
export async function findRewound(read: Read): Promise<string[]> {
  const rows = await read.rows<{ listener: string }>(
    sql`select listener from kernel.cursor where xid > pg_snapshot_xmax(pg_current_snapshot()) order by listener`,
  )
  return rows.map((row) => row.listener)
}
