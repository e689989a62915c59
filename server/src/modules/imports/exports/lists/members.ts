import type { Caller } from '#kernel/caller.ts'
import type { Db } from '#kernel/db.ts'
import { listMembers, openArchive } from '#modules/members/index.ts'
import { readOrganisation } from '#modules/org/index.ts'
import type { List } from './list.ts'
import { money, pageOf, pages, storeCodes } from './list.ts'

export const members: List = {
  may: 'members.read',
  zh: [
    '会员号',
    '姓名',
    '手机号',
    '邮箱',
    '证件号',
    '地址',
    '类型',
    '所属门店',
    '等级',
    '状态',
    '标签',
    '入会日期',
    '最近消费',
    '消费次数',
    '累计消费',
    '资料完整度%',
  ],
  en: [
    'Number',
    'Name',
    'Phone',
    'E-mail',
    'Id number',
    'Address',
    'Kind',
    'Home store',
    'Tier',
    'Status',
    'Tags',
    'Joined on',
    'Last purchase',
    'Purchases',
    'Spent',
    'Complete %',
  ],
  async *rows(db, { reveal, tags, tiers, status, kind, storeId, from, to }, who) {
    const { currency } = await db.read(readOrganisation)
    const ask = {
      tags,
      tiers,
      status,
      kind: kind === 'person' || kind === 'enterprise' ? kind : undefined,
      stores: storeId ? [storeId] : undefined,
      joinedFrom: from,
      joinedTo: to,
      incomplete: undefined,
      limit: pageOf,
    }
    for await (const page of pages(db, (read, cursor) => listMembers(read, { ...ask, cursor }, who))) {
      const code = await storeCodes(
        db,
        page.map(({ homeStore }) => homeStore),
      )
      const clear = reveal
        ? await revealed(
            db,
            page.map(({ memberId }) => memberId),
            who,
          )
        : undefined
      for (const one of page) {
        const secret = clear?.get(one.memberId)
        yield [
          one.number,
          one.name,
          secret ? secret.phone : one.phone,
          secret?.email ?? null,
          secret?.idNumber ?? null,
          secret?.address ?? null,
          one.kind,
          code(one.homeStore),
          one.tier,
          one.status,
          one.tags.join('; '),
          one.joinedOn,
          one.lastOn,
          one.purchases,
          money(one.spent, currency),
          one.percent,
        ]
      }
    }
  },
}

type Secrets = Record<'phone' | 'email' | 'idNumber' | 'address', string | null>

async function revealed(db: Db, ids: string[], who: Caller): Promise<Map<string, Secrets>> {
  return db.read(async (read) => {
    const found = new Map<string, Secrets>()
    for (const id of ids) {
      const archive = await openArchive(read, id, who)
      const open = (field: keyof Secrets) =>
        archive[field] === null ? null : (read.keys.open(archive[field], `members.${field}`) ?? null)
      found.set(id, {
        phone: open('phone'),
        email: open('email'),
        idNumber: open('idNumber'),
        address: open('address'),
      })
    }
    return found
  })
}
