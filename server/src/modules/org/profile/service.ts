import type { Caller } from '#kernel/caller.ts'
import type { Db, Read, Tx } from '#kernel/db.ts'
import type { Wire } from '#kernel/http.ts'
import { writeTrail } from '#kernel/trail.ts'
import { refuse } from '../contract.ts'
import * as factor from '../factor/service.ts'
import { forget } from '../identify.ts'
import { logins } from '../people/service.ts'
import { selectPerson, updateTaste } from '../people/store.ts'
import { checkPassword, keepPassword } from '../sessions/passwords.ts'
import { provePassword, rotateSession } from '../sessions/service.ts'
import { endSessionsOf, upsertPassword } from '../sessions/store.ts'
import { readOrganisation } from '../units/service.ts'
import type { ChangedPassword, ChangedProfile, Profile } from './contract.ts'

/** The caller's person; keys and the house have no profile (`org.people_only`). */
export function personOf(who: Caller): string {
  if (!who.personId) throw refuse('org.people_only')
  return who.personId
}

/** The caller's own profile, logins in clear. */
export async function readProfile(read: Read, who: Caller): Promise<Profile> {
  const row = await selectPerson(read, personOf(who))
  if (!row) throw refuse('org.people_only')
  const { id, name, number, language, theme, secondFactor } = row
  return { id, name, number, language, theme, secondFactor, ...logins(read, row) }
}

/** Changes the caller's language or theme. */
export async function changeProfile(tx: Tx, input: ChangedProfile, who: Caller): Promise<Profile> {
  const before = await readProfile(tx, who)
  await updateTaste(tx, before.id, input.language ?? before.language, input.theme ?? before.theme)
  forget(before.id)
  return readProfile(tx, who)
}

/**
 * Changes the caller's password: their other sessions end, this one gets another token. Refuses `org.wrong_credentials` for the current one,
 * `org.locked` after too many, `org.password_weak` for the next.
 */
export async function changePassword(db: Db, input: ChangedPassword, who: Caller, wire: Wire): Promise<void> {
  const id = personOf(who)
  const { email, phone } = await db.read((read) => readProfile(read, who))
  checkPassword(input.next, [email, phone])
  await provePassword(db, id, input.current, wire)
  const password = await keepPassword(input.next)
  await db.write(async (tx) => {
    await upsertPassword(tx, id, password)
    await endOthers(tx, who, wire)
    await writeTrail(tx, who, { kind: 'changePassword', subjectId: id, requestId: wire.requestId })
  })
}

/**
 * Begins to set the caller's second factor up, on their password: who finds an open screen must not lock its owner out. Refuses
 * `org.wrong_credentials`, `org.locked` and `org.second_factor_on`.
 */
export async function beginSecondFactor(
  db: Db,
  password: string,
  who: Caller,
  wire: Wire,
): Promise<{ secret: string; uri: string }> {
  const id = personOf(who)
  await provePassword(db, id, password, wire)
  return db.write(async (tx) => {
    const { name, email, phone } = await readProfile(tx, who)
    const organisation = (await readOrganisation(tx)).name
    const begun = await factor.beginSecondFactor(tx, { id, login: email ?? phone ?? name, organisation })
    await writeTrail(tx, who, { kind: 'beginSecondFactor', subjectId: id, requestId: wire.requestId })
    return begun
  })
}

/** Turns the caller's second factor on; sessions that came in without it end. */
export async function confirmSecondFactor(tx: Tx, code: string, who: Caller, wire: Wire): Promise<string[]> {
  const codes = await factor.confirmSecondFactor(tx, personOf(who), code)
  await endOthers(tx, who, wire)
  return codes
}

/** Takes the caller's second factor away, on their password. */
export async function endSecondFactor(db: Db, password: string, who: Caller, wire: Wire): Promise<void> {
  const id = personOf(who)
  await provePassword(db, id, password, wire)
  await db.write(async (tx) => {
    await factor.endSecondFactor(tx, id)
    await endOthers(tx, who, wire)
    await writeTrail(tx, who, { kind: 'endSecondFactor', subjectId: id, requestId: wire.requestId })
  })
}

async function endOthers(tx: Tx, who: Caller, wire: Wire): Promise<void> {
  for (const ended of await endSessionsOf(tx, personOf(who), who.sessionId ?? null)) forget(ended)
  await rotateSession(tx, who, wire)
}
