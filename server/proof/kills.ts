import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eitherOf, type Fleet, openFleet } from './fleet.ts'
import { found } from './founding.ts'
import { Journal } from './journal.ts'
import type { Outcome } from './part.ts'
import { files } from './personal/traces.ts'
import type { Chance } from './random.ts'
import { chanceOf } from './random.ts'
import type { Reckoning } from './reckoning.ts'
import { reckon } from './reckoning.ts'
import { digestOf } from './reckoning-sql.ts'
import { greet, join, offerCard, ownersRows, phoneOf } from './shop.ts'
import { type Counter, openCounter, runTill } from './till.ts'
import { openWire } from './wire.ts'

export type KillsAsked = { kills: number; seed: number; tills?: number; say?: (sentence: string) => void }
export type KillsFound = Reckoning & {
  kills: Record<string, number>
  eaten: number
  /** From each kill to the first command that was sent after it and succeeded, in ms. */
  firstMs: number[]
  /** From each kill until one succeeded through every process that it took along. */
  backMs: number[]
  seconds: number
  folder: string
}

const victims = [
  'owner',
  'owner',
  'second',
  'worker',
  'postmaster',
  'postmaster',
  'backend',
  'backend',
  'both',
] as const
/** The API process that owns PostgreSQL, the other one, the worker, PostgreSQL's first process, one of its backends, owner and PostgreSQL at once. */
type Victim = (typeof victims)[number]

/**
 * Kills the processes of the house – two that answer requests, a worker, PostgreSQL – at random moments under load, as often as asked, and
 * holds the database against the tills' journal afterwards. The data folder is kept when anything is wrong.
 */
export async function runKills({ kills, seed, tills = 8, say = () => {} }: KillsAsked): Promise<KillsFound> {
  const began = Date.now()
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-proof-'))
  chmodSync(folder, 0o711)
  const data = path.join(folder, 'data')
  const { storeId, key } = await found(data)
  const fleet = await openFleet(data)
  const [owner] = fleet.apis
  const luck = chanceOf(seed - 1)
  let hungry = false
  const sentLast = [0, 0]
  const wires = fleet.apis.map(({ port }) => openWire(port, key, tills + 2, () => hungry && luck.once(33)))
  const wire = eitherOf(wires, luck.below, (at, sentAtMs) => {
    sentLast[at] = Math.max(sentLast[at]!, sentAtMs)
  })
  const journal = new Journal(path.join(folder, 'journal.jsonl'))
  let done: KillsFound | undefined
  try {
    const members = await join(wire, storeId, 0, 6)
    const bystanders = await join(wire, storeId, 6, 3)
    for (const id of bystanders) await greet(wire, storeId, id)
    const cardTypeId = await offerCard(wire)
    const rows = ownersRows(owner)
    const before = await digestOf(rows, bystanders)
    hungry = true
    const counter = openCounter({ journal, wire, members, storeId, cardTypeId, onDone: () => {} })
    const storm = await rage(fleet, sentLast, counter, { kills, seed, tills, say })
    hungry = false
    say('holding the database against the journal …')
    const reckoning = await reckon(journal.file, { ownerUrl: owner.ownerUrl(), members, others: bystanders, wire })
    if ((await digestOf(rows, bystanders)) !== before) reckoning.faults.push('somebody else’s books moved')
    const verified = await owner.run(['verify'])
    if (verified.code !== 0) reckoning.faults.push(`changke verify: ${verified.said}`)
    const said = [...fleet.apis, fleet.worker].map((one) => one.said).join('\n')
    reckoning.faults.push(...phonesLeft(data, said), ...(await queueDies(rows)))
    done = { ...reckoning, ...storm, eaten: wire.eaten, seconds: (Date.now() - began) / 1000, folder }
    return done
  } finally {
    wire.close()
    journal.close()
    await fleet.stop()
    writeFileSync(path.join(folder, 'server.log'), [...fleet.apis, fleet.worker].map(({ said }) => said).join('\n'))
    if (done?.faults.length === 0) rmSync(folder, { recursive: true, force: true })
    else say(`the data folder is kept: ${folder}`)
  }
}

