import type { Schemas } from '../../parts/api.ts'

export type Member = Schemas['Member']
export type Birthday = Schemas['Birthday']
export type Gender = NonNullable<Member['gender']>
export type MemberKind = Member['kind']
export type CustomValue = Member['custom'][string]
export type ConsentChannel = Schemas['Consent']['channel']
export const channels = ['sms', 'phone', 'wechat', 'email'] as const satisfies ConsentChannel[]
export type Secret = 'phone' | 'email' | 'idNumber' | 'address'

type Hit = Schemas['MemberHit']
type Listed = Schemas['MemberRow']

/** A member in a list; who was found by searching comes without the day of joining and the completeness. */
export type MemberRow = Omit<Listed, 'kind' | 'number' | 'joinedOn' | 'percent'> &
  Pick<Hit, 'kind' | 'number'> &
  Partial<Pick<Listed, 'joinedOn' | 'percent'>>

/** A field that the house has added to its archives. */
export type Field = Schemas['MemberField']
export type Lot = Schemas['Lot']
export type Entry = Schemas['Entry']
export type Statement = Schemas['Statement']
export type TopUp = Schemas['TopUp']
export type Adjustment = Schemas['Adjustment']
export type TierChange = Schemas['TierChange']
export type Card = Schemas['Card']
export type PurchaseHead = Schemas['PurchaseHead']
export type AuditEntry = Schemas['AuditEntry']
