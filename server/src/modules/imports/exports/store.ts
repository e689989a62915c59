import type { Read } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'

export type CardRow = {
  cardId: string
  memberId: string
  number: string | null
  typeCode: string
  kind: string
  medium: string
  ending: string
  status: string
  storeId: string | null
  issuedAt: string
  activatedAt: string | null
  closedAt: string | null
  expiresOn: string | null
}

/** Cards in the order of their making, a page at a time: of one member, or of members of these stores; issued on these days. */
export const cardsAfter = (
  read: Read,
  {
    memberId,
    stores,
    from,
    until,
  }: { memberId: string | null; stores: string[] | null; from: string | null; until: string | null },
  after: string,
  limit: number,
): Promise<CardRow[]> =>
  read.rows(sql`
    select card.card_id as "cardId", card.member_id as "memberId", member.number, card.type_code as "typeCode", card.kind, card.medium,
           card.ending, card.status, card.store_id as "storeId", card.issued_at as "issuedAt", card.activated_at as "activatedAt",
           card.closed_at as "closedAt", card.expires_on as "expiresOn"
      from cards.v_card as card
      join members.v_standing as standing on standing.member_id = card.member_id
      left join members.v_member as member on member.member_id = card.member_id
     where card.card_id > ${after}::uuid
       and (${memberId}::uuid is null or card.member_id = ${memberId}::uuid)
       and (${stores === null} or standing.home_store = any(${plainArray(stores ?? [])}::uuid[]))
       and (${from}::timestamptz is null or card.issued_at >= ${from}::timestamptz)
       and (${until}::timestamptz is null or card.issued_at < ${until}::timestamptz)
     order by card.card_id limit ${limit}`)

/** Everybody who may have books, a page at a time. */
export const standingsAfter = (read: Read, after: string, limit: number): Promise<{ memberId: string }[]> =>
  read.rows(
    sql`select member_id as "memberId" from members.v_standing where member_id > ${after}::uuid order by member_id limit ${limit}`,
  )

export type EntryRow = {
  memberId: string
  number: string | null
  id: string
  unit: string
  amount: number
  balance: number
  causeKind: string
  causeId: string
  storeId: string | null
  house: string | null
  occurredAt: string
  postedAt: string
  reverses: string | null
}

/** What moved in the books of some members, in the order of telling; only in these stores, when they are named. */
export const entriesOf = (
  read: Read,
  memberIds: string[],
  {
    stores,
    unit,
    from,
    until,
  }: { stores: string[] | null; unit: string | null; from: string | null; until: string | null },
): Promise<EntryRow[]> =>
  read.rows(sql`
    select e.member_id as "memberId", m.number, e.id, e.unit, e.amount, e.balance, e.cause_kind as "causeKind", e.cause_id as "causeId",
           e.store_id as "storeId", e.house, e.occurred_at as "occurredAt", e.posted_at as "postedAt", e.reverses
      from ledger.v_entry e left join members.v_member m on m.member_id = e.member_id
     where e.member_id = any(${plainArray(memberIds)}::uuid[])
       and (${unit}::text is null or e.unit = ${unit}::text)
       and (${stores === null} or e.store_id = any(${plainArray(stores ?? [])}::uuid[]))
       and (${from}::timestamptz is null or e.occurred_at >= ${from}::timestamptz)
       and (${until}::timestamptz is null or e.occurred_at < ${until}::timestamptz)
     order by e.member_id, e.id, e.no`)
