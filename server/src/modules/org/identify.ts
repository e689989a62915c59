import type { Caller, Granted } from '#kernel/caller.ts'
import type { Db, Read } from '#kernel/db.ts'
import type { Identify } from '#kernel/http.ts'
import { selectKeyByHash, touchKey } from './keys/store.ts'
import type { Holder } from './roles/contract.ts'
import { selectGrants } from './roles/store.ts'
import { selectSessionByHash, touchSession } from './sessions/store.ts'
import { hashOf } from './tokens.ts'
import { selectIdsBelow } from './units/store.ts'

/** How long a process trusts a good answer: a key or session that was revoked elsewhere works at most this much longer. */
const trustedMs = 1_000
const mostKnown = 10_000

type Known = { asked: Promise<Caller | undefined>; until: number }

// Only good answers are kept and none longer than a second, so that 2,000 requests a second do not each ask the database.
const known = new Map<string, Known>()

/** Drops what this process knows of a key, session or person, so that its own answer to a revocation is immediate. */
export function forget(id: string): void {
  for (const [token, { asked }] of known) {
    void asked.then((who) => {
      if (who && (who.id === id || who.sessionId === id || who.personId === id)) known.delete(token)
    })
  }
}

/** Finds out who asks: an API key as bearer, or else a session's cookie. A bad bearer is not rescued by a good cookie. */
export function identify(db: Db): Identify {
  return (proof) => {
    const token = proof.bearer ?? proof.cookie
    if (!token || token.length > 200) return Promise.resolve(undefined)
    const at = `${proof.bearer ? 'key' : 'session'} ${token}`
    const before = known.get(at)
    if (before && before.until > performance.now()) return before.asked
    if (known.size >= mostKnown) known.clear()
    const asked = proof.bearer ? callerByKey(db, token, proof.ip) : callerBySession(db, token)
    known.set(at, { asked, until: performance.now() + trustedMs })
    const drop = () => {
      if (known.get(at)?.asked === asked) known.delete(at)
    }
    asked.then((who) => who ?? drop(), drop)
    return asked
  }
}

async function callerByKey(db: Db, token: string, ip: string): Promise<Caller | undefined> {
  const found = await db.read(async (read) => {
    const key = await selectKeyByHash(read, hashOf(token))
    return key && { key, grants: await grantsOf(read, { keyId: key.id }) }
  })
  if (!found) return undefined
  const { key, grants } = found
  if (key.stale) await db.write((tx) => touchKey(tx, key.id, ip))
  return { id: key.id, kind: 'key', name: key.name, personId: null, language: key.language, ...united(grants) }
}

async function callerBySession(db: Db, token: string): Promise<Caller | undefined> {
  const found = await db.read(async (read) => {
    const session = await selectSessionByHash(read, hashOf(token))
    return session && { session, grants: await grantsOf(read, { personId: session.personId }) }
  })
  if (!found) return undefined
  const { session, grants } = found
  if (session.stale) await db.write((tx) => touchSession(tx, session.id))
  return {
    id: session.personId,
    kind: 'person',
    name: session.name,
    personId: session.personId,
    language: session.language,
    sessionId: session.id,
    ...united(grants),
  }
}

async function grantsOf(read: Read, holder: Holder): Promise<Granted[]> {
  const grants: Granted[] = []
  for (const { permissions, unitId, atRoot } of await selectGrants(read, holder)) {
    const scope = atRoot ? 'all' : new Set(await selectIdsBelow(read, unitId))
    grants.push({ permissions: new Set(permissions), scope })
  }
  return grants
}

/** Everything that the grants allow, and everywhere that they reach; the route narrows it to its own permission. */
function united(grants: Granted[]): Pick<Caller, 'permissions' | 'scope' | 'grants'> {
  const everywhere = grants.some(({ scope }) => scope === 'all')
  return {
    permissions: new Set(grants.flatMap(({ permissions }) => [...permissions])),
    scope: everywhere ? 'all' : new Set(grants.flatMap(({ scope }) => [...scope])),
    grants,
  }
}
