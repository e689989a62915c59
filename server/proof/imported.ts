import { chmodSync, mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '#kernel/postgres/access.ts'
import { ledgerTold } from '../src/testing/told.ts'
import { found } from './founding.ts'
import type { Chance } from './random.ts'
import { chanceOf } from './random.ts'
import { type Served, servedOn } from './served.ts'

export type ImportedAsked = {
  file: string
  kills: number
  seed: number
  options?: object
  say?: (sentence: string) => void
}
export type ImportedFound = {
  rows: number
  kills: string[]
  faults: string[]
  once: string[]
  killed: string[]
  /** Of the import in one go: from its start to its end, and the most memory that the server's process ever had (its VmHWM). */
  seconds: number
  peakMb: number
}

/** What an import may take at any size. */
const mostMb = 400

type Detail = { id: string; state: string; mapping: object; rowsDone: number; counts: { rows: number; things: number } }

/**
 * Imports a file of purchases as earning, once in one go, and after an undo once more while server and PostgreSQL are SIGKILLed at random
 * moments; the ledger must be the same to the last transfer.
 */
export async function runImported({
  file,
  kills,
  seed,
  options = {},
  say = () => {},
}: ImportedAsked): Promise<ImportedFound> {
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-imported-'))
  chmodSync(folder, 0o711)
  const data = path.join(folder, 'data')
  const { storeId, key } = await found(data)
  const served = servedOn(data, await freePort())
  await served.start()
  const ask = wireOf(served, key)
  const more = { storeId, unknownMembers: 'create', as: 'earning', ...options }
  try {
    const began = Date.now()
    const first = await ended(ask, await begin(ask, file, more))
    const seconds = (Date.now() - began) / 1000
    const peakMb = served.peakMb()
    say(
      `in one go: ${first.counts.rows} rows, ${first.counts.things} purchases, ${first.state}, ${seconds.toFixed(0)} s`,
    )
    const once = await ledgerOf(served)
    await ask('POST', `/v1/imports/${first.id}/undo`, {})
    await ended(ask, first.id)
    const id = await begin(ask, file, more)
    const killed = await killWhile(served, ask, id, { kills, rows: first.counts.rows }, chanceOf(seed), say)
    const second = await ended(ask, id)
    say(`killed ${killed.length} times: ${second.counts.rows} rows, ${second.counts.things} purchases, ${second.state}`)
    const again = await ledgerOf(served)
    const faults = once.flatMap((line, at) => (line === again[at] ? [] : [`${line} became ${again[at]}`]))
    if (peakMb > mostMb) faults.push(`the server's process had ${peakMb} MB, more than ${mostMb}`)
    return {
      ...{ seconds, peakMb },
      rows: second.counts.rows,
      kills: killed,
      faults: [...faults, ...(await brokenIn(served))],
      once,
      killed: again,
    }
  } finally {
    await served.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Ask = (method: string, path: string, body?: object | FormData) => Promise<Detail>

function wireOf(served: Served, key: string): Ask {
  return async (method, path, body) => {
    const form = body instanceof FormData
    const answer = await fetch(`http://127.0.0.1:${served.port}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body && !form ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
    })
    const json = (await answer.json()) as Detail
    if (answer.status !== 200) throw new Error(JSON.stringify(json))
    return json
  }
}

async function begin(ask: Ask, file: string, options: object): Promise<string> {
  const form = new FormData()
  form.set('kind', 'purchases')
  form.set('file', await openAsBlob(file), path.basename(file))
  const { id, mapping } = await ask('POST', '/v1/imports', form)
  await ask('PUT', `/v1/imports/${id}/mapping`, { mapping, options })
  await ask('POST', `/v1/imports/${id}/start`, { again: true })
  return id
}

async function ended(ask: Ask, id: string): Promise<Detail> {
  while (true) {
    const detail = await ask('GET', `/v1/imports/${id}`)
    if (!['waiting', 'running'].includes(detail.state)) return detail
    await wait(500)
  }
}

/** Waits until so many rows are done and answers how many are; undefined when the import ended before. */
async function reached(ask: Ask, id: string, place: number): Promise<number | undefined> {
  while (true) {
    const { state, rowsDone } = await ask('GET', `/v1/imports/${id}`)
    if (state !== 'running' && state !== 'waiting') return undefined
    if (rowsDone >= place) return rowsDone
    await wait(50)
  }
}

async function killWhile(
  served: Served,
  ask: Ask,
  id: string,
  { kills, rows }: { kills: number; rows: number },
  luck: Chance,
  say: (sentence: string) => void,
): Promise<string[]> {
  const killed: string[] = []
  // Anywhere in the file, and not only at its beginning, where a kill after every so many seconds would all fall.
  const places = Array.from({ length: kills }, () => luck.below(rows)).sort((a, b) => a - b)
  for (const place of places) {
    const rowsDone = await reached(ask, id, place)
    if (rowsDone === undefined) break
    await wait(luck.below(300))
    const victim = luck.once(3) ? 'PostgreSQL' : 'the server'
    if (victim === 'PostgreSQL') served.killPostmaster()
    await served.killServer()
    await served.start()
    killed.push(`${victim} at row ${rowsDone}`)
    say(`  killed ${killed.at(-1)}`)
    // Whoever takes a run over waits twenty seconds for its worker; here the worker is known to be dead.
    await asOwner(
      served,
      `update imports.run set beat_at = clock_timestamp() - interval '1 minute' where state = 'running'`,
    )
  }
  return killed
}

async function asOwner(served: Served, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: served.ownerUrl() })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function ledgerOf(served: Served): Promise<string[]> {
  const rows = await asOwner(served, ledgerTold)
  return rows.map(({ what, count, sum, digest }) => `${what}: ${count}, ${sum}, ${digest}`)
}

async function brokenIn(served: Served): Promise<string[]> {
  const rooms = await asOwner(served, `select schemaname as room from pg_views where viewname = 'v_broken' order by 1`)
  const all = []
  for (const { room } of rooms)
    all.push(
      ...(await asOwner(served, `select fault, id from ${room as string}.v_broken`)).map(
        (one) => `${room}: ${JSON.stringify(one)}`,
      ),
    )
  return all
}
