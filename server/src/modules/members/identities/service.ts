import type { Blind } from '#kernel/crypto.ts'
import type { Read, Tx } from '#kernel/db.ts'
import type { Identity, IdentityKind, Taken } from './contract.ts'
import { tailOf } from './rules.ts'
import * as store from './store.ts'

export const tailContext = 'members.tail'

/** What the hash of a value is bound to. */
export const contextOf = (kind: string): string => `members.identity.${kind}`
const keyOf = (kind: string, hash: Buffer): string => `${kind} ${hash.toString('base64')}`
const nowhere = '00000000-0000-0000-0000-000000000000'

/** Adds ways to members. Each leads to one member only: those that somebody else holds are answered, with the holder, and not added. */
export async function addIdentities(tx: Tx, identities: Identity[]): Promise<Taken[]> {
  if (identities.length === 0) return []
  const first = new Map<string, Claim>()
  const asked = identities.map((identity) => {
    const key = `${identity.kind} ${identity.value}`
    const claim = first.get(key) ?? { identity, blinds: tx.keys.blinds(identity.value, contextOf(identity.kind)) }
    first.set(key, claim)
    return { identity, claim }
  })
  const holders = await claimAll(tx, [...first.values()])
  return asked.flatMap(({ identity: { kind, value, memberId }, claim }) => {
    const holder = holders.get(claim)!
    return holder === memberId ? [] : [{ kind, value, memberId: holder }]
  })
}

type Claim = { identity: Identity; blinds: readonly Blind[] }

/**
 * Writes each value under every index key that there is, and answers who holds it then. Who loses it under one key loses it under all:
 * another process may know only one of the two.
 */
async function claimAll(tx: Tx, claims: Claim[]): Promise<Map<Claim, string>> {
  const rows = claims.flatMap(({ identity: { kind, value, memberId, keep, verifiedAt = null }, blinds }) =>
    blinds.map(({ keyNo, hash }) => {
      const sealed = keep ? tx.keys.seal(value, contextOf(kind)) : null
      return { kind, hash, memberId, sealed, verifiedAt, keyNo }
    }),
  )
  const isNew = new Set((await store.insertNew(tx, rows)).map(({ kind, hash }) => keyOf(kind, hash)))
  const old = rows.filter(({ kind, hash }) => !isNew.has(keyOf(kind, hash)))
  const known = old.length === 0 ? [] : await store.findByHash(tx, old)
  const holderOf = new Map(known.map(({ kind, hash, memberId }) => [keyOf(kind, hash), memberId]))
  const holders = new Map<Claim, string>()
  for (const claim of claims) {
    const { kind, memberId } = claim.identity
    const keys = claim.blinds.map(({ hash }) => keyOf(kind, hash))
    // Nobody's and yet not new: the row was not taken, because this process lacks an index key that is needed.
    if (keys.some((key) => !isNew.has(key) && !holderOf.has(key)))
      throw new Error('the key file of this process lacks the newest index key, or an identity went away meanwhile')
    const other = keys.map((key) => holderOf.get(key)).find((holder) => holder !== undefined && holder !== memberId)
    holders.set(claim, other ?? memberId)
    const half = claim.blinds.filter(({ hash }) => isNew.has(keyOf(kind, hash)))
    if (other !== undefined && half.length > 0) await store.removeOne(tx, kind, hashesOf(half), memberId)
  }
  return holders
}

const hashesOf = (blinds: readonly Blind[]): Buffer[] => blinds.map(({ hash }) => hash)

/** Who is behind these values: value → member id; values that lead to nobody are absent. Values come in their plain form. */
export async function findIdentities(read: Read, kind: IdentityKind, values: string[]): Promise<Map<string, string>> {
  if (values.length === 0) return new Map()
  const plain = new Map(
    values.flatMap((value) => blindsOf(read, kind, value).map(({ hash }) => [hash.toString('base64'), value] as const)),
  )
  const keys = [...plain.keys()].map((hash) => ({ kind, hash: Buffer.from(hash, 'base64') }))
  const rows = await store.findByHash(read, keys)
  return new Map(rows.map(({ hash, memberId }) => [plain.get(hash.toString('base64'))!, memberId]))
}

/** Takes one way to a member back, if it is theirs. */
export async function removeIdentity(tx: Tx, { kind, value, memberId }: Identity): Promise<void> {
  await store.removeOne(tx, kind, hashesOf(blindsOf(tx, kind, value)), memberId)
}

/** The keyed hashes under which a value leads to a member, the preferred one first: for rows of other rooms that belong to the same way. */
export const blindsOf = (read: Read, kind: IdentityKind, value: string): [Blind, ...Blind[]] =>
  read.keys.blinds(value, contextOf(kind))

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
  const rows = members.map(({ memberId, homeStore, phone }) => ({
    blinds: tx.keys.blinds(tailOf(phone), tailContext),
    homeStore: homeStore ?? nowhere,
    memberId,
  }))
  await store.insertTails(
    tx,
    rows.map(({ blinds, ...row }) => ({ ...row, ...blinds[0] })),
    rows[0]!.blinds.map(({ keyNo }) => keyNo),
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
  const rows = await store.findByTail(read, hashesOf(read.keys.blinds(tail, tailContext)), stores, most)
  return { ids: rows.slice(0, most).map(({ memberId }) => memberId), more: rows.length > most }
}
