import { setTimeout as wait } from 'node:timers/promises'
import type { Call, Journal } from './journal.ts'
import { errand } from './mix.ts'
import type { Chance } from './random.ts'
import type { Wire } from './wire.ts'

type Sold = { id: string; lines: { no: number; left: number }[] }

/** What the tills of one run share: members, store, the journal, and what they remember of what was sold. */
export type Counter = {
  journal: Journal
  wire: Wire
  members: string[]
  storeId: string
  /** The kind of card that is issued; without one, none is. */
  cardTypeId?: string
  sold: Map<number, Sold[]>
  /** Told of every acknowledged command with the moment at which its last attempt was sent. */
  onDone(sentAtMs: number): void
}

/** What a call was answered: the status of its own answer, in a batch too. */
type Said = { call: Call; status: number; text: string }

/** Opens the memory that the tills share. */
export const openCounter = (rest: Omit<Counter, 'sold'>): Counter => ({ ...rest, sold: new Map() })

/**
 * One till: asks command after command until it is told to stop; what is ambiguous it asks again under the same reference, over the line of
 * its own if it has one. One in `givesUp` tills that hear nothing is switched off and never asks again.
 */
export async function runTill(
  counter: Counter,
  name: string,
  chance: Chance,
  stop: AbortSignal,
  { wire = counter.wire, givesUp = 12 }: { wire?: Wire; givesUp?: number } = {},
): Promise<void> {
  const own = { ...counter, wire }
  for (let no = 1; !stop.aborted; no++) {
    const calls = errand(own, `${name}-${no}`, chance)
    for (const call of calls) counter.journal.write({ what: 'asked', atMs: Date.now(), call })
    const said = await insist(own, calls, stop, givesUp > 0 && chance.once(givesUp))
    if (!said) continue
    for (const one of said) remember(counter, one)
    if (said.every(({ status }) => status === 200) && chance.once(15)) await repeat(own, calls)
  }
}

/** Asks until an answer says what happened. Undefined when it was given up: then nobody knows. */
async function insist(
  counter: Counter,
  calls: Call[],
  stop: AbortSignal,
  givesUp: boolean,
): Promise<Said[] | undefined> {
  for (let pause = 30; ; pause = Math.min(pause * 2, 400)) {
    const sentAtMs = Date.now()
    const said = await attempt(counter, calls)
    if (said) {
      note(counter, said)
      if (said.some(({ status }) => status === 200)) counter.onDone(sentAtMs)
      return said
    }
    if (givesUp || (stop.aborted && pause >= 400)) {
      for (const { reference } of calls) counter.journal.write({ what: 'abandoned', atMs: Date.now(), reference })
      return undefined
    }
    await wait(pause)
  }
}

async function attempt({ wire, journal }: Counter, calls: Call[]): Promise<Said[] | undefined> {
  const unsure = (why: string) => {
    for (const { reference } of calls) journal.write({ what: 'ambiguous', atMs: Date.now(), reference, why })
  }
  try {
    const said = await ask(wire, calls)
    if (said.every(({ status }) => status < 500 && status !== 429)) return said
    unsure(`${said[0]!.status} ${said[0]!.text.slice(0, 200)}`)
  } catch (fault) {
    unsure(String((fault as { code?: string }).code ?? (fault as Error).message))
  }
  return undefined
}

type Slot = { purchase: object | null; refusal: { status: number } | null }

/** One call by itself, several as a batch: then each has the slot of its own as its answer. */
async function ask(wire: Wire, calls: Call[]): Promise<Said[]> {
  const [only] = calls
  if (calls.length === 1) return [{ call: only!, ...(await wire.ask('POST', only!.path, only!.body, only!.reference)) }]
  const items = calls.map(({ body, reference }) => ({ ...body, reference }))
  const reply = await wire.ask('POST', '/v1/purchases/batch', { items })
  if (reply.status !== 200) return calls.map((call) => ({ call, ...reply }))
  const slots = (JSON.parse(reply.text) as { items: Slot[] }).items
  return calls.map((call, at) => {
    const { purchase, refusal } = slots[at]!
    return { call, status: refusal?.status ?? 200, text: JSON.stringify(purchase ?? refusal) }
  })
}

const note = ({ journal }: Counter, said: Said[]) => {
  for (const { call, status, text } of said)
    journal.write({ what: 'answered', atMs: Date.now(), reference: call.reference, status, text })
}

/** A till that did not trust its paper: the same again, and the answer stands beside the first in the journal. */
async function repeat(counter: Counter, calls: Call[]): Promise<void> {
  const said = await attempt(counter, calls)
  if (said) note(counter, said)
}

function remember({ sold }: Counter, { call, status, text }: Said): void {
  if (status !== 200 || call.kind !== 'recordPurchase' || call.member === null) return
  const sale = JSON.parse(text) as { id: string; lines: { line: number; quantity: number }[] }
  const list = sold.get(call.member) ?? []
  sold.set(call.member, list)
  list.push({ id: sale.id, lines: sale.lines.map(({ line, quantity }) => ({ no: line, left: quantity })) })
}
