import { scopeIds } from '#kernel/caller.ts'
import { readOrganisation } from '#modules/org/index.ts'
import * as store from '../store.ts'
import type { List } from './list.ts'
import { pageOf, spanOf, storeCodes } from './list.ts'

export const cards: List<'cards'> = {
  may: 'cards.read',
  zh: [
    '会员号',
    '会员ID',
    '卡种',
    '种类',
    '形式',
    '卡号末四位',
    '状态',
    '发卡门店',
    '发卡时间',
    '激活时间',
    '注销时间',
    '有效期至',
  ],
  en: [
    'Member number',
    'Member id',
    'Card type',
    'Kind',
    'Medium',
    'Ending in',
    'Status',
    'Store',
    'Issued',
    'Activated',
    'Closed',
    'Good until',
  ],
  async *rows(db, { memberId, storeId, from, to }, who) {
    const { zone } = await db.read(readOrganisation)
    const ask = {
      memberId: memberId ?? null,
      stores: storeId ? [storeId] : scopeIds(who),
      ...spanOf(zone, from, to),
    }
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const page = await db.read((read) => store.cardsAfter(read, ask, after, pageOf))
      const code = await storeCodes(
        db,
        page.map((one) => one.storeId),
      )
      for (const one of page)
        yield [
          one.number,
          one.memberId,
          one.typeCode,
          one.kind,
          one.medium,
          one.ending,
          one.status,
          code(one.storeId),
          one.issuedAt,
          one.activatedAt,
          one.closedAt,
          one.expiresOn,
        ]
      if (page.length < pageOf) return
      after = page.at(-1)!.cardId
    }
  },
}
