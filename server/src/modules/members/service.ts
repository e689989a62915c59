import type { Caller } from '#kernel/caller.ts'
import { mustReach, reaches, scopeIds } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { announce } from '#kernel/facts.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { newId } from '#kernel/ids.ts'
import { digestOf, once } from '#kernel/told.ts'
import { readStores } from '#modules/org/index.ts'
import type { Consent } from './consents/contract.ts'
import { addConsents, findConsents } from './consents/service.ts'
import type { Created, ListMembers, Member, MemberRow, NewMember, Secret } from './contract.ts'
import { refuse } from './contract.ts'
import { listFields } from './fields/service.ts'
import { removeIdentities, removeTails } from './identities/service.ts'
import { createMembers } from './joining/service.ts'
import { programmeDay } from './programme.ts'
import { birthdayOf, completeness, contextOf, masked, required, standingView, toRow } from './rules.ts'
import type { Standing } from './standing/contract.ts'
import { Flag } from './standing/contract.ts'
import { findStandings, lockMembers, saveStandings } from './standing/service.ts'
import type { Archive, Filter } from './store.ts'
import * as store from './store.ts'

/** Takes one new member in, under the caller's reference. Who may not act everywhere names a home store of theirs. */
export async function createMember(tx: Tx, input: NewMember, who: Caller, reference: string): Promise<Created> {
  if (input.homeStore) mustReach(who, input.homeStore)
  else if (who.scope !== 'all') throw refuse('members.home_missing')
  const memberId = newId()
  const digest = digestOf('createMember', input)
  return once(
    tx,
    { caller: who.id, reference, digest, causeId: memberId, memberId },
    async () => {
      await checkHome(tx, input.homeStore)
      const [outcome] = await createMembers(tx, [input], [memberId])
      if ('refusal' in outcome!) throw outcome.refusal
      return outcome!.ok
    },
    async (causeId) => ({ memberId: causeId, number: (await archiveOf(tx, causeId)).number }),
  )
}

/** Refuses `members.home_closed`. Only files may bring members of stores that are closed: they tell what was. */
export async function checkHome(read: Read, homeStore: string | null): Promise<void> {
  const store = homeStore ? (await readStores(read, [homeStore])).get(homeStore) : undefined
  if (store?.status === 'closed') throw refuse('members.home_closed', { storeId: homeStore })
}

async function archiveOf(read: Read, id: string): Promise<Archive> {
  const archive = (await store.select(read, [id])).get(id)
  if (!archive) throw refuse('members.unknown', { id })
  return archive
}

/** Whether a caller may open this archive by its id: within their scope; a member without a store is everybody's at head office. */
const mayOpen = (who: Caller, homeStore: string | null): boolean =>
  homeStore === null ? who.scope === 'all' : reaches(who, homeStore)

/** An archive within the caller's scope. Refuses `members.unknown`, also for one outside it: it is as if it did not exist. */
export async function openArchive(read: Read, id: string, who: Caller): Promise<Archive> {
  const archive = await archiveOf(read, id)
  if (!mayOpen(who, archive.homeStore)) throw refuse('members.unknown', { id })
  return archive
}

/** A member's archive, masked. Refuses `members.unknown`, also outside the caller's scope. */
export async function readMember(read: Read, { id }: { id: string }, who: Caller): Promise<Member> {
  const archive = await openArchive(read, id, who)
  const standing = (await findStandings(read, [id])).get(id)!
  const fields = await listFields(read)
  const consents = await findConsents(read, [id])
  const secrets = (['phone', 'email', 'idNumber', 'address'] as const).map(
    (field) => [field, masked(archive, field, read.keys)] as const,
  )
  const { memberId, number, kind, name, gender, language, homeStore, recruiter, channel, joinedOn, status } = archive
  const { tags, custom, remark, version, createdAt, updatedAt } = archive
  return {
    ...{ memberId, number, kind, name, gender, language, homeStore, recruiter, channel, joinedOn, status },
    ...{ tags, custom, remark, version, createdAt, updatedAt },
    birthday: birthdayOf(archive),
    ...(Object.fromEntries(secrets.map(([field, { shown }]) => [field, shown])) as Record<Secret, string | null>),
    lost: secrets.filter(([, { lost }]) => lost).map(([field]) => field),
    completeness: completeness(archive, fields),
    consents: consents.map(({ memberId: _, ...consent }) => consent),
    standing: standingView(standing, await programmeDay(read)),
    mergedInto: standing.mergedInto,
  }
}

const countedTo = 10_000

