import { Socket } from 'node:net'
import type { Compilable, RawBuilder } from 'kysely'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import pg from 'pg'
import type { Crypto } from './crypto.ts'
import { refuse } from './refusal.ts'

export { sql }

/** SQL with its parameters: Kysely's `sql` template, or one of its builders. */
export type Sql = RawBuilder<unknown> | Compilable

/** A prepared statement that the server plans once per connection; its name must be unique in the house. */
export type Prepared = { name: string; text: string; values: unknown[] }

/** Sees, never writes: its connection is read-only, so that even a trick in SQL is refused by the database. */
export interface Read {
  /** The database's time at the beginning (ISO 8601, UTC), the same through the whole transaction. */
  readonly now: string
  /** The house's keys for personal data. */
  readonly keys: Crypto
  rows<T>(query: Sql | Prepared): Promise<T[]>
  one<T>(query: Sql | Prepared): Promise<T>
  maybe<T>(query: Sql | Prepared): Promise<T | undefined>
}

/** One open transaction. Only who holds it can write. */
export interface Tx extends Read {
  readonly writes: true
  /** Runs a statement and answers how many rows it touched. */
  run(query: Sql | Prepared): Promise<number>
}

export interface Db {
  /** Answers a question on a read-only connection, in one snapshot of the data. */
  read<T>(ask: (read: Read) => Promise<T>): Promise<T>
  /** Runs a command in one transaction; serialization faults and deadlocks are tried again, at most four times. */
  write<T>(act: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * The same database for somebody who cannot wait: a transaction that has not ended after so many milliseconds is given up with its connection
   * (`TooLate`), also in the middle of a commit, so that only a reference tells what became of it. Whoever begins right after that in the same
   * view is told the same at once: of a batch that got no answer, each of its inputs would otherwise wait as long again, one after the other.
   */
  within(lastsMs: number): Db
  /** A connection of its own for listening and session locks; the caller releases it. */
  session(): Promise<pg.PoolClient>
  /** How many connections each pool has, how many of them are idle, and how many callers wait for one. */
  pools(): Record<'write' | 'read', { total: number; idle: number; waiting: number }>
  close(): Promise<void>
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`a number beyond 2^53 came out of the database: ${text}`)
  return value
})
const asMoment = (text: string) => `${text.slice(0, 10)}T${text.slice(11).replace(/([+-]\d\d)(:?\d\d)?$/, 'Z')}`
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, asMoment)
types.setTypeParser(pg.types.builtins.DATE, (text) => text)

const isPrepared = (query: Sql | Prepared): query is Prepared => 'text' in query

function compile(query: Sql | Prepared): pg.QueryConfig {
  if (isPrepared(query)) return query
  const compiled = (query as RawBuilder<unknown>).compile(compiler)
  return { text: compiled.sql, values: compiled.parameters as unknown[] }
}

function toTx(client: pg.ClientBase, now: string, keys: Crypto, failed: (fault: unknown) => void): Tx {
  const ask = (query: Sql | Prepared) =>
    client.query(compile(query)).catch((fault) => {
      failed(fault)
      throw fault
    })
  return {
    now,
    keys,
    writes: true,
    rows: async <T>(query: Sql | Prepared) => (await ask(query)).rows as T[],
    one: async <T>(query: Sql | Prepared) => {
      const { rows } = await ask(query)
      if (rows.length !== 1) throw new Error(`one row was expected, ${rows.length} came`)
      return rows[0] as T
    },
    maybe: async <T>(query: Sql | Prepared) => (await ask(query)).rows[0] as T | undefined,
    run: async (query) => (await ask(query)).rowCount ?? 0,
  }
}

const again = new Set(['40001', '40P01'])
const behindAFault = '25P02'
const codeOf = (fault: unknown): string => (fault instanceof pg.DatabaseError ? (fault.code ?? '') : '')

/** True when a fault says that the database broke a constraint of this name. */
export const brokeConstraint = (fault: unknown, name: string): boolean =>
  fault instanceof pg.DatabaseError && fault.constraint === name

/** A transaction that was given up because the database did not end it in time. What it would have done, it may have done. */
export class TooLate extends Error {
  override name = 'TooLate'
  readonly code = 'CHANGKE_LATE'
  constructor(lastsMs: number) {
    super(`the database did not answer within ${lastsMs} ms`)
  }
}

/** True when a connection could not be had because nobody answers. */
const noAnswer = (fault: unknown): boolean =>
  fault instanceof TooLate || /connection timeout|timeout exceeded/.test((fault as Error)?.message ?? '')

export type DbOptions = {
  url: string
  keys: Crypto
  size?: number
  shiftMs?: () => number
  onLost?: (fault: Error) => void
}

/**
 * A socket that sends what is written in one turn together: statements that leave together are one write and wake the database once,
 * not once each. The driver corks and uncorks around each statement; this holds one cork more until the turn ends.
 */
function gatheringSocket(): Socket {
  const socket = new Socket()
  const cork = socket.cork.bind(socket)
  let held = false
  socket.cork = () => {
    if (!held) {
      held = true
      cork()
      process.nextTick(() => {
        held = false
        socket.uncork()
      })
    }
    cork()
  }
  return socket
}

/** So many may wait for a connection; who comes then is refused at once, for their turn would come too late. */
const mostWaiting = 2_000

/** A statement that nobody answers for so long has lost its database: the database itself ends statements after a minute. */
const silentMs = 130_000

/** So long after a transaction was given up those behind it in the same view are told the same without a try. */
const saysSoForMs = 100

