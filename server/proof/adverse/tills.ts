import { setTimeout as wait } from 'node:timers/promises'
import { type Chance, chanceOf } from '../random.ts'
import { faultsOfTheBooks } from '../reckoning-sql.ts'
import type { Caller, Came } from './caller.ts'

type Rows = <T>(text: string, values?: unknown[]) => Promise<T[]>
type Asked = { path: string; body: object; answer: Came | undefined }

/** Tills that sell through whatever happens, and remember all that they asked and were answered. */
export type Tills = {
  readonly acknowledged: number
  /** Every attempt, in the order of its end. */
  readonly attempts: Came[]
  /** Waits until something that was sent after a moment (`performance.now()`) has succeeded; answers how many ms after it, or fails after `mostMs`. */
  backAfter(momentMs: number, mostMs: number): Promise<number>
  /** Lets each till end what it is at; nothing is left open. */
  stop(): Promise<void>
  /** Holds the database against what was answered: what is not as it must be, a sentence each. */
  reckon(rows: Rows): Promise<string[]>
}

export type TillsAsked = {
  caller: Caller
  storeId: string
  members: string[]
  many: number
  seed: number
  /** How long a till waits between two sales, in ms. */
  pauseMs?: number
  name?: string
}

/** Opens so many tills. Who is told 503, or nothing, asks again under the same reference until it knows. */
export function openTills({ caller, storeId, members, many, seed, pauseMs = 0, name = 'a' }: TillsAsked): Tills {
  const asked = new Map<string, Asked>()
  const attempts: Came[] = []
  let acknowledged = 0
  let lastSentMs = 0
  let over = false

  async function insist(reference: string, { path, body }: Asked): Promise<Came> {
    for (;;) {
      const came = await caller.ask('POST', path, body, reference)
      attempts.push(came)
      if (came.status !== 0 && came.status < 500 && came.status !== 429) return came
      await wait(100)
    }
  }

  async function till(no: number): Promise<void> {
    const chance = chanceOf(seed + no)
    for (let turn = 1; !over; turn++) {
      const reference = `${name}${no}-${seed}-${turn}`
      const one: Asked = { ...invent(chance, storeId, members), answer: undefined }
      asked.set(reference, one)
      one.answer = await insist(reference, one)
      if (one.answer.status === 200) {
        acknowledged += 1
        lastSentMs = Math.max(lastSentMs, one.answer.sentMs)
      }
      if (pauseMs > 0) await wait(pauseMs)
    }
  }
  const running = Promise.all(Array.from({ length: many }, (_, no) => till(no)))

  return {
    attempts,
    get acknowledged() {
      return acknowledged
    },
    async backAfter(momentMs, mostMs) {
      while (lastSentMs <= momentMs) {
        if (performance.now() - momentMs > mostMs) throw new Error(`nothing succeeds ${mostMs} ms later`)
        await wait(10)
      }
      return performance.now() - momentMs
    },
    async stop() {
      over = true
      await running
    },
    reckon: (rows) => reckon(rows, caller, asked),
  }
}

function invent(chance: Chance, storeId: string, members: string[]): Pick<Asked, 'path' | 'body'> {
  const id = chance.pick(members)
  const dice = chance.below(10)
  if (dice === 0) return { path: `/v1/members/${id}/topups`, body: { storeId, amount: 1_000 + chance.below(20_000) } }
  if (dice === 1) return { path: `/v1/members/${id}/points`, body: { amount: 1 + chance.below(200), reason: 'proof' } }
  const unitPrice = 100 + chance.below(20_000)
  // May be refused for want of money, and that is an answer too.
  const tenders = dice === 2 ? { tenders: [{ kind: 'wallet', amount: unitPrice }] } : {}
  return {
    path: '/v1/purchases',
    body: { storeId, member: { id }, lines: [{ sku: `SKU${1 + chance.below(5)}`, unitPrice }], ...tenders },
  }
}

async function reckon(rows: Rows, caller: Caller, asked: Map<string, Asked>): Promise<string[]> {
  const faults: string[] = []
  const told = await rows<{ reference: string; times: number; causeId: string }>(
    `select reference, count(*)::int as times, min(cause_id::text) as "causeId" from kernel.told
      where reference = any($1::text[]) group by reference`,
    [[...asked.keys()]],
  )
  const known = new Map(told.map((row) => [row.reference, row]))
  for (const [reference, { answer }] of asked) {
    const there = known.get(reference)
    if (there && there.times > 1) faults.push(`${reference} was done ${there.times} times`)
    if (answer?.status === 200 && there?.causeId !== (JSON.parse(answer.text) as { id: string }).id)
      faults.push(`${reference} was acknowledged and is ${there?.causeId ?? 'lost'}`)
    if (answer && answer.status !== 200 && there) faults.push(`${reference} was refused (${answer.text}) and is there`)
  }
  const strange = await rows<{ id: string }>(
    `select id::text from purchases.purchase where id not in (select cause_id from kernel.told) limit 10`,
  )
  faults.push(...strange.map(({ id }) => `purchase ${id} was asked by nobody`))
  // Some of those acknowledged, anew: the answer is the first one, byte by byte.
  for (const [reference, { path, body, answer }] of [...asked]
    .filter(([, one]) => one.answer?.status === 200)
    .slice(-50)) {
    const again = await caller.ask('POST', path, body, reference)
    if (again.text !== answer!.text) faults.push(`${reference} is answered otherwise now: ${again.text}`)
  }
  faults.push(...(await faultsOfTheBooks(rows)))
  return faults.slice(0, 40)
}

/** A refusal while the house cannot: 503 in our words, with the seconds after which to ask again, and in time. What else came is a fault. */
export function unkind(attempts: Came[], mostMs: number): string[] {
  const wrong = attempts.flatMap(({ status, text, retryAfter, tookMs }) => {
    const said = `${status} after ${Math.round(tookMs)} ms: ${text.slice(0, 160)}`
    if (tookMs > mostMs) return [`too late, ${said}`]
    if (status === 503)
      return retryAfter && text.includes('"kernel.busy"') ? [] : [`without a word when to come back, ${said}`]
    return status >= 500 || status === 429 ? [said] : []
  })
  return [...Map.groupBy(wrong, (one) => one.replace(/\d{3,}|[0-9a-f-]{36}/g, '…'))].map(
    ([, some]) => `${some.length} × ${some[0]}`,
  )
}

/** The value below which a share of some numbers lies. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}
