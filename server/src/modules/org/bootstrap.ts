import { z } from 'zod'
import { system } from '#kernel/caller.ts'
import type { Tx } from '#kernel/db.ts'
import { Code, Currency, Line, Zone } from '#kernel/fields.ts'
import { newId } from '#kernel/ids.ts'
import { writeTrail } from '#kernel/trail.ts'
import { refuse } from './contract.ts'
import type { MadeKey } from './keys/contract.ts'
import { createKey } from './keys/service.ts'
import type { MadeInvitation } from './people/contract.ts'
import { Email, Language, Phone } from './people/contract.ts'
import { blindLogin, clash, newInvitation, wordsOf } from './people/service.ts'
import { insertPerson, selectPersonByLogin, updatePersonStatus } from './people/store.ts'
import { grantRole, makeDefaultRoles, readRoleByCode } from './roles/service.ts'
import { checkPassword, keepPassword } from './sessions/passwords.ts'
import { deleteSecondFactor, endSessionsOf, upsertPassword } from './sessions/store.ts'
import { makeUnit } from './units/service.ts'
import { insertOrganisation, insertUnit, selectRoot } from './units/store.ts'

/** What the first visit asks: the organisation, its first store, and who owns it all. */
export const Beginning = z.object({
  organisation: z.object({
    name: Line(120).min(1),
    currency: Currency.default('CNY'),
    zone: Zone.default('Asia/Shanghai'),
    language: Language.default('zh'),
  }),
  store: z.object({
    code: Code,
    name: Line(120).min(1),
    zone: Zone.optional(),
    currency: Currency.optional(),
    dayStartsAt: z.int().min(0).max(12).optional(),
    legalEntity: Line(200).nullable().optional(),
    address: Line(300).nullable().optional(),
  }),
  owner: z.object({
    name: Line(80).min(1),
    email: Email.nullable().optional(),
    phone: Phone.nullable().optional(),
    password: z.string().max(1000).optional().meta({ description: 'Without one the owner comes in by an invitation.' }),
    language: Language.optional(),
  }),
})
export type Beginning = z.infer<typeof Beginning>

/**
 * Sets an organisation up: the root of its tree, the default roles, the first store, its owner. Once only: refuses
 * `org.already_set_up`, a weak password, and an owner without login.
 */
export async function setUpOrganisation(
  tx: Tx,
  { organisation, store, owner }: Beginning,
): Promise<{ organisationId: string; storeId: string; personId: string }> {
  if (!(await insertOrganisation(tx, organisation))) throw refuse('org.already_set_up')
  const house = system('setup')
  const rootId = newId()
  await insertUnit(tx, {
    id: rootId,
    kind: 'group',
    code: 'HQ',
    name: organisation.name,
    parentId: null,
    path: [rootId],
    status: 'open',
    zone: null,
    currency: null,
    dayStartsAt: null,
    legalEntity: null,
    address: null,
    madeAt: tx.now,
  })
  const { id: storeId } = await makeUnit(tx, { kind: 'store', ...store }, house)
  await makeDefaultRoles(tx)
  const personId = newId()
  const words = wordsOf(tx, { ...owner, id: personId, language: owner.language ?? organisation.language })
  await clash(tx, words, () => insertPerson(tx, words, owner.password ? 'active' : 'invited'))
  if (owner.password) {
    checkPassword(owner.password, [owner.email ?? null, owner.phone ?? null])
    await upsertPassword(tx, personId, await keepPassword(owner.password))
  }
  const role = await readRoleByCode(tx, 'owner')
  await grantRole(tx, { personId }, { roleId: role.id, unitId: rootId }, house)
  return { organisationId: rootId, storeId, personId }
}

// Whoever may run a command on this machine could write the database anyway; the trail keeps that it was done.
const commandLine = system('command line')

/** Makes an API key for a default role over the whole house, for the command line. Refuses `org.role_unknown`, `org.not_set_up`. */
export async function createKeyFor(tx: Tx, { role, name }: { role: string; name: string }): Promise<MadeKey> {
  if (!(await selectRoot(tx))) throw refuse('org.not_set_up')
  const { id: roleId } = await readRoleByCode(tx, role)
  const made = await createKey(tx, { name, roleId }, commandLine)
  await writeTrail(tx, commandLine, { kind: 'makeKey', subjectId: made.id, body: { roleId, unitId: null } })
  return made
}

/**
 * Lets somebody who is locked out in again: a one-time link (72 hours) to set a new password. Their sessions and their second factor end,
 * for whoever may run this command could read the database anyway. Refuses `org.person_unknown`.
 */
export async function resetPassword(tx: Tx, login: string): Promise<MadeInvitation> {
  const hash = blindLogin(tx, login)
  const person = hash && (await selectPersonByLogin(tx, hash))
  if (!person) throw refuse('org.person_unknown', { login })
  if (person.status === 'left') await updatePersonStatus(tx, person.id, 'invited')
  await endSessionsOf(tx, person.id, null)
  await deleteSecondFactor(tx, person.id)
  await writeTrail(tx, commandLine, { kind: 'resetPassword', subjectId: person.id })
  return newInvitation(tx, person.id, null)
}
