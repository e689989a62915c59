import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort, readAccess, urlOf } from '#kernel/postgres/access.ts'
import { type Embedded, startEmbedded } from '#kernel/postgres/index.ts'
import { found } from '../founding.ts'
import { type Caller, openCaller } from './caller.ts'
import { type Gate, openGate } from './gate.ts'
import { openTills, type Tills } from './tills.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** A server process as its users start it. */
export type Life = {
  child: ChildProcess
  port: number
  readonly said: string
  readonly alive: boolean
  /** Its memory now, in MB. */
  memoryMb(): number
  /** How many files and sockets it has open. */
  handles(): number
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
}

/** A shop with members, and a server that serves it. */
export type Shop = {
  folder: string
  data: string
  storeId: string
  key: string
  members: string[]
  life: Life
  caller: Caller
  /** Present when the house reaches its database through it. */
  gate: Gate | undefined
  rows<T>(text: string, values?: unknown[]): Promise<T[]>
  /** The database's address as its superuser, past every gate. */
  superUrl(): string
  tills(many: number, seed: number, pauseMs?: number): Tills
  /** What /metrics says of a figure, by its whole name with labels. */
  metric(name: string): Promise<number>
  close(): Promise<void>
}

export type ShopOptions = {
  /** The house gets its PostgreSQL by DATABASE_URL through a gate; else it has its own in the data folder. */
  gated?: boolean
  env?: Record<string, string>
  /** Where the data folder comes to lie, if not in a folder of its own; it stays then. */
  folder?: string
  /** Something to be done between the founding and the first start. */
  before?: (data: string) => void | Promise<void>
}

/** Opens a shop on a server of its own, with six members. */
export async function openShop({ gated = false, env = {}, folder: given, before }: ShopOptions = {}): Promise<Shop> {
  const folder = given ?? mkdtempSync(path.join(tmpdir(), 'changke-adverse-'))
  chmodSync(folder, 0o711)
  const data = path.join(folder, 'data')
  const { storeId, key } = await found(data)
  await before?.(data)
  let embedded: Embedded | undefined
  let gate: Gate | undefined
  let life: Life | undefined
  const urls: Record<string, string> = {}
  const superUrl = () => urlOf(readAccess(path.join(data, 'postgres'))!, 'postgres')
  const close = async () => {
    caller?.close()
    await life?.stop()
    await gate?.close()
    await embedded?.stop()
    if (!given) rmSync(folder, { recursive: true, force: true })
  }
  let caller: Caller | undefined
  try {
    if (gated) {
      embedded = await startEmbedded({ dir: path.join(data, 'postgres'), durable: true, command: 'proof' })
      gate = await openGate(Number(new URL(embedded.url).port))
      const through = (url: string) => url.replace(/:\d+\/changke$/, `:${gate!.port}/changke`)
      Object.assign(urls, { DATABASE_URL: through(embedded.url), DATABASE_OWNER_URL: through(embedded.ownerUrl) })
    }
    life = await startLife(data, { ...urls, ...env })
    const wire = openCaller(life.port, key, 64)
    caller = wire
    const members = await join(wire, storeId)
    return {
      ...{ folder, data, storeId, key, members, life, caller: wire, gate, superUrl, close },
      rows: (text, values) => rowsOf(superUrl(), text, values),
      tills: (many, seed, pauseMs = 0) => openTills({ caller: wire, storeId, members, many, seed, pauseMs }),
      async metric(name) {
        const { text } = await wire.ask('GET', '/metrics')
        const line = text.split('\n').find((one) => one.startsWith(`${name} `))
        return line ? Number(line.slice(name.length + 1)) : Number.NaN
      },
    }
  } catch (fault) {
    await close()
    throw fault
  }
}

/** Asks the database past the house; each question on a connection of its own, for connections here do not live long. */
async function rowsOf<T>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text, values)).rows as T[]
  } finally {
    await client.end()
  }
}

/** Starts `changke serve` and waits until it says that it serves. */
export async function startLife(data: string, env: Record<string, string>, port?: number): Promise<Life> {
  const life = await beginLife(data, env, port)
  const deadline = performance.now() + 90_000
  while (!/Changke {2}http/.test(life.said)) {
    if (!life.alive) throw new Error(`the server ended:\n${life.said}`)
    if (performance.now() > deadline) throw new Error(`the server did not start:\n${life.said}`)
    await wait(20)
  }
  return life
}

/** Starts `changke serve` and waits for nothing. */
export async function beginLife(data: string, env: Record<string, string>, given?: number): Promise<Life> {
  const port = given ?? (await freePort())
  const own = { PATH: process.env['PATH'], HOME: data, CHANGKE_DATA: data, PORT: String(port), LOG_LEVEL: 'warn' }
  // Not by the script that installs what is missing: nothing is to be installed in the middle of a proof.
  const child = spawn(process.execPath, [path.join(root, 'server/src/cli.ts'), 'serve'], {
    cwd: root,
    env: { ...own, ...env },
    stdio: 'pipe',
  })
  let said = ''
  // What a long outage has to say is not kept for ever.
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-2_000_000)
    })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  return {
    child,
    port,
    get said() {
      return said
    },
    get alive() {
      return child.exitCode === null && child.signalCode === null
    },
    memoryMb: () =>
      Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024),
    handles: () => readdirSync(`/proc/${child.pid}/fd`).length,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function join(caller: Caller, storeId: string): Promise<string[]> {
  const ids: string[] = []
  for (let no = 0; no < 6; no++) {
    const body = { name: '王小明', phone: `1391300${String(4_000 + no)}`, homeStore: storeId }
    const came = await caller.ask('POST', '/v1/members', body, `join-${no}`)
    if (came.status !== 200) throw new Error(came.text)
    ids.push((JSON.parse(came.text) as { memberId: string }).memberId)
  }
  return ids
}

/** What the server itself called a fault: its own sentence and the code behind it, which no caller is told. */
export const faultsSaid = (said: string): string[] => [
  ...new Set(
    said
      .split('\n')
      .filter((line) => line.includes('"msg":"fault"'))
      .map(
        (line) =>
          `a fault: ${/"code":"\w+"/.exec(line)?.[0] ?? ''} ${/"message":"[^"]*"/.exec(line)?.[0]} ${/"stack":".{0,600}/.exec(line)?.[0]}`,
      ),
  ),
]
