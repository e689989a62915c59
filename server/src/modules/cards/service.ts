import type { Caller } from '#kernel/caller.ts'
import { mustReach } from '#kernel/caller.ts'
import type { Blind } from '#kernel/crypto.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { announce } from '#kernel/facts.ts'
import { newId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/lane.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { digestOf, once } from '#kernel/told.ts'
import type { Standing } from '#modules/members/index.ts'
import {
  addIdentities,
  blindsOf,
  Flag,
  findIdentities,
  isBarred,
  lockMember,
  lockMembers,
  openArchive,
  openBearers,
  plainNumber,
  programmeDay,
  removeIdentity,
} from '#modules/members/index.ts'
import { readStores } from '#modules/org/index.ts'
import type { Card, Holder, IssueCard, IssuedCard } from './contract.ts'
import { refuse } from './contract.ts'
import { lastDay, makeNumber, wrongIssue } from './rules.ts'
import type { NewCard } from './store.ts'
import * as store from './store.ts'
import type { CardType } from './types/contract.ts'
import { findCardTypes } from './types/service.ts'

const context = 'cards.number'

/** Issues one card, under the caller's reference; its whole number is answered here and nowhere else. Refuses `cards.store_closed`. */
export async function issueCard(tx: Tx, input: IssueCard, who: Caller, reference: string): Promise<IssuedCard> {
  if (input.storeId) mustReach(who, input.storeId)
  const cardId = newId()
  const memberId = input.memberId ?? newId()
  const telling = { caller: who.id, reference, digest: digestOf('issueCard', input), causeId: cardId, memberId }
  return once(
    tx,
    telling,
    async () => {
      const storeId = input.storeId
      if (storeId && (await readStores(tx, [storeId])).get(storeId)?.status === 'closed')
        throw refuse('cards.store_closed', { storeId })
      if (input.memberId) await openArchive(tx, input.memberId, who)
      else if (!input.storeId && who.scope !== 'all') throw refuse('cards.needs_member')
      const [outcome] = await issueCards(tx, [input], who.personId, [{ cardId, memberId }])
      if ('refusal' in outcome!) throw outcome.refusal
      return outcome!.ok
    },
    async (cardId, memberId) => {
      const { accountId, number } = (await store.issuedAs(tx, memberId!, cardId))!
      return { cardId, memberId: memberId!, accountId, number: tx.keys.open(number, context) ?? '' }
    },
  )
}

type Issue = { input: IssueCard; type: CardType; cardId: string; memberId: string; number: string; blind: Blind }

/**
 * Issues cards to members, or unnamed ones to bearers, each answered on its own, in order. Locks the members. Refuses what the type does
 * not offer, a closed member, and `cards.number_taken`. Announces `card.issued`.
 */
export async function issueCards(
  tx: Tx,
  inputs: IssueCard[],
  issuedBy: string | null = null,
  ids?: { cardId: string; memberId: string }[],
): Promise<Outcome<IssuedCard>[]> {
  const standings = await lockMembers(tx, [...new Set(inputs.flatMap(({ memberId }) => memberId ?? []))])
  const types = await findCardTypes(tx, [...new Set(inputs.map(({ typeId }) => typeId))])
  const checked = inputs.map((input, at): Issue | Refusal => {
    const type = types.get(input.typeId)
    const wrong = wrongIssue(input, type) ?? wrongHolder(input, standings)
    if (wrong) return wrong
    const number = input.number ?? makeNumber(type!.prefix)
    const { cardId, memberId } = ids?.[at] ?? { cardId: newId(), memberId: input.memberId ?? newId() }
    return { input, type: type!, cardId, memberId, number, blind: blindsOf(tx, 'card', plainNumber(number))[0] }
  })
  const issues = checked.filter((one) => 'input' in one)
  const taken = await claimNumbers(tx, issues)
  const issued = new Map<string, IssuedCard>()
  for (const card of await write(
    tx,
    issues.filter(({ cardId }) => !taken.has(cardId)),
    issuedBy,
  ))
    issued.set(card.cardId, card)
  return checked.map((one) => {
    if (!('input' in one)) return { refusal: one }
    const ok = issued.get(one.cardId)
    return ok ? { ok } : { refusal: refuse('cards.number_taken', { ending: one.number.slice(-4) }) }
  })
}

function wrongHolder({ memberId }: IssueCard, standings: Map<string, Standing>): Refusal | undefined {
  if (memberId === null) return undefined
  const standing = standings.get(memberId)
  if (!standing || standing.mergedInto) return refuse('cards.unknown', { memberId })
  return isBarred(standing, Flag.closed) ? refuse('cards.member_closed', { memberId }) : undefined
}

/** Makes the numbers lead to their members; answers the cards whose number is another's, or was one's that is closed. */
async function claimNumbers(tx: Tx, issues: Issue[]): Promise<Set<string>> {
  const values = issues.map(({ number }) => plainNumber(number))
  const closed = await findIdentities(tx, 'closed_card', values)
  const lost = new Set<string>()
  const asking: Issue[] = []
  const seen = new Set<string>()
  for (const [at, issue] of issues.entries()) {
    const value = values[at]!
    if (closed.has(value) || seen.has(value)) lost.add(issue.cardId)
    else asking.push(issue)
    seen.add(value)
  }
  // Also a number that leads to this very member is taken: it is on another card.
  const held = await findIdentities(
    tx,
    'card',
    asking.map(({ number }) => plainNumber(number)),
  )
  const free = asking.filter(({ number }) => !held.has(plainNumber(number)))
  const late = await addIdentities(
    tx,
    free.map(({ number, memberId }) => ({ kind: 'card', value: plainNumber(number), memberId })),
  )
  const lateValues = new Set(late.map(({ value }) => value))
  for (const { cardId, number } of asking) {
    const value = plainNumber(number)
    if (held.has(value) || lateValues.has(value)) lost.add(cardId)
  }
  return lost
}

async function write(tx: Tx, issues: Issue[], issuedBy: string | null): Promise<IssuedCard[]> {
  if (issues.length === 0) return []
  const bearers = issues.filter(({ input }) => input.memberId === null)
  if (bearers.length > 0) {
    await openBearers(
      tx,
      bearers.map(({ memberId, input }) => ({ memberId, homeStore: input.storeId })),
    )
  }
  const today = await programmeDay(tx)
  const cards = issues.map(({ input, type, cardId, memberId, number, blind }): NewCard & { text: string } => ({
    memberId,
    cardId,
    accountId: newId(),
    typeId: type.typeId,
    medium: input.medium,
    number: tx.keys.seal(number, context),
    text: number,
    ...blind,
    ending: plainNumber(number).slice(-4),
    status: input.active ? 'active' : 'issued',
    storeId: input.storeId,
    issuedBy,
    expiresOn: lastDay(type, today),
  }))
  await store.insert(tx, cards)
  await announce(
    tx,
    cards.map(({ memberId, cardId, typeId, storeId }) => ({
      kind: 'card.issued',
      memberId,
      body: { cardId, typeId, storeId },
    })),
  )
  return cards.map(({ cardId, memberId, accountId, text }) => ({ cardId, memberId, accountId, number: text }))
}

/** A member's cards, newest first, without their whole numbers. Refuses `members.unknown` outside the caller's scope. */
export async function listCards(read: Read, { id }: { id: string }, who: Caller): Promise<Card[]> {
  await openArchive(read, id, who)
  return store.listOf(read, id)
}

/** Whom cards lead to: number → holder. Numbers that are no card of ours are absent; a closed card is answered as closed. */
export async function findHolders(read: Read, numbers: string[]): Promise<Map<string, Holder>> {
  const plain = new Map(numbers.map((number) => [number, plainNumber(number)]))
  const values = [...new Set(plain.values())]
  const closed = await findIdentities(read, 'closed_card', values)
  const open = await findIdentities(read, 'card', values)
  const hashes = new Map(values.map((value) => [value, blindsOf(read, 'card', value).map(({ hash }) => hash)]))
  const asked = values.flatMap((value) => {
    const memberId = open.get(value) ?? closed.get(value)
    return memberId ? hashes.get(value)!.map((hash) => ({ memberId, hash })) : []
  })
  if (asked.length === 0) return new Map()
  const cards = new Map(
    (await store.selectByHash(read, asked)).map(({ hash, ...holder }) => [hash.toString('base64'), holder]),
  )
  return new Map(
    numbers.flatMap((number) => {
      const holder = hashes.get(plain.get(number)!)!.map((hash) => cards.get(hash.toString('base64')))
      const found = holder.find((one) => one !== undefined)
      return found ? [[number, found] as const] : []
    }),
  )
}

/** Whom one card leads to, or nothing. */
export const findHolder = async (read: Read, number: string): Promise<Holder | undefined> =>
  (await findHolders(read, [number])).get(number)

/** Activates a card that was issued, or closes one for good: its number opens nothing any more and is not given out again. */
export async function changeCard(
  tx: Tx,
  { id, cardId, status }: { id: string; cardId: string; status: 'active' | 'closed' },
  who: Caller,
): Promise<Card> {
  await lockMember(tx, id, who)
  const card = await store.select(tx, id, cardId)
  if (!card) throw refuse('cards.unknown', { cardId })
  if (card.status === 'closed') throw refuse('cards.closed', { cardId })
  await store.setStatus(tx, id, cardId, status)
  if (status === 'closed') await closeNumber(tx, id, card.number)
  await announce(tx, [{ kind: 'card.status_changed', memberId: id, body: { cardId, status } }])
  return (await store.listOf(tx, id)).find((one) => one.cardId === cardId)!
}

async function closeNumber(tx: Tx, memberId: string, sealed: Buffer): Promise<void> {
  const number = tx.keys.open(sealed, context)
  if (number === undefined) throw refuse('cards.lost_key')
  await removeIdentity(tx, { kind: 'card', value: plainNumber(number), memberId })
  await addIdentities(tx, [{ kind: 'closed_card', value: plainNumber(number), memberId }])
}

/** Takes all cards of members out again, before the members themselves are: for the undo of an import. */
export async function removeCards(tx: Tx, memberIds: string[]): Promise<void> {
  if (memberIds.length > 0) await store.removeOf(tx, memberIds)
}

/**
 * Takes single cards out again that were issued by mistake, with their accounts and the way to them: for the undo of an import. A card that
 * was closed since stays. Answers which ones are gone.
 */
export async function withdrawCards(tx: Tx, cards: { memberId: string; cardId: string }[]): Promise<Set<string>> {
  const gone = new Set<string>()
  for (const { memberId, cardId } of cards) {
    const card = await store.select(tx, memberId, cardId)
    const number = card && card.status !== 'closed' ? tx.keys.open(card.number, context) : undefined
    if (number === undefined) continue
    await removeIdentity(tx, { kind: 'card', value: plainNumber(number), memberId })
    await store.removeOne(tx, memberId, cardId)
    gone.add(cardId)
  }
  return gone
}
