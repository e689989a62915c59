import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import type { Card, CardStatus, Holder } from './contract.ts'

export type NewCard = {
  memberId: string
  cardId: string
  accountId: string
  typeId: string
  medium: string
  number: Buffer
  hash: Buffer
  keyNo: number
  ending: string
  status: CardStatus
  storeId: string | null
  issuedBy: string | null
  expiresOn: string | null
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** Opens the accounts and writes the cards that stand for them. */
export async function insert(tx: Tx, cards: NewCard[]): Promise<void> {
  const plain = (
    field: 'memberId' | 'cardId' | 'accountId' | 'typeId' | 'storeId' | 'issuedBy' | 'expiresOn' | 'keyNo',
  ) => plainArray(cards.map((card) => card[field]))
  await tx.run(sql`
    insert into cards.account (member_id, account_id, type_id, opened_at)
    select *, ${tx.now}::timestamptz from unnest(${plain('memberId')}::uuid[], ${plain('accountId')}::uuid[], ${plain('typeId')}::uuid[])`)
  await tx.run(sql`
    insert into cards.card (member_id, card_id, account_id, type_id, medium, number_sealed, number_hash, ending, status, store_id,
                            issued_by, expires_on, key_no, issued_at, activated_at)
    select new.*, ${tx.now}::timestamptz, case when new.status = 'active' then ${tx.now}::timestamptz end
      from unnest(${plain('memberId')}::uuid[], ${plain('cardId')}::uuid[], ${plain('accountId')}::uuid[], ${plain('typeId')}::uuid[],
        ${plainArray(cards.map((card) => card.medium))}::text[], ${textArray(cards.map((card) => hex(card.number)))}::bytea[],
        ${textArray(cards.map((card) => hex(card.hash)))}::bytea[], ${textArray(cards.map((card) => card.ending))}::text[],
        ${plainArray(cards.map((card) => card.status))}::text[], ${plain('storeId')}::uuid[], ${plain('issuedBy')}::uuid[],
        ${plain('expiresOn')}::date[], ${plain('keyNo')}::smallint[])
        as new (member_id, card_id, account_id, type_id, medium, number_sealed, number_hash, ending, status, store_id, issued_by, expires_on,
          key_no)`)
}

const listed =
  sql.raw(`card.card_id as "cardId", card.member_id as "memberId", card.account_id as "accountId", card.type_id as "typeId",
  card_type.code as "typeCode", card_type.name as "typeName", card_type.name_en as "typeNameEn", card_type.kind, card.medium, card.ending,
  card.status, card.store_id as "storeId", card.expires_on as "expiresOn", card.issued_at as "issuedAt",
  card.activated_at as "activatedAt", card.closed_at as "closedAt"`)

export const listOf = (read: Read, memberId: string): Promise<Card[]> =>
  read.rows(sql`select ${listed} from cards.card join cards.card_type on card_type.type_id = card.type_id
    where card.member_id = ${memberId}::uuid order by card.card_id desc`)

export type Sealed = { status: CardStatus; number: Buffer }

export const select = (read: Read, memberId: string, cardId: string): Promise<Sealed | undefined> =>
  read.maybe(sql`select status, number_sealed as number from cards.card
    where member_id = ${memberId}::uuid and card_id = ${cardId}::uuid`)

export const issuedAs = (
  read: Read,
  memberId: string,
  cardId: string,
): Promise<{ accountId: string; number: Buffer } | undefined> =>
  read.maybe(sql`select account_id as "accountId", number_sealed as number from cards.card
    where member_id = ${memberId}::uuid and card_id = ${cardId}::uuid`)

export const setStatus = (tx: Tx, memberId: string, cardId: string, status: CardStatus): Promise<number> =>
  tx.run(sql`update cards.card set status = ${status}, version = version + 1,
      activated_at = ${status === 'active' ? sql`${tx.now}::timestamptz` : sql`activated_at`},
      closed_at = ${status === 'closed' ? sql`${tx.now}::timestamptz` : sql`closed_at`}
    where member_id = ${memberId}::uuid and card_id = ${cardId}::uuid`)

/** The cards behind hashes of numbers, of these members. */
export const selectByHash = (
  read: Read,
  asked: { memberId: string; hash: Buffer }[],
): Promise<(Holder & { hash: Buffer })[]> =>
  read.rows({
    name: 'cards.holders',
    text: `select card.member_id as "memberId", card.card_id as "cardId", card.account_id as "accountId", card.type_id as "typeId",
        card.status, card.expires_on as "expiresOn", card.number_hash as hash
      from unnest($1::uuid[], $2::bytea[]) as asked (member_id, hash)
      join cards.card on card.member_id = asked.member_id and card.number_hash = asked.hash`,
    values: [plainArray(asked.map(({ memberId }) => memberId)), textArray(asked.map(({ hash }) => hex(hash)))],
  })

/** Takes cards of these members out again, with their accounts. */
export async function removeOf(tx: Tx, memberIds: string[]): Promise<void> {
  const ids = plainArray(memberIds)
  await tx.run(sql`delete from cards.card where member_id = any(${ids}::uuid[])`)
  await tx.run(sql`delete from cards.account where member_id = any(${ids}::uuid[])`)
}

/** Takes one card out again, with the account that it alone stands for. */
export async function removeOne(tx: Tx, memberId: string, cardId: string): Promise<void> {
  const card = await tx.maybe<{ accountId: string }>(sql`
    delete from cards.card where member_id = ${memberId}::uuid and card_id = ${cardId}::uuid returning account_id as "accountId"`)
  if (!card) return
  await tx.run(sql`delete from cards.account as account where member_id = ${memberId}::uuid and account_id = ${card.accountId}::uuid
    and not exists (select 1 from cards.card where card.member_id = account.member_id and card.account_id = account.account_id)`)
}

export type OldCard = { memberId: string; cardId: string; number: Buffer }

/** Cards whose hash is under another index key than this one, locked, in the order of their key. */
export const lockOldCards = (tx: Tx, keyNo: number, after: [string, string], limit: number): Promise<OldCard[]> =>
  tx.rows(sql`
    select member_id as "memberId", card_id as "cardId", number_sealed as number from cards.card
     where key_no <> ${keyNo}::smallint and (member_id, card_id) > (${after[0]}::uuid, ${after[1]}::uuid)
     order by member_id, card_id limit ${limit} for update`)

export const moveHashes = (
  tx: Tx,
  moves: { memberId: string; cardId: string; hash: Buffer; keyNo: number }[],
): Promise<number> =>
  tx.run(sql`
    update cards.card set number_hash = move.hash, key_no = move.key_no
      from unnest(${plainArray(moves.map(({ memberId }) => memberId))}::uuid[], ${plainArray(moves.map(({ cardId }) => cardId))}::uuid[],
                  ${textArray(moves.map(({ hash }) => hex(hash)))}::bytea[], ${plainArray(moves.map(({ keyNo }) => keyNo))}::smallint[])
        as move (member_id, card_id, hash, key_no)
     where card.member_id = move.member_id and card.card_id = move.card_id`)
