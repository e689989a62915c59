import type { Charter } from '#modules/charter/index.ts'
import type { Purchase, PurchaseLine } from './contract.ts'
import { unfold } from './explained.ts'
import { receiptOf } from './receipt.ts'
import type { Draft, LineRow, Returned } from './rows.ts'

/** The receipt of a purchase: a pure rendering of rows that never change, so that the same reference gets the same answer for ever. */
export function render({ row, lines }: Draft, charter: Charter, returned: Returned[] = []): Purchase {
  return {
    id: row.id,
    receipt: receiptOf(row.id),
    kind: row.kind,
    origin: row.origin,
    memberId: row.walkIn ? null : row.memberId,
    saleId: row.saleId,
    number: row.number,
    storeId: row.storeId,
    tillId: row.tillId,
    staffId: row.staffId,
    occurredAt: row.occurredAt,
    postedAt: row.postedAt,
    businessOn: row.businessOn,
    currency: row.currency,
    total: row.total,
    tenders: row.tenders,
    lines: lines.map((line) => renderLine(line, returned)),
    points: { earned: row.points, spent: row.pointsSpent, balance: row.pointsAfter },
    growth: { earned: row.growth, balance: row.growthAfter },
    wallet: { principal: row.principalAfter, bonus: row.bonusAfter },
    tier: { before: row.tierBefore, after: row.tierAfter, upgraded: row.tierAfter > row.tierBefore },
    charter: row.charter,
    explained: unfold(row, lines, charter),
  }
}

const renderLine = (line: LineRow, returned: Returned[]): PurchaseLine => ({
  line: line.no,
  sku: line.sku,
  name: line.name,
  category: line.category,
  quantity: line.quantity / 1000,
  unitPrice: line.unitPrice === null ? null : line.unitPrice / 100,
  listAmount: line.listAmount,
  amount: line.amount,
  points: line.points,
  growth: line.growth,
  pointsSpent: line.pointsSpent,
  tenders: line.tenders,
  returned: returned.filter((one) => one.line === line.no).reduce((sum, one) => sum + one.quantity, 0) / 1000,
  saleLine: line.saleLine,
})
