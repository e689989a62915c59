import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { system } from '#kernel/caller.ts'
import { makeUnit } from '#modules/org/index.ts'
import { importer, shared } from '../testing/files.ts'
import { shop } from '../testing/shop.ts'
import { ledgerTold } from '../testing/told.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const home = shop()
const { sql } = home
const { through } = importer(home)
const folder = mkdtempSync(path.join(tmpdir(), 'changke-import-'))
const begun: ChildProcess[] = []

beforeAll(() =>
  home.app.db.write((tx) =>
    makeUnit(tx, { kind: 'store', code: 'UK', name: 'London', currency: 'GBP', zone: 'Europe/London' }, system('test')),
  ),
)
afterEach(() => {
  // Only after a failure does anything still run.
  for (const child of begun.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Run = { child: ChildProcess; said: () => string; ended: Promise<number | string>; peakMb: () => number }

/** `changke import …` as a process of its own, as `npm run changke` starts it, on the database of this test. */
function bring(words: string[]): Run {
  const url = home.url()
  const ownerUrl = inject('pg').ownerUrl.replace('{database}', new URL(url).pathname.slice(1))
  const script = path.join(root, 'scripts/changke.mjs')
  const child = spawn(process.execPath, ['--max-semi-space-size=32', script, 'import', ...words], {
    cwd: root,
    stdio: 'pipe',
    env: {
      ...{ PATH: process.env['PATH'], HOME: folder, CHANGKE_DATA: folder, CHANGKE_KEY_FILE: home.keyFile() },
      ...{ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl },
    },
  })
  begun.push(child)
  let said = ''
  let peak = 0
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk
    })
  // The kernel keeps the highest mark itself; it only has to be read while the process still lives.
  const watch = setInterval(() => {
    try {
      peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? peak)
    } catch {}
  }, 50)
  const ended = new Promise<number | string>((done) =>
    child.on('close', (code, signal) => {
      clearInterval(watch)
      done(code ?? signal ?? '?')
    }),
  )
  return { child, said: () => said, ended, peakMb: () => peak / 1024 }
}

describe.skipIf(process.platform !== 'linux')('changke import', { timeout: 120_000 }, () => {
  test('gives the same ledger in one go and when it is killed at random places', async () => {
    const text = gunzipSync(readFileSync(shared('online_retail', 'transactions.csv.gz'))).toString('utf8')
    const [once, again] = ['once.csv', 'again.csv'].map((name) => path.join(folder, name)) as [string, string]
    for (const file of [once, again]) writeFileSync(file, text.split('\n', 20_001).join('\n'))
    const how = ['--as', 'earning', '--store', 'UK', '--unknown-members', 'create', '--yes', '--again']
    const whole = bring(['purchases', once, ...how])
    expect(await whole.ended, whole.said()).toBe(0)
    const ledger = await sql(ledgerTold)
    expect(ledger.map(({ count }) => count)).toEqual([
      expect.any(Number),
      expect.any(Number),
      20_000,
      expect.any(Number),
      expect.any(Number),
    ])
    const [first] = await sql(`select id from imports.run`)
    expect(await through(first!['id'] as string, 'undo')).toMatchObject({
      state: 'undone',
      undoReport: { keptCount: 0 },
    })

    const places = Array.from({ length: 4 }, () => Math.floor(Math.random() * 19_000)).sort((a, b) => a - b)
    let id = ''
    let life = bring(['purchases', again, ...how])
    for (const place of places) {
      const killed = await reached(life, place)
      if (!killed) break
      id = killed
      life.child.kill('SIGKILL')
      expect(await life.ended).toBe('SIGKILL')
      // A worker counts as dead after twenty seconds without a sign; this one is known to be.
      await sql(`update imports.run set beat_at = now() - interval '1 minute' where id = $1`, [id])
      life = bring(['--resume', id])
    }
    expect(await life.ended, life.said()).toBe(0)
    expect(id, `killed nowhere of ${places}`).not.toBe('')
    expect(await sql(ledgerTold), `killed at rows ${places}`).toEqual(ledger)
    expect(await through(id, 'undo')).toMatchObject({ state: 'undone', undoReport: { keptCount: 0 } })
  })

  test('takes less than 400 MB for a file of 240,000 rows', async () => {
    const file = path.join(folder, 'large.csv')
    await written(file, 240_000)
    const run = bring(['purchases', file, '--unknown-members', 'create', '--yes'])
    expect(await run.ended, run.said()).toBe(0)
    expect(run.said()).toContain('Imported: 240000 rows: 240000 accepted, 0 of nobody we know, 0 reported, 0 empty')
    expect(run.peakMb()).toBeGreaterThan(50)
    expect(run.peakMb()).toBeLessThan(400)
  })
})

/** Waits until the second import has done so many rows; nothing when it ended before. */
async function reached(life: Run, place: number): Promise<string | undefined> {
  while (life.child.exitCode === null) {
    const [run] = await sql(
      `select id, (place ->> 'row')::int as done from imports.run where file_name = 'again.csv' and task = 'run' and state = 'running'`,
    )
    if (run && (run['done'] as number) >= place) return run['id'] as string
    await wait(15)
  }
  return undefined
}

/** Receipts of thirty lines, of ten thousand members. */
async function written(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file)
  out.write('小票号,消费时间,门店,会员手机号,商品编码,商品名称,数量,金额,支付方式\n')
  for (let at = 0; at < rows; at += 30) {
    const no = at / 30
    const head = `L${no},2026-01-${String(1 + (no % 28)).padStart(2, '0')} 10:00,A,${13_700_000_000 + (no % 10_000)}`
    const lines = Array.from(
      { length: 30 },
      (_, n) => `${head},P${(at + n) % 5000},商品名称，长一点 ${n},1,${n + 1}.50,现金\n`,
    )
    if (!out.write(lines.join(''))) await new Promise<void>((done) => out.once('drain', () => done()))
  }
  await new Promise<void>((done) => out.end(() => done()))
}
