import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import type { Row } from '#kernel/http.ts'
import { command, query } from '#kernel/http.ts'
import * as contract from './contract.ts'
import { editMember } from './editing/service.ts'
import { routes as fieldRoutes } from './fields/routes.ts'
import { Hits, SearchMembers } from './search/contract.ts'
import { searchMembers } from './search/service.ts'
import * as service from './service.ts'
import { TaggedMembers, TagMembers } from './tags/contract.ts'
import { tagMembers } from './tags/service.ts'

const { Member } = contract

/** Somebody who tries out phones or numbers is slowed down; a shop in its rush hour is not. */
const searching = { most: 300, seconds: 60 }

export const routes: Row[] = [
  ...fieldRoutes,
  command({
    name: 'createMember',
    path: 'POST /v1/members',
    summary: 'Takes a new member in. A phone leads to one member: a second one with it is refused with a masked hint.',
    may: 'members.write',
    told: true,
    input: contract.NewMember,
    output: contract.CreatedMember,
    refuses: [
      'members.bad_phone',
      'members.phone_taken',
      'members.number_taken',
      'members.external_taken',
      'members.nobody',
      'members.home_missing',
      'members.home_closed',
      'members.bad_custom',
    ],
    within: ({ homeStore }) => homeStore,
    trail: ({ homeStore }, { memberId }) => ({ subjectId: memberId, storeId: homeStore }),
    run: async (tx, input, who, { reference }) => {
      const made = await service.createMember(tx, input, who, reference)
      return { id: made.memberId, ...made }
    },
  }),
  command({
    name: 'searchMembers',
    path: 'POST /v1/members/search',
    summary:
      'Finds members by whole phone, card, number or foreign id (anywhere), by last four digits or name (within the scope).',
    may: 'members.read',
    input: SearchMembers,
    output: Hits,
    refuses: ['members.bad_phone'],
    rate: searching,
    within: ({ storeId }) => storeId,
    // It writes its own entry, and only for who was found outside the scope.
    trail: false,
    run: searchMembers,
  }),
  query({
    name: 'listMembers',
    path: 'GET /v1/members',
    summary: 'Members within the scope, newest first, masked.',
    may: 'members.read',
    input: contract.ListMembers,
    output: contract.MemberPage,
    run: service.listMembers,
  }),
  query({
    name: 'readMember',
    path: 'GET /v1/members/{id}',
    summary: 'A member’s archive, masked. Outside the scope it does not exist.',
    may: 'members.read',
    input: z.object({ id: Id }),
    output: Member,
    refuses: ['members.unknown'],
    run: service.readMember,
  }),
  command({
    name: 'editMember',
    path: 'PATCH /v1/members/{id}',
    summary: 'Changes what is given of an archive, over the version that was read; null empties.',
    may: 'members.write',
    input: contract.EditMember,
    output: Member,
    refuses: [
      'members.unknown',
      'members.changed_meanwhile',
      'members.home_closed',
      'members.bad_phone',
      'members.phone_taken',
      'members.nobody',
      'members.bad_custom',
    ],
    trail: ({ id, version: _, ...changes }, { homeStore }) => ({
      subjectId: id,
      storeId: homeStore,
      body: { fields: Object.keys(changes) },
    }),
    run: editMember,
  }),
  command({
    name: 'revealMember',
    path: 'POST /v1/members/{id}/reveal',
    summary: 'A phone, e-mail, id number or address in clear, for a reason that the trail keeps.',
    may: 'members.reveal',
    input: contract.Reveal,
    output: contract.Revealed,
    refuses: ['members.unknown', 'members.lost_key'],
    rate: { most: 60, seconds: 60 },
    trail: ({ id, field, reason }) => ({ subjectId: id, body: { field, reason } }),
    run: service.reveal,
  }),
  command({
    name: 'changeMemberTags',
    path: 'POST /v1/members/{id}/tags',
    summary: 'Adds and removes tags.',
    may: 'members.write',
    input: contract.ChangeTags,
    output: Member,
    refuses: ['members.unknown', 'members.changed_meanwhile'],
    trail: ({ id, add, remove }) => ({ subjectId: id, body: { add, remove } }),
    run: service.changeTags,
  }),
  command({
    name: 'tagMembers',
    path: 'POST /v1/members/tags',
    summary: 'Adds and removes tags of up to 1,000 members; each is answered on its own.',
    may: 'members.write',
    input: TagMembers,
    output: TaggedMembers,
    // Each member who was changed has an entry of their own.
    trail: false,
    run: tagMembers,
  }),
  command({
    name: 'changeMemberStatus',
    path: 'POST /v1/members/{id}/status',
    summary: 'Closes a membership or opens it again, for a reason.',
    may: 'members.write',
    input: contract.ChangeStatus,
    output: Member,
    refuses: ['members.unknown', 'members.changed_meanwhile'],
    trail: ({ id, status, reason }) => ({ subjectId: id, body: { status, reason } }),
    run: service.changeStatus,
  }),
  command({
    name: 'decideMemberConsent',
    path: 'POST /v1/members/{id}/consents',
    summary: 'Writes down that a member may be reached by a channel, or may not any more.',
    may: 'members.write',
    input: z.object({ id: Id, ...contract.ToldConsent.shape }),
    output: Member,
    refuses: ['members.unknown'],
    trail: ({ id, channel, given, source }) => ({ subjectId: id, body: { channel, given, source } }),
    run: service.decideConsent,
  }),
]
