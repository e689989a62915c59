import { sql } from 'kysely'
import { reloadMs } from './crypto.ts'
import type { Db, Read, Tx } from './db.ts'
import { plainArray } from './db.ts'
import { addIndexKey, keepIndexKey, preferIndexKey, readRing } from './keyfile.ts'

/** What one step came to: rows hashed again, rows whose value cannot be opened, and where the next step begins (null: nowhere). */
export type Rehashed = { moved: number; lost: number; next: string | null }

/** A table with keyed hashes and the column `key_no` beside them. */
export type HashedTable = {
  table: string
  /** Whether a value has a row under each key while there are two; those under the old key go at the end. */
  doubled?: boolean
  /** Hashes the next rows of other keys than the preferred one again, in the order of their place, from after `after`. */
  rehash(tx: Tx, after: string): Promise<Rehashed>
}

export type IndexRotation = {
  /** The index key that is looked for first from now on. */
  no: number
  moved: number
  /** Values that could not be opened, by table: they are still found under the key before, which therefore stays in the file. */
  lost: Record<string, number>
  /** Whether the key before is out of the file. */
  done: boolean
}

type Rotating = {
  path: string
  tables: readonly HashedTable[]
  say?: (sentence: string) => void
  /** After so long every process has read the file again. */
  readAfterMs?: number
  signal?: AbortSignal
}

/**
 * Puts a new index key in the place of the old one while the shop goes on: announced in the file, then written and looked for by every
 * process beside the old one, then every hash is made again from its sealed value, then the old key leaves the file. Killed at any moment, it
 * goes on from there when it is called again. Everything is found at every moment, and nothing can be registered twice: while some process
 * may know only one of the two keys, whoever knows both writes a unique value under both.
 */
export async function rotateIndex(db: Db, rotating: Rotating): Promise<IndexRotation> {
  const session = await db.session()
  try {
    const { rows } = await session.query<{ mine: boolean }>('select pg_try_advisory_lock(727004) as mine')
    if (!rows[0]?.mine) throw new Error('Another rotation is under way.')
    return await rotate(db, rotating)
  } finally {
    await session.query('select pg_advisory_unlock(727004)').catch(() => {})
    session.release(true) // or else the lock ends with the connection
  }
}

async function rotate(db: Db, rotating: Rotating): Promise<IndexRotation> {
  const { path, tables, say = () => {}, readAfterMs = reloadMs + 2_000 } = rotating
  const everybodyReads = () => new Promise<void>((later) => setTimeout(later, readAfterMs))
  const behind = await db.read((read) => selectOthers(read, readRing(path).index))
  if (readRing(path).indexes.size === 1 && behind.length > 0) {
    say('An earlier rotation was interrupted near its end: finishing it.')
    await everybodyReads()
    await forgetOthers(db, tables, readRing(path).index)
    return { no: readRing(path).index, moved: 0, lost: {}, done: true }
  }
  if (readRing(path).indexes.size === 1) {
    say(`Index key ${addIndexKey(path)} is announced; waiting until every process has read it.`)
  } else say('A rotation is under way: going on with it.')
  const no = Math.max(...readRing(path).indexes.keys())
  await everybodyReads()
  await db.write((tx) => need(tx, no))
  preferIndexKey(path, no)
  await everybodyReads()
  await everybodyElseIsDone(db)
  const { moved, lost } = await rehashAll(db, rotating)
  if (Object.keys(lost).length > 0) return { no, moved, lost, done: false }
  say(`${moved} values were hashed again; the old index key leaves the file.`)
  await db.write((tx) => needOnly(tx, no))
  keepIndexKey(path, no)
  await everybodyReads()
  await forgetOthers(db, tables, no)
  return { no, moved, lost, done: true }
}

async function rehashAll(db: Db, { tables, signal, say }: Rotating): Promise<Pick<IndexRotation, 'moved' | 'lost'>> {
  const sum = { moved: 0, lost: {} as Record<string, number> }
  for (const { table, rehash } of tables) {
    for (let after: string | null = ''; after !== null; ) {
      signal?.throwIfAborted()
      const done: Rehashed = await db.write((tx) => rehash(tx, after!))
      sum.moved += done.moved
      if (done.lost > 0) sum.lost[table] = (sum.lost[table] ?? 0) + done.lost
      after = done.next
    }
    say?.(`${table}: done.`)
  }
  return sum
}

/** What another process began before it read the file again must have ended: its rows would be passed over. */
async function everybodyElseIsDone(db: Db): Promise<void> {
  const { xid } = await db.write((tx) => tx.one<{ xid: string }>(sql`select pg_current_xact_id()::text as xid`))
  for (;;) {
    const { done } = await db.read((read) =>
      read.one<{ done: boolean }>(sql`select pg_snapshot_xmin(pg_current_snapshot()) > ${xid}::xid8 as done`),
    )
    if (done) return
    await new Promise((later) => setTimeout(later, 100))
  }
}

async function forgetOthers(db: Db, tables: readonly HashedTable[], no: number): Promise<void> {
  await everybodyElseIsDone(db)
  for (const { table, doubled } of tables)
    if (doubled) await db.write((tx) => tx.run(sql`delete from ${sql.table(table)} where key_no <> ${no}::smallint`))
  await db.write((tx) => tx.run(sql`delete from kernel.index_key where no <> ${no}::smallint`))
}

const selectOthers = (read: Read, no: number) =>
  read.rows(sql`select no from kernel.index_key where no <> ${no}::smallint`)

async function need(tx: Tx, no: number): Promise<void> {
  await writeMarks(tx)
  const touched = await tx.run(sql`update kernel.index_key set needed = true where no = ${no}::smallint`)
  if (touched !== 1) throw new Error(`this process has not read index key ${no} from the key file`)
}

const needOnly = (tx: Tx, no: number): Promise<number> =>
  tx.run(sql`update kernel.index_key set needed = (no = ${no}::smallint)`)

/** Writes down which index keys there are; the first of a new house is needed at once, another one when a rotation says so. */
async function writeMarks(tx: Tx): Promise<void> {
  const marks = tx.keys.indexMarks()
  await tx.run(sql`
    insert into kernel.index_key (no, mark, needed)
    select no, mark, not exists (select from kernel.index_key)
      from unnest(${plainArray(marks.map(({ no }) => no))}::smallint[], ${marks.map(({ mark }) => mark)}::bytea[]) as own (no, mark)
    on conflict do nothing`)
}

/** Writes the index key of a new house down; of another house's key file, says what would not be found with it. */
export async function agreeOnIndex(db: Db): Promise<string[]> {
  if ((await db.read((read) => selectOthers(read, 0))).length === 0) await db.write(writeMarks)
  return db.read(indexTroubles)
}

/** What of this process's key file does not go with what the database was written with, a sentence each. */
export async function indexTroubles(read: Read): Promise<string[]> {
  const rows = await read.rows<{ no: number; mark: Buffer; needed: boolean }>(
    sql`select no, mark, needed from kernel.index_key order by no`,
  )
  const own = new Map(read.keys.indexMarks().map(({ no, mark }) => [no, mark]))
  return rows.flatMap(({ no, mark, needed }) => {
    const mine = own.get(no)
    if (!mine) return needed ? [`The key file lacks index key ${no}: copy the newest one here.`] : []
    return mine.equals(mark) ? [] : [`The key file has another index key ${no} than this database was written with.`]
  })
}
