import type { Tx } from '#kernel/db.ts'
import type { CardType } from '#modules/cards/index.ts'
import { IssueCard, issueCards, listCardTypes } from '#modules/cards/index.ts'
import type { Found } from '../kind.ts'
import type { Opening } from './convert.ts'

/** A row that brings a card, with the member and store that it belongs to. */
export type Bearer = { one: Opening; memberId: string; storeId: string | null }

/** What became of the cards of some rows: the card, or what is wrong. */
export type Issued = Map<Opening, { cardId: string } | { wrong: Found }>

/** Issues the cards that members carry already, by the numbers printed on them; they are good at once. */
export async function issueAll(tx: Tx, bearers: Bearer[]): Promise<Issued> {
  const issued: Issued = new Map()
  if (bearers.length === 0) return issued
  const types = (await listCardTypes(tx)).filter(({ status, named }) => status === 'open' && named)
  const ready = bearers.flatMap((bearer) => {
    const type = typeOf(types, bearer.one.cardTypeWord)
    if (type) return [{ ...bearer, type }]
    const code = bearer.one.cardTypeWord === '' ? 'card_type_needed' : 'unknown_word'
    const words = types.map(({ name }) => name)
    issued.set(bearer.one, { wrong: bearer.one.finding('cardType', code, { words }) })
    return []
  })
  const outcomes = await issueCards(
    tx,
    ready.map(({ one, memberId, storeId, type }) =>
      IssueCard.parse({
        memberId,
        typeId: type.typeId,
        medium: type.media.includes('physical') ? 'physical' : 'virtual',
        number: one.card,
        storeId,
      }),
    ),
  )
  for (const [at, { one }] of ready.entries()) {
    const outcome = outcomes[at]!
    issued.set(
      one,
      'ok' in outcome
        ? { cardId: outcome.ok.cardId }
        : { wrong: one.finding('card', outcome.refusal.code, outcome.refusal.details) },
    )
  }
  return issued
}

/** The type that is meant: by code or name; the only one there is when the file says nothing. */
function typeOf(types: CardType[], word: string): CardType | undefined {
  if (word === '') return types.length === 1 ? types[0] : undefined
  const plain = word.normalize('NFKC').toLowerCase()
  return types.find(({ code, name, nameEn }) => [code, name, nameEn].some((known) => known.toLowerCase() === plain))
}
