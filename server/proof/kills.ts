import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '#kernel/postgres/access.ts'
import { found } from './founding.ts'
import { Journal } from './journal.ts'
import { files } from './personal/traces.ts'
import type { Chance } from './random.ts'
import { chanceOf } from './random.ts'
import type { Reckoning } from './reckoning.ts'
import { reckon } from './reckoning.ts'
import { digestOf } from './reckoning-sql.ts'
import { type Served, servedOn } from './served.ts'
import { openCounter, runTill } from './till.ts'
import type { Wire } from './wire.ts'
import { openWire } from './wire.ts'

export type KillsAsked = { kills: number; seed: number; tills?: number; say?: (sentence: string) => void }
export type KillsFound = Reckoning & {
  kills: Record<string, number>
  eaten: number
  /** From each kill to the first command that was sent after it and succeeded, in ms. */
  backMs: number[]
  seconds: number
  folder: string
}

const victims: Victim[] = ['server', 'server', 'server', 'postmaster', 'postmaster', 'backend', 'backend', 'both']
type Victim = 'server' | 'postmaster' | 'backend' | 'both'

/**
 * Kills the server and its PostgreSQL at random moments under load, as often as asked, and holds the database against the tills' journal
 * afterwards. The data folder is kept when anything is wrong.
 */
export async function runKills({ kills, seed, tills = 8, say = () => {} }: KillsAsked): Promise<KillsFound> {
  const began = Date.now()
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-proof-'))
  chmodSync(folder, 0o711)
  const data = path.join(folder, 'data')
  const { storeId, key } = await found(data)
  const served = servedOn(data, await freePort())
  await served.start()
  const luck = chanceOf(seed - 1)
  let hungry = false
  const wire = openWire(served.port, key, tills + 2, () => hungry && luck.once(33))
  const journal = new Journal(path.join(folder, 'journal.jsonl'))
  let done: KillsFound | undefined
  try {
    const members = await join(wire, storeId, 0, 6)
    const bystanders = await join(wire, storeId, 6, 3)
    for (const id of bystanders) await greet(wire, storeId, id)
    const rows = ownersRows(served)
    const before = await digestOf(rows, bystanders)
    hungry = true
    const storm = await rage(served, { journal, wire, members, storeId }, { kills, seed, tills, say })
    hungry = false
    say('holding the database against the journal …')
    const reckoning = await reckon(journal.file, { ownerUrl: served.ownerUrl(), members, wire })
    if ((await digestOf(rows, bystanders)) !== before) reckoning.faults.push('somebody else’s books moved')
    const verified = await served.run(['verify'])
    if (verified.code !== 0) reckoning.faults.push(`changke verify: ${verified.said}`)
    reckoning.faults.push(...phonesLeft(served), ...(await queueDies(rows)))
    done = { ...reckoning, ...storm, eaten: wire.eaten, seconds: (Date.now() - began) / 1000, folder }
    return done
  } finally {
    wire.close()
    journal.close()
    await served.stop()
    writeFileSync(path.join(folder, 'server.log'), served.said)
    if (done?.faults.length === 0) rmSync(folder, { recursive: true, force: true })
    else say(`the data folder is kept: ${folder}`)
  }
}

type Shared = Omit<Parameters<typeof openCounter>[0], 'onDone'>

/** The tills sell while one victim after the other is killed; each time it is waited until something succeeds again. */
async function rage(
  served: Served,
  shared: Shared,
  { kills, seed, tills, say }: Required<KillsAsked>,
): Promise<Pick<KillsFound, 'kills' | 'backMs'>> {
  const { journal } = shared
  let sentLast = 0
  const onDone = (sentAtMs: number) => {
    sentLast = Math.max(sentLast, sentAtMs)
  }
  const counter = openCounter({ ...shared, onDone })
  const over = new AbortController()
  const chance = chanceOf(seed)
  const running = Array.from({ length: tills }, (_, at) =>
    runTill(counter, `t${at}`, chanceOf(seed + 1 + at), over.signal),
  )
  const counts: Record<string, number> = {}
  const backMs: number[] = []
  try {
    for (let no = 1; no <= kills; no++) {
      await wait(300 + chance.below(1_200))
      const victim = chance.pick(victims)
      counts[victim] = (counts[victim] ?? 0) + 1
      const atMs = Date.now()
      journal.write({ what: 'killed', atMs, victim })
      await kill(served, victim, chance)
      while (sentLast <= atMs) {
        if (Date.now() - atMs > 60_000)
          throw new Error(
            `nothing succeeds since ${victim} was killed (kill ${no}, seed ${seed}):\n${served.said.slice(-2000)}`,
          )
        await wait(10)
      }
      const backAfterMs = Date.now() - atMs
      backMs.push(backAfterMs)
      say(`kill ${no} of ${kills}: ${victim}, back after ${backAfterMs} ms, ${journal.acknowledged} acknowledged`)
    }
    await wait(500)
  } finally {
    over.abort()
    await Promise.all(running)
  }
  return { kills: counts, backMs }
}

