import type { Caller } from '#kernel/caller.ts'
import type { Db } from '#kernel/db.ts'
import { draftsOf, listPurchases } from '#modules/purchases/index.ts'
import { placesOf } from '../../kinds/amounts.ts'
import type { Cell } from '../csv.ts'
import type { List, Wanted } from './list.ts'
import { money, pageOf, pages } from './list.ts'

const purchaseColumns = {
  zh: [
    '小票',
    '原单号',
    '类型',
    '来源',
    '门店',
    '营业日',
    '时间',
    '货币',
    '金额',
    '获得积分',
    '使用积分',
    '会员ID',
    '会员号',
    '会员',
  ],
  en: [
    'Receipt',
    'Own number',
    'Kind',
    'Origin',
    'Store',
    'Business day',
    'Time',
    'Currency',
    'Amount',
    'Points earned',
    'Points spent',
    'Member id',
    'Member number',
    'Member',
  ],
}

type Head = Awaited<ReturnType<typeof listPurchases>>['items'][number]

const headOf = (one: Head): Cell[] => [
  one.receipt,
  one.number,
  one.kind,
  one.origin,
  one.storeName,
  one.businessOn,
  one.occurredAt,
  one.currency,
  money(one.kind === 'sale' ? one.total : -one.total, one.currency),
  one.points.earned,
  one.points.spent,
  one.memberId,
  one.member?.number ?? null,
  one.member?.name ?? null,
]

function purchasePages(db: Db, wanted: Wanted<'purchases'>, who: Caller): AsyncGenerator<Head[]> {
  const { reveal: _, ...filters } = wanted
  return pages(db, (read, cursor) => listPurchases(read, { ...filters, limit: pageOf, cursor }, who))
}

export const purchases: List<'purchases'> = {
  may: 'purchases.read',
  ...purchaseColumns,
  async *rows(db, wanted, who) {
    for await (const page of purchasePages(db, wanted, who)) for (const one of page) yield headOf(one)
  },
}

export const purchaseLines: List<'purchase-lines'> = {
  may: 'purchases.read',
  zh: [...purchaseColumns.zh, '行', '商品编码', '商品名称', '品类', '数量', '单价', '行金额', '行积分'],
  en: [
    ...purchaseColumns.en,
    'Line',
    'SKU',
    'Product',
    'Category',
    'Quantity',
    'Unit price',
    'Line amount',
    'Line points',
  ],
  async *rows(db, wanted, who) {
    for await (const page of purchasePages(db, wanted, who)) {
      const ids = page.map(({ id }) => id)
      const drafts = await db.read((read) => draftsOf(read, ids))
      for (const one of page)
        for (const line of drafts.get(one.id)?.lines ?? []) {
          const sign = one.kind === 'sale' ? 1 : -1
          const price = line.unitPrice === null ? null : line.unitPrice / 100 / 10 ** placesOf(one.currency)
          yield [
            ...headOf(one),
            line.no,
            line.sku,
            line.name,
            line.category,
            (sign * line.quantity) / 1000,
            price === null ? null : Number(price.toFixed(4)),
            money(sign * line.amount, one.currency),
            sign * line.points,
          ]
        }
    }
  },
}
