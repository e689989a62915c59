import type { Caller } from '#kernel/caller.ts'
import type { Db } from '#kernel/db.ts'
import { listMembers, openArchive, searchMembers } from '#modules/members/index.ts'
import { readOrganisation } from '#modules/org/index.ts'
import type { List, Wanted } from './list.ts'
import { money, pageOf, pages, storeCodes } from './list.ts'

export const members: List<'members'> = {
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
  async *rows(db, wanted, who) {
    const { currency } = await db.read(readOrganisation)
    for await (const page of wanted.q === undefined ? listed(db, wanted, who) : found(db, wanted.q, who)) {
      const code = await storeCodes(
        db,
        page.map(({ homeStore }) => homeStore),
      )
      const own = page.filter(({ outside }) => !outside).map(({ memberId }) => memberId)
      const clear = wanted.reveal ? await revealed(db, own, who) : undefined
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

type Shown = Omit<
  Awaited<ReturnType<typeof listMembers>>['items'][number],
  'number' | 'kind' | 'joinedOn' | 'percent'
> & {
  number: string | null
  kind: string
  joinedOn: string | null
  percent: number | null
  /** Found by a whole phone, card or number in another store: masked, and never in clear. */
  outside: boolean
}

async function* listed(db: Db, wanted: Wanted<'members'>, who: Caller): AsyncGenerator<Shown[]> {
  const { q: _, reveal: __, storeId, from, to, ...filters } = wanted
  const ask = {
    ...filters,
    stores: storeId ? [storeId] : filters.stores,
    joinedFrom: from ?? filters.joinedFrom,
    joinedTo: to ?? filters.joinedTo,
    limit: pageOf,
  }
  for await (const page of pages(db, (read, cursor) => listMembers(read, { ...ask, cursor }, who)))
    yield page.map((one) => ({ ...one, outside: false }))
}

/** What the search above the list finds, as it shows it; it tells neither the day of joining nor what is missing. */
async function* found(db: Db, q: string, who: Caller): AsyncGenerator<Shown[]> {
  const { hits } = await db.write((tx) => searchMembers(tx, { q }, who))
  yield hits.map(({ standing, ...hit }) => ({ ...hit, ...standing, joinedOn: null, percent: null }))
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
