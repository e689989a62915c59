import type { Schemas } from '../../parts/api.ts'

/** A text in both languages of the house, as the charter has it. */
export interface Words {
  zh: string
  en: string
}

/** With what one pays at this counter; a sale of another till may know further ones. */
export const tenderKinds = ['cash', 'wechat', 'alipay', 'card', 'wallet', 'points'] as const
export type TenderKind = (typeof tenderKinds)[number]
export type PaidBy = Schemas['Purchase']['tenders'][number]['kind']

/** How a member is named to the server. A whole phone, card or number opens a member at any till; an id only within the scope. */
export type MemberRef = { id: string } | { phone: string } | { card: string } | { number: string }

export interface Birthday {
  calendar: 'solar' | 'lunar'
  year: number | null
  month: number
  day: number
  leap: boolean
}

/** A member as the search shows one. */
export interface Hit {
  memberId: string
  kind: 'person' | 'enterprise' | 'bearer'
  number: string | null
  name: string
  phone: string | null
  birthday: Birthday | null
  status: 'active' | 'closed'
  tags: string[]
  standing: { tier: number; barred: string[]; lastOn: string | null; purchases: number }
  outside: boolean
}

export interface Hits {
  by: 'phone' | 'tail' | 'card' | 'number' | 'externalId' | 'name'
  hits: Hit[]
  more: boolean
}

export interface Product {
  productId: string
  sku: string
  name: string
  nameEn: string | null
  category: string | null
  listPrice: number | null
  unit: string | null
  prescription: boolean
  earns: boolean
  status: 'active' | 'retired'
}

export interface FoundProducts {
  by: 'sku' | 'barcode' | 'name'
  items: Product[]
  more: boolean
}

export interface Level {
  code: string
  name: Words
  from: number
  benefits: Words[]
}

/** What the counter reads of a charter. */
export interface Charter {
  points: { spend: { points: number; amount: number; step: number; mostPercent: number } | null }
  tiers: { levels: Level[] }
  wallets: { least: number; most: number; mostHeld: number; bonuses: { from: number; bonus: number }[] }
}

export type WhyNot = 'walk_in' | 'prescription' | 'product' | 'tender' | 'free' | 'rounded' | 'blocked' | 'history'

export interface Explained {
  given: { unit: 'points' | 'growth'; rule: Words; units: number; perLine: number[] }[]
  notEarned: { line: number; why: WhyNot }[]
  capped: number
  debt: number
  endsOn: string | null
  next: { code: string; name: Words; missing: number } | null
  expiring: { points: number; on: string } | null
  tiers: { before: Words; after: Words } | null
  reason: string
}

export interface Quote {
  digest: string
  total: number
  currency: string
  points: { earned: number; spent: number }
  growth: { earned: number }
  lines: { line: number; amount: number; points: number; growth: number }[]
  tier: { before: number; after: number; upgraded: boolean }
  usable: { points: number; pointsAmount: number; wallet: number }
  explained: Explained
}

export interface PurchaseLine {
  line: number
  sku: string
  name: string
  quantity: number
  unitPrice: number | null
  listAmount: number
  amount: number
  points: number
  growth: number
  pointsSpent: number
  tenders: number[]
  returned: number
}

export interface Purchase {
  id: string
  receipt: string
  kind: 'sale' | 'return' | 'unlinked'
  memberId: string | null
  saleId: string | null
  storeId: string
  tillId: string | null
  occurredAt: string
  currency: string
  total: number
  tenders: { kind: PaidBy; amount: number; points?: number }[]
  lines: PurchaseLine[]
  points: { earned: number; spent: number; balance: number }
  growth: { earned: number; balance: number }
  wallet: { principal: number; bonus: number }
  tier: { before: number; after: number; upgraded: boolean }
  explained: Explained
}

export interface Till {
  id: string
  storeId: string
  code: string
  name: string
  open: boolean
  shiftId: string | null
}

export interface Shift {
  id: string
  tillId: string
  openedAt: string
  opening: number
  closedAt: string | null
  counted: number | null
  expected: number
  difference: number | null
  tenders: { kind: PaidBy; sold: number; returned: number; count: number }[]
}

export interface Statement {
  balances: { unit: string; shown: number; debt: number }[]
}

export interface TopUp {
  id: string
  receipt: string
  principal: number
  bonus: number
  wallet: { principal: number; bonus: number }
}
