import { setTimeout as wait } from 'node:timers/promises'
import type { Call, Journal } from './journal.ts'
import type { Chance } from './random.ts'
import type { Reply, Wire } from './wire.ts'

type Sold = { id: string; lines: { no: number; left: number }[] }

/** What the tills of one run share: members, store, the journal, and what they remember of what was sold. */
export type Counter = {
  journal: Journal
  wire: Wire
  members: string[]
  storeId: string
  sold: Map<number, Sold[]>
  /** Told of every acknowledged command with the moment at which its last attempt was sent. */
  onDone(sentAtMs: number): void
}

/** Opens the memory that the tills share. */
export const openCounter = (rest: Omit<Counter, 'sold'>): Counter => ({ ...rest, sold: new Map() })

/** One till: asks command after command until it is told to stop; what is ambiguous it asks again under the same reference. */
export async function runTill(counter: Counter, name: string, chance: Chance, stop: AbortSignal): Promise<void> {
  for (let no = 1; !stop.aborted; no++) {
    const call = invent(counter, `${name}-${no}`, chance)
    counter.journal.write({ what: 'asked', atMs: Date.now(), call })
    // One in twelve tills that hear nothing is switched off and never asks again.
    const reply = await insist(counter, call, stop, chance.once(12))
    if (!reply) continue
    remember(counter, call, reply)
    if (reply.status === 200 && chance.once(15)) await repeat(counter, call)
  }
}

/** Asks until an answer says what happened. Undefined when it was given up: then nobody knows. */
async function insist(counter: Counter, call: Call, stop: AbortSignal, givesUp: boolean): Promise<Reply | undefined> {
  for (let pause = 30; ; pause = Math.min(pause * 2, 400)) {
    const sentAtMs = Date.now()
    const reply = await attempt(counter, call)
    if (reply) {
      counter.journal.write({ what: 'answered', atMs: Date.now(), reference: call.reference, ...reply })
      if (reply.status === 200) counter.onDone(sentAtMs)
      return reply
    }
    if (givesUp || (stop.aborted && pause >= 400)) {
      counter.journal.write({ what: 'abandoned', atMs: Date.now(), reference: call.reference })
      return undefined
    }
    await wait(pause)
  }
}

async function attempt({ wire, journal }: Counter, call: Call): Promise<Reply | undefined> {
  const unsure = (why: string) => journal.write({ what: 'ambiguous', atMs: Date.now(), reference: call.reference, why })
  try {
    const reply = await wire.ask('POST', call.path, call.body, call.reference)
    if (reply.status < 500 && reply.status !== 429) return reply
    unsure(`${reply.status} ${reply.text.slice(0, 200)}`)
  } catch (fault) {
    unsure(String((fault as { code?: string }).code ?? (fault as Error).message))
  }
  return undefined
}

/** A till that did not trust its paper: the same again, and the answer stands beside the first in the journal. */
async function repeat(counter: Counter, call: Call): Promise<void> {
  const reply = await attempt(counter, call)
  if (reply) counter.journal.write({ what: 'answered', atMs: Date.now(), reference: call.reference, ...reply })
}

function remember({ sold }: Counter, call: Call, reply: Reply): void {
  if (reply.status !== 200 || call.kind !== 'sale' || call.member === null) return
  const sale = JSON.parse(reply.text) as { id: string; lines: { line: number; quantity: number }[] }
  const list = sold.get(call.member) ?? []
  sold.set(call.member, list)
  list.push({ id: sale.id, lines: sale.lines.map(({ line, quantity }) => ({ no: line, left: quantity })) })
}

function invent(counter: Counter, reference: string, chance: Chance): Call {
  const member = chance.below(counter.members.length)
  const dice = chance.below(100)
  if (dice < 15) {
    const back = inventReturn(counter, reference, member, chance)
    if (back) return back
  }
  const id = counter.members[member]!
  if (dice < 27) {
    const body = { storeId: counter.storeId, amount: 1_000 + chance.below(30_000) }
    return { reference, kind: 'topup', member, path: `/v1/members/${id}/topups`, body }
  }
  if (dice < 37) {
    const amount = chance.once(2) ? 1 + chance.below(500) : -1 - chance.below(300)
    return { reference, kind: 'adjust', member, path: `/v1/members/${id}/points`, body: { amount, reason: 'proof' } }
  }
  const lines = Array.from({ length: 1 + chance.below(3) }, (_, at) => ({
    sku: `SKU${at + 1}`,
    quantity: 1 + chance.below(4),
    unitPrice: 50 + chance.below(20_000),
  }))
  const due = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0)
  const walkIn = dice >= 95
  const tenders = walkIn ? [] : tendersOf(due, dice, chance)
  return {
    reference,
    kind: 'sale',
    member: walkIn ? null : member,
    path: '/v1/purchases',
    body: {
      storeId: counter.storeId,
      lines,
      ...(walkIn ? {} : { member: { id } }),
      ...(tenders.length > 0 ? { tenders } : {}),
    },
  }
}

/** Mostly cash; sometimes stored money or points pay a part. Both may be refused, and that is an answer too. */
function tendersOf(due: number, dice: number, chance: Chance): { kind: string; amount: number }[] {
  if (dice < 60) return []
  const kind = dice < 80 ? 'wallet' : 'points'
  const most = kind === 'points' ? Math.floor(due / 200) * 100 : due
  const amount = kind === 'points' ? Math.min(most, 100 * (1 + chance.below(4))) : 1 + chance.below(most)
  if (amount === 0) return []
  return [{ kind, amount }, ...(due > amount ? [{ kind: 'cash', amount: due - amount }] : [])]
}

function inventReturn({ sold, storeId }: Counter, reference: string, member: number, chance: Chance): Call | undefined {
  const open = (sold.get(member) ?? []).filter(({ lines }) => lines.some(({ left }) => left > 0))
  if (open.length === 0) return undefined
  const sale = chance.pick(open)
  const line = chance.pick(sale.lines.filter(({ left }) => left > 0))
  const quantity = 1 + chance.below(line.left)
  line.left -= quantity
  return {
    reference,
    kind: 'return',
    member,
    path: `/v1/purchases/${sale.id}/returns`,
    body: { storeId, lines: [{ line: line.no, quantity }] },
  }
}
