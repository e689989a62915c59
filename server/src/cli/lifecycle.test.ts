import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const script = path.join(root, 'scripts/changke.mjs')

/** What a process said and how it ended. */
interface Run {
  child: ChildProcess
  out: string
  err: string
  ended: Promise<number | string>
}

let folder: string
const begun: Run[] = []

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'changke-lifecycle-'))
  chmodSync(folder, 0o755)
})
afterEach(async () => {
  // Only after a failure is anything still there.
  for (const { child, ended } of begun.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
  for (const pid of living(folder)) process.kill(pid, 'SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function begin(
  words: string[],
  data: string,
  more: { input?: string; uid?: number; npm?: boolean; env?: Record<string, string> } = {},
): Run {
  const [program, ...args] = more.npm
    ? ['npm', 'run', '-s', 'changke', '--', ...words]
    : [process.execPath, script, ...words]
  const child = spawn(program!, args, {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      CHANGKE_DATA: data,
      PORT: '0',
      npm_config_update_notifier: 'false',
      ...more.env,
    },
    stdio: 'pipe',
    ...(more.uid && { uid: more.uid, gid: more.uid }),
  })
  child.stdin?.end(more.input ?? '')
  const run: Run = {
    child,
    out: '',
    err: '',
    ended: new Promise((resolve) => child.on('close', (code, name) => resolve(code ?? name ?? '?'))),
  }
  begun.push(run)
  child.stdout?.on('data', (chunk) => {
    run.out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    run.err += chunk
  })
  return run
}

async function until<T>(
  what: () => string,
  look: () => T | undefined | Promise<T | undefined>,
  ms = 40_000,
): Promise<T> {
  const deadline = Date.now() + ms
  while (Date.now() < deadline) {
    const found = await look()
    if (found !== undefined) return found
    await wait(40)
  }
  throw new Error(`waited ${ms} ms in vain: ${what()}`)
}

const addressOf = (run: Run) =>
  until(
    () => `an address in: ${run.out} ${run.err}`,
    () => /Changke {2}(http:\S+)/.exec(run.out)?.[1] ?? (run.child.exitCode === null ? undefined : 'ended'),
  )

async function answers(address: string): Promise<true | undefined> {
  const answer = await fetch(`${address}/v1/setup`).catch(() => undefined)
  return answer?.status === 200 ? true : undefined
}

/** Every process that works in the data folder: the postmaster and its backends. */
function living(data: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(data)
      } catch {
        return false
      }
    })
}

