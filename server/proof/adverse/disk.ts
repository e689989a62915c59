import { execFileSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Asked, Found } from './part.ts'
import { mostMs, slow } from './pool.ts'
import { faultsSaid, openShop, type Shop } from './shop.ts'
import { quantile, type Tills, unkind } from './tills.ts'

const MiB = 1024 ** 2

/**
 * The disk is full under sales – the data folder's, and in a second variant that of the write-ahead log alone, on which PostgreSQL gives up: sales are refused
 * with 503, nothing is half done, and with the space everything that was acknowledged is there and the house sells again by itself.
 */
export async function runDisk({ times, seed, say }: Asked): Promise<Found> {
  const figures: Found['figures'] = {}
  const faults: string[] = []
  if (!mayMount()) return { figures: { 'not run': 'needs root and Linux, to mount small disks' }, faults }
  for (const variant of ['data', 'log'] as const) {
    const found = await fillAgain(variant, times, seed, say)
    for (const [name, value] of Object.entries(found.figures)) figures[`${variant}: ${name}`] = value
    faults.push(...found.faults.map((fault) => `${variant}: ${fault}`))
  }
  return { figures, faults }
}

function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-mount-'))
  try {
    mount(folder, 1)
    unmount(folder)
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const mount = (folder: string, mb: number) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mb}m,mode=0711`, 'changke-proof', folder], { stdio: 'pipe' })
const unmount = (folder: string) => execFileSync('umount', ['-l', folder], { stdio: 'pipe' })

async function fillAgain(variant: 'data' | 'log', times: number, seed: number, say: Asked['say']): Promise<Found> {
  const disk = mkdtempSync(path.join(tmpdir(), 'changke-disk-'))
  const folder = variant === 'data' ? disk : mkdtempSync(path.join(tmpdir(), 'changke-adverse-'))
  mount(disk, variant === 'data' ? 400 : 160)
  let shop: Shop | undefined
  let tills: Tills | undefined
  const faults: string[] = []
  const back: number[] = []
  try {
    shop = await openShop({ folder, ...(variant === 'log' ? { before: (data) => moveLog(data, disk) } : {}) })
    tills = shop.tills(12, seed)
    await tills.backAfter(performance.now(), 10_000)
    for (let no = 1; no <= times; no++) {
      const ballast = path.join(disk, 'ballast')
      const attempts = tills.attempts.length
      fill(ballast, disk)
      await untilRefused(shop, tills, attempts, () => fill(ballast, disk))
      await wait(times === 1 ? 1_500 : 2_000 + 100 * (no % 20))
      const emptiedMs = performance.now()
      rmSync(ballast)
      back.push(await tills.backAfter(emptiedMs, 60_000))
      say(
        `disk (${variant}) ${no} of ${times}: back after ${Math.round(back.at(-1)!)} ms, ${tills.acknowledged} acknowledged`,
      )
      await wait(200)
    }
    await tills.stop()
    if (!shop.life.alive) faults.push(`the server ended: ${shop.life.said.slice(-500)}`)
    faults.push(
      ...faultsSaid(shop.life.said),
      ...unkind(tills.attempts, mostMs),
      ...slow(back),
      ...(await tills.reckon(shop.rows)),
    )
    return {
      figures: {
        'times full': times,
        'PostgreSQL gave up and was looked after': shop.life.said.split('PostgreSQL is back').length - 1,
        'acknowledged meanwhile': tills.acknowledged,
        'refused with 503': tills.attempts.filter(({ status }) => status === 503).length,
        'sells again after, p50 ms': quantile(back, 0.5),
        'sells again after, worst ms': quantile(back, 1),
        'lost or wrong': faults.length,
      },
      faults,
    }
  } finally {
    rmSync(path.join(disk, 'ballast'), { force: true })
    await tills?.stop()
    await shop?.close()
    unmount(disk)
    for (const each of new Set([disk, folder])) rmSync(each, { recursive: true, force: true })
  }
}

/** Puts the write-ahead log on a disk of its own, as people do who have two. */
function moveLog(data: string, disk: string): void {
  const log = path.join(data, 'postgres/cluster/pg_wal')
  const { uid, gid } = statSync(log)
  cpSync(log, path.join(disk, 'pg_wal'), { recursive: true, preserveTimestamps: true })
  execFileSync('chown', ['-R', `${uid}:${gid}`, path.join(disk, 'pg_wal')])
  rmSync(log, { recursive: true })
  symlinkSync(path.join(disk, 'pg_wal'), log)
}

/** Takes all the space that is left. */
function fill(file: string, disk: string): void {
  const handle = openSync(file, 'a')
  try {
    const piece = Buffer.alloc(MiB)
    for (;;) {
      const { bavail, bsize } = statfsSync(disk)
      if (bavail === 0) return
      writeSync(handle, piece, 0, Math.min(MiB, bavail * bsize))
    }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault
  } finally {
    fsyncSync(handle)
    closeSync(handle)
  }
}

/** Segments of the log that are there already are used up first, and quickly; what becomes free meanwhile is taken too. */
async function untilRefused({ rows }: Shop, tills: Tills, from: number, fillUp: () => void): Promise<void> {
  const deadline = performance.now() + 90_000
  while (!tills.attempts.slice(from).some(({ status }) => status === 503)) {
    if (performance.now() > deadline) throw new Error('a full disk is felt by nobody')
    fillUp()
    await rows('select pg_switch_wal()').catch(() => {})
    await wait(50)
  }
}
