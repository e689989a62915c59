/** One call of the story: which operation, with what, and which id its answer gives to the calls after it. */
export type Example = {
  operation: string
  path?: Record<string, string>
  query?: Record<string, string | number>
  body?: object
  gives?: Partial<Record<keyof typeof ids, string>>
}

/** Ids as they stand in the reference; when the story is run, the real ones take their places. */
export const ids = {
  store: '01920a3e-7c5b-7d10-8a2f-000000000001',
  till: '01920a3e-7c5b-7d10-8a2f-000000000002',
  shift: '01920a3e-7c5b-7d10-8a2f-000000000003',
  member: '01920a3e-7c5b-7d10-8a2f-000000000004',
  sale: '01920a3e-7c5b-7d10-8a2f-000000000005',
  role: '01920a3e-7c5b-7d10-8a2f-000000000006',
  cardType: '01920a3e-7c5b-7d10-8a2f-000000000007',
}

const phone = '13912345678'
const { store, till, shift, member, sale, role, cardType } = ids
const basket = {
  storeId: store,
  tillId: till,
  member: { phone },
  lines: [
    { sku: '6901234567892', name: '板蓝根颗粒', quantity: 2, unitPrice: 1_980 },
    { sku: '6909876543210', name: '维生素C', amount: 8_900, listPrice: 9_900 },
  ],
  tenders: [{ kind: 'wechat', amount: 12_860 }],
}

/** A morning in a shop, in order: the examples of the reference. Each is run against a real house by story.test.ts. */
export const story: Example[] = [
  { operation: 'listStores', gives: { store: 'items.0.id' } },
  { operation: 'addTill', body: { storeId: store, code: 'T2', name: '二号收银台' }, gives: { till: 'id' } },
  { operation: 'openShift', path: { id: till }, body: { opening: 20_000 }, gives: { shift: 'id' } },
  { operation: 'putCategory', path: { code: 'otc' }, body: { name: '非处方药', nameEn: 'Over the counter' } },
  {
    operation: 'putProducts',
    body: {
      items: [
        { sku: '6901234567892', name: '板蓝根颗粒', category: 'otc', listPrice: 1_980, barcodes: ['6901234567892'] },
        { sku: '6909876543210', name: '维生素C', listPrice: 9_900 },
      ],
    },
  },
  { operation: 'findProduct', body: { code: '6901234567892' } },
  {
    operation: 'createMember',
    body: {
      name: '王小明',
      phone,
      birthday: { calendar: 'solar', year: 1988, month: 3, day: 8 },
      homeStore: store,
      channel: 'store',
      tags: ['老客'],
      consents: [{ channel: 'sms', given: true, source: '收银台' }],
    },
    gives: { member: 'memberId' },
  },
  { operation: 'searchMembers', body: { tail: '5678', storeId: store } },
  { operation: 'readMember', path: { id: member } },
  { operation: 'changeMemberTags', path: { id: member }, body: { add: ['养生'], remove: [] } },
  {
    operation: 'decideMemberConsent',
    path: { id: member },
    body: { channel: 'phone', given: false, source: '电话回访' },
  },
  { operation: 'revealMember', path: { id: member }, body: { field: 'phone', reason: '送货前联系' } },
  { operation: 'topUp', path: { id: member }, body: { storeId: store, amount: 50_000, tender: 'cash' } },
  { operation: 'quote', body: basket },
  { operation: 'recordPurchase', body: { ...basket, number: 'A-000123' }, gives: { sale: 'id' } },
  {
    operation: 'recordPurchases',
    body: {
      items: [
        { reference: 'A-000124', storeId: store, member: { phone }, lines: [{ sku: '6909876543210', amount: 9_900 }] },
        { reference: 'A-000125', storeId: store, lines: [{ sku: '6901234567892', amount: 1_980 }] },
      ],
    },
  },
  { operation: 'readPurchase', path: { id: sale } },
  { operation: 'listPurchases', query: { storeId: store, limit: 20 } },
  {
    operation: 'returnPurchase',
    path: { id: sale },
    body: { storeId: store, tillId: till, lines: [{ line: 1, quantity: 1 }], reason: '买多了' },
  },
  {
    operation: 'returnUnlinked',
    body: {
      storeId: store,
      member: { phone },
      lines: [{ sku: '6909876543210', amount: 9_900 }],
      reason: '旧系统的小票',
    },
  },
  { operation: 'readStatement', path: { id: member }, query: { unit: 'points' } },
  { operation: 'adjustPoints', path: { id: member }, body: { amount: 100, reason: '补记开业活动' } },
  {
    operation: 'createCardType',
    body: {
      code: 'vip',
      name: '会员卡',
      nameEn: 'Member card',
      kind: 'points',
      named: true,
      media: ['virtual', 'physical'],
    },
    gives: { cardType: 'typeId' },
  },
  {
    operation: 'issueCard',
    body: { memberId: member, typeId: cardType, medium: 'physical', number: '88010001', storeId: store },
  },
  { operation: 'listMembers', query: { stores: store, limit: 50 } },
  { operation: 'closeShift', path: { id: shift }, body: { counted: 70_000 } },
  { operation: 'listRoles', gives: { role: 'items.0.id' } },
  { operation: 'makeKey', body: { name: '小程序', roleId: role, unitId: store } },
  { operation: 'listAudit', query: { limit: 20 } },
]
