import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import type { Row } from '#kernel/http.ts'
import { command, query } from '#kernel/http.ts'
import * as contract from './contract.ts'
import * as service from './service.ts'
import { CardType, CardTypeList, EditCardType, NewCardType } from './types/contract.ts'
import { createCardType, editCardType, listCardTypes } from './types/service.ts'

export const routes: Row[] = [
  query({
    name: 'listCardTypes',
    path: 'GET /v1/card-types',
    summary: 'The kinds of cards that the house offers or has offered.',
    may: 'cards.read',
    input: z.object({}),
    output: CardTypeList,
    run: async (read) => ({ items: await listCardTypes(read) }),
  }),
  command({
    name: 'createCardType',
    path: 'POST /v1/card-types',
    summary: 'Defines a kind of card.',
    may: 'org.manage',
    input: NewCardType,
    output: CardType,
    refuses: ['cards.code_taken'],
    trail: ({ code, kind, named }, { typeId }) => ({ subjectId: typeId, body: { code, kind, named } }),
    run: createCardType,
  }),
  command({
    name: 'editCardType',
    path: 'PATCH /v1/card-types/{id}',
    summary: 'Changes what is given of a kind of card, over the version that was read.',
    may: 'org.manage',
    input: EditCardType,
    output: CardType,
    refuses: ['cards.type_unknown', 'cards.changed_meanwhile', 'cards.period_missing'],
    trail: ({ id, version: _, ...changes }) => ({ subjectId: id, body: { fields: Object.keys(changes) } }),
    run: editCardType,
  }),
  command({
    name: 'issueCard',
    path: 'POST /v1/cards',
    summary:
      'Issues a card to a member, or an unnamed one to its bearer; the whole number is answered here and nowhere else.',
    may: 'cards.issue',
    told: true,
    input: contract.IssueCard,
    output: contract.IssuedCard,
    refuses: [
      'members.unknown',
      'cards.unknown',
      'cards.type_unknown',
      'cards.type_retired',
      'cards.medium_not_offered',
      'cards.needs_member',
      'cards.needs_no_member',
      'cards.number_taken',
      'cards.member_closed',
      'cards.store_closed',
    ],
    within: ({ storeId }) => storeId,
    trail: ({ typeId, medium, storeId }, { memberId, cardId }) => ({
      subjectId: memberId,
      storeId,
      body: { cardId, typeId, medium },
    }),
    run: (tx, input, who, { reference }) => service.issueCard(tx, input, who, reference),
  }),
  query({
    name: 'listCards',
    path: 'GET /v1/members/{id}/cards',
    summary: 'A member’s cards, newest first.',
    may: 'cards.read',
    input: z.object({ id: Id }),
    output: contract.CardList,
    refuses: ['members.unknown'],
    run: async (read, input, who) => ({ items: await service.listCards(read, input, who) }),
  }),
  command({
    name: 'changeCard',
    path: 'POST /v1/members/{id}/cards/{cardId}/status',
    summary: 'Activates a card that was issued, or closes one for good.',
    may: 'cards.issue',
    input: contract.ChangeCard,
    output: contract.Card,
    refuses: ['members.unknown', 'cards.unknown', 'cards.closed', 'cards.lost_key'],
    trail: ({ id, cardId, status, reason }) => ({ subjectId: id, body: { cardId, status, reason } }),
    run: service.changeCard,
  }),
]
