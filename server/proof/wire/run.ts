import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '#kernel/postgres/access.ts'
import { databaseOf, eitherOf } from '../fleet.ts'
import { found } from '../founding.ts'
import { Journal, readJournal } from '../journal.ts'
import type { Outcome } from '../part.ts'
import { chanceOf } from '../random.ts'
import { type Reckoning, reckon } from '../reckoning.ts'
import { digestOf } from '../reckoning-sql.ts'
import { type Served, servedOn } from '../served.ts'
import { greet, join, offerCard, ownersRows } from '../shop.ts'
import { openCounter, runTill } from '../till.ts'
import { openWire } from '../wire.ts'
import { openCable } from './cable.ts'
import { type Heard, type Line, openLine } from './line.ts'

export type WireAsked = { ambiguous: number; seed: number; tills?: number; say?: (sentence: string) => void }
export type WireFound = Reckoning & {
  /** References whose first whole answer nobody heard, and that were answered with it afterwards, byte by byte. */
  again: number
  /** What went wrong on the lines, by kind. */
  lines: Record<string, number>
  cables: Record<string, number>
  seconds: number
}

/** What the server said under each reference, whoever heard it: the digest of the first success, and whether a later one was another. */
class Ear {
  readonly said = new Map<string, string>()
  readonly faults: string[] = []

  hear({ request, status, text }: Heard): void {
    if (status === 500) this.faults.push(`answered 500: ${text}`)
    if (status !== 200) return
    const reference = /\r\nidempotency-key: ([^\r]*)/i.exec(request.subarray(0, 2_000).toString('latin1'))?.[1]
    if (reference) this.note(reference, text)
    if (reference || !request.subarray(0, 40).toString('latin1').startsWith('POST /v1/purchases/batch')) return
    const { items } = JSON.parse(text) as { items: { reference: string; purchase: object | null }[] }
    for (const { reference, purchase } of items) if (purchase) this.note(reference, JSON.stringify(purchase))
  }

  private note(reference: string, text: string): void {
    const digest = createHash('sha256').update(text).digest('base64')
    const before = this.said.get(reference)
    if (before === undefined) this.said.set(reference, digest)
    else if (before !== digest) this.faults.push(`${reference} was answered in two ways, the second time: ${text}`)
  }

  /** Whether a caller heard what was said first. */
  same(reference: string, text: string): boolean {
    return this.said.get(reference) === createHash('sha256').update(text).digest('base64')
  }
}

/**
 * Lets tills ask every command that takes a reference over bad lines – between them and two processes of the server, and between those and
 * PostgreSQL – until so many answers were ambiguous. Each is asked again until it is answered, and everything is held against the journal.
 */
export async function runWire({ ambiguous, seed, tills = 24, say = () => {} }: WireAsked): Promise<WireFound> {
  const began = Date.now()
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-wire-'))
  chmodSync(folder, 0o711)
  const data = path.join(folder, 'data')
  const { storeId, key } = await found(data)
  const worker = servedOn(data, await freePort(), { role: 'worker' })
  await worker.start()
  const ear = new Ear()
  const house = await connectHouse(data, seed, ear)
  const journal = new Journal(path.join(folder, 'journal.jsonl'))
  const wires = house.lines.map(({ port }) => openWire(port, key, tills))
  const luck = chanceOf(seed - 1)
  const wire = eitherOf(wires, luck.below)
  let done: WireFound | undefined
  try {
    const members = await join(wire, storeId, 0, 12)
    const bystanders = await join(wire, storeId, 12, 3)
    for (const id of bystanders) await greet(wire, storeId, id)
    const cardTypeId = await offerCard(wire)
    const rows = ownersRows(worker)
    const before = await digestOf(rows, bystanders)
    const counter = openCounter({ journal, wire, members, storeId, cardTypeId, onDone: () => {} })
    await storm(counter, { ambiguous, seed, tills, say }, [...house.lines, ...house.cables])
    const reckoning = await reckon(journal.file, { ownerUrl: worker.ownerUrl(), members, others: bystanders, wire })
    if ((await digestOf(rows, bystanders)) !== before) reckoning.faults.push('somebody else’s books moved')
    const verified = await worker.run(['verify'])
    if (verified.code !== 0) reckoning.faults.push(`changke verify: ${verified.said}`)
    const again = heardAgain(journal.file, ear)
    reckoning.faults.push(...ear.faults, ...again.faults)
    done = {
      ...reckoning,
      ...{ again: again.count, lines: sumOf(house.lines), cables: sumOf(house.cables) },
      seconds: (Date.now() - began) / 1000,
    }
    return done
  } finally {
    wire.close()
    journal.close()
    await house.close()
    await worker.stop()
    writeFileSync(path.join(folder, 'server.log'), [worker, ...house.apis].map(({ said }) => said).join('\n'))
    if (done?.faults.length === 0) rmSync(folder, { recursive: true, force: true })
    else say(`the data folder is kept: ${folder}`)
  }
}

