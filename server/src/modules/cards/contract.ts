import { z } from 'zod'
import { Day, Id, Line, Moment } from '#kernel/fields.ts'
import { refusals } from '#kernel/refusal.ts'
import { Medium } from './types/contract.ts'

export const refuse = refusals({
  'cards.unknown': 404,
  'cards.type_unknown': 404,
  'cards.type_retired': 409,
  'cards.code_taken': 409,
  'cards.changed_meanwhile': 409,
  /** A card for a time has one. */
  'cards.period_missing': 422,
  /** The type is not offered in this form. */
  'cards.medium_not_offered': 422,
  /** A named card needs a member, an unnamed one is borne by nobody we know. */
  'cards.needs_member': 422,
  'cards.needs_no_member': 422,
  /** The number is another card's, or was. */
  'cards.number_taken': 409,
  'cards.member_closed': 409,
  /** A closed store issues none. Details: storeId. */
  'cards.store_closed': 409,
  /** The key with which the number was sealed is not in the key file. */
  'cards.lost_key': 410,
  'cards.closed': 409,
})

export const CardStatus = z.enum(['issued', 'active', 'closed'])
export type CardStatus = z.infer<typeof CardStatus>

export const IssueCard = z
  .object({
    /** Whose card it is; nobody's for an unnamed one. */
    memberId: Id.nullable().default(null),
    typeId: Id,
    medium: Medium,
    /** The number printed on the card, as it was scanned; one is made unless said. */
    number: Line(64).min(4).nullable().default(null),
    /** The store that hands it out. */
    storeId: Id.nullable().default(null),
    /** False: it is only issued, and must be activated before it is good. */
    active: z.boolean().default(true),
  })
  .meta({ id: 'IssueCard' })
export type IssueCard = z.infer<typeof IssueCard>

/** A card as it is listed. The whole number is said once, when the card is issued. */
export const Card = z
  .object({
    cardId: Id,
    memberId: Id,
    accountId: Id,
    typeId: Id,
    typeCode: z.string(),
    typeName: z.string(),
    typeNameEn: z.string(),
    kind: z.string(),
    medium: Medium,
    /** The last four characters of the number. */
    ending: z.string(),
    status: CardStatus,
    storeId: Id.nullable(),
    expiresOn: Day.nullable(),
    issuedAt: Moment,
    activatedAt: Moment.nullable(),
    closedAt: Moment.nullable(),
  })
  .meta({ id: 'Card' })
export type Card = z.infer<typeof Card>

export const IssuedCard = z
  .object({ cardId: Id, memberId: Id, accountId: Id, number: z.string() })
  .meta({ id: 'IssuedCard' })
export type IssuedCard = z.infer<typeof IssuedCard>

export const CardList = z.object({ items: z.array(Card) })

export const ChangeCard = z.object({
  id: Id,
  cardId: Id,
  status: z.enum(['active', 'closed']),
  reason: Line(200).min(2),
})

/** Whom a card leads to, for a till: `status` says whether it is good. */
export type Holder = {
  memberId: string
  cardId: string
  accountId: string
  typeId: string
  status: CardStatus
  expiresOn: string | null
}
