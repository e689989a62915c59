import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pino from 'pino'
import { type App, allWork, buildApp } from '#app'
import { keepBackups, placeOf, sourceOf } from '#kernel/backup/index.ts'
import { startWorker, type WorkerOptions } from '#kernel/jobs.ts'
import type { Loop } from '#kernel/loops.ts'
import { inspectExternal } from '#kernel/postgres/external.ts'
import { CannotStart, type Embedded, startEmbedded } from '#kernel/postgres/index.ts'
import type { Settings } from '#kernel/settings.ts'
import { type Equipment, equip, startBackups } from '#modules/backups/index.ts'
import { startImports } from '#modules/imports/index.ts'
import { openEquipment } from './backing/index.ts'
import { watchParents } from './cli/parents.ts'
import { bringUpToDate } from './cli/tables.ts'

type Stop = (exitCode: number, reason?: string) => void

/** Serves until a signal, the death of who started us, or the loss of the database; answers the exit code after a clean stop. */
export async function serve(settings: Settings): Promise<number> {
  const log = pino({ level: settings.logLevel, base: { pid: process.pid }, serializers: { err: faultForLog } })
  let stop: Stop = () => {}
  const asked = new Promise<number>((resolve) => {
    stop = (exitCode, reason) => {
      if (reason) log.warn(reason)
      resolve(exitCode)
    }
  })
  const hurry = new AbortController()
  listenToTheWorld(stop, hurry, log)

  let database: Database | undefined
  let app: App | undefined
  let worker: Loop | undefined
  let backups: Loop | undefined
  try {
    database = await openDatabase(settings, log, stop)
    const done = await bringUpToDate(database)
    if (done.length > 0) log.info({ migrations: done }, 'the tables were brought up to date')
    app = await buildApp({
      url: database.url,
      keyFile: settings.keyFile,
      dataDir: settings.dataDir,
      log,
      publicUrl: settings.publicUrl,
      trustedProxies: settings.trustedProxies,
    })
    // Whoever owns the embedded server keeps its log; for one's own, its own ways.
    if (database.embedded)
      backups = keepBackups(sourceOf(settings), placeOf(settings), { days: settings.backups.days, log })
    const equipment = openEquipment(settings, database)
    equip(equipment)
    if (settings.role !== 'worker') await listen(app, settings)
    if (settings.role !== 'api')
      worker = all([
        beginWork({ ...allWork, ...database, db: app.db, log }),
        startImports({ db: app.db, log }),
        ...working(equipment, app, log),
      ])
    welcome(app, settings, database.embedded)
    // Else only a clean exit would keep it, and the start after a SIGKILL is the one that has to be quick.
    setTimeout(flushCompileCache, 2_000).unref()
    return await asked
  } finally {
    // Open requests and jobs get ten seconds, or none after a second Ctrl-C; PostgreSQL is stopped last and always.
    const closed = closeAll(worker, app, backups).catch((error: Error) => log.error(error))
    await Promise.race([closed, wait(10_000, undefined, { signal: hurry.signal, ref: false }).catch(() => {})])
    await database?.embedded?.stop()
    // Whatever still hangs (a request that never ends, a forgotten timer) must not keep a stopped server in the process list.
    setTimeout(() => process.exit(), 1_000).unref()
  }
}

const all = (loops: Loop[]): Loop => ({
  stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))),
})

const working = (equipment: Equipment, { db }: App, log: Log): Loop[] =>
  equipment.mode === null ? [] : [startBackups({ db, engine: equipment, log })]

// The worker may begin while PostgreSQL is just coming back: the server goes on serving, and the worker is tried again.
function beginWork(options: WorkerOptions): Loop {
  const over = new AbortController()
  const begun = (async () => {
    for (let pause = 500; !over.signal.aborted; pause = Math.min(pause * 2, 30_000)) {
      try {
        return await startWorker(options)
      } catch (error) {
        options.log.error({ err: error }, 'the worker could not begin and is tried again')
        await wait(pause, undefined, { signal: over.signal }).catch(() => {})
      }
    }
    return undefined
  })()
  return {
    stop: async () => {
      over.abort()
      await (await begun)?.stop()
    },
  }
}

