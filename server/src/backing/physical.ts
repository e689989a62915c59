import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { BackupStatus, Place } from '#kernel/backup/index.ts'
import { backUp, backupStatus, digestBooks, digestOf, prune, restoreInto, sourceOf } from '#kernel/backup/index.ts'
import type { Db } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'
import { readAccess, urlOf } from '#kernel/postgres/access.ts'
import { findBinaries } from '#kernel/postgres/binaries.ts'
import { startEmbedded } from '#kernel/postgres/index.ts'
import { shutDown } from '#kernel/postgres/postmaster.ts'
import type { Settings } from '#kernel/settings.ts'
import { verify } from '#modules/audit/index.ts'
import type { Engine, Proof, Say } from '#modules/backups/index.ts'
import { here, lookThrough, withReturned } from './looking.ts'

/** Everything that was written is stored within a minute; what takes longer than this is a fault. */
const mostBehindMs = 180_000

/** Backups of the embedded server: its files, and what is written afterwards. */
export function physicalEngine(settings: Settings, place: Place, keepDays: number): Engine {
  return {
    ...{
      mode: 'physical',
      embedded: true,
      folder: place.folder,
      keepDays,
      makesFirst: true,
      about: here(),
      lacks: null,
    },
    async look() {
      const { slot, walUntil, bases } = await backupStatus(settings)
      return { slot, walUntil, bases: bases.map((base) => ({ ...base, kind: 'physical' as const })) }
    },
    async backUp(say, signal) {
      say('copying')
      await backUp(sourceOf(settings), place, () => say('copying'), signal)
      await prune(place, keepDays)
    },
    drill: (db, say, signal) => prove(settings, place, db, say, signal),
  }
}

type Head = { chain: string; head: string }

async function prove(settings: Settings, place: Place, db: Db, say: Say, signal: AbortSignal): Promise<Proof> {
  await sweep(place)
  say('catching_up')
  const system = await systemOf(settings)
  const heads = await headsOf(db)
  await untilStored(settings, Temporal.Now.instant().epochMilliseconds, signal)
  const into = path.join(sideOf(place), `${process.pid}-${Date.now().toString(36)}`)
  try {
    say('restoring')
    await mkdir(sideOf(place), { recursive: true, mode: 0o711 })
    const restored = await restoreInto(place, { to: 'latest', into, system, say: () => say('restoring') })
    signal.throwIfAborted()
    say('starting')
    const server = await startEmbedded({ dir: path.join(into, 'postgres'), durable: false, command: 'drill' })
    try {
      say('verifying')
      const rows = await digestOfAll(server.ownerUrl)
      signal.throwIfAborted()
      const looked = await withReturned(server.url, place.keyFile, async (returned) => ({
        ...(await lookThrough(returned)),
        compared: await compare(returned, heads),
      }))
      const lost = looked.compared
        .filter(({ same }) => !same)
        .map(({ what }) => `${what}: its last seal did not come back`)
      const faults = [...restored.notes, ...lost, ...looked.faults]
      const { bases } = await backupStatus(settings)
      return {
        ...{ kind: 'physical', backupId: restored.base, reachedAt: restored.reached, ...rows },
        bytes: bases.find(({ id }) => id === restored.base)?.bytes ?? 0,
        ...{ compared: looked.compared, faults },
        faultCount: restored.notes.length + lost.length + looked.faultCount,
        ...here(),
      }
    } finally {
      await server.stop()
    }
  } finally {
    await rm(into, { recursive: true, force: true })
  }
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'changke drill' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Reads every row of every table that came back. */
const digestOfAll = (url: string) =>
  withClient(url, async (client) => {
    const tables = await digestBooks(client)
    return {
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      digest: digestOf(tables),
    }
  })

/** Which of the databases that a folder may hold backups of is this one. */
async function systemOf(settings: Settings): Promise<string | undefined> {
  const access = readAccess(sourceOf(settings).dir)
  if (!access) return undefined
  return withClient(urlOf(access, 'postgres', 'postgres'), async (client) => {
    const { rows } = await client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()')
    return rows[0]?.id
  })
}

/** The last seal of each chain, as the living house has it. */
async function headsOf(db: Db): Promise<Head[]> {
  const { chains } = await verify(db, Temporal.Now.instant().toString())
  return chains.flatMap(({ chain, head }) => (head ? [{ chain, head }] : []))
}

async function untilStored(settings: Settings, momentMs: number, signal: AbortSignal): Promise<BackupStatus> {
  const deadline = Date.now() + mostBehindMs
  for (;;) {
    const status = await backupStatus(settings)
    if (status.walUntil && Date.parse(status.walUntil) >= momentMs) return status
    if (Date.now() > deadline)
      throw new Error(
        `What was written is stored until ${status.walUntil ?? 'never'} only: the backups do not keep up.`,
      )
    await wait(1_000, undefined, { signal })
  }
}

/** Whether the living house's last seal of each chain is among those that came back, and over how many rows. */
async function compare(returned: Db, heads: Head[]): Promise<Proof['compared']> {
  return returned.read(async (read) => {
    const compared: Proof['compared'] = []
    for (const { chain, head } of heads) {
      const found = await read.one<{ rows: number; same: boolean }>(sql`
        select coalesce(sum(count), 0)::bigint as rows, coalesce(bool_or(digest = decode(${head}, 'hex')), false) as same
          from audit.seal where chain = ${chain}`)
      compared.push({ what: chain, count: found.rows, same: found.same })
    }
    return compared
  })
}

const sideOf = (place: Place) => path.join(place.folder, 'drill')

/** Ends and removes what a killed drill left beside the backups. */
async function sweep(place: Place): Promise<void> {
  if (!existsSync(sideOf(place))) return
  for (const name of await readdir(sideOf(place))) {
    const folder = path.join(sideOf(place), name)
    const cluster = path.join(folder, 'postgres', 'cluster')
    if (existsSync(cluster)) await shutDown(findBinaries(), cluster)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
