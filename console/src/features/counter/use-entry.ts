import { useRef, useState } from 'react'
import { reached, Unreachable } from '../../parts/api.ts'
import { addLine, changeLine, type Line, lineOf } from './basket.ts'
import { type Found, type FoundMember, lookUp } from './calls.ts'
import { change, type Desk, deskNow } from './desk.ts'
import { readEntry } from './entry.ts'
import { focusScan } from './keys.ts'
import type { Product, Purchase, TopUp } from './shapes.ts'

/** Members and products of which the cashier chooses one. */
export interface Choices {
  members: FoundMember[]
  products: Product[]
  more: boolean
  quantity: number
}

/** Something to be sold that still lacks its price, or its name too. */
export interface Quick {
  code: string
  quantity: number
  product: Product | undefined
}

/** What the counter says after an entry. */
export type Said =
  | { kind: 'added'; line: Omit<Line, 'id'> }
  | { kind: 'changed'; line: Line }
  | { kind: 'otherMember' | 'locked' | 'empty' | 'closed' | 'tender' | 'noValue' | 'noGuest' | 'held' }
  | { kind: 'opened'; name: string }
  | { kind: 'cleared'; before: { [Name in 'lines' | 'guest' | 'picks']: Desk[Name] } }
  | { kind: 'toppedUp'; topUp: TopUp }
  | { kind: 'nobody'; phone: string }

/** Whether a product can be put into the basket as it is: its list price counts in the programme's currency. */
const hasPrice = (product: Product, ownMoney: boolean): product is Product & { listPrice: number } =>
  product.listPrice !== null && ownMoney

/** Resolves when the server can be reached again. */
const connection = (): Promise<void> =>
  new Promise((resolve) => {
    if (reached.get()) return resolve()
    const stop = reached.subscribe(() => {
      if (!reached.get()) return
      stop()
      resolve()
    })
  })

/** Takes entries one after the other, in the order in which they were scanned, however long each search takes. */
export function useEntry({ ownMoney }: { ownMoney: boolean }) {
  const [said, setSaid] = useState<Said>()
  const [failure, setFailure] = useState<unknown>()
  const [choices, setChoices] = useState<Choices>()
  const [quick, setQuick] = useState<Quick>()
  const [waiting, setWaiting] = useState(0)
  const queue = useRef(Promise.resolve())

  const say = (what: Said | undefined) => {
    setFailure(undefined)
    setSaid(what)
  }
  const addProduct = (product: Product, quantity: number) => {
    setChoices(undefined)
    if (!hasPrice(product, ownMoney)) {
      setQuick({ code: product.sku, quantity, product })
      return
    }
    const line = lineOf(product, quantity, product.listPrice)
    change(({ lines }) => ({ lines: addLine(lines, line), receipt: undefined }))
    say({ kind: 'added', line })
  }
  const openMember = ({ hit, ref }: FoundMember) => {
    setChoices(undefined)
    const { sent } = deskNow()
    if (sent && sent.memberId !== hit.memberId) return say({ kind: 'otherMember' })
    if (hit.status === 'closed') return say({ kind: 'closed' })
    change({ guest: { hit, ref }, absent: undefined, receipt: undefined })
    say({ kind: 'opened', name: hit.name })
  }
  const showReceipt = (purchase: Purchase) => change({ receipt: { purchase, change: 0, fresh: false } })
  const take = (found: Found, quantity: number | undefined) => {
    if (found.kind === 'member') return openMember(found.member)
    if (found.kind === 'receipt') return showReceipt(found.purchase)
    if (deskNow().sent) return say({ kind: 'locked' })
    say(undefined)
    if (found.kind === 'product') addProduct(found.product, quantity ?? 1)
    else if (found.kind === 'choices') setChoices({ ...found, quantity: quantity ?? 1 })
    else if (found.kind === 'nobody') say({ kind: 'nobody', phone: found.phone })
    else setQuick({ code: found.code, quantity: quantity ?? 1, product: undefined })
  }
  const changeLast = (quantity: number) => {
    const { lines, sent } = deskNow()
    const last = lines.at(-1)
    if (sent || !last) return say({ kind: sent ? 'locked' : 'empty' })
    change({ lines: changeLine(lines, last.id, { quantity }) })
    say({ kind: 'changed', line: { ...last, quantity } })
  }
  /** Without a connection an entry waits for it, and those behind it wait with it: nothing that was scanned is lost. */
  const patiently = async (look: () => Promise<Found>): Promise<Found> => {
    try {
      return await look()
    } catch (thrown) {
      if (!(thrown instanceof Unreachable)) throw thrown
      say({ kind: 'held' })
      await connection()
      return patiently(look)
    }
  }
  const submit = (text: string) => {
    const entry = readEntry(text)
    if (!entry) return
    setChoices(undefined)
    setWaiting((count) => count + 1)
    queue.current = queue.current.then(async () => {
      try {
        if (entry.kind === 'quantity') changeLast(entry.quantity ?? 1)
        else take(await patiently(() => lookUp(entry)), entry.quantity)
      } catch (thrown) {
        setSaid(undefined)
        setFailure(thrown)
      } finally {
        setWaiting((count) => count - 1)
      }
    })
  }
  /** Does something after everything that was scanned before it: fingers are faster than a search. */
  const after = (act: () => void) => {
    const drawn = () => new Promise((resolve) => setTimeout(resolve, 0))
    setWaiting((count) => count + 1)
    queue.current = queue.current
      .then(drawn)
      .then(act)
      .finally(() => setWaiting((count) => count - 1))
  }
  const addQuick = (line: Omit<Line, 'id'>) => {
    change(({ lines }) => ({ lines: addLine(lines, line), receipt: undefined }))
    setQuick(undefined)
    say({ kind: 'added', line })
    focusScan()
  }
  return {
    submit,
    say,
    said,
    failure,
    waiting,
    after,
    choices,
    dropChoices: () => setChoices(undefined),
    addProduct,
    openMember,
    showReceipt,
    quick,
    addQuick,
    dropQuick: () => {
      setQuick(undefined)
      focusScan()
    },
  }
}

export type EntryDesk = ReturnType<typeof useEntry>