async function closeAll(worker: Loop | undefined, app: App | undefined, backups: Loop | undefined): Promise<void> {
  await worker?.stop()
  await app?.close()
  await backups?.stop()
}

// The detail of a database error ("Key (phone)=(…) already exists") is personal data, and the rest of it is a whole connection.
function faultForLog(error: Error & { code?: string; constraint?: string }) {
  const { name, message, code, constraint, stack } = error
  return { type: name, message, ...(code && { code }), ...(constraint && { constraint }), stack }
}

type Log = pino.Logger
type Database = { url: string; ownerUrl: string; appRole: string; embedded?: Embedded }

async function openDatabase(settings: Settings, log: Log, stop: Stop): Promise<Database> {
  if (settings.database) {
    const { appRole, lost } = await inspectExternal(settings.database)
    for (const sentence of lost) log.warn(sentence)
    return { ...settings.database, appRole }
  }
  const embedded = await startEmbedded({
    dir: path.join(settings.dataDir, 'postgres'),
    durable: true,
    command: 'serve',
    log: (sentence) => log.warn(sentence),
    onLost: (error) => stop(1, `${error.message} Stopping: start again.`),
  })
  if (embedded.adopted) log.warn('PostgreSQL was still running without its owner and was adopted.')
  return { url: embedded.url, ownerUrl: embedded.ownerUrl, appRole: 'changke_app', embedded }
}

async function listen(app: App, { host, port }: Settings): Promise<void> {
  const deadline = Date.now() + 3_000
  while (true) {
    try {
      // With Node's own 511, a till would be turned away while many others knock.
      await app.http.listen({ host, port, backlog: 4_096 })
      return
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // A server that was just killed may still hold the port for a moment.
      if (code === 'EADDRINUSE' && Date.now() < deadline) await wait(100)
      else if (code === 'EADDRINUSE')
        throw new CannotStart(
          `Port ${port} of ${host} is taken by another program: set PORT to a free one, such as PORT=${port + 1} npm start.`,
        )
      else if (code === 'EACCES')
        throw new CannotStart(`Port ${port} needs more rights than this user has: set PORT to one above 1023.`)
      else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        throw new CannotStart(`HOST ${host} is not an address of this machine.`)
      else throw error
    }
  }
}

function welcome(app: App, settings: Settings, embedded: Embedded | undefined): void {
  const bound = app.http.server.address()
  const port = typeof bound === 'object' && bound ? bound.port : settings.port
  const host = /^(127\.|0\.0\.0\.0|::1?$)/.test(settings.host) ? 'localhost' : settings.host
  const database = embedded
    ? `PostgreSQL (process ${embedded.pid}) in ${settings.dataDir}`
    : 'PostgreSQL of DATABASE_URL'
  console.log(
    `\n  常客 Changke  ${settings.publicUrl ?? `http://${host}:${port}`}\n  ${database}. Ctrl-C stops both.\n`,
  )
}

function listenToTheWorld(stop: Stop, hurry: AbortController, log: Log): void {
  let first = 0
  const heard = (name: string) => {
    // One Ctrl-C may arrive twice, from the terminal and from the script above us; only a later one is impatience.
    if (first === 0) stop(0, `${name}: stopping.`)
    else if (Date.now() - first > 500) hurry.abort()
    first ||= Date.now()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, heard)
  // `nohup npm start` has told the system to ignore the end of the terminal; listening would undo that.
  if (!ignoresHangup()) process.on('SIGHUP', heard)
  watchParents(() => {
    hurry.abort()
    stop(0, 'npm is gone: stopping.')
  })
  process.on('uncaughtException', (error) => {
    log.fatal(error)
    stop(1, 'A fault that nobody expected: stopping, so that a clean start can follow.')
  })
}

function ignoresHangup(): boolean {
  try {
    const ignored = /^SigIgn:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
    return (BigInt(`0x${ignored}`) & 1n) === 1n
  } catch {
    return false
  }
}
