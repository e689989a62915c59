import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Account, commandAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'

/** A running PostgreSQL as its `postmaster.pid` describes it. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/** Reads `postmaster.pid`; `undefined` if there is none, if it is half written or if its process is not this cluster's server. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!(pid > 1) || !serves(pid, cluster)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

// After a crash or in a new container the number in postmaster.pid may belong to any other process (or to a zombie that
// nobody reaps); PostgreSQL would then refuse to start for ever. So the process itself is asked which folder it works in.
function serves(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    } catch {
      // Gone, or another user's, whose PostgreSQL is never ours.
      return false
    }
  }
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  if (process.platform === 'win32') return true
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], {
      encoding: 'utf8',
    }).includes('postgres')
  } catch {
    return false
  }
}

// A SIGKILLed PostgreSQL leaves backends that hold its shared memory until they notice; a start meanwhile is refused.
function leftovers(cluster: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && serves(Number(name), cluster))
    .map(Number)
}

/** Waits for the backends of a killed server (they end by themselves, or are ended after 5 s) and removes its stale pid file. */
export async function clearAway(cluster: string): Promise<void> {
  const deadline = performance.now() + 5_000
  for (let left = leftovers(cluster); left.length > 0; left = leftovers(cluster)) {
    if (readPostmaster(cluster)) return
    if (performance.now() > deadline) for (const pid of left) signal(pid, 'SIGKILL')
    await wait(50)
  }
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
}

/** Sends a signal; a process that is gone already is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Starts PostgreSQL on a port, in its own session (Ctrl-C in a terminal must not reach it before us), and waits until it is ready. */
export async function launch(options: {
  binaries: Binaries
  account: Account
  dir: string
  cluster: string
  port: number
  settings: Record<string, string>
}): Promise<ChildProcess> {
  const { binaries, account, dir, cluster, port } = options
  const startLog = path.join(dir, 'start.log')
  const output = openSync(startLog, 'w', 0o600)
  const flags = Object.entries({
    ...options.settings,
    port: String(port),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { file, args, identity } = commandAs(account, binaries.postgres, ['-D', cluster, ...flags])
  const child = spawn(file, args, {
    cwd: dir,
    detached: true,
    stdio: ['ignore', output, output],
    env: environment(),
    ...identity,
  })
  closeSync(output)
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, name) => {
    ended ??= `it ended with ${name ?? code}`
  })
  child.unref()
  while (ended === undefined) {
    const running = readPostmaster(cluster)
    if (running?.ready && running.pid === child.pid) return child
    await wait(15)
  }
  throw new CannotStart(`PostgreSQL did not start: ${lastLines(startLog) || ended}`)
}

function lastLines(file: string): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const fatal = lines.filter((line) => /FATAL|PANIC|error while loading/.test(line))
  return (fatal.length > 0 ? fatal : lines.slice(-2)).map((line) => line.replace(/^.*?\[\d+\]\s*/, '')).join(' ')
}

/** The environment of PostgreSQL's programs: nothing of ours that could change what they do (PGDATA, LC_ALL, TZ …). */
export function environment(): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    LANG: 'C',
    ...(process.env['SystemRoot'] && { SystemRoot: process.env['SystemRoot'] }),
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk; waits until the process is gone. */
export async function shutDown(binaries: Binaries, cluster: string): Promise<void> {
  const running = readPostmaster(cluster)
  if (!running) return
  if (process.platform === 'win32') {
    execFileSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], {
      stdio: 'ignore',
    })
    return
  }
  signal(running.pid, 'SIGINT')
  const deadline = performance.now() + 60_000
  let hurried = false
  while (serves(running.pid, cluster)) {
    // Not SIGKILL: an immediate shutdown loses nothing that was committed, it only makes the next start read the WAL.
    if (!hurried && performance.now() > deadline) {
      signal(running.pid, 'SIGQUIT')
      hurried = true
    }
    await wait(15)
  }
}
