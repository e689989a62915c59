import type { Caller } from '#kernel/caller.ts'
import { scopeIds } from '#kernel/caller.ts'
import { dayIn } from '#kernel/clock.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { brokeConstraint } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { newId } from '#kernel/ids.ts'
import { refuse } from '../contract.ts'
import { forget } from '../identify.ts'
import { endAppointmentsOf } from '../posts/store.ts'
import type { Grant, NewGrant } from '../roles/contract.ts'
import { notHeld } from '../roles/rules.ts'
import { grantRole, listGrants, listGrantsOf, mustHaveOwner, revokeGrant } from '../roles/service.ts'
import { endSessionsOf, makeInvitation, voidInvitations } from '../sessions/store.ts'
import { hashOf, newToken } from '../tokens.ts'
import { readOrganisation } from '../units/service.ts'
import { lockOrganisation } from '../units/store.ts'
import type { ChangedPerson, MadeInvitation, NewPerson, Person, PersonFilter } from './contract.ts'
import { maskedEmail, maskedPhone, normalLogin, normalPhone } from './rules.ts'
import * as store from './store.ts'

/** What people are called, by id: for rows that say who did something. */
export async function namesOfPeople(read: Read, ids: string[]): Promise<Map<string, string>> {
  const found = ids.length > 0 ? await store.selectNames(read, [...new Set(ids)]) : []
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** A page of the people who play a role within the caller's scope, logins masked. */
export async function listPeople(read: Read, filter: PersonFilter, who: Caller) {
  const after = fromCursor(filter.cursor)?.[0]
  const rows = await store.selectPeople(read, {
    q: filter.q || null,
    status: filter.status ?? null,
    unitId: filter.unitId ?? null,
    scope: scopeIds(who),
    after: typeof after === 'string' ? after : null,
    limit: filter.limit + 1,
  })
  const page = rows.slice(0, filter.limit)
  const grants = await listGrantsOf(
    read,
    page.map((row) => row.id),
  )
  return {
    items: page.map((row) =>
      shown(
        read,
        row,
        grants.filter((grant) => grant.personId === row.id),
        true,
      ),
    ),
    next: rows.length > page.length ? toCursor(page.at(-1)!.id) : null,
  }
}

/** A person; their logins are whole for who may manage them. Refuses `org.person_unknown`, also outside the caller's scope. */
export async function readPerson(read: Read, id: string, who: Caller): Promise<Person> {
  const row = await store.selectPerson(read, id)
  const grants = row ? await listGrants(read, { personId: id }) : []
  const within =
    who.scope === 'all' || who.personId === id || grants.some((grant) => (who.scope as Set<string>).has(grant.unitId))
  if (!row || !within) throw refuse('org.person_unknown', { id })
  const mayManage = who.personId === id || (outranked(grants, who).length === 0 && who.permissions.has('people.manage'))
  return shown(read, row, grants, !(mayManage || who.permissions.has('*')))
}

/**
 * Makes a person with their first roles; they come in by an invitation. Refuses `org.login_missing` without e-mail and phone,
 * `org.login_taken`, `org.number_taken`, and roles that the maker could not grant.
 */
export async function makePerson(tx: Tx, input: NewPerson, who: Caller): Promise<Person> {
  const organisation = await readOrganisation(tx)
  const id = newId()
  const words = wordsOf(tx, { id, ...input, language: input.language ?? organisation.language })
  await clash(tx, words, () => store.insertPerson(tx, words, 'invited'))
  for (const grant of input.grants) await grantRole(tx, { personId: id }, grant, who)
  return readPerson(tx, id, who)
}

/** Changes a person's name, number, logins or language. Refuses `org.person_outranks` for one who may more than the caller. */
export async function changePerson(tx: Tx, input: ChangedPerson, who: Caller): Promise<Person> {
  const before = await manageable(tx, input.id, who)
  const kept = logins(tx, before)
  const words = wordsOf(tx, {
    id: before.id,
    name: input.name ?? before.name,
    number: input.number === undefined ? before.number : input.number,
    email: input.email === undefined ? kept.email : input.email,
    phone: input.phone === undefined ? kept.phone : input.phone,
    language: input.language ?? before.language,
  })
  await clash(tx, words, () => store.updatePerson(tx, words))
  return readPerson(tx, input.id, who)
}

/** A link that is good for 72 hours and once: its holder sets a password and comes in. Earlier links end. */
export async function invitePerson(tx: Tx, id: string, who: Caller): Promise<MadeInvitation> {
  const person = await manageable(tx, id, who)
  if (person.status === 'left') throw refuse('org.person_left', { id })
  return newInvitation(tx, id, who.personId)
}

/** The invitation itself, for whoever has the right to make one; the command line has. */
export async function newInvitation(tx: Tx, personId: string, madeBy: string | null): Promise<MadeInvitation> {
  await voidInvitations(tx, personId)
  const token = newToken()
  const endsAt = await makeInvitation(tx, { id: newId(), hash: hashOf(token), personId, madeBy })
  // Behind the # it is never sent to a server, so that no log keeps it.
  return { path: `/welcome#${token}`, token, endsAt }
}

/** Ends a person's access: sessions, invitations, appointments. Their name stays in what they did. Refuses `org.last_owner`, `org.not_set_up`. */
export async function dismissPerson(tx: Tx, id: string, who: Caller): Promise<Person> {
  await lockOrganisation(tx)
  await manageable(tx, id, who)
  await store.updatePersonStatus(tx, id, 'left')
  await endSessionsOf(tx, id, null)
  await voidInvitations(tx, id)
  await endAppointmentsOf(tx, id, dayIn((await readOrganisation(tx)).zone, tx.now))
  await mustHaveOwner(tx)
  forget(id)
  return readPerson(tx, id, who)
}

/** Takes a person who had left back, with the roles they had; they come in by a new invitation. */
export async function takeBackPerson(tx: Tx, id: string, who: Caller): Promise<Person> {
  const person = await manageable(tx, id, who)
  if (person.status === 'left') await store.updatePersonStatus(tx, id, 'invited')
  return readPerson(tx, id, who)
}

/** Grants a person a role. Refuses what grantRole refuses; it holds within a second, also in open sessions. */
export async function grantToPerson(tx: Tx, input: NewGrant & { id: string }, who: Caller): Promise<Grant> {
  await readPerson(tx, input.id, who)
  const grant = await grantRole(tx, { personId: input.id }, { roleId: input.roleId, unitId: input.unitId }, who)
  forget(input.id)
  return grant
}

/** Takes a role from a person, within a second also in open sessions. */
export async function revokeFromPerson(tx: Tx, input: { id: string; grantId: string }, who: Caller): Promise<void> {
  await revokeGrant(tx, { personId: input.id }, input.grantId, who)
  forget(input.id)
}

/** A person whom the caller may change: refuses one with a permission that the caller lacks there, or every store manager could make themselves owner. */
export async function manageable(read: Read, id: string, who: Caller): Promise<store.PersonRow> {
  await readPerson(read, id, who)
  const beyond = outranked(await listGrants(read, { personId: id }), who)
  if (beyond.length > 0) throw refuse('org.person_outranks', { permissions: beyond })
  return (await store.selectPerson(read, id))!
}

const outranked = (grants: { permissions: string[]; unitId: string }[], who: Caller): string[] =>
  grants.flatMap((grant) => notHeld(who, grant.permissions, grant.unitId))

/** The blinded forms of a login, to find it by; undefined when it is neither e-mail nor phone. */
export function blindLogin(read: Read, text: string): { kind: 'email' | 'phone'; hashes: Buffer[] } | undefined {
  const login = normalLogin(text)
  return (
    login && {
      kind: login.kind,
      hashes: read.keys.blinds(login.value, `org.${login.kind}`).map(({ hash }) => hash),
    }
  )
}

/** A person's logins in clear; null also when their key is lost. */
export function logins(read: Read, row: store.PersonRow): { email: string | null; phone: string | null } {
  const open = (sealed: Buffer | null, context: string) => (sealed && read.keys.open(sealed, context)) ?? null
  return { email: open(row.emailSealed, 'org.email'), phone: open(row.phoneSealed, 'org.phone') }
}

/** A person's words as they are kept. Refuses `org.login_missing` and `org.login_malformed`. */
export function wordsOf(tx: Tx, it: Omit<NewPerson, 'grants' | 'language'> & { id: string; language: 'zh' | 'en' }) {
  const sealed = (value: string | null | undefined, context: string) =>
    value ? { sealed: tx.keys.seal(value, context), blinds: tx.keys.blinds(value, context) } : null
  const phone = it.phone ? normalPhone(it.phone) : null
  if (it.phone && !phone) throw refuse('org.login_malformed', { field: 'phone' })
  const email = it.email ? it.email.normalize('NFKC').trim().toLowerCase() : null
  if (!email && !phone) throw refuse('org.login_missing')
  return {
    id: it.id,
    name: it.name,
    number: it.number ?? null,
    email: sealed(email, 'org.email'),
    phone: sealed(phone, 'org.phone'),
    language: it.language,
  }
}

function shown(read: Read, row: store.PersonRow, grants: Grant[], masked: boolean): Person {
  const { emailSealed: _, phoneSealed: __, ...rest } = row
  const { email, phone } = logins(read, row)
  return {
    ...rest,
    email: email && masked ? maskedEmail(email) : email,
    phone: phone && masked ? maskedPhone(phone) : phone,
    grants,
  }
}

/** Runs a write of a person; a login or number that is another's is refused by name. */
export async function clash(tx: Tx, words: store.PersonWords, act: () => Promise<void>): Promise<void> {
  for (const field of ['email', 'phone'] as const) {
    const blinds = words[field]?.blinds ?? []
    if (blinds.length < 2) continue
    await store.lockLogins(tx)
    const holder = await store.selectPersonByLogin(tx, { kind: field, hashes: blinds.map(({ hash }) => hash) })
    if (holder && holder.id !== words.id) throw refuse('org.login_taken', { field })
  }
  try {
    await act()
  } catch (fault) {
    if (brokeConstraint(fault, 'email_belongs_to_one_person')) throw refuse('org.login_taken', { field: 'email' })
    if (brokeConstraint(fault, 'phone_belongs_to_one_person')) throw refuse('org.login_taken', { field: 'phone' })
    if (brokeConstraint(fault, 'number_belongs_to_one_person')) throw refuse('org.number_taken')
    throw fault
  }
}