type Source = { pool: pg.Pool; keys: Crypto; shiftMs: () => number }

/** Does something in one transaction of a pool; gives it up with its connection when it has not ended after `lastsMs`. */
async function transact<T>(
  { pool, keys, shiftMs }: Source,
  begin: string,
  act: (tx: Tx) => Promise<T>,
  lastsMs?: number,
): Promise<T> {
  if (pool.waitingCount >= mostWaiting) throw refuse('kernel.busy')
  const beganMs = performance.now()
  const client = await pool.connect()
  let broken: Error | undefined
  const lost = (fault: Error) => {
    broken = fault
  }
  client.on('error', lost)
  // Of statements that left together, the one that failed is not always heard of first; those behind it only say that it did.
  let cause: unknown
  const failed = (fault: unknown) => {
    if (codeOf(fault) !== behindAFault) cause = fault
  }
  let late: TooLate | undefined
  const giveUp = () => {
    late = new TooLate(lastsMs!)
    broken = late
    // Ending it in order would wait for the answers that do not come; the database rolls back what it has no client for.
    streamOf(client).destroy()
  }
  const timer = lastsMs && setTimeout(giveUp, Math.max(1, lastsMs - (performance.now() - beganMs)))
  try {
    const begun = (await client.query(`${begin}; select now() as now`)) as unknown as pg.QueryResult[]
    const stamp = Temporal.Instant.from(begun[1]!.rows[0].now).add({ milliseconds: shiftMs() }).toString()
    const answer = await act(toTx(client, stamp, keys, failed))
    await client.query('commit')
    return answer
  } catch (fault) {
    await client.query('rollback').catch((second: Error) => {
      broken = second
    })
    throw late ?? (codeOf(fault) === behindAFault ? (cause ?? fault) : fault)
  } finally {
    clearTimeout(timer)
    client.off('error', lost)
    client.release(broken)
  }
}

type Asks = {
  read: <T>(ask: (read: Read) => Promise<T>) => Promise<T>
  write: <T>(act: (tx: Tx) => Promise<T>) => Promise<T>
}

/** Tells those who come right after a transaction that was given up the same, without a try. */
function inHaste({ read, write }: Asks, lastsMs: number): Asks {
  let silentUntil = 0
  const watched = async <T>(go: () => Promise<T>): Promise<T> => {
    if (silentUntil > performance.now()) throw new TooLate(lastsMs)
    try {
      return await go()
    } catch (fault) {
      if (noAnswer(fault)) silentUntil = performance.now() + saysSoForMs
      throw fault
    }
  }
  return { read: (ask) => watched(() => read(ask)), write: (act) => watched(() => write(act)) }
}

/** Opens the pools: one that writes, one that only reads. `shiftMs` moves the house's clock in tests. */
export function openDb({ url, keys, size = 12, shiftMs = () => 0, onLost = () => {} }: DbOptions): Db {
  const settings = (readOnly: boolean): pg.PoolConfig => ({
    connectionString: url,
    max: size,
    types,
    // Statements that do not wait for each other leave together: a round trip is the dearest thing that a small statement does.
    pipeline: true,
    stream: gatheringSocket,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    query_timeout: silentMs,
    application_name: readOnly ? 'changke read' : 'changke write',
    options: `-c timezone=UTC -c datestyle=ISO -c bytea_output=hex -c statement_timeout=60000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=120000 -c default_transaction_read_only=${readOnly ? 'on' : 'off'}`,
  })
  const writers = new pg.Pool(settings(false))
  const readers = new pg.Pool(settings(true))
  for (const pool of [writers, readers]) pool.on('error', onLost)

  async function write<T>(act: (tx: Tx) => Promise<T>, lastsMs?: number): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await transact({ pool: writers, keys, shiftMs }, 'begin', act, lastsMs)
      } catch (fault) {
        if (tried > 4 || !again.has(codeOf(fault))) throw fault
        await new Promise((later) => setTimeout(later, 5 * tried + Math.random() * 20))
      }
    }
  }

  const read = <T>(ask: (read: Read) => Promise<T>, lastsMs?: number): Promise<T> =>
    transact({ pool: readers, keys, shiftMs }, 'begin isolation level repeatable read read only', ask, lastsMs)

  const db: Db = {
    read: (ask) => read(ask),
    write: (act) => write(act),
    within: (lastsMs) => ({
      ...db,
      ...inHaste({ read: (ask) => read(ask, lastsMs), write: (act) => write(act, lastsMs) }, lastsMs),
    }),
    session: () => writers.connect(),
    pools: () => ({ write: useOf(writers), read: useOf(readers) }),
    close: async () => {
      await Promise.all([writers.end(), readers.end()])
    },
  }
  return db
}

// The driver's types do not show the socket.
const streamOf = (client: pg.PoolClient): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream

const useOf = (pool: pg.Pool) => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount })

/** An array parameter of numbers, ids or other text without quotes, written as PostgreSQL reads it: far cheaper than quoting each. */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  let text = '{'
  for (let at = 0; at < values.length; at++) text += at === 0 ? values[at] : `,${values[at]}`
  return `${text}}`
}

/** An array parameter of any text. */
export function textArray(values: readonly (string | null)[]): string {
  let text = '{'
  for (const [at, value] of values.entries()) {
    if (at > 0) text += ','
    if (value === null) text += 'null'
    else text += /[\\"]/.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : `"${value}"`
  }
  return `${text}}`
}
