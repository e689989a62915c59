import { listShifts } from '#modules/purchases/index.ts'
import type { List } from './list.ts'
import { money, pageOf, pages } from './list.ts'

const tenders = ['cash', 'wechat', 'alipay', 'card', 'wallet', 'points', 'other'] as const

export const shifts: List<'shifts'> = {
  may: 'shifts.read',
  zh: [
    ...['门店', '收银台', '收银员', '开班', '交班', '货币', '备用金', '应有现金', '实点现金', '长短款'],
    ...['现金', '微信支付', '支付宝', '银行卡', '储值', '积分抵扣', '其他'],
  ],
  en: [
    ...['Store', 'Till', 'Cashier', 'Opened', 'Closed', 'Currency', 'Float', 'Expected', 'Counted', 'Difference'],
    ...['Cash', 'WeChat', 'Alipay', 'Card', 'Stored money', 'Points', 'Other'],
  ],
  async *rows(db, { reveal: _, ...filters }, who) {
    const ask = { ...filters, limit: pageOf }
    for await (const page of pages(db, (read, cursor) => listShifts(read, { ...ask, cursor }, who)))
      for (const one of page) {
        const took = new Map(one.tenders.map(({ kind, sold, returned }) => [kind as string, sold - returned]))
        yield [
          one.storeName,
          one.tillName || one.tillCode,
          one.personName,
          one.openedAt,
          one.closedAt,
          one.currency,
          ...[one.opening, one.expected, one.counted, one.difference].map((amount) => money(amount, one.currency)),
          ...tenders.map((kind) => money(took.get(kind) ?? 0, one.currency)),
        ]
      }
  },
}
