import type { TenderKind } from '#modules/points/index.ts'
import type { Kept } from './explained.ts'

export type Tender = { kind: TenderKind; amount: number; points?: number; note?: string }

/** A purchase as its row stands. */
export type PurchaseRow = {
  memberId: string
  id: string
  kind: 'sale' | 'return' | 'unlinked'
  origin: 'till' | 'history' | 'earning'
  walkIn: boolean
  saleId: string | null
  importId: string | null
  number: string | null
  storeId: string
  tillId: string | null
  shiftId: string | null
  staffId: string | null
  callerId: string
  occurredAt: string
  postedAt: string
  businessOn: string
  currency: string
  total: number
  tenders: Tender[]
  points: number
  growth: number
  pointsSpent: number
  charter: number
  tierBefore: number
  tierAfter: number
  pointsAfter: number
  growthAfter: number
  principalAfter: number
  bonusAfter: number
  explained: Kept
}

export type LineRow = {
  memberId: string
  purchaseId: string
  no: number
  sku: string
  name: string
  category: string | null
  /** Thousandths of a piece. */
  quantity: number
  /** Hundredths of a minor unit. */
  unitPrice: number | null
  listAmount: number
  amount: number
  tenders: number[]
  points: number
  growth: number
  pointsSpent: number
  /** Which sale and line a return line mirrors. */
  saleId: string | null
  saleLine: number | null
}

export type Draft = { row: PurchaseRow; lines: LineRow[] }

/** What came back of each line of a sale already, summed over its returns. */
export type Returned = { line: number; quantity: number; amount: number }

/** A sold line of a member that an unlinked return may be matched with, and what of it came back already (thousandths). */
export type Sold = Pick<LineRow, 'purchaseId' | 'no' | 'sku' | 'quantity' | 'amount' | 'points' | 'growth'> &
  Pick<PurchaseRow, 'currency' | 'occurredAt' | 'origin'> & { back: number }
