import type { Words } from '../../parts/programme.ts'

/** What the routes of purchases answer, as far as the screens use it. Money in minor units. */
export const kinds = ['sale', 'return', 'unlinked'] as const
export type PurchaseKind = (typeof kinds)[number]
export type WhyNot = 'walk_in' | 'prescription' | 'product' | 'tender' | 'free' | 'rounded' | 'blocked' | 'history'

export interface Tender {
  kind: string
  amount: number
  points?: number
  note?: string
}

export interface PurchaseHead {
  id: string
  receipt: string
  kind: PurchaseKind
  origin: 'till' | 'history' | 'earning'
  memberId: string | null
  saleId: string | null
  number: string | null
  storeId: string
  storeName: string
  tillId: string | null
  staffId: string | null
  occurredAt: string
  businessOn: string
  currency: string
  /** Due at a sale, given back at a return. */
  total: number
  tenders: Tender[]
  points: { earned: number; spent: number; balance: number }
  growth: { earned: number; balance: number }
  charter: number
}

export interface Line {
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
  /** How each tender of the purchase paid this line. */
  tenders: number[]
  /** What of it came back already. */
  returned: number
  saleLine: number | null
}

export interface Given {
  unit: 'points' | 'growth'
  rule: Words
  units: number
  /** In the order of the lines. */
  perLine: number[]
}

export interface Explained {
  given: Given[]
  notEarned: { line: number; why: WhyNot }[]
  /** Points lost to the limit per receipt. */
  capped: number
  /** Points that became debt. */
  debt: number
  endsOn: string | null
  next: { name: Words; missing: number } | null
  expiring: { points: number; on: string } | null
  tiers: { before: Words; after: Words } | null
  reason: string
}

export interface Purchase extends Omit<PurchaseHead, 'storeName'> {
  postedAt: string
  lines: Line[]
  wallet: { principal: number; bonus: number }
  tier: { before: number; after: number; upgraded: boolean }
  explained: Explained
}
