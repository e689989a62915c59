import type { Caller } from '#kernel/caller.ts'
import { mustReach, scopeIds } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { refuse } from '../contract.ts'
import { forget } from '../identify.ts'
import { notHeld } from '../roles/rules.ts'
import { grantRole, listGrants } from '../roles/service.ts'
import { hashOf, newToken } from '../tokens.ts'
import { readRoot } from '../units/service.ts'
import type { Key, MadeKey, NewKey } from './contract.ts'
import * as store from './store.ts'

/** Makes an API key for a role in a unit; the key is in the answer and nowhere else. Refuses what its maker could not grant. */
export async function createKey(tx: Tx, input: NewKey, who: Caller): Promise<MadeKey> {
  const key = `changke_${newToken()}`
  const id = newId()
  const prefix = key.slice(0, 13)
  await store.insertKey(tx, { id, name: input.name, prefix, hash: hashOf(key), madeBy: who.personId })
  const unitId = input.unitId ?? (await readRoot(tx)).id
  await grantRole(tx, { keyId: id }, { roleId: input.roleId, unitId }, who)
  return { id, key, prefix }
}

/** The keys that act within the caller's scope. */
export const listKeys = (read: Read, who: Caller): Promise<Key[]> => store.selectKeys(read, scopeIds(who))

/** Revokes a key: within a second no process accepts it. Refuses `org.key_unknown` and a key that may more than the caller. */
export async function revokeKey(tx: Tx, id: string, who: Caller): Promise<void> {
  const grants = await listGrants(tx, { keyId: id })
  if (grants.length === 0) throw refuse('org.key_unknown', { id })
  for (const grant of grants) {
    mustReach(who, grant.unitId)
    const beyond = notHeld(who, grant.permissions, grant.unitId)
    if (beyond.length > 0) throw refuse('org.permission_not_held', { permissions: beyond })
  }
  if (!(await store.updateRevoked(tx, id))) throw refuse('org.key_unknown', { id })
  forget(id)
}
