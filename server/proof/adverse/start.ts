import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { readAccess, urlOf } from '#kernel/postgres/access.ts'
import { startEmbedded } from '#kernel/postgres/index.ts'
import type { Asked, Found } from './part.ts'
import { beginLife, faultsSaid, type Life } from './shop.ts'

const serves = (life: Life) => /Changke {2}http/.test(life.said)

/**
 * Three servers start at the same instant where nothing is yet. On one data folder one of them serves and the others say who has it and end with 1; on one
 * database one of them makes the tables and all serve.
 */
export async function runStart({ times, say }: Asked): Promise<Found> {
  const faults: string[] = []
  for (let no = 1; no <= times; no++) {
    faults.push(...(await onOneFolder()))
    say(`start on one folder ${no} of ${times}`)
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-adverse-'))
  const dir = path.join(folder, 'postgres')
  const embedded = await startEmbedded({ dir, durable: true, command: 'proof' })
  let again = 0
  try {
    for (let no = 1; no <= times; no++) {
      const found = await onOneDatabase(folder, urlOf(readAccess(dir)!, 'postgres'), `together_${no}`)
      faults.push(...found.faults)
      again += found.again
      say(`start on one database ${no} of ${times}`)
    }
  } finally {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const figures = { 'on one folder': times, 'on one database': times, 'a worker began anew': again }
  return { figures: { ...figures, 'lost or wrong': faults.length }, faults }
}

async function onOneFolder(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-adverse-'))
  const faults: string[] = []
  const lives = await Promise.all([1, 2, 3].map(() => beginLife(path.join(folder, 'data'), {})))
  try {
    await until(() => lives.every((life) => !life.alive || serves(life)))
    const serving = lives.filter((life) => life.alive && serves(life))
    if (serving.length !== 1) faults.push(`${serving.length} of three serve one data folder`)
    for (const life of lives) {
      if (serving.includes(life)) continue
      if (life.alive || life.child.exitCode !== 1 || !/already running|owns its database/.test(life.said))
        faults.push(`who came second ended with ${life.child.exitCode}: ${life.said.slice(-600)}`)
    }
  } finally {
    await Promise.all(lives.filter(({ alive }) => alive).map((life) => life.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
  return faults
}

async function onOneDatabase(
  folder: string,
  superUrl: string,
  name: string,
): Promise<{ faults: string[]; again: number }> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  await client.query(`create database ${name} owner changke_owner`)
  await client.query(`grant connect on database ${name} to changke_app`)
  await client.end()
  const { port, passwords } = readAccess(path.join(folder, 'postgres'))!
  const as = (role: 'changke_app' | 'changke_owner') =>
    `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${name}`
  const env = { DATABASE_URL: as('changke_app'), DATABASE_OWNER_URL: as('changke_owner') }
  const faults: string[] = []
  // One data folder, so that the key file is made by three at once as well.
  const lives = await Promise.all([1, 2, 3].map(() => beginLife(path.join(folder, name), env)))
  try {
    await until(() => lives.every((life) => !life.alive || serves(life)))
    for (const life of lives) {
      if (!life.alive) faults.push(`one of three on a database ended: ${life.said.slice(-800)}`)
      else if ((await ready(life)) !== 200)
        faults.push(`one of three on a database is not ready: ${life.said.slice(-800)}`)
      faults.push(...faultsSaid(life.said))
    }
    await wait(500)
    const again = lives.filter(({ said }) => said.includes('the worker could not begin')).length
    return { faults, again }
  } finally {
    await Promise.all(lives.filter(({ alive }) => alive).map((life) => life.stop()))
  }
}

const ready = async ({ port }: Life): Promise<number> => {
  let status = 0
  await until(async () => {
    status = (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status ?? 0
    return status === 200
  }, 10_000)
  return status
}

async function until(is: () => boolean | Promise<boolean>, mostMs = 90_000): Promise<void> {
  const deadline = performance.now() + mostMs
  while (!(await is()) && performance.now() < deadline) await wait(50)
}
