import type { Caller } from '#kernel/caller.ts'
import { mustReach, reaches, scopeIds } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { textQuery } from '#kernel/findable.ts'
import { writeTrail } from '#kernel/trail.ts'
import { refuse } from '../contract.ts'
import type { IdentityKind } from '../identities/contract.ts'
import { readPhone } from '../identities/rules.ts'
import { findByTail, findIdentities } from '../identities/service.ts'
import { externalValue } from '../joining/rules.ts'
import { maskName } from '../names/rules.ts'
import { plainNumber } from '../numbers/rules.ts'
import { programmeDay } from '../programme.ts'
import { birthdayOf, masked, standingView } from '../rules.ts'
import type { Standing } from '../standing/contract.ts'
import { findStandings } from '../standing/service.ts'
import type { Archive } from '../store.ts'
import * as archives from '../store.ts'
import type { Hit, Hits, SearchMembers } from './contract.ts'
import * as store from './store.ts'

type Found = { by: Hits['by']; ids: string[]; more: boolean }

/**
 * Finds members for a till. Whoever shows a whole phone, card or number is served anywhere: outside the caller's scope the answer is
 * masked and the trail keeps it. Last four digits (at most ten) and names (at most twenty) find members within the scope only.
 */
export async function searchMembers(tx: Tx, input: SearchMembers, who: Caller): Promise<Hits> {
  if (input.storeId) mustReach(who, input.storeId)
  const found = await find(tx, input, input.storeId ? [input.storeId] : scopeIds(who))
  const hits = await toHits(tx, found.ids, who, found.by === 'tail')
  for (const hit of hits) {
    if (!hit.outside) continue
    const about = { kind: 'searchMembers', subjectId: hit.memberId, storeId: hit.homeStore }
    await writeTrail(tx, who, { ...about, outcome: 'outside', body: { by: found.by } })
  }
  return { by: found.by, hits, more: found.more }
}

async function find(read: Read, input: SearchMembers, stores: string[] | null): Promise<Found> {
  if (input.phone !== undefined) {
    const phone = readPhone(input.phone)
    if ('wrong' in phone) throw refuse('members.bad_phone', { wrong: phone.wrong })
    return findBy(read, 'phone', phone.phone, 'phone')
  }
  if (input.card !== undefined) return findBy(read, 'card', plainNumber(input.card), 'card')
  if (input.number !== undefined) return findBy(read, 'number', plainNumber(input.number), 'number')
  if (input.externalId !== undefined) {
    return findBy(read, 'external', externalValue(input.externalId.source, input.externalId.id), 'externalId')
  }
  if (input.tail !== undefined) return { by: 'tail', ...(await findByTail(read, input.tail, stores, 10)) }
  return findAnything(read, input.q!, stores)
}

async function findBy(read: Read, kind: IdentityKind, value: string, by: Hits['by']): Promise<Found> {
  const id = (await findIdentities(read, kind, [value])).get(value)
  return { by, ids: id ? [id] : [], more: false }
}

/** Whatever was typed or scanned: a phone, a number, a card, the last four digits, else a part of a name or its pinyin. */
async function findAnything(read: Read, q: string, stores: string[] | null): Promise<Found> {
  const phone = readPhone(q)
  if ('phone' in phone) {
    const found = await findBy(read, 'phone', phone.phone, 'phone')
    if (found.ids.length > 0) return found
  }
  for (const kind of ['number', 'card'] as const) {
    const found = await findBy(read, kind, plainNumber(q), kind)
    if (found.ids.length > 0) return found
  }
  const plain = q.normalize('NFKC').trim()
  if (/^\d{4}$/.test(plain)) return { by: 'tail', ...(await findByTail(read, plain, stores, 10)) }
  const most = 20
  const rows = await store.findByName(read, textQuery(q), stores, most + 1)
  return { by: 'name', ids: rows.slice(0, most).map(({ memberId }) => memberId), more: rows.length > most }
}

/** Members as a till sees them, in the order of ids given; somebody merged is shown as who they are now. */
export async function toHits(read: Read, ids: string[], who: Caller, maskAll = false): Promise<Hit[]> {
  const first = await findStandings(read, ids)
  const moved = [...first.values()].flatMap(({ mergedInto }) => (mergedInto ? [mergedInto] : []))
  const standings = new Map([...first, ...(await findStandings(read, moved))])
  const now = [...new Set(ids.map((id) => first.get(id)?.mergedInto ?? id))]
  const found = await archives.select(read, now)
  const today = await programmeDay(read)
  return now.flatMap((id) => {
    const standing = standings.get(id)
    return standing ? [toHit(read, standing, found.get(id), who, today, maskAll)] : []
  })
}

function toHit(
  read: Read,
  standing: Standing,
  archive: Archive | undefined,
  who: Caller,
  today: string,
  maskAll: boolean,
): Hit {
  const { memberId, homeStore } = standing
  const outside = homeStore === null ? who.scope !== 'all' : !reaches(who, homeStore)
  const shared = { memberId, homeStore, standing: standingView(standing, today), outside }
  if (!archive) {
    return {
      ...shared,
      kind: 'bearer',
      number: null,
      name: '',
      phone: null,
      birthday: null,
      status: 'active',
      tags: [],
    }
  }
  const { kind, number, name, status, tags } = archive
  return {
    ...shared,
    ...{ kind, number, status },
    name: outside || maskAll ? maskName(name) : name,
    phone: masked(archive, 'phone', read.keys).shown,
    birthday: outside || maskAll ? null : birthdayOf(archive),
    tags: outside ? [] : tags,
  }
}