/** Members within the caller's scope, newest first, masked. The total is counted to 10,000 and says whether it is exact. */
export async function listMembers(
  read: Read,
  input: ListMembers,
  who: Caller,
): Promise<{ items: MemberRow[]; next: string | null; total: { count: number; exact: boolean } }> {
  for (const storeId of input.stores ?? []) mustReach(who, storeId)
  const fields = await listFields(read)
  const before = fromCursor(input.cursor)?.[0]
  const filter: Filter = {
    stores: input.stores ?? scopeIds(who),
    tags: input.tags,
    tiers: input.tiers,
    status: input.status,
    kind: input.kind,
    joinedFrom: input.joinedFrom,
    joinedTo: input.joinedTo,
    lacking: input.incomplete ? required(fields).map(({ key }) => key) : undefined,
    before: typeof before === 'string' && /^[0-9a-f-]{36}$/.test(before) ? before : undefined,
  }
  const rows = await store.list(read, filter, input.limit + 1)
  const counted = await store.count(read, filter, countedTo + 1)
  const items = rows.slice(0, input.limit).map((listed) => toRow(listed, fields, read.keys))
  return {
    items,
    next: rows.length > input.limit ? toCursor(items.at(-1)!.memberId) : null,
    total: { count: Math.min(counted, countedTo), exact: counted <= countedTo },
  }
}

/** A personal field in clear; the row's trail keeps who asked and why. Refuses `members.lost_key`. */
export async function reveal(read: Read, { id, field }: { id: string; field: Secret }, who: Caller) {
  const sealed = (await openArchive(read, id, who))[field]
  if (sealed === null) return { value: null }
  const value = read.keys.open(sealed, contextOf(field))
  if (value === undefined) throw refuse('members.lost_key', { field })
  return { value }
}

/** Locks one member within the caller's scope, for a change of the archive. */
export async function lockMember(tx: Tx, id: string, who: Caller): Promise<{ archive: Archive; standing: Standing }> {
  const standing = (await lockMembers(tx, [id])).get(id)
  const archive = await openArchive(tx, id, who)
  return { archive, standing: standing! }
}

/** Saves a changed archive as its next version. Refuses `members.changed_meanwhile` if there is one already. */
export async function saveArchive(tx: Tx, archive: Archive): Promise<void> {
  const saved = await store.update(tx, { ...archive, version: archive.version + 1, updatedAt: tx.now })
  if (saved === 0)
    throw refuse('members.changed_meanwhile', { version: (await archiveOf(tx, archive.memberId)).version })
}

/** Adds and removes tags. */
export async function changeTags(
  tx: Tx,
  input: { id: string; add: string[]; remove: string[] },
  who: Caller,
): Promise<Member> {
  const { archive } = await lockMember(tx, input.id, who)
  const gone = new Set(input.remove)
  await saveArchive(tx, {
    ...archive,
    tags: [...new Set([...archive.tags, ...input.add])].filter((tag) => !gone.has(tag)),
  })
  return readMember(tx, input, who)
}

/** Closes a membership or opens it again. Nothing is earned or spent while it is closed; what is owned stays. */
export async function changeStatus(
  tx: Tx,
  input: { id: string; status: 'active' | 'closed' },
  who: Caller,
): Promise<Member> {
  const { archive, standing } = await lockMember(tx, input.id, who)
  standing.flags = input.status === 'closed' ? standing.flags | Flag.closed : standing.flags & ~Flag.closed
  await saveStandings(tx, [standing])
  await saveArchive(tx, { ...archive, status: input.status })
  await announce(tx, [{ kind: 'member.status_changed', memberId: input.id, body: { status: input.status } }])
  return readMember(tx, input, who)
}

/** Writes a consent down, or that it was taken back. */
export async function decideConsent(
  tx: Tx,
  { id, ...consent }: { id: string } & Pick<Consent, 'channel' | 'given' | 'source'>,
  who: Caller,
): Promise<Member> {
  await openArchive(tx, id, who)
  await addConsents(tx, [{ ...consent, memberId: id, decidedAt: tx.now }])
  await announce(tx, [
    { kind: 'member.consent_decided', memberId: id, body: { channel: consent.channel, given: consent.given } },
  ])
  return readMember(tx, { id }, who)
}

/**
 * Takes members out again who were created by mistake: for the undo of an import. Answers those that stay because something was
 * bought; the caller says that no value is left. What was agreed to is append-only and stays as rows of ids.
 */
export async function removeMembers(tx: Tx, ids: string[]): Promise<{ removed: string[]; kept: string[] }> {
  const standings = await lockMembers(tx, ids)
  const kept = ids.filter((id) => standings.get(id)?.purchases || standings.get(id)?.mergedInto)
  const removed = ids.filter((id) => standings.has(id) && !kept.includes(id))
  await removeIdentities(tx, removed)
  await removeTails(tx, removed)
  await store.remove(tx, removed)
  await announce(
    tx,
    removed.map((memberId) => ({ kind: 'member.removed', memberId, body: {} })),
  )
  return { removed, kept }
}
