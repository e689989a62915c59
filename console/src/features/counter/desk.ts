import { newKey } from '../../parts/api.ts'
import { type Cell, cellOf, useCell } from '../../parts/cell.ts'
import type { Line } from './basket.ts'
import type { Hit, MemberRef, Purchase } from './shapes.ts'
import type { Pick, Settled } from './tenders.ts'

/** A member at the counter: how the search shows them, and what they showed, which goes with quotes and sales. */
export interface Guest {
  hit: Hit
  ref: MemberRef
}

/** A sale that was sent and whose answer is not known. The same key with the same body is answered with the first answer. */
export interface Sent {
  storeId: string
  tillId?: string | undefined
  /** Whose it was; the phone or card itself is asked for again after a reload. */
  memberId: string | null
  tenders: Settled['tenders']
  change: number
  digest: string
}

/** What lies on the counter. */
export interface Desk {
  personId: string
  /** The idempotency key of this basket: minted with it, kept until its sale is answered. */
  key: string
  lines: Line[]
  guest: Guest | undefined
  /** The member of a basket that survived a reload: who must be shown again. */
  absent: string | undefined
  picks: Pick[]
  sent: Sent | undefined
  /** The receipt on screen, with the change that was given; `fresh` right after its sale. */
  receipt: { purchase: Purchase; change: number; fresh: boolean } | undefined
}

const emptyDesk = (personId: string): Desk => ({
  personId,
  key: newKey(),
  lines: [],
  guest: undefined,
  absent: undefined,
  picks: [],
  sent: undefined,
  receipt: undefined,
})

type Kept = { [Name in 'key' | 'lines' | 'picks' | 'sent']: Desk[Name] } & { memberId: string | undefined }

const nameOf = (personId: string) => `changke.counter.${personId}`

/** A basket survives a reload of its window, and nothing personal with it: the member is kept as an id alone. */
function write(desk: Desk): void {
  try {
    const { key, lines, picks, sent, guest, absent } = desk
    const memberId = guest?.hit.memberId ?? absent
    if (lines.length === 0 && !memberId) sessionStorage.removeItem(nameOf(desk.personId))
    else sessionStorage.setItem(nameOf(desk.personId), JSON.stringify({ key, lines, picks, sent, memberId }))
  } catch {
    // A browser that keeps nothing loses the basket with a reload, and nothing else.
  }
}

function read(personId: string): Desk {
  const desk = emptyDesk(personId)
  try {
    const text = sessionStorage.getItem(nameOf(personId))
    if (!text) return desk
    const { memberId, ...kept } = JSON.parse(text) as Kept
    return { ...desk, ...kept, absent: memberId }
  } catch {
    return desk
  }
}

const desk: Cell<Desk> = cellOf(emptyDesk(''))

/** The counter of a person: another person at the same browser has a counter of their own. */
export function openDesk(personId: string): void {
  if (desk.get().personId !== personId) desk.set(read(personId))
}

export const useDesk = (): Desk => useCell(desk)
export const deskNow = (): Desk => desk.get()

/** Changes what lies on the counter, and keeps it. A basket that was sent is not touched until its answer is known. */
export function change(part: Partial<Desk> | ((desk: Desk) => Partial<Desk>)): void {
  const before = desk.get()
  const next = { ...before, ...(typeof part === 'function' ? part(before) : part) }
  desk.set(next)
  write(next)
}

/** Clears the counter for the next customer, with a key of its own; a receipt may stay on screen. */
export function begin(receipt?: Desk['receipt']): void {
  change({ ...emptyDesk(desk.get().personId), receipt })
}
