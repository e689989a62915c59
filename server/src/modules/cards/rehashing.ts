import type { Tx } from '#kernel/db.ts'
import type { HashedTable, Rehashed } from '#kernel/index-rotation.ts'
import { blindsOf, moveIdentities, plainNumber } from '#modules/members/index.ts'
import * as store from './store.ts'

const batch = 500
const nowhere = '00000000-0000-0000-0000-000000000000'

/** Where this room keeps keyed hashes; the way from a number to its member moves with them. */
export const rehashed: readonly HashedTable[] = [{ table: 'cards.card', rehash }]

async function rehash(tx: Tx, after: string): Promise<Rehashed> {
  const { keyNo } = blindsOf(tx, 'card', '')[0]
  const from = after === '' ? [nowhere, nowhere] : after.split(' ')
  const rows = await store.lockOldCards(tx, keyNo, from as [string, string], batch)
  const cards = rows.flatMap(({ memberId, cardId, number }) => {
    const text = tx.keys.open(number, 'cards.number')
    return text === undefined ? [] : [{ memberId, cardId, value: plainNumber(text) }]
  })
  if (cards.length > 0) {
    await moveIdentities(
      tx,
      cards.map(({ value }) => ({ kinds: ['card', 'closed_card'], value })),
    )
    await store.moveHashes(
      tx,
      cards.map(({ memberId, cardId, value }) => ({ memberId, cardId, ...blindsOf(tx, 'card', value)[0] })),
    )
  }
  const last = rows.length === batch ? rows.at(-1)! : undefined
  return {
    moved: cards.length,
    lost: rows.length - cards.length,
    next: last ? `${last.memberId} ${last.cardId}` : null,
  }
}
