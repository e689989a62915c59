import type { Caller } from '#kernel/caller.ts'
import { reaches, scopeIds } from '#kernel/caller.ts'
import { dayIn } from '#kernel/clock.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { brokeConstraint } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { newId } from '#kernel/ids.ts'
import { refuse } from '../contract.ts'
import { readPerson } from '../people/service.ts'
import { listUnits, readOrganisation, readUnit } from '../units/service.ts'
import { lockOrganisation } from '../units/store.ts'
import type {
  Appointment,
  AppointmentFilter,
  ChangedPost,
  Chart,
  EndedAppointment,
  NewAppointment,
  NewPost,
  Post,
  PostFilter,
} from './contract.ts'
import * as store from './store.ts'

/** Today in the programme's zone. Refuses `org.not_set_up`. */
export async function today(read: Read): Promise<string> {
  return dayIn((await readOrganisation(read)).zone, read.now)
}

/** The posts in the caller's scope with their holders; of a unit and all below it if one is given. */
export async function listPosts(read: Read, { unitId, status, vacant }: PostFilter, who: Caller): Promise<Post[]> {
  const holders = await store.selectHolders(read, await today(read))
  const rows = await store.selectPosts(read, unitId ?? null, scopeIds(who))
  return rows
    .filter((row) => status === undefined || row.status === status)
    .map((row) => withHolders(row, holders))
    .filter((post) => vacant === undefined || post.vacant > 0 === vacant)
}

/** Who was appointed where from when until when, in the caller's scope, past appointments too, the latest first. */
export async function listAppointments(
  read: Read,
  { postId, personId, cursor, limit }: AppointmentFilter,
  who: Caller,
): Promise<{ items: Appointment[]; next: string | null }> {
  const rows = await store.selectAppointments(read, {
    postId: postId ?? null,
    personId: personId ?? null,
    scope: scopeIds(who),
    after: (fromCursor(cursor) as [string, string] | undefined) ?? null,
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? toCursor(last.fromOn, last.id) : null }
}

/** The organisation chart: the tree of units, the posts in them, who holds them and to whom they report. */
export async function readChart(read: Read, unitId: string | undefined, who: Caller): Promise<Chart> {
  const units = await listUnits(read, { status: 'open', ...(unitId ? { below: unitId } : {}) }, who)
  return { units, posts: await listPosts(read, { unitId, status: 'open' }, who) }
}

/** Makes a post. Refuses units outside the scope, closed ones, and a superior that is unknown or closed. */
export async function makePost(tx: Tx, input: NewPost, who: Caller): Promise<Post> {
  const unit = await readUnit(tx, input.unitId, who)
  if (unit.status === 'closed') throw refuse('org.unit_closed', { id: unit.id })
  const row: store.PostRow = {
    ...input,
    id: newId(),
    unitName: unit.name,
    superiorId: input.superiorId ?? null,
    track: input.track ?? null,
    grade: input.grade ?? null,
    duties: input.duties ?? null,
    status: 'open',
  }
  if (row.superiorId) await openPost(tx, row.superiorId)
  await store.insertPost(tx, row)
  return readPost(tx, row.id, who)
}

/** Changes a post. Refuses `org.post_below_itself` when it would report to itself by a detour. */
export async function changePost(tx: Tx, input: ChangedPost, who: Caller): Promise<Post> {
  await lockOrganisation(tx)
  const { holders: _, vacant: __, led: ___, ...before } = await readPost(tx, input.id, who)
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<store.PostRow>
  const changed = { ...before, ...given }
  if (changed.unitId !== before.unitId) await readUnit(tx, changed.unitId, who)
  if (changed.superiorId && changed.superiorId !== before.superiorId) {
    await openPost(tx, changed.superiorId)
    if ((await store.selectIdsAbove(tx, changed.superiorId)).includes(changed.id)) throw refuse('org.post_below_itself')
  }
  await store.updatePost(tx, changed)
  return readPost(tx, input.id, who)
}

/** Closes a post that nobody holds. Refuses `org.post_has_holders`. */
export async function closePost(tx: Tx, id: string, who: Caller): Promise<Post> {
  await lockOrganisation(tx)
  const { holders, vacant: _, led: __, ...row } = await readPost(tx, id, who)
  if (holders.length > 0) throw refuse('org.post_has_holders', { id })
  await store.updatePost(tx, { ...row, status: 'closed' })
  return readPost(tx, id, who)
}

/**
 * Appoints a person to a post. Refuses `org.post_closed`, `org.post_full` beyond the headcount, `org.appointed_already`, and people who left.
 * A post allows nothing by itself: what a person may do is granted as a role.
 */
export async function appoint(tx: Tx, input: NewAppointment, who: Caller): Promise<Post> {
  await lockOrganisation(tx)
  const post = await readPost(tx, input.id, who)
  if (post.status === 'closed') throw refuse('org.post_closed', { id: post.id })
  // Whom the caller may not see they may not appoint: the answer would tell the name behind the id.
  const person = await readPerson(tx, input.personId, who)
  if (person.status === 'left') throw refuse('org.person_left', { id: person.id })
  if (post.holders.some((holder) => holder.personId === person.id && !holder.untilOn))
    throw refuse('org.appointed_already')
  if (post.vacant === 0) throw refuse('org.post_full', { headcount: post.headcount })
  try {
    const fromOn = input.fromOn ?? (await today(tx))
    await store.insertAppointment(tx, { id: newId(), postId: post.id, personId: person.id, fromOn })
  } catch (fault) {
    if (brokeConstraint(fault, 'a_person_holds_a_post_once')) throw refuse('org.appointed_already')
    throw fault
  }
  return readPost(tx, post.id, who)
}

/** Ends an appointment with a last day. Refuses `org.appointment_unknown`. */
export async function endAppointment(tx: Tx, input: EndedAppointment, who: Caller): Promise<Post> {
  const post = await readPost(tx, input.id, who)
  const ended = await store.updateUntil(tx, input.appointmentId, post.id, input.untilOn ?? (await today(tx)))
  if (!ended) throw refuse('org.appointment_unknown', { id: input.appointmentId })
  return readPost(tx, post.id, who)
}

/** A post with its holders. Refuses `org.post_unknown`, also outside the caller's scope. */
export async function readPost(read: Read, id: string, who: Caller): Promise<Post> {
  const row = await store.selectPost(read, id)
  if (!row || !reaches(who, row.unitId)) throw refuse('org.post_unknown', { id })
  return withHolders(row, await store.selectHolders(read, await today(read)))
}

async function openPost(read: Read, id: string): Promise<void> {
  const post = await store.selectPost(read, id)
  if (!post) throw refuse('org.post_unknown', { id })
  if (post.status === 'closed') throw refuse('org.post_closed', { id })
}

function withHolders(row: store.PostRow, all: store.HolderRow[]): Post {
  const holders = all
    .filter((one) => one.postId === row.id)
    .map(({ appointmentId, personId, name, fromOn, untilOn }) => ({ appointmentId, personId, name, fromOn, untilOn }))
  return {
    ...row,
    holders,
    vacant: Math.max(0, row.headcount - holders.length),
    led: new Set(all.filter((one) => one.superiorId === row.id).map((one) => one.personId)).size,
  }
}
