import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import type { Row } from '#kernel/http.ts'
import { command, query } from '#kernel/http.ts'
import { Grant, NewGrant } from '../roles/contract.ts'
import { OpenSessionList } from '../sessions/contract.ts'
import { endFactorOf, endSessionsOfPerson, listSessionsOf } from './care.ts'
import { ChangedPerson, MadeInvitation, NewPerson, Person, PersonFilter, PersonList } from './contract.ts'
import * as people from './service.ts'

const naming = ['org.login_missing', 'org.login_malformed', 'org.login_taken', 'org.number_taken'] as const
const granting = ['org.role_unknown', 'org.unit_unknown', 'org.permission_not_held', 'org.granted_already'] as const
const managing = ['org.person_unknown', 'org.person_outranks'] as const

const trailOfPerson = (_: unknown, person: Person) => ({ subjectId: person.id, body: { status: person.status } })
const subject = ({ id }: { id: string }) => ({ subjectId: id })

export const personRoutes: Row[] = [
  query({
    name: 'listPeople',
    path: 'GET /v1/people',
    summary: 'The people who play a role within the caller’s scope.',
    may: 'people.read',
    input: PersonFilter.omit({ q: true }),
    output: PersonList,
    run: people.listPeople,
  }),
  query({
    name: 'searchPeople',
    path: 'POST /v1/people/search',
    summary: 'The same by part of a name or a personnel number, which never stand in an address.',
    may: 'people.read',
    input: PersonFilter,
    output: PersonList,
    run: people.listPeople,
  }),
  query({
    name: 'readPerson',
    path: 'GET /v1/people/{id}',
    summary: 'A person with their roles.',
    may: 'people.read',
    input: z.object({ id: Id }),
    output: Person,
    refuses: ['org.person_unknown'],
    run: (read, { id }, who) => people.readPerson(read, id, who),
  }),
  command({
    name: 'makePerson',
    path: 'POST /v1/people',
    summary: 'Makes a person with their first roles; an invitation lets them in.',
    may: 'people.manage',
    input: NewPerson,
    output: Person,
    refuses: [...naming, ...granting, 'org.not_set_up', 'org.person_unknown'],
    trail: (input, person) => ({ subjectId: person.id, body: { grants: input.grants } }),
    run: people.makePerson,
  }),
  command({
    name: 'changePerson',
    path: 'PATCH /v1/people/{id}',
    summary: 'Changes a person’s name, number, logins or language.',
    may: 'people.manage',
    input: ChangedPerson,
    output: Person,
    refuses: [...naming, ...managing],
    trail: (input) => ({ subjectId: input.id, body: { fields: Object.keys(input).filter((key) => key !== 'id') } }),
    run: people.changePerson,
  }),
  command({
    name: 'invitePerson',
    path: 'POST /v1/people/{id}/invitation',
    summary: 'A link that is good once within 72 hours: its holder sets a password. Also for a forgotten one.',
    may: 'people.manage',
    input: z.object({ id: Id }),
    output: MadeInvitation,
    refuses: [...managing, 'org.person_left'],
    trail: subject,
    run: (tx, { id }, who) => people.invitePerson(tx, id, who),
  }),
  command({
    name: 'dismissPerson',
    path: 'POST /v1/people/{id}/dismiss',
    summary: 'Ends a person’s access; their name stays in what they did.',
    may: 'people.manage',
    input: z.object({ id: Id }),
    output: Person,
    refuses: [...managing, 'org.last_owner', 'org.not_set_up'],
    trail: trailOfPerson,
    run: (tx, { id }, who) => people.dismissPerson(tx, id, who),
  }),
  command({
    name: 'takeBackPerson',
    path: 'POST /v1/people/{id}/take-back',
    summary: 'Takes a person back who had left, with the roles that they had.',
    may: 'people.manage',
    input: z.object({ id: Id }),
    output: Person,
    refuses: managing,
    trail: trailOfPerson,
    run: (tx, { id }, who) => people.takeBackPerson(tx, id, who),
  }),
  command({
    name: 'grantRole',
    path: 'POST /v1/people/{id}/grants',
    summary: 'Lets a person play a role in a unit and everything below it.',
    may: 'people.manage',
    input: NewGrant.extend({ id: Id }),
    output: Grant,
    refuses: [...granting, 'org.person_unknown'],
    trail: (input) => ({ subjectId: input.id, body: { roleId: input.roleId, unitId: input.unitId } }),
    run: people.grantToPerson,
  }),
  command({
    name: 'revokeRole',
    path: 'DELETE /v1/people/{id}/grants/{grantId}',
    summary: 'Takes a role from a person, within a second also in open sessions.',
    may: 'people.manage',
    input: z.object({ id: Id, grantId: Id }),
    output: z.object({}),
    refuses: ['org.grant_unknown', 'org.permission_not_held', 'org.last_owner'],
    trail: (input) => ({ subjectId: input.id, body: { grantId: input.grantId } }),
    run: async (tx, input, who) => {
      await people.revokeFromPerson(tx, input, who)
      return {}
    },
  }),
  query({
    name: 'listSessionsOfPerson',
    path: 'GET /v1/people/{id}/sessions',
    summary: 'Where a person is signed in.',
    may: 'people.manage',
    input: z.object({ id: Id }),
    output: OpenSessionList,
    refuses: managing,
    run: async (read, { id }, who) => ({ items: await listSessionsOf(read, id, who), next: null }),
  }),
  command({
    name: 'endSessionsOfPerson',
    path: 'DELETE /v1/people/{id}/sessions',
    summary: 'Signs a person out everywhere.',
    may: 'people.manage',
    input: z.object({ id: Id }),
    output: z.object({ ended: z.int() }),
    refuses: managing,
    trail: subject,
    run: async (tx, { id }, who) => ({ ended: await endSessionsOfPerson(tx, id, who) }),
  }),
  command({
    name: 'endSecondFactorOfPerson',
    path: 'DELETE /v1/people/{id}/second-factor',
    summary: 'Takes the second factor from a person who has lost it; they are signed out everywhere.',
    may: 'people.manage',
    input: z.object({ id: Id }),
    output: z.object({}),
    refuses: [...managing, 'org.second_factor_off'],
    trail: subject,
    run: async (tx, { id }, who) => {
      await endFactorOf(tx, id, who)
      return {}
    },
  }),
]