/** Two processes that answer requests, each with a line to its callers and one to its database. */
async function connectHouse(data: string, seed: number, ear: Ear) {
  const { port: target } = new URL(databaseOf(data)().url)
  const cables: Line[] = []
  const apis: Served[] = []
  const lines: Line[] = []
  for (const at of [0, 1]) {
    const cable = await openCable(Number(target), chanceOf(seed + 101 + at))
    const api = servedOn(data, await freePort(), { role: 'api', database: databaseOf(data, cable.port) })
    await api.start()
    lines.push(await openLine(api.port, chanceOf(seed + 201 + at), (one) => ear.hear(one)))
    cables.push(cable)
    apis.push(api)
  }
  return {
    ...{ cables, apis, lines },
    async close() {
      await Promise.all(lines.map((line) => line.close()))
      await Promise.all(apis.map((api) => api.stop()))
      await Promise.all(cables.map((cable) => cable.close()))
    },
  }
}

/** The tills ask until enough was ambiguous; then the lines are mended, and everybody asks to the end. */
async function storm(
  counter: ReturnType<typeof openCounter>,
  { ambiguous, seed, tills, say }: Required<WireAsked>,
  lines: Line[],
): Promise<void> {
  const { journal } = counter
  const over = new AbortController()
  for (const line of lines) line.bad = true
  const running = Array.from({ length: tills }, (_, at) =>
    runTill(counter, `w${at}`, chanceOf(seed + 1 + at), over.signal, { givesUp: 0 }),
  )
  const ended = Promise.all(running)
  // A till that breaks ends it all with its own words.
  ended.catch(() => over.abort())
  for (let told = 0; journal.ambiguous < ambiguous && !over.signal.aborted; ) {
    await wait(50)
    const tenth = Math.floor((journal.ambiguous * 10) / ambiguous)
    if (tenth > told) say(`${journal.ambiguous} ambiguous answers, ${journal.acknowledged} acknowledged`)
    told = Math.max(told, tenth)
  }
  for (const line of lines) line.bad = false
  over.abort()
  await ended
}

/** What the server had said and nobody heard must be what was heard in the end. */
function heardAgain(file: string, ear: Ear): { count: number; faults: string[] } {
  const faults: string[] = []
  let count = 0
  for (const [reference, { call, answers, ambiguous, abandoned }] of readJournal(file)) {
    if (abandoned) faults.push(`${call.kind} ${reference} was given up`)
    if (!ear.said.has(reference)) continue
    const [answer] = answers
    if (answer?.status !== 200) faults.push(`${call.kind} ${reference} was done, and its caller heard ${answer?.text}`)
    else if (!ear.same(reference, answer.text))
      faults.push(`${call.kind} ${reference} was answered otherwise than at first: ${answer.text}`)
    else if (ambiguous > 0) count += 1
  }
  return { count, faults }
}

const sumOf = (lines: Line[]): Record<string, number> => {
  const sum: Record<string, number> = {}
  for (const { counts } of lines)
    for (const [what, times] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + times
  return sum
}

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([what, times]) => `${times} ${what}`)
    .join(', ')

/** The figures of a run. */
export const figuresOfWire = (found: WireFound): Outcome['figures'] => ({
  'commands asked': found.asked,
  acknowledged: found.acknowledged,
  refused: found.refused,
  'ambiguous answers': found.ambiguous,
  'commands done before an answer was heard, and answered again byte by byte': found.again,
  lost: found.lost,
  doubled: found.doubled,
  'on the lines to callers': `(${listed(found.lines)})`,
  'on those to PostgreSQL': `(${listed(found.cables)})`,
})
