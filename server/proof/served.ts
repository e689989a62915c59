import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readAccess, urlOf } from '#kernel/postgres/access.ts'
import { readPostmaster } from '#kernel/postgres/postmaster.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The product as its users start it: `changke serve` on a data folder, over and over. */
export type Served = {
  readonly data: string
  readonly port: number
  /** Everything that any of its lives has printed. */
  readonly said: string
  /** Starts the server and waits until it says that it serves. */
  start(): Promise<void>
  /** Whether the server that was started last still runs. */
  readonly alive: boolean
  /** The most memory that the running server ever had, in MB: its VmHWM (Linux). */
  peakMb(): number
  /** SIGKILLs the server. PostgreSQL stays, as it would. */
  killServer(): Promise<void>
  /** SIGKILLs PostgreSQL's first process. */
  killPostmaster(): void
  /** SIGKILLs one connection's process inside PostgreSQL, as the kernel does when memory is short; which one, `pick` says. */
  killBackend(pick: (pids: number[]) => number): void
  /** Ends it as Ctrl-C does, PostgreSQL too. */
  stop(): Promise<void>
  /** The address of the database as its owner. */
  ownerUrl(): string
  /** Runs another command of the line beside it; answers the exit code and what it said. */
  run(words: string[]): Promise<{ code: number; said: string }>
}

/** What a process of the house does, and where its database is if another process owns it. */
export type ServedAs = {
  role?: 'all' | 'api' | 'worker'
  database?: () => { url: string; ownerUrl: string }
  /** More settings. */
  more?: Record<string, string>
}

/** Controls a server on a data folder and a port. Nothing runs yet. */
export function servedOn(data: string, port: number, { role = 'all', database, more }: ServedAs = {}): Served {
  let child: ChildProcess | undefined
  let said = ''
  const cluster = path.join(data, 'postgres', 'cluster')
  const env = { PATH: process.env['PATH'], HOME: data, CHANGKE_DATA: data, PORT: String(port), LOG_LEVEL: 'warn' }
  const begin = (words: string[]) => {
    const { url, ownerUrl } = database?.() ?? {}
    const own = { ...env, ...more, ...(url ? { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } : {}) }
    return spawn(process.execPath, [path.join(root, 'scripts/changke.mjs'), ...words], {
      ...{ cwd: root, env: own, stdio: 'pipe' },
    })
  }
  const postmaster = (): number => {
    const running = readPostmaster(cluster)
    if (!running) throw new Error('no PostgreSQL runs there')
    return running.pid
  }
  return {
    data,
    port,
    get said() {
      return said
    },
    get alive() {
      return child !== undefined && child.exitCode === null && child.signalCode === null
    },
    async start() {
      const fresh = begin(['serve', '--role', role])
      child = fresh
      let own = ''
      for (const stream of [fresh.stdout, fresh.stderr]) {
        stream?.on('data', (chunk: Buffer) => {
          own += chunk
          said += chunk
        })
      }
      const deadline = Date.now() + 60_000
      while (!/Changke {2}http/.test(own)) {
        if (fresh.exitCode !== null) throw new Error(`the server ended with ${fresh.exitCode}:\n${own}`)
        if (Date.now() > deadline) throw new Error(`the server did not start within a minute:\n${own}`)
        await wait(20)
      }
    },
    peakMb: () => peakOf(child?.pid),
    async killServer() {
      if (!child) return
      child.kill('SIGKILL')
      await gone(child)
    },
    killPostmaster: () => process.kill(postmaster(), 'SIGKILL'),
    killBackend(pick) {
      const backends = clientsOf(postmaster())
      process.kill(backends.length > 0 ? pick(backends) : postmaster(), 'SIGKILL')
    },
    async stop() {
      if (!child) return
      child.kill('SIGTERM')
      await gone(child)
    },
    ownerUrl: () => urlOf(readAccess(path.join(data, 'postgres'))!, 'changke_owner'),
    async run(words) {
      const one = begin(words)
      let text = ''
      for (const stream of [one.stdout, one.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk))
      one.stdin?.end()
      await new Promise((done) => one.once('close', done))
      return { code: one.exitCode ?? 1, said: text }
    },
  }
}

const gone = (one: ChildProcess): Promise<void> =>
  one.exitCode !== null || one.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => one.once('exit', () => done()))

const peakOf = (pid: number | undefined): number =>
  Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

/** The processes of PostgreSQL that serve connections of the application. */
function clientsOf(postmaster: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = / (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) \S/, ''))?.[1]
        return Number(parent) === postmaster && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('changke_app')
      } catch {
        return false
      }
    })
    .map(Number)
}