const postmaster = (data: string) =>
  Number(readFileSync(path.join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

// Real processes on a machine that runs other tests beside: slow, but each wait has its own end.
describe.skipIf(process.platform !== 'linux')('the life of a server', { timeout: 180_000 }, () => {
  const data = () => path.join(folder, 'data')

  test('it starts on a fresh folder, refuses a second start, and SIGTERM leaves nothing behind', async () => {
    const first = begin(['serve'], data())
    const address = await addressOf(first)
    expect(await answers(address)).toBe(true)
    expect(statSync(path.join(data(), 'keys.json')).mode & 0o077).toBe(0)

    const second = begin(['serve'], data())
    expect(await second.ended).toBe(1)
    expect(second.err).toMatch(/Changke is already running on the data folder .*data: changke serve \(process \d+\)/)
    expect(await answers(address)).toBe(true)

    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(living(data())).toEqual([])
    expect(existsSync(path.join(data(), 'postgres/cluster/postmaster.pid'))).toBe(false)
  })

  test('a SIGKILLed server leaves PostgreSQL, and the next start adopts it; a SIGKILLed PostgreSQL comes back under it', async () => {
    const first = begin(['serve'], data())
    await addressOf(first)
    const database = postmaster(data())
    first.child.kill('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')

    const next = begin(['serve'], data())
    const address = await addressOf(next)
    expect(next.out).toContain('was adopted')
    expect(postmaster(data())).toBe(database)
    expect(await answers(address)).toBe(true)

    process.kill(database, 'SIGKILL')
    await until(
      () => `PostgreSQL started again: ${next.out} ${next.err}`,
      () => (next.out.includes('PostgreSQL is back, started again') ? true : undefined),
    )
    await until(
      () => 'the server answers again',
      () => answers(address),
    )
    expect(postmaster(data())).not.toBe(database)

    for (const pid of [next.child.pid!, postmaster(data())]) process.kill(pid, 'SIGKILL')
    await next.ended
    const last = begin(['serve'], data())
    expect(await answers(await addressOf(last))).toBe(true)
    last.child.kill('SIGINT')
    expect(await last.ended).toBe(0)
    expect(living(data())).toEqual([])
  })

  test('a SIGKILLed npm takes the server with it, and the next start finds the folder free', async () => {
    const first = begin(['serve'], data(), { npm: true })
    await addressOf(first)
    first.child.kill('SIGKILL')
    const next = begin(['serve'], data(), { npm: true })
    expect(await answers(await addressOf(next))).toBe(true)
    next.child.kill('SIGTERM')
    await next.ended
    await until(
      () => 'nothing is left',
      () => (living(data()).length === 0 ? true : undefined),
      5_000,
    )
  })

  test('setup and key new work while nothing runs and beside a server; the key is all that key new prints', async () => {
    const words = ['setup', '--template', 'pharmacy', '--owner-email', 'owner@example.com', '--owner-password-stdin']
    const made = begin(words, data(), { input: 'correct horse battery staple\n' })
    expect(await made.ended, made.err).toBe(0)
    const keyWords = ['key', 'new', '--role', 'owner', '--name', 'bars']
    const alone = begin(keyWords, data(), { npm: true })
    expect(await alone.ended, alone.err).toBe(0)
    expect(alone.out).toMatch(/^changke_\S+\n$/)
    expect(living(data())).toEqual([])

    const server = begin(['serve'], data())
    const address = await addressOf(server)
    const beside = begin(keyWords, data(), { npm: true })
    expect(await beside.ended, beside.err).toBe(0)
    for (const key of [alone.out.trim(), beside.out.trim()]) {
      const answer = await fetch(`${address}/v1/organisation`, { headers: { authorization: `Bearer ${key}` } })
      expect(answer.status).toBe(200)
    }
    const reset = begin(['user', 'reset', 'owner@example.com'], data())
    expect(await reset.ended, reset.err).toBe(0)
    expect(reset.out).toMatch(/^http:\S+\n$/)
    const trail = await fetch(`${address}/v1/audit`, { headers: { authorization: `Bearer ${alone.out.trim()}` } })
    const { items } = (await trail.json()) as { items: Record<string, string>[] }
    expect(items.map(({ kind }) => kind)).toEqual(['resetPassword', 'makeKey', 'makeKey', 'setUp'])
    expect(new Set(items.map(({ caller }) => caller))).toEqual(new Set(['system command line']))
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  })

  test.skipIf(process.getuid?.() !== 0 || !others(root))(
    'another user than root starts it too, and root is not needed',
    async () => {
      const nobody = 65_534
      const theirs = path.join(folder, 'theirs')
      const run = begin(['serve'], theirs, { uid: nobody })
      // The folder above belongs to root: a clear sentence, not a stack.
      expect(await run.ended).toBe(1)
      expect(run.err).toMatch(/cannot be made \(EACCES\): set CHANGKE_DATA/)
      expect(run.err).not.toContain(' at ')

      const home = mkdtempSync(path.join(folder, 'home-'))
      chownSync(home, nobody, nobody)
      const good = begin(['serve'], path.join(home, 'data'), { uid: nobody })
      expect(await answers(await addressOf(good)), good.err + good.out).toBe(true)
      good.child.kill('SIGTERM')
      expect(await good.ended).toBe(0)
      expect(living(home)).toEqual([])
    },
  )

  test("a PostgreSQL of the customer's own is migrated and served, and one role for both is said to lose something", async () => {
    const { ownerUrl, appUrl } = inject('pg')
    const name = `own_${process.pid}`
    const owner = new pg.Client(ownerUrl.replace('{database}', 'changke'))
    await owner.connect()
    await owner.query(`create database ${name}`)
    const [theirs, ours] = [ownerUrl.replace('{database}', name), appUrl.replace('{database}', name)]
    try {
      const two = begin(['serve'], path.join(folder, 'own'), {
        env: { DATABASE_URL: ours, DATABASE_OWNER_URL: theirs },
      })
      expect(await answers(await addressOf(two)), two.err + two.out).toBe(true)
      expect(two.out).not.toContain('append-only by habit')
      two.child.kill('SIGTERM')
      expect(await two.ended).toBe(0)
      const one = begin(['serve', '--role', 'api'], path.join(folder, 'own'), { env: { DATABASE_URL: theirs } })
      expect(await answers(await addressOf(one)), one.err + one.out).toBe(true)
      expect(one.out).toContain('are one role (changke_owner): the ledger and the audit are append-only by habit alone')
      one.child.kill('SIGTERM')
      expect(await one.ended).toBe(0)
      const less = begin(['serve'], path.join(folder, 'own'), { env: { DATABASE_URL: ours } })
      expect(await less.ended).toBe(1)
      expect(less.err).toMatch(/^The role changke_app may not make or change tables .* DATABASE_OWNER_URL .*\.$/m)
      const wrong = begin(['migrate'], path.join(folder, 'own'), {
        env: { DATABASE_URL: theirs.replace(/:[^:@]+@/, ':wrong@') },
      })
      expect(await wrong.ended).toBe(1)
      expect(wrong.err).toMatch(/^The PostgreSQL of DATABASE_URL does not let us in: .*password.*\.\n$/m)
    } finally {
      await owner.query(`drop database ${name} with (force)`)
      await owner.end()
    }
  })

  test('mistakes in the settings and unknown words end with sentences', async () => {
    const wrong = begin(['serve', '--role', 'both'], data())
    expect(await wrong.ended).toBe(1)
    expect(wrong.err).toContain('CHANGKE_ROLE must be one of all, api, worker; it is "both".')
    const unknown = begin(['sreve'], data())
    expect(await unknown.ended).toBe(2)
    expect(unknown.err).toContain('There is no command "sreve".')
    const help = begin(['key', 'new', '--help'], data())
    expect(await help.ended).toBe(0)
    expect(help.out).toContain('--role')
  })
})

// Whether a user who owns nothing may read the checkout: not in a home like /root.
function others(target: string): boolean {
  for (let folder = target; folder !== '/'; folder = path.dirname(folder))
    if (!(statSync(folder).mode & 0o001)) return false
  return true
}
