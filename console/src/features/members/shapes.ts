/** What the members', ledger's and cards' routes answer, as far as the screens use it. */
export interface Birthday {
  calendar: 'solar' | 'lunar'
  year: number | null
  month: number
  day: number
  leap: boolean
}

export type Gender = 'male' | 'female' | 'other'
export type MemberKind = 'person' | 'enterprise'
export type MemberStatus = 'active' | 'closed'
export type Activity = 'new' | 'active' | 'sleeping' | 'dormant' | 'lost'
export type CustomValue = string | number | boolean | null
export const channels = ['sms', 'phone', 'wechat', 'email'] as const
export type ConsentChannel = (typeof channels)[number]
export type Secret = 'phone' | 'email' | 'idNumber' | 'address'

export interface Standing {
  tier: number
  tierSince: string | null
  tierUntil: string | null
  barred: ('earn' | 'spend' | 'message' | 'signIn')[]
  activity: Activity
  firstOn: string | null
  lastOn: string | null
  purchases: number
  /** Minor units. */
  spent: number
  spentWithin12Months: number
}

export interface Member {
  memberId: string
  number: string
  kind: MemberKind
  name: string
  gender: Gender | null
  birthday: Birthday | null
  phone: string | null
  email: string | null
  idNumber: string | null
  address: string | null
  lost: string[]
  language: 'zh' | 'en'
  homeStore: string | null
  recruiter: string | null
  channel: string | null
  joinedOn: string
  status: MemberStatus
  tags: string[]
  custom: Record<string, CustomValue>
  remark: string
  completeness: { percent: number; missing: string[] }
  consents: { channel: ConsentChannel; given: boolean; source: string; decidedAt: string }[]
  standing: Standing
  mergedInto: string | null
  version: number
  createdAt: string
  updatedAt: string
}

/** A member in a list; who was found by searching comes without the day of joining and the completeness. */
export interface MemberRow {
  memberId: string
  number: string | null
  kind: MemberKind | 'bearer'
  name: string
  phone: string | null
  homeStore: string | null
  tier: number
  status: MemberStatus
  tags: string[]
  joinedOn?: string
  lastOn: string | null
  purchases: number
  spent: number
  percent?: number
}

export interface Hit {
  memberId: string
  kind: MemberKind | 'bearer'
  number: string | null
  name: string
  phone: string | null
  homeStore: string | null
  status: MemberStatus
  tags: string[]
  standing: Standing
  outside: boolean
}

/** A field that the house has added to its archives. */
export interface Field {
  key: string
  labelZh: string
  labelEn: string
  type: 'text' | 'number' | 'day' | 'choice' | 'yesno'
  choices: string[]
  required: boolean
  position: number
  retired: boolean
}

export type LotState = 'open' | 'pending' | 'held' | 'debt'

export interface Lot {
  unit: string
  state: LotState
  endsOn: string | null
  lot: string
  balance: number
}

export interface Entry {
  id: string
  unit: string
  amount: number
  state: LotState
  endsOn: string | null
  lotBalance: number
  causeKind: string
  causeId: string
  charter: number
  storeId: string | null
  occurredAt: string
  postedAt: string
  reverses: string | null
}

export interface Statement {
  items: Entry[]
  next: string | null
  asOf: string
  balances: { unit: string; shown: number; pending: number; held: number; debt: number }[]
  lots: Lot[]
}

export interface TopUp {
  id: string
  receipt: string
  storeId: string
  currency: string
  principal: number
  bonus: number
  tender: string
  note: string
  occurredAt: string
}

export interface Adjustment {
  id: string
  amount: number
  reason: string
  staff: string
  balance: number
  madeAt: string
}

export interface TierChange {
  before: number
  after: number
  sinceOn: string
  causeKind: string
  causeId: string
  changedAt: string
}

export interface Card {
  cardId: string
  typeName: string
  typeNameEn: string
  kind: string
  medium: 'virtual' | 'physical'
  ending: string
  status: 'issued' | 'active' | 'closed'
  storeId: string | null
  expiresOn: string | null
  issuedAt: string
  closedAt: string | null
}

export interface CardType {
  typeId: string
  name: string
  nameEn: string
  named: boolean
  media: ('virtual' | 'physical')[]
  status: 'open' | 'retired'
}

export interface PurchaseHead {
  id: string
  receipt: string
  kind: 'sale' | 'return' | 'unlinked'
  origin: 'till' | 'history' | 'earning'
  number: string | null
  storeName: string
  occurredAt: string
  currency: string
  total: number
  points: { earned: number; spent: number }
}

export interface AuditEntry {
  id: string
  kind: string
  caller: string
  outcome: string
  body: Record<string, unknown>
  actedAt: string
}
