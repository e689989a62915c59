import type { Row } from '../../reading/table.ts'
import type { When } from '../../values/moments.ts'
import { readTime, readWhen } from '../../values/moments.ts'
import type { Decimal } from '../../values/numbers.ts'
import { exactly, rounded } from '../../values/numbers.ts'
import { readDirection } from '../../values/words.ts'
import { minorUnits, readNumber, shiftOf } from '../amounts.ts'
import { Cells } from '../cells.ts'
import type { Found, Line, Setup } from '../kind.ts'
import type { Ref } from '../refs.ts'
import { refOf } from '../refs.ts'

/** A line of a receipt as a row says it. Amounts are above zero; `back` says that it came back. */
export type Told = {
  at: number
  receipt: string
  when: When
  storeWord: string
  ref: Ref | null
  back: boolean
  tender: string
  line: {
    sku: string
    name: string
    quantity: number
    unitPrice?: number
    listPrice?: number
    amount: number
    category?: string
  }
  finding(field: string, code: string, details?: Record<string, unknown>): Found
}

const most = 1_000_000_000_000
/** Reads a row as a line of a receipt; rows of one receipt, store, member and day belong together. */
export function convertLine(row: Row, setup: Setup, currency: string, personal: ReadonlySet<string>): Line<Told> {
  const cells = new Cells(row, setup, personal)
  const priced = priceOf(cells, setup, currency)
  const when = whenOf(cells, setup)
  const ref = refOf(cells, setup)
  const line = {
    sku: cells.code('sku') || '-',
    name: cells.text('name'),
    ...(cells.text('category') ? { category: cells.text('category') } : {}),
  }
  for (const [field, length] of [
    ['sku', 64],
    ['name', 200],
    ['category', 64],
    ['receipt', 64],
  ] as const)
    checkText(cells, field, length)
  if (setup.columns.has('sku') && line.sku === '-') cells.wrong('sku', 'needed', { field: 'sku' })
  const receipt = cells.code('receipt')
  const storeWord = cells.text('store')
  const key = keyOf(receipt, storeWord, ref, when)
  const worth = priced ? (priced.back ? -priced.amount : priced.amount) : 0
  if (cells.found.length > 0 || !when || !priced) return { at: row.at, key, input: null, found: cells.found, worth }
  const { back, ...price } = priced
  const told: Told = {
    at: row.at,
    receipt,
    when,
    storeWord,
    ref: ref ?? null,
    back,
    tender: cells.text('tender'),
    line: { ...line, ...price },
    finding: (field, code, details = {}) => cells.finding(field, code, details, false),
  }
  return { at: row.at, key, input: told, found: [], worth }
}

const keyOf = (receipt: string, store: string, ref: Ref | undefined | null, when: When | undefined): string | null =>
  receipt === '' ? null : `${receipt}\u0000${store}\u0000${ref ? ref.kind + ref.value : ''}\u0000${when?.day ?? ''}`

function checkText(cells: Cells, field: string, length: number): void {
  const text = cells.text(field)
  if (text.length > length) cells.wrong(field, 'too_long', { most: length })
  else if (/\p{Cc}/u.test(text)) cells.wrong(field, 'control_characters')
}

function whenOf(cells: Cells, setup: Setup): When | undefined {
  const when = cells.take('occurredAt', (text) => readWhen(text, setup.options.dayOrder))
  if (!when) {
    if (cells.found.length === 0) cells.wrong('occurredAt', 'needed', { field: 'occurredAt' })
    return undefined
  }
  const clock = cells.take('clock', readTime)
  return clock && when.time === null ? { ...when, time: clock } : when
}

type Priced = { back: boolean; quantity: number; amount: number; unitPrice?: number; listPrice?: number }

const one: Decimal = { whole: 1n, scale: 0 }

/**
 * Quantity, price and amount of a line. Without an amount it is quantity × price, rounded half away from zero to the currency's minor unit. The
 * sign of the amount (of the quantity, when the amount is zero) says which way it went.
 */
function priceOf(cells: Cells, setup: Setup, currency: string): Priced | undefined {
  const { columns } = setup
  const quantity = columns.has('quantity') ? cells.take('quantity', readNumber(setup)) : one
  const price = cells.take('unitPrice', readNumber(setup))
  const said = cells.take('amount', minorUnits(setup, currency))
  if (cells.found.length > 0) return undefined
  if (!quantity) return void cells.wrong('quantity', 'needed', { field: 'quantity' })
  const pieces = exactly(quantity, 3)
  if (pieces === undefined || Math.abs(pieces) > 100_000_000_000)
    return void cells.wrong('quantity', 'too_many_decimals', { most: 3 })
  const shift = shiftOf(setup, currency)
  const amount =
    said ?? (price && rounded({ whole: price.whole * quantity.whole, scale: price.scale + quantity.scale }, shift))
  if (amount === undefined)
    return void cells.wrong(columns.has('amount') ? 'amount' : 'unitPrice', 'needed', { field: 'amount' })
  if (Math.abs(amount) > most) return void cells.wrong('amount', 'too_large')
  const direction = cells.take('direction', readDirection)
  if (cells.found.length > 0) return undefined
  const unitPrice = price && exactly(price, shift + 2)
  const list = cells.take('listPrice', readNumber(setup))
  const listPrice = list && exactly(list, shift + 2)
  return {
    back: direction === 'return' || amount < 0 || (amount === 0 && pieces < 0),
    quantity: Math.abs(pieces) / 1000,
    amount: Math.abs(amount),
    ...(unitPrice === undefined ? {} : { unitPrice: Math.abs(unitPrice) / 100 }),
    ...(listPrice === undefined || pieces === 0 ? {} : { listPrice: Math.abs(listPrice) / 100 }),
  }
}
