import type { Things } from './things.ts'

type Input = Record<string, unknown>

/** What a sound input of a row is, in one store; and, where a thing of another store could be slipped in, the forms of that. */
export type Sound = {
  aimed: (own: Things, no: number) => Input
  /** Own store, and one thing of another. */
  crossed?: (own: Things, other: Things, no: number) => Input[]
}

const lines = [{ sku: 'SKU1', amount: 100 }]
const sale = ({ store, member }: Things) => ({ storeId: store, member: { id: member }, lines })
const selling: Sound = {
  aimed: sale,
  crossed: (own, other) => [
    { ...sale(own), member: { id: other.member } },
    { ...sale(own), tillId: other.till },
  ],
}
const ofMember: Sound = { aimed: ({ member }) => ({ id: member }) }
const ofPerson: Sound = { aimed: ({ person }) => ({ id: person }) }

/** Rows whose things belong to a store. A row that is not here is asked with what its shape alone tells. */
export const sound: Record<string, Sound> = {
  listStores: { aimed: ({ store }) => ({ below: store }) },
  listUnits: { aimed: ({ store }) => ({ below: store }) },
  readUnit: { aimed: ({ store }) => ({ id: store }) },
  makeUnit: { aimed: ({ store }, no) => ({ kind: 'department', code: `N${no}`, name: '新', parentId: store }) },
  changeUnit: { aimed: ({ department }) => ({ id: department, name: '柜' }) },
  moveUnit: {
    aimed: ({ department, store }) => ({ id: department, parentId: store }),
    crossed: (own, other) => [
      { id: own.department, parentId: other.store },
      { id: other.department, parentId: own.store },
    ],
  },
  closeUnit: { aimed: ({ department }) => ({ id: department }) },
  reopenUnit: { aimed: ({ department }) => ({ id: department }) },
  revokeKey: { aimed: ({ key }) => ({ id: key }) },
  listPeople: { aimed: ({ store }) => ({ unitId: store }) },
  searchPeople: {
    aimed: ({ store }) => ({ unitId: store, q: '员工' }),
    crossed: (_, other) => [{ q: other.words[3]! }],
  },
  readPerson: ofPerson,
  changePerson: { aimed: ({ person }, no) => ({ id: person, number: `P${no}` }) },
  invitePerson: ofPerson,
  dismissPerson: { aimed: ({ sparePerson }) => ({ id: sparePerson }) },
  takeBackPerson: { aimed: ({ sparePerson }) => ({ id: sparePerson }) },
  revokeRole: {
    aimed: ({ person, grant }) => ({ id: person, grantId: grant }),
    crossed: (own, other) => [{ id: own.person, grantId: other.grant }],
  },
  listSessionsOfPerson: ofPerson,
  endSessionsOfPerson: ofPerson,
  endSecondFactorOfPerson: ofPerson,
  listPosts: { aimed: ({ store }) => ({ unitId: store }) },
  readPost: { aimed: ({ post }) => ({ id: post }) },
  listAppointments: {
    aimed: ({ post }) => ({ postId: post }),
    crossed: (_, other) => [{ postId: other.post }, { personId: other.person }],
  },
  readChart: { aimed: ({ store }) => ({ unitId: store }) },
  // A superior may stand in any part of the house, so that one of another store is no trespass.
  makePost: { aimed: ({ store }) => ({ title: '新岗', unitId: store }) },
  changePost: {
    aimed: ({ sparePost }) => ({ id: sparePost, grade: 'B1' }),
    crossed: (own, other) => [{ id: own.sparePost, unitId: other.store }],
  },
  closePost: { aimed: ({ sparePost }) => ({ id: sparePost }) },
  appoint: {
    aimed: ({ sparePost, person }) => ({ id: sparePost, personId: person }),
    crossed: (own, other) => [{ id: own.sparePost, personId: other.person }],
  },
  endAppointment: {
    aimed: ({ post, appointment }) => ({ id: post, appointmentId: appointment }),
    crossed: (own, other) => [{ id: own.post, appointmentId: other.appointment }],
  },
  listAudit: {
    aimed: ({ store }) => ({ storeId: store }),
    crossed: (_, other) => [{ subjectId: other.member }, { callerId: other.person }],
  },
  createMember: { aimed: ({ store }) => ({ name: '新人', homeStore: store }) },
  searchMembers: {
    aimed: ({ store, words }) => ({ tail: words[6]!.slice(-4), storeId: store }),
    crossed: (_, other) => [{ tail: other.words[6]!.slice(-4) }, { q: other.words[0]! }],
  },
  listMembers: { aimed: ({ store }) => ({ stores: store }) },
  readMember: ofMember,
  editMember: {
    aimed: ({ spareMember }) => ({ id: spareMember, version: 1, remark: '好' }),
    crossed: (own, other) => [{ id: own.spareMember, version: 1, homeStore: other.store }],
  },
  revealMember: { aimed: ({ member }) => ({ id: member, field: 'phone', reason: 'proof' }) },
  changeMemberTags: { aimed: ({ member }) => ({ id: member, add: ['常客'] }) },
  tagMembers: {
    aimed: ({ member }) => ({ items: [{ id: member, add: ['常客'] }] }),
    crossed: (_, other) => [{ items: [{ id: other.member, add: ['常客'] }] }],
  },
  changeMemberStatus: { aimed: ({ spareMember }) => ({ id: spareMember, status: 'active', reason: 'proof' }) },
  decideMemberConsent: { aimed: ({ member }) => ({ id: member, channel: 'sms', given: true, source: 'counter' }) },
  issueCard: {
    aimed: ({ member, cardType, store }) => ({ memberId: member, typeId: cardType, medium: 'virtual', storeId: store }),
    crossed: (own, other) => [{ memberId: other.member, typeId: own.cardType, medium: 'virtual', storeId: own.store }],
  },
  listCards: ofMember,
  changeCard: {
    aimed: ({ member, card }) => ({ id: member, cardId: card, status: 'active', reason: 'proof' }),
    crossed: (own, other) => [{ id: own.member, cardId: other.card, status: 'closed', reason: 'proof' }],
  },
  quote: selling,
  recordPurchase: selling,
  returnUnlinked: selling,
  previewUnlinkedReturn: selling,
  recordPurchases: {
    aimed: (own, no) => ({ items: [{ ...sale(own), reference: `batch-${no}` }] }),
    crossed: (own, other, no) => [
      { items: [{ ...sale(own), member: { id: other.member }, reference: `crossed-${no}` }] },
    ],
  },
  listPurchases: {
    aimed: ({ store }) => ({ storeId: store }),
    crossed: (_, other) => [{ memberId: other.member }, { saleId: other.sale }, { shiftId: other.shift }],
  },
  readPurchase: { aimed: ({ sale: id }) => ({ id }) },
  returnPurchase: {
    aimed: ({ sale: id, store }) => ({ id, storeId: store, lines: [{ line: 1, quantity: 1 }] }),
    crossed: (own, other) => [{ id: other.sale, storeId: own.store }],
  },
  previewReturn: {
    aimed: ({ sale: id, store }) => ({ id, storeId: store, lines: [{ line: 1, quantity: 1 }] }),
    crossed: (own, other) => [{ id: other.sale, storeId: own.store }],
  },
  listTills: { aimed: ({ store }) => ({ storeId: store }) },
  addTill: { aimed: ({ store }, no) => ({ storeId: store, code: `T${no}` }) },
  changeTill: { aimed: ({ till }) => ({ id: till, name: '一号' }) },
  openShift: { aimed: ({ spareTill }) => ({ id: spareTill, opening: 0 }) },
  readShift: { aimed: ({ shift }) => ({ id: shift }) },
  listShifts: { aimed: ({ store }) => ({ storeId: store }), crossed: (_, other) => [{ tillId: other.till }] },
  readShiftRecord: { aimed: ({ shift }) => ({ id: shift }) },
  closeShift: { aimed: ({ spareShift }) => ({ id: spareShift, counted: 0 }) },
  topUp: {
    aimed: ({ member, store }) => ({ id: member, storeId: store, amount: 100 }),
    crossed: (own, other) => [
      { id: other.member, storeId: own.store, amount: 100 },
      { id: own.member, storeId: own.store, tillId: other.till, amount: 100 },
    ],
  },
  listTopUps: ofMember,
  adjustPoints: { aimed: ({ member }) => ({ id: member, amount: 1, reason: 'proof' }) },
  listAdjustments: ofMember,
  readStatement: ofMember,
  listTierHistory: ofMember,
}

/** Rows of the whole house or of the caller alone: a store has no part in them. */
export const storeless =
  /^\w+ \/v1\/(roles|products|categories|brands|card-types|member-fields|charter|session|sessions|profile|invitations|setup|organisation$|audit\/verify|backups)/
