import type { Db, Read } from '#kernel/db.ts'
import type { Wire } from '#kernel/http.ts'
import { refuse } from '../contract.ts'
import { forget } from '../identify.ts'
import { logins } from '../people/service.ts'
import { selectPerson, updatePersonStatus } from '../people/store.ts'
import { hashOf } from '../tokens.ts'
import { readOrganisation } from '../units/service.ts'
import type { AcceptedInvitation, AcceptInvitation, Invitation } from './contract.ts'
import { checkPassword, keepPassword } from './passwords.ts'
import { openSession } from './service.ts'
import * as store from './store.ts'

/** Whom an invitation is for. Refuses `org.invitation_over` for one that is used, late or unknown. */
export async function readInvitation(read: Read, token: string): Promise<Invitation> {
  const found = await store.selectInvitation(read, hashOf(token))
  if (!found) throw refuse('org.invitation_over')
  return { name: found.name, organisation: (await readOrganisation(read)).name, endsAt: found.endsAt }
}

/**
 * Accepts an invitation with a password: every earlier session of the person ends, and they are signed in, unless they have a second factor,
 * which is asked for at the sign-in. Refuses `org.invitation_over` and `org.password_weak`.
 */
export async function acceptInvitation(db: Db, input: AcceptInvitation, wire: Wire): Promise<AcceptedInvitation> {
  const hash = hashOf(input.token)
  const person = await db.read(async (read) => {
    const found = await store.selectInvitation(read, hash)
    return found && selectPerson(read, found.personId)
  })
  if (!person) throw refuse('org.invitation_over')
  const { email, phone } = await db.read(async (read) => logins(read, person))
  checkPassword(input.password, [email, phone])
  const password = await keepPassword(input.password)
  return db.write(async (tx) => {
    const found = await store.selectInvitation(tx, hash)
    if (!found || !(await store.updateUsed(tx, found.id))) throw refuse('org.invitation_over')
    await store.upsertPassword(tx, person.id, password)
    await updatePersonStatus(tx, person.id, 'active')
    await store.endSessionsOf(tx, person.id, null)
    forget(person.id)
    const signedIn = !person.secondFactor
    if (signedIn) await openSession(tx, { personId: person.id, name: person.name }, wire)
    return { personId: person.id, signedIn }
  })
}
