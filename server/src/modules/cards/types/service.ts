import type { Read, Tx } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { refuse } from '../contract.ts'
import type { CardType, EditCardType, NewCardType } from './contract.ts'
import * as store from './store.ts'

/** The kinds of cards that the house offers or has offered. */
export const listCardTypes = (read: Read): Promise<CardType[]> => store.selectAll(read)

/** Card types by id; ids that are none are absent. */
export async function findCardTypes(read: Read, ids: string[]): Promise<Map<string, CardType>> {
  return ids.length === 0 ? new Map() : new Map((await store.select(read, ids)).map((type) => [type.typeId, type]))
}

/** Defines a kind of card (CRD-02). Refuses `cards.code_taken`. */
export async function createCardType(tx: Tx, input: NewCardType): Promise<CardType> {
  const type: CardType = { typeId: newId(), ...input, media: [...new Set(input.media)], status: 'open', version: 1 }
  if ((await store.insert(tx, type)) === 0) throw refuse('cards.code_taken', { code: input.code })
  return type
}

/** Changes what is given of a kind of card, over the version that was read; cards that are out keep their last day. */
export async function editCardType(tx: Tx, { id, version, ...changes }: EditCardType): Promise<CardType> {
  const old = (await findCardTypes(tx, [id])).get(id)
  if (!old) throw refuse('cards.type_unknown', { typeId: id })
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const type: CardType = { ...old, ...given, version: version + 1 }
  if (type.kind === 'period' && type.validityMonths === null) throw refuse('cards.period_missing', { typeId: id })
  if (old.version !== version || (await store.update(tx, type)) === 0)
    throw refuse('cards.changed_meanwhile', { version: old.version })
  return type
}
