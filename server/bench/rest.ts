import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '#kernel/postgres/access.ts'

const script = path.resolve(import.meta.dirname, '../../scripts/changke.mjs')

/** One start: seconds until `/readyz` answers 200, and ten seconds later the server's resident memory in MB, PostgreSQL not counted (null where the system does not tell). */
export type Rest = { startSeconds: number; restMb: number | null }

/** How the product starts and rests: a demo shop is set up in a data folder, then `changke serve` starts on it so often, by itself. */
export async function runRest(times: number): Promise<Rest[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-bench-'))
  chmodSync(folder, 0o711)
  const data = path.join(folder, 'data')
  try {
    const port = await freePort()
    const begin = (words: string[]) =>
      spawn(process.execPath, ['--max-semi-space-size=32', script, ...words], {
        env: { PATH: process.env['PATH'], HOME: folder, CHANGKE_DATA: data, PORT: String(port), LOG_LEVEL: 'warn' },
        stdio: 'ignore',
      })
    const setUp = begin(['setup', '--demo'])
    await new Promise<void>((done, failed) =>
      setUp.once('exit', (code) => (code === 0 ? done() : failed(new Error(`changke setup ended with ${code}`)))),
    )
    const all: Rest[] = []
    for (let at = 0; at < times; at++) {
      const began = performance.now()
      const server = begin(['serve'])
      const gone = new Promise((done) => server.once('exit', done))
      try {
        await ready(port, 60_000)
        const startSeconds = (performance.now() - began) / 1000
        await wait(10_000)
        all.push({ startSeconds, restMb: restOf(server.pid) })
      } finally {
        server.kill('SIGTERM')
        await gone
      }
    }
    return all
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ready(port: number, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.status === 200) return
    await wait(10)
  }
  throw new Error(`the server was not ready after ${patienceMs / 1000} s`)
}

function restOf(pid: number | undefined): number | null {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return null
  }
}
