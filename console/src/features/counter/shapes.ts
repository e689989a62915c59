import type { AnswerOf, Schemas } from '../../parts/api.ts'

/** With what one pays at this counter; a sale of another till may know further ones. */
export const tenderKinds = ['cash', 'wechat', 'alipay', 'card', 'wallet', 'points'] as const
export type TenderKind = (typeof tenderKinds)[number]
export type PaidBy = Schemas['Purchase']['tenders'][number]['kind']

/** How a member is named to the server. A whole phone, card or number opens a member at any till; an id only within the scope. */
export type MemberRef = { id: string } | { phone: string } | { card: string } | { number: string }

/** A member as the search shows one. */
export type Hit = Schemas['MemberHit']
export type Hits = AnswerOf<'post', '/v1/members/search'>
export type Birthday = NonNullable<Hit['birthday']>
export type FoundProducts = AnswerOf<'post', '/v1/products/find'>
export type Product = FoundProducts['items'][number]
export type Charter = AnswerOf<'get', '/v1/charter'>['charter']
export type Quote = Schemas['Quote']
export type Purchase = Schemas['Purchase']
export type PurchaseLine = Schemas['PurchaseLine']
export type ReturnPreview = Schemas['ReturnPreview']
export type Till = Schemas['Till']
export type Shift = Schemas['Shift']
export type Balances = AnswerOf<'get', '/v1/members/{id}/statement'>['balances']
export type TopUp = Schemas['TopUp']
