import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import { reached } from '../../parts/api.ts'
import { useCell } from '../../parts/cell.ts'
import { useMay } from '../../parts/session.ts'
import { bodyOf, changeLine, type Line, sumOf } from './basket.ts'
import { begin, change, deskNow, useDesk } from './desk.ts'
import { type Action, focusScan } from './keys.ts'
import { charterQuery, greetingQuery } from './queries.ts'
import type { TenderKind } from './shapes.ts'
import { choose, nothingUsable, settle } from './tenders.ts'
import { useEntry } from './use-entry.ts'
import type { Here } from './use-here.ts'
import { useQuote } from './use-quote.ts'
import { useSale } from './use-sale.ts'

/** A drawer of the counter. */
export type Drawer = Extract<Action, 'member' | 'topup' | 'return' | 'shift'>

/** Which drawers the person may open. */
export function useMayOpen(): Record<Drawer, boolean> {
  return {
    member: useMay('members.write'),
    topup: useMay('wallets.topup'),
    return: useMay(['purchases.return', 'purchases.return_unlinked']),
    shift: useMay('shifts.work'),
  }
}

/** Why the sale cannot be made at this moment; undefined when Enter sells. */
export type Hindrance =
  | 'empty'
  | 'offline'
  | 'sent'
  | 'absent'
  | 'looking'
  | 'choosing'
  | 'tender'
  | 'open'
  | 'over'
  | 'quoting'
  | 'unquoted'

/** What passes by itself in a moment: an Enter meanwhile is kept in mind. */
const passing = (hindrance: Hindrance | undefined): boolean => hindrance === 'quoting' || hindrance === 'looking'

/** What is on the counter, what it comes to, and everything that can be done with it. */
export function useCounterDesk(here: Here) {
  const desk = useDesk()
  const online = useCell(reached)
  const { lines, guest, picks, sent, absent } = desk
  const charter = useQuery(charterQuery).data
  const greeting = useQuery(greetingQuery(here.storeId, guest?.hit.memberId, guest?.ref))
  const entry = useEntry(here)
  const sale = useSale()
  const due = sumOf(lines)
  const usable = guest && greeting.data ? greeting.data.usable : nothingUsable
  const settled = settle(due, picks, usable, charter?.points.spend ?? null)
  const paid = picks.length > 0 && settled.open === 0 && !settled.over
  const basket = { storeId: here.storeId, tillId: here.till?.id, member: guest?.ref ?? null, lines: bodyOf(lines) }
  const quoted = useQuote(lines.length === 0 ? undefined : { ...basket, ...(paid ? { tenders: settled.tenders } : {}) })
  const hindrance = hindranceOf({
    empty: lines.length === 0,
    offline: !online,
    sent: sent !== undefined,
    absent: absent !== undefined && !guest,
    looking: entry.waiting > 0,
    choosing: entry.choices !== undefined || entry.quick !== undefined,
    tender: picks.length === 0,
    over: settled.over !== undefined,
    open: settled.open > 0,
    unquoted: quoted.failure !== undefined,
    quoting: quoted.now === undefined,
  })
  return { here, desk, online, charter, greeting, entry, sale, due, usable, settled, quoted, hindrance }
}

type State = ReturnType<typeof useCounterDesk>

const hindranceOf = (when: Record<Hindrance, boolean>): Hindrance | undefined =>
  (Object.keys(when) as Hindrance[]).find((one) => when[one])

/** What can be done with the basket and its tenders. */
function actsOf({ here, desk, settled, quoted, hindrance, sale, entry }: State, setWanted: (wanted: boolean) => void) {
  const free = () => !deskNow().sent
  const sell = () => {
    // Enter before the answer has come is kept in mind and sells as soon as it is there.
    if (passing(hindrance) && !sale.busy) return setWanted(true)
    if (hindrance || !quoted.now) return
    setWanted(false)
    const { tenders, change: back } = settled
    const tillId = here.till?.id
    const memberId = desk.guest?.hit.memberId ?? null
    sale.send(
      {
        storeId: here.storeId,
        ...(tillId ? { tillId } : {}),
        memberId,
        tenders,
        change: back,
        digest: quoted.now.digest,
      },
      quoted.now,
    )
  }
  const touch = (part: Parameters<typeof change>[0]) => {
    if (!free()) return entry.say({ kind: 'locked' })
    setWanted(false)
    change(part)
  }
  return {
    sell,
    chooseTender: (kind: TenderKind) =>
      touch(({ picks }) => ({ picks: choose(picks, kind, settled.open), receipt: undefined })),
    typeTender: (kind: TenderKind, typed: number | null) =>
      touch(({ picks }) => ({ picks: picks.map((pick) => (pick.kind === kind ? { kind, typed } : pick)) })),
    dropTender: (kind: TenderKind) => touch(({ picks }) => ({ picks: picks.filter((pick) => pick.kind !== kind) })),
    dropTenders: () => touch({ picks: [] }),
    editLine: (id: number, part: Partial<Pick<Line, 'quantity' | 'unitPrice'>>) =>
      touch(({ lines }) => ({ lines: changeLine(lines, id, part) })),
    dropGuest: () => touch({ guest: undefined, absent: undefined, picks: [] }),
    /** Leaves a sale whose answer nobody waits for any more; whether it was recorded stands in the list of purchases. */
    giveUp: () => {
      begin()
      entry.say({ kind: 'gaveUp' })
    },
    next: () => {
      if (!free()) return
      sale.forget()
      change({ receipt: undefined })
      focusScan()
    },
    clear: () => {
      const { lines, guest, picks } = deskNow()
      if (!free()) return entry.say({ kind: 'locked' })
      sale.forget()
      entry.dropChoices()
      begin()
      entry.say(lines.length > 0 || guest ? { kind: 'cleared', before: { lines, guest, picks } } : undefined)
      focusScan()
    },
  }
}

/** The counter as one value, for all of its parts. */
export function useCounterValue(here: Here) {
  const state = useCounterDesk(here)
  const [drawer, setDrawer] = useState<Drawer>()
  const [phone, setPhone] = useState('')
  const [wanted, setWanted] = useState(false)
  const acts = actsOf(state, setWanted)
  const { say } = state.entry
  const shown = state.desk.receipt?.purchase.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said belongs to the basket, and goes when a receipt comes
  useEffect(() => {
    if (shown) say(undefined)
  }, [shown])
  const { hindrance } = state
  const { sell } = acts
  useEffect(() => {
    if (!wanted || passing(hindrance)) return
    setWanted(false)
    if (!hindrance) sell()
  }, [wanted, hindrance, sell])
  return {
    ...state,
    ...acts,
    wanted,
    drawer,
    /** The phone with which a new member begins: one that was typed and that nobody has. */
    phone,
    open: (next: Drawer, withPhone = '') => {
      setPhone(withPhone)
      setDrawer(next)
    },
    close: () => {
      setDrawer(undefined)
      focusScan()
    },
  }
}

export type Counter = ReturnType<typeof useCounterValue>

export const CounterContext = createContext<Counter | undefined>(undefined)

/** The counter around a part of it. */
export function useCounter(): Counter {
  const counter = useContext(CounterContext)
  if (!counter) throw new Error('useCounter is for parts of the counter')
  return counter
}
