import type { Caller } from '#kernel/caller.ts'
import { system } from '#kernel/caller.ts'
import type { Db, Read, Tx } from '#kernel/db.ts'
import type { Wire } from '#kernel/http.ts'
import { sessionCookie } from '#kernel/http.ts'
import { newId } from '#kernel/ids.ts'
import { writeTrail } from '#kernel/trail.ts'
import { refuse } from '../contract.ts'
import { isSecondFactor } from '../factor/service.ts'
import { forget } from '../identify.ts'
import { blindLogin } from '../people/service.ts'
import { selectPerson } from '../people/store.ts'
import { hashOf, newToken } from '../tokens.ts'
import { listStores, readOrganisation } from '../units/service.ts'
import { charge, countAddress, countLogin, countPerson, forgive, lockedOut, refund } from './attempts.ts'
import type { OpenSession, Session, SignedIn, SignIn } from './contract.ts'
import { isPassword } from './passwords.ts'
import * as store from './store.ts'

const longestS = 7 * 24 * 3600

/**
 * Signs a person in and sets the session's cookie; the session before it in this browser ends. Refuses `org.wrong_credentials` with one answer
 * and in one time whether the login exists or not, `org.second_factor_needed`, `org.wrong_code`, and `org.locked` with the seconds to wait.
 */
export async function signIn(db: Db, input: SignIn, who: Caller, wire: Wire): Promise<SignedIn> {
  const counted = (tx: Tx) => [countLogin(tx, input.login), countAddress(tx, wire.ip)] as const
  const locked = await db.write((tx) => charge(tx, [...counted(tx)]))
  if (locked > 0) throw lockedOut(locked)
  const found = await db.read(async (read) => {
    const login = blindLogin(read, input.login)
    return login && store.selectCredentialByLogin(read, login)
  })
  const right = (await isPassword(input.password, found?.password ?? null)) && found?.status === 'active'
  if (!right || !found) {
    await trailOf(db, found?.personId ?? null, 'org.wrong_credentials', wire)
    throw refuse('org.wrong_credentials')
  }
  if (found.totpOnAt && !input.code) {
    await db.write((tx) => refund(tx, [...counted(tx)]))
    throw refuse('org.second_factor_needed')
  }
  const answer = await db.write(async (tx) => {
    if (found.totpOnAt && found.totpSealed) {
      const factor = { personId: found.personId, sealed: found.totpSealed }
      if (!(await isSecondFactor(tx, factor, input.code ?? ''))) return undefined
    }
    const [login, address] = counted(tx)
    await forgive(tx, login)
    await refund(tx, [address])
    if (who.sessionId && who.personId) await store.endSession(tx, who.sessionId, who.personId)
    return openSession(tx, found, wire)
  })
  if (answer) return answer
  await trailOf(db, found.personId, 'org.wrong_code', wire)
  throw refuse('org.wrong_code')
}

/** Opens a session for somebody who has just proved themselves, and sets its cookie. */
export async function openSession(tx: Tx, person: { personId: string; name: string }, wire: Wire): Promise<SignedIn> {
  const token = newToken()
  const endsAt = await store.insertSession(tx, {
    id: newId(),
    hash: hashOf(token),
    personId: person.personId,
    address: wire.ip,
    agent: wire.userAgent,
  })
  await writeTrail(
    tx,
    { ...system(person.name), id: person.personId, kind: 'person' },
    {
      kind: 'signIn',
      subjectId: person.personId,
      requestId: wire.requestId,
    },
  )
  wire.setCookie(sessionCookie, token, longestS)
  return { personId: person.personId, name: person.name, endsAt }
}

/** Gives the caller's session another token, after what they may or how they prove themselves has changed. */
export async function rotateSession(tx: Tx, who: Caller, wire: Wire): Promise<void> {
  if (!who.sessionId) return
  const token = newToken()
  await store.updateToken(tx, who.sessionId, hashOf(token))
  forget(who.sessionId)
  wire.setCookie(sessionCookie, token, longestS)
}

/** Ends the caller's own session and takes its cookie back. */
export async function signOut(tx: Tx, who: Caller, wire: Wire): Promise<void> {
  wire.setCookie(sessionCookie, null)
  if (!who.sessionId || !who.personId) return
  await store.endSession(tx, who.sessionId, who.personId)
  await writeTrail(tx, who, { kind: 'signOut', subjectId: who.personId, requestId: wire.requestId })
  forget(who.sessionId)
}

/** Who asks, what they may, and in which stores. Refuses `org.not_set_up`. */
export async function readSession(read: Read, who: Caller): Promise<Session> {
  const { name, currency, zone, language } = await readOrganisation(read)
  const person = who.personId ? await selectPerson(read, who.personId) : undefined
  const stores = await listStores(read, {}, who)
  return {
    kind: who.kind,
    person: {
      id: who.id,
      name: who.name,
      language: person?.language ?? who.language,
      theme: person?.theme ?? 'system',
    },
    permissions: [...who.permissions].sort(),
    organisation: { name, currency, zone, language },
    stores: stores.map((one) => ({ id: one.id, code: one.code, name: one.name })),
  }
}

/** Where a person is signed in. */
export async function listSessions(read: Read, personId: string, who: Caller): Promise<OpenSession[]> {
  const rows = await store.selectSessions(read, personId)
  return rows.map((row) => ({ ...row, current: row.id === who.sessionId }))
}

/** Ends one of the caller's own sessions. Refuses `org.session_unknown`. */
export async function endOwnSession(tx: Tx, id: string, who: Caller): Promise<void> {
  if (!who.personId || !(await store.endSession(tx, id, who.personId))) throw refuse('org.session_unknown', { id })
  forget(id)
}

/** Asks a person for their password again before something grave. Refuses `org.wrong_credentials` and `org.locked`. */
export async function provePassword(db: Db, personId: string, password: string, wire: Wire): Promise<void> {
  const locked = await db.write((tx) => charge(tx, [countPerson(tx, personId)]))
  if (locked > 0) throw lockedOut(locked)
  const found = await db.read((read) => store.selectCredential(read, personId))
  if (!(await isPassword(password, found?.password ?? null))) {
    await trailOf(db, personId, 'org.wrong_credentials', wire)
    throw refuse('org.wrong_credentials')
  }
  await db.write((tx) => refund(tx, [countPerson(tx, personId)]))
}

/** A failed sign-in is news for the trail, without the login that was typed: people type passwords there. */
async function trailOf(db: Db, personId: string | null, outcome: string, wire: Wire): Promise<void> {
  await db.write((tx) =>
    writeTrail(
      tx,
      { ...system('nobody'), id: '00000000-0000-7000-8000-000000000000' },
      {
        kind: 'signIn',
        subjectId: personId,
        outcome,
        requestId: wire.requestId,
        body: { address: wire.ip },
      },
    ),
  )
}
