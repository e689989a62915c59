import type { Read, Tx } from '#kernel/db.ts'
import type { Identity, IdentityKind, Taken } from './contract.ts'
import { tailOf } from './rules.ts'
import * as store from './store.ts'

const contextOf = (kind: IdentityKind): string => `members.identity.${kind}`
const keyOf = (kind: string, hash: Buffer): string => `${kind} ${hash.toString('base64')}`
const nowhere = '00000000-0000-0000-0000-000000000000'

/** Adds ways to members. Each leads to one member only: those that somebody else holds are answered, with the holder, and not added. */
export async function addIdentities(tx: Tx, identities: Identity[]): Promise<Taken[]> {
  if (identities.length === 0) return []
  const first = new Map<string, { identity: Identity; hash: Buffer }>()
  const asked = identities.map((identity) => {
    const hash = tx.keys.blind(identity.value, contextOf(identity.kind))
    const key = keyOf(identity.kind, hash)
    if (!first.has(key)) first.set(key, { identity, hash })
    return { identity, hash, key }
  })
  const rows = [...first.values()].map(({ identity, hash }) => ({
    kind: identity.kind,
    hash,
    memberId: identity.memberId,
    sealed: identity.keep ? tx.keys.seal(identity.value, contextOf(identity.kind)) : null,
    verifiedAt: identity.verifiedAt ?? null,
  }))
  const isNew = new Set((await store.insertNew(tx, rows)).map(({ kind, hash }) => keyOf(kind, hash)))
  const old = [...first.entries()].filter(([key]) => !isNew.has(key))
  const holders = new Map(
    old.length === 0
      ? []
      : (
          await store.findByHash(
            tx,
            old.map(([, { identity, hash }]) => ({ kind: identity.kind, hash })),
          )
        ).map(({ kind, hash, memberId }) => [keyOf(kind, hash), memberId]),
  )
  return asked.flatMap(({ identity: { kind, value, memberId }, key }) => {
    const holder = isNew.has(key) ? first.get(key)!.identity.memberId : holders.get(key)
    return holder === undefined || holder === memberId ? [] : [{ kind, value, memberId: holder }]
  })
}

/** Who is behind these values: value → member id; values that lead to nobody are absent. Values come in their plain form. */
export async function findIdentities(read: Read, kind: IdentityKind, values: string[]): Promise<Map<string, string>> {
  if (values.length === 0) return new Map()
  const plain = new Map(values.map((value) => [read.keys.blind(value, contextOf(kind)).toString('base64'), value]))
  const keys = [...plain.keys()].map((hash) => ({ kind, hash: Buffer.from(hash, 'base64') }))
  const rows = await store.findByHash(read, keys)
  return new Map(rows.map(({ hash, memberId }) => [plain.get(hash.toString('base64'))!, memberId]))
}

/** Takes one way to a member back, if it is theirs. */
export async function removeIdentity(tx: Tx, { kind, value, memberId }: Identity): Promise<void> {
  await store.removeOne(tx, kind, tx.keys.blind(value, contextOf(kind)), memberId)
}

/** The keyed hash under which a value leads to a member: for rows of other rooms that belong to the same way. */
export const hashOf = (read: Read, kind: IdentityKind, value: string): Buffer => read.keys.blind(value, contextOf(kind))

/** Takes all ways to these members back, or those of some kinds. */
export async function removeIdentities(
  tx: Tx,
  memberIds: string[],
  kinds: IdentityKind[] | null = null,
): Promise<void> {
  if (memberIds.length > 0) await store.removeOf(tx, memberIds, kinds)
}

export type Tailed = { memberId: string; homeStore: string | null; phone: string }

/** Makes members findable by the last four digits of their phones. */
export async function addTails(tx: Tx, members: Tailed[]): Promise<void> {
  if (members.length === 0) return
  await store.insertTails(
    tx,
    members.map(({ memberId, homeStore, phone }) => ({
      hash: tx.keys.blind(tailOf(phone), 'members.tail'),
      homeStore: homeStore ?? nowhere,
      memberId,
    })),
  )
}

/** Members are found by their last four digits no more. */
export async function removeTails(tx: Tx, memberIds: string[]): Promise<void> {
  if (memberIds.length > 0) await store.removeTails(tx, memberIds)
}

/** Members whose phone ends in four digits and whose home is one of these stores (null: any), newest first, at most `most`. */
export async function findByTail(
  read: Read,
  tail: string,
  stores: string[] | null,
  most: number,
): Promise<{ ids: string[]; more: boolean }> {
  const rows = await store.findByTail(read, read.keys.blind(tail, 'members.tail'), stores, most)
  return { ids: rows.slice(0, most).map(({ memberId }) => memberId), more: rows.length > most }
}