/** The tills sell while one victim after the other is killed; each time it is waited until all that it took along serves again. */
async function rage(
  fleet: Fleet,
  sentLast: number[],
  counter: Counter,
  { kills, seed, tills, say }: Required<KillsAsked>,
): Promise<Pick<KillsFound, 'kills' | 'firstMs' | 'backMs'>> {
  const { journal } = counter
  const over = new AbortController()
  const chance = chanceOf(seed)
  const running = Array.from({ length: tills }, (_, at) =>
    runTill(counter, `t${at}`, chanceOf(seed + 1 + at), over.signal),
  )
  const counts: Record<string, number> = {}
  const firstMs: number[] = []
  const backMs: number[] = []
  try {
    for (let no = 1; no <= kills; no++) {
      await wait(300 + chance.below(1_200))
      const victim = chance.pick(victims)
      counts[victim] = (counts[victim] ?? 0) + 1
      const atMs = Date.now()
      journal.write({ what: 'killed', atMs, victim })
      const back = backSince(atMs, sentLast, victim, () => {
        const said = [...fleet.apis, fleet.worker].map((one) => one.said.slice(-2_000)).join('\n')
        return `nothing succeeds since ${victim} was killed (kill ${no}, seed ${seed}):\n${said}`
      })
      await kill(fleet, victim, chance)
      const { first, all } = await back
      firstMs.push(first)
      backMs.push(all)
      say(
        `kill ${no} of ${kills}: ${victim}, first success after ${first} ms, all after ${all} ms, ${journal.acknowledged} acknowledged`,
      )
    }
    await wait(500)
  } finally {
    over.abort()
    await Promise.all(running)
  }
  return { kills: counts, firstMs, backMs }
}

/** From a kill to the first command that was sent after it and succeeded, and until one did through every process that it touched, in ms. */
async function backSince(
  atMs: number,
  sentLast: number[],
  victim: Victim,
  words: () => string,
): Promise<{ first: number; all: number }> {
  const touched = { owner: [0], second: [1], worker: [0, 1], postmaster: [0, 1], backend: [0, 1], both: [0, 1] }[victim]
  let first = 0
  while (touched.some((at) => sentLast[at]! <= atMs)) {
    if (!first && sentLast.some((sentAtMs) => sentAtMs > atMs)) first = Date.now() - atMs
    if (Date.now() - atMs > 60_000) throw new Error(words())
    await wait(5)
  }
  const all = Date.now() - atMs
  return { first: first || all, all }
}

async function kill({ apis: [owner, second], worker }: Fleet, victim: Victim, chance: Chance): Promise<void> {
  if (victim === 'postmaster') return owner.killPostmaster()
  if (victim === 'backend') return owner.killBackend((pids) => chance.pick(pids))
  if (victim === 'both') owner.killPostmaster()
  const one = victim === 'second' ? second : victim === 'worker' ? worker : owner
  await one.killServer()
  await one.start()
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

/** Phones in what the processes said and in anything that lies in their folder: tables, indexes, write-ahead log, logs of both. */
function phonesLeft(data: string, said: string): string[] {
  const phones = Array.from({ length: 9 }, (_, at) => phoneOf(at))
  const left = phones.some((phone) => said.includes(phone)) ? ['a phone stands in the log of the server'] : []
  for (const [path, text] of files(data))
    if (phones.some((phone) => text.includes(phone))) left.push(`a phone stands in ${path}`)
  return left
}

const quantile = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The figures of a run. */
export const figuresOfKills = (found: KillsFound): Outcome['figures'] => ({
  kills: found.backMs.length,
  'of which': Object.entries(found.kills)
    .map(([victim, times]) => `${times} × ${victim}`)
    .join(' '),
  'commands asked': found.asked,
  acknowledged: found.acknowledged,
  refused: found.refused,
  'ambiguous answers': found.ambiguous,
  'eaten after the deed': found.eaten,
  'given up': found.abandoned,
  'of them had happened': found.happened,
  lost: found.lost,
  doubled: found.doubled,
  'ms to the first success, p50': quantile(found.firstMs, 0.5),
  'ms, p99': quantile(found.firstMs, 0.99),
  'ms until every process served again, p50': quantile(found.backMs, 0.5),
  'ms until then, p99': quantile(found.backMs, 0.99),
})
