import { useState } from 'react'
import { addLine, changeLine, type Line, lineOf } from './basket.ts'
import { type Found, type FoundMember, lookUp } from './calls.ts'
import { change, type Desk, deskNow } from './desk.ts'
import { readEntry } from './entry.ts'
import { focusScan } from './keys.ts'
import type { Product, Purchase, TopUp } from './shapes.ts'
import { useQueue } from './use-queue.ts'

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
  /** The four digits were looked for among the ends of phones first, and nobody's phone ends so. */
  tail?: boolean
}

/** What the counter says after an entry. */
export type Said =
  | { kind: 'added'; line: Omit<Line, 'id'> }
  | { kind: 'changed'; line: Line }
  | { kind: 'otherMember' | 'locked' | 'empty' | 'closed' | 'tender' | 'noValue' | 'noGuest' | 'held' | 'gaveUp' }
  | { kind: 'opened'; name: string }
  | { kind: 'cleared'; before: { [Name in 'lines' | 'guest' | 'picks']: Desk[Name] } }
  | { kind: 'toppedUp'; topUp: TopUp; name: string }
  | { kind: 'nobody'; phone: string }

/** Whether a product can be put into the basket as it is: its list price counts in the programme's currency. */
const hasPrice = (product: Product, ownMoney: boolean): product is Product & { listPrice: number } =>
  product.listPrice !== null && ownMoney

interface Tools {
  say: (what: Said | undefined) => void
  setChoices: (choices: Choices | undefined) => void
  setQuick: (quick: Quick | undefined) => void
  ownMoney: boolean
}

/** What an entry does once it is known what it means. */
function actsOf({ say, setChoices, setQuick, ownMoney }: Tools) {
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
    if (deskNow().sent) {
      // Only its own member may still be found while a sale waits for its answer.
      if (found.kind !== 'choices' || found.members.length === 0) return say({ kind: 'locked' })
      return setChoices({ ...found, products: [], quantity: 1 })
    }
    say(undefined)
    if (found.kind === 'product') addProduct(found.product, quantity ?? 1)
    else if (found.kind === 'choices') setChoices({ ...found, quantity: quantity ?? 1 })
    else if (found.kind === 'nobody') say({ kind: 'nobody', phone: found.phone })
    else setQuick({ code: found.code, quantity: quantity ?? 1, product: undefined, tail: found.tail ?? false })
  }
  const changeLast = (quantity: number) => {
    const { lines, sent } = deskNow()
    const last = lines.at(-1)
    if (sent || !last) return say({ kind: sent ? 'locked' : 'empty' })
    change({ lines: changeLine(lines, last.id, { quantity }) })
    say({ kind: 'changed', line: { ...last, quantity } })
  }
  return { addProduct, openMember, showReceipt, take, changeLast }
}

/** Takes entries one after the other, in the order in which they were scanned, however long each search takes. */
export function useEntry({ ownMoney }: { ownMoney: boolean }) {
  const [said, setSaid] = useState<Said>()
  const [failure, setFailure] = useState<unknown>()
  const [choices, setChoices] = useState<Choices>()
  const [quick, setQuick] = useState<Quick>()

  const say = (what: Said | undefined) => {
    setFailure(undefined)
    setSaid(what)
  }
  const { waiting, add, patiently, after } = useQueue(() => say({ kind: 'held' }))
  const { addProduct, openMember, showReceipt, take, changeLast } = actsOf({ say, setChoices, setQuick, ownMoney })
  const submit = (text: string) => {
    const read = readEntry(text)
    if (!read) return
    setChoices(undefined)
    add(async () => {
      try {
        if (read.kind === 'quantity') changeLast(read.quantity ?? 1)
        else take(await patiently(() => lookUp(read)), read.quantity)
      } catch (thrown) {
        setSaid(undefined)
        setFailure(thrown)
      }
    })
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
