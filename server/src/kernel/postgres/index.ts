import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { type Access, freePort, isFree, newAccess, readAccess, urlOf, writeAccess } from './access.ts'
import { type Account, letThrough, pickAccount, reach } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { makeCluster, resetPassword } from './cluster.ts'
import { connect, furnish, own } from './ownership.ts'
import { clearAway, launch, readPostmaster, shutDown } from './postmaster.ts'
import { always, forgetful, readMachine, settingsFor } from './tuning.ts'

export { AlreadyRunning, CannotStart } from './cannot-start.ts'

/** How to start the embedded server. */
export interface EmbeddedOptions {
  /** The folder of the server: cluster, access file, logs. Made if missing. */
  dir: string
  /** `false` only for tests: a crash may lose everything. */
  durable: boolean
  /** Named to others who find the server running, for example "serve". */
  command?: string
  /** How long to wait for an owner that is just stopping, in ms; 3,000 if not said. */
  patience?: number
  /** Told, in sentences, what happens to the server while it runs. */
  log?: (sentence: string) => void
  /** Told when the server is lost and cannot be had again: the process should end. */
  onLost?: (error: CannotStart) => void
}

/** A running embedded server that this process owns. */
export interface Embedded {
  /** The migrator's role. */
  ownerUrl: string
  /** The application's role: no DDL. */
  url: string
  /** The process id of PostgreSQL now; it changes if the server had to be started again. */
  readonly pid: number
  /** Whether the server was found running, left behind by an owner that was killed. */
  adopted: boolean
  /** Fast shutdown; resolves when PostgreSQL is gone. */
  stop(): Promise<void>
}

interface Held {
  client: pg.Client
  pid: number
  adopted: boolean
}

interface Place {
  dir: string
  cluster: string
  binaries: Binaries
  account: Account
  access: Access
  settings: Record<string, string>
  command: string
  patience: number
}

/**
 * Starts the embedded PostgreSQL of a folder, or adopts one whose owner was killed, and keeps it running until `stop`.
 * Refuses with `AlreadyRunning` if a living process owns it, and with `CannotStart` for all that a person must change.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { place, renew } = await prepare(options)
  let held = await hold(place)
  await furnish(held.client, place.access, renew)
  let stopping = false
  let recovery: Promise<void> = Promise.resolve()
  const log = options.log ?? (() => {})

  async function recover(): Promise<void> {
    log('The connection to PostgreSQL was lost: looking after it.')
    try {
      held = await hold(place, { isOver: () => stopping, log })
      watch(held.client)
      log(`PostgreSQL is back${held.adopted ? '' : ', started again'} (process ${held.pid}).`)
    } catch (error) {
      if (!stopping) options.onLost?.(error instanceof CannotStart ? error : new CannotStart((error as Error).message))
    }
  }
  function watch(client: pg.Client): void {
    client.once('end', () => {
      if (!stopping) recovery = recover()
    })
  }
  watch(held.client)

  return {
    ownerUrl: urlOf(place.access, 'changke_owner'),
    url: urlOf(place.access, 'changke_app'),
    get pid() {
      return held.pid
    },
    adopted: held.adopted,
    async stop() {
      // The lock is not given back before: whoever took it meanwhile would find a server that is going down.
      stopping = true
      await shutDown(place.binaries, place.cluster)
      await recovery
      await shutDown(place.binaries, place.cluster)
    },
  }
}

async function prepare(options: EmbeddedOptions): Promise<{ place: Place; renew: boolean }> {
  const dir = path.resolve(options.dir)
  const cluster = path.join(dir, 'cluster')
  const binaries = findBinaries()
  const user = pickAccount(cluster)
  makeFolder(dir)
  letThrough(user, dir)
  const account = reach(user, [dir, path.dirname(binaries.postgres)])
  const made = existsSync(path.join(cluster, 'PG_VERSION'))
  const known = readAccess(dir)
  const lost = made && !known ? readPostmaster(cluster) : undefined
  if (lost) {
    throw new CannotStart(
      `The passwords in ${dir}/access.json are missing while PostgreSQL runs (process ${lost.pid}): stop what uses it, end it with "kill -INT ${lost.pid}", and start again; new passwords are made then.`,
    )
  }
  const access = known ?? writeAccess(dir, await newAccess(), true)
  await makeCluster({
    binaries,
    account,
    dir,
    cluster,
    access,
    durable: options.durable,
  })
  const renew = made && !known
  if (renew) {
    await clearAway(cluster)
    resetPassword(binaries, account, cluster, access)
  }
  const settings = {
    ...always,
    ...settingsFor(readMachine(dir)),
    ...(options.durable ? {} : forgetful),
  }
  return {
    place: {
      dir,
      cluster,
      binaries,
      account,
      access,
      settings,
      command: options.command ?? 'serve',
      patience: options.patience ?? 3_000,
    },
    renew,
  }
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, {
      recursive: true,
      mode: process.getuid?.() === 0 ? 0o711 : 0o700,
    })
  } catch (error) {
    throw new CannotStart(
      `The folder ${dir} cannot be made (${(error as NodeJS.ErrnoException).code}): set CHANGKE_DATA to a folder that you may write to.`,
    )
  }
}

/** While the house serves, PostgreSQL is looked after for as long as it takes: a full disk is emptied, a long log is read to its end. */
interface Serving {
  isOver: () => boolean
  log: (sentence: string) => void
}

// One loop for every way in: nothing there, running and free, running and owned, starting up, going down, killed.
async function hold(place: Place, serving?: Serving): Promise<Held> {
  const deadline = performance.now() + 120_000
  let adopted = true
  let launches = 0
  let said = ''
  while (true) {
    if (serving?.isOver()) throw new CannotStart('The server is being stopped.')
    const running = readPostmaster(place.cluster)
    if (running) {
      const client = await connectTo(place, running.port)
      if (client && (await owned(client, place))) return { client, pid: running.pid, adopted }
      if (!serving && performance.now() > deadline)
        throw new CannotStart(`PostgreSQL (process ${running.pid}) runs but does not answer: see ${place.cluster}/log.`)
      await wait(50)
      continue
    }
    try {
      await clearAway(place.cluster)
      // While we serve, the pools know the port; at a start another program may have taken it since.
      if (!serving && !(await isFree(place.access.port))) {
        place.access.port = await freePort()
        writeAccess(place.dir, place.access)
      }
      await launch({ ...place, port: place.access.port })
      adopted = false
    } catch (error) {
      launches += 1
      if (!serving && launches >= 5 && !readPostmaster(place.cluster)) throw error
      // Whoever empties the disk is not asked to start anything by hand.
      const { message } = error as Error
      if (serving && message !== said) serving.log(`${message} It is tried again until it does.`)
      said = message
      await wait(Math.min(200 * launches, 1_000))
    }
  }
}

async function owned(client: pg.Client, place: Place): Promise<boolean> {
  try {
    await own(client, place.access, place.dir, place.patience)
    return true
  } catch (error) {
    await client.end().catch(() => {})
    if (error instanceof CannotStart) throw error
    // The server went down while we asked: its owner was just stopping.
    return false
  }
}

async function connectTo(place: Place, port: number): Promise<pg.Client | undefined> {
  place.access.port = port
  try {
    return await connect(place.access, place.command)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code !== '28P01' && code !== '28000') return undefined
    throw new CannotStart(
      `The database in ${place.cluster} does not know the password of ${place.dir}/access.json: put the right file back, or stop PostgreSQL, move the file away and start again.`,
    )
  }
}
