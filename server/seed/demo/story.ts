import type { Chance } from './chance.ts'
import { chanceOf } from './chance.ts'
import { nameOf, shelves, stores } from './words.ts'

/** How many members the demo shop has, and how many weeks of sales it tells. */
export const memberCount = 800
export const weeks = 53

export type Character = {
  phone: string
  name: string
  gender: 'female' | 'male'
  birthday: { calendar: 'solar' | 'lunar'; year: number; month: number; day: number }
  store: number
  /** Days before today. */
  joined: number
  /** Purchases a year, the usual size of a basket (lines), and a taste for dear things. */
  rate: number
  lines: number
  dear: number
  /** Days before today since when nothing was bought any more; 0 while they still come. */
  left: number
}

/** Kinds of customers: share of all, purchases a year, lines, taste. */
const kinds = [
  { share: 0.02, rate: 64, lines: 4, dear: 0.5 },
  { share: 0.05, rate: 44, lines: 3, dear: 0.42 },
  { share: 0.1, rate: 30, lines: 3, dear: 0.32 },
  { share: 0.33, rate: 13, lines: 2, dear: 0.14 },
  { share: 0.5, rate: 4, lines: 2, dear: 0.06 },
]

function kindOf(at: number) {
  let below = 0
  for (const kind of kinds) {
    below += kind.share
    if (at < below) return kind
  }
  return kinds.at(-1)!
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/** A member of the demo shop; the same number is always the same person. No row describes anybody who lives. */
export function characterOf(n: number): Character {
  const chance = chanceOf(17, n)
  const gender = chance.next() < 0.58 ? 'female' : 'male'
  const kind = kindOf(chance.next())
  const away = chance.next()
  return {
    phone: `1${chance.pick(['39', '38', '36', '50', '58', '88'])}0000${pad(1000 + n, 4)}`,
    name: nameOf(gender, chance.whole(0, 999), chance.whole(0, 999)),
    gender,
    birthday: {
      calendar: chance.next() < 0.12 ? 'lunar' : 'solar',
      year: chance.whole(1942, 2004),
      month: chance.whole(1, 12),
      day: chance.whole(1, 28),
    },
    store: chance.pick([0, 0, 0, 1, 1, 2]),
    joined: n % 25 === 0 ? chance.whole(0, 60) : chance.whole(60, 900),
    rate: kind.rate,
    lines: kind.lines,
    dear: kind.dear,
    left:
      away < 0.06
        ? chance.whole(366, 500)
        : away < 0.15
          ? chance.whole(185, 360)
          : away < 0.25
            ? chance.whole(95, 180)
            : 0,
  }
}

export const skuOf = (shelf: number, good: number): string => `69${pad(20_100 + shelf, 5)}${pad(good, 5)}`

export type Sale = {
  reference: string
  /** Null: a walk-in. */
  phone: string | null
  store: number
  till: number
  /** Minutes after midnight in the store's zone. */
  minute: number
  lines: { sku: string; quantity: number; unitPrice: number }[]
  tender: 'wechat' | 'alipay' | 'cash' | 'card'
  /** Brought back the same day, the first line of it. */
  returned: boolean
}

function baskets(chance: Chance, lines: number, dear: number): Sale['lines'] {
  const told = new Map<string, Sale['lines'][number]>()
  for (let n = chance.whole(1, Math.max(1, lines * 2 - 1)); n > 0; n--) {
    const isDear = chance.next() < dear
    const shelf = isDear ? chance.pick([3, 4, 5]) : chance.pick([0, 0, 0, 1, 1, 2, 2, 5, 6, 7])
    const goods = shelves[shelf]!.goods
    const good = chance.whole(0, goods.length - 1)
    const sku = skuOf(shelf, good)
    told.set(sku, {
      sku,
      quantity: (told.get(sku)?.quantity ?? 0) + (chance.next() < 0.18 ? 2 : 1),
      unitPrice: goods[good]![2],
    })
  }
  return [...told.values()]
}

/** The sales of one day, `ago` days before today, in the order of the day. */
export function salesOf(ago: number, characters: readonly Character[]): Sale[] {
  const chance = chanceOf(29, ago)
  const sales: Sale[] = []
  const tell = (phone: string | null, store: number, lines: number, dear: number) =>
    sales.push({
      reference: '',
      phone,
      store,
      till: chance.whole(0, 1),
      minute: chance.whole(8 * 60, 21 * 60 + 30),
      lines: baskets(chance, lines, dear),
      tender: chance.pick(['wechat', 'wechat', 'wechat', 'alipay', 'alipay', 'cash', 'card']),
      returned: chance.next() < 0.015,
    })
  for (const who of characters) {
    if (who.joined < ago || ago < who.left) continue
    if (chance.next() < who.rate / 365)
      tell(who.phone, chance.next() < 0.9 ? who.store : chance.whole(0, stores.length - 1), who.lines, who.dear)
  }
  for (let n = chance.whole(2, 6); n > 0; n--) tell(null, chance.whole(0, stores.length - 1), 2, 0.05)
  sales.sort((a, b) => a.minute - b.minute)
  return sales.map((sale, n) => ({ ...sale, reference: `demo-${ago}-${n}` }))
}