async function kill(served: Served, victim: Victim, chance: Chance): Promise<void> {
  if (victim === 'postmaster') return served.killPostmaster()
  if (victim === 'backend') return served.killBackend((pids) => chance.pick(pids))
  if (victim === 'both') served.killPostmaster()
  await served.killServer()
  await served.start()
}

/** Whether the job queue outlived it all too: a job that is put in must be done within half a minute. */
async function queueDies(rows: ReturnType<typeof ownersRows>): Promise<string[]> {
  const [job] = await rows<{ id: string }>(`select (graphile_worker.add_job('kernel.partitions')).id::text as id`)
  for (let tries = 0; tries < 60; tries++) {
    if ((await rows(`select from graphile_worker.jobs where id = $1`, [job!.id])).length === 0) return []
    await wait(500)
  }
  return ['the job queue does nothing any more']
}

const phoneOf = (at: number) => `1391200${String(4_000 + at)}`

/** Phones in what the server said and in anything that lies in its folder: tables, indexes, write-ahead log, logs of both. */
function phonesLeft({ said, data }: Served): string[] {
  const phones = Array.from({ length: 9 }, (_, at) => phoneOf(at))
  const left = phones.some((phone) => said.includes(phone)) ? ['a phone stands in the log of the server'] : []
  for (const [path, text] of files(data))
    if (phones.some((phone) => text.includes(phone))) left.push(`a phone stands in ${path}`)
  return left
}

async function join(wire: Wire, storeId: string, first: number, many: number): Promise<string[]> {
  const ids: string[] = []
  for (let at = first; at < first + many; at++) {
    const reply = await wire.ask(
      'POST',
      '/v1/members',
      { name: '王小明', phone: phoneOf(at), homeStore: storeId },
      `join-${at}`,
    )
    if (reply.status !== 200) throw new Error(reply.text)
    ids.push((JSON.parse(reply.text) as { memberId: string }).memberId)
  }
  return ids
}

async function greet(wire: Wire, storeId: string, id: string): Promise<void> {
  const lines = [{ sku: 'SKU1', unitPrice: 12_345 }]
  for (const [path, body] of [
    [`/v1/members/${id}/topups`, { storeId, amount: 20_000 }],
    [`/v1/purchases`, { storeId, member: { id }, lines, tenders: [{ kind: 'wallet', amount: 12_345 }] }],
  ] as const) {
    const reply = await wire.ask('POST', path, body, `greet-${id}-${path.length}`)
    if (reply.status !== 200) throw new Error(reply.text)
  }
}

/** Asks the database as its owner; each question on a connection of its own, for connections here do not live long. */
function ownersRows(served: Served) {
  return async <T>(text: string, values: unknown[] = []): Promise<T[]> => {
    const client = new pg.Client({ connectionString: served.ownerUrl() })
    await client.connect()
    try {
      return (await client.query(text, values)).rows as T[]
    } finally {
      await client.end()
    }
  }
}

/** The figures of a run in a few lines. */
export function tellKills(found: KillsFound): string {
  const sorted = [...found.backMs].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const kills = Object.entries(found.kills)
    .map(([victim, times]) => `${times} × ${victim}`)
    .join(', ')
  return [
    `kills                 ${found.backMs.length} (${kills}) in ${found.seconds.toFixed(0)} s`,
    `commands              ${found.asked} asked, ${found.acknowledged} acknowledged, ${found.refused} refused`,
    `ambiguous answers     ${found.ambiguous} (${found.eaten} eaten after the deed); given up ${found.abandoned}, of which ${found.happened} had happened`,
    `lost, doubled         ${found.lost}, ${found.doubled}`,
    `first success after   p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
    `faults                ${found.faults.length}`,
    ...found.faults.slice(0, 20).map((fault) => `  ${fault.slice(0, 600)}`),
  ].join('\n')
}
