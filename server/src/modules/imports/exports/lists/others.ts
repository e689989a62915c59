import { scopeIds } from '#kernel/caller.ts'
import { listAudit } from '#modules/audit/index.ts'
import { findProduct, listProducts } from '#modules/catalog/index.ts'
import { readOrganisation } from '#modules/org/index.ts'
import { readImport } from '../../service.ts'
import { listProblems } from '../../store.ts'
import { wordsOf } from '../../words.ts'
import * as store from '../store.ts'
import type { List } from './list.ts'
import { money, pageOf, pages, spanOf, storeCodes } from './list.ts'

export const products: List<'products'> = {
  may: 'catalog.read',
  zh: ['商品编码', '商品名称', '英文名', '品类', '品牌', '标签', '零售价', '处方药', '参与积分', '状态'],
  en: [
    'SKU',
    'Name',
    'English name',
    'Category',
    'Brand',
    'Labels',
    'List price',
    'Prescription',
    'Earns points',
    'Status',
  ],
  async *rows(db, { reveal: _, q, ...filters }) {
    const { currency } = await db.read(readOrganisation)
    const all =
      q === undefined
        ? pages(db, (read, cursor) => listProducts(read, { ...filters, limit: pageOf, cursor }))
        : pages(db, async (read) => ({ ...(await findProduct(read, { code: q })), next: null }))
    for await (const page of all)
      for (const one of page)
        yield [
          one.sku,
          one.name,
          one.nameEn,
          one.category,
          one.brand,
          one.labels.join('; '),
          money(one.listPrice, currency),
          one.prescription,
          one.earns,
          one.status,
        ]
  },
}

export const transfers: List<'transfers'> = {
  may: 'ledger.read',
  zh: ['会员号', '会员ID', '时间', '记账时间', '单位', '变动', '变动后', '原因', '原因ID', '门店', '对方', '冲销'],
  en: [
    'Member number',
    'Member id',
    'Time',
    'Posted',
    'Unit',
    'Amount',
    'Balance after',
    'Cause',
    'Cause id',
    'Store',
    'Other side',
    'Reverses',
  ],
  async *rows(db, { memberId, storeId, unit, from, to }, who) {
    const { zone } = await db.read(readOrganisation)
    const period = {
      stores: storeId ? [storeId] : scopeIds(who),
      unit: unit ?? null,
      ...spanOf(zone, from, to),
    }
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const ids = memberId
        ? [memberId]
        : (await db.read((read) => store.standingsAfter(read, after, pageOf))).map((one) => one.memberId)
      const page = ids.length === 0 ? [] : await db.read((read) => store.entriesOf(read, ids, period))
      const code = await storeCodes(
        db,
        page.map((one) => one.storeId),
      )
      for (const one of page) {
        const [, currency] = one.unit.split('.')
        const amount = (value: number) => (currency ? money(value, currency) : value)
        yield [
          one.number,
          one.memberId,
          one.occurredAt,
          one.postedAt,
          one.unit,
          amount(one.amount),
          amount(one.balance),
          one.causeKind,
          one.causeId,
          code(one.storeId),
          one.house,
          one.reverses,
        ]
      }
      if (memberId || ids.length < pageOf) return
      after = ids.at(-1)!
    }
  },
}

export const audit: List<'audit'> = {
  may: 'audit.read',
  zh: ['时间', '操作', '操作人', '结果', '对象ID', '门店', '内容', '请求号'],
  en: ['Time', 'Operation', 'Who', 'Outcome', 'Subject id', 'Store', 'Particulars', 'Request'],
  async *rows(db, { reveal: _, from, to, ...filters }, who) {
    const ask = { ...filters, fromOn: filters.fromOn ?? from, untilOn: filters.untilOn ?? to, limit: pageOf }
    for await (const page of pages(db, (read, cursor) => listAudit(read, { ...ask, cursor }, who))) {
      const code = await storeCodes(
        db,
        page.map((one) => one.storeId),
      )
      for (const one of page)
        yield [
          one.actedAt,
          one.kind,
          one.caller,
          one.outcome,
          one.subjectId,
          code(one.storeId),
          JSON.stringify(one.body),
          one.requestId,
        ]
    }
  },
}

export const importProblems: List<'import-problems'> = {
  may: 'imports.run',
  zh: ['行', '列', '内容', '是否已导入', '问题', '怎么办', '代码'],
  en: ['Row', 'Column', 'Value', 'Taken in', 'What is wrong', 'What to do', 'Code'],
  async *rows(db, { importId, task }, who) {
    if (!importId) return
    const run = await db.read((read) => readImport(read, { id: importId }, who))
    const nameOf = (key: unknown) => run.fields.find((field) => field.key === key)?.[who.language] ?? ''
    for (let after: [number, number] | null = null; ; ) {
      const page = await db.read((read) => listProblems(read, importId, task ?? run.task ?? 'check', after, pageOf))
      for (const one of page) {
        const { wrong, todo } = wordsOf(one.code, one.details, who.language)
        const column = one.column || nameOf(one.details['field'])
        yield [one.row === 0 ? null : one.row, column, one.value, one.taken, wrong, todo, one.code]
      }
      if (page.length < pageOf) return
      after = [page.at(-1)!.row, page.at(-1)!.no]
    }
  },
}
