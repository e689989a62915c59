import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'
import type { Appointment, Post } from './contract.ts'

export type PostRow = Omit<Post, 'holders' | 'vacant' | 'led'>

const postColumns = sql`post.id, post.title, unit.id as "unitId", unit.name as "unitName", post.superior_id as "superiorId",
  post.track, post.grade, post.headcount, post.leads, post.duties, post.status`

/** Posts in a scope (null: everywhere), of a unit and all below it if one is given. */
export const selectPosts = (read: Read, unitId: string | null, scope: string[] | null): Promise<PostRow[]> => {
  const within = scope ? plainArray(scope) : null
  return read.rows(sql`
    select ${postColumns} from org.post join org.unit on unit.id = post.unit_id
     where (${within}::uuid[] is null or unit.id = any (${within}::uuid[]))
       and (${unitId}::uuid is null or unit.path @> array[${unitId}::uuid])
     order by cardinality(unit.path), unit.id, post.made_at, post.id`)
}

export const selectPost = (read: Read, id: string): Promise<PostRow | undefined> =>
  read.maybe(sql`select ${postColumns} from org.post join org.unit on unit.id = post.unit_id where post.id = ${id}`)

export type HolderRow = {
  postId: string
  superiorId: string | null
  appointmentId: string
  personId: string
  name: string
  fromOn: string
  untilOn: string | null
}

/** Who holds a post on a day or will later. */
export const selectHolders = (read: Read, day: string): Promise<HolderRow[]> =>
  read.rows(sql`
    select post.id as "postId", post.superior_id as "superiorId", appointment.id as "appointmentId", person.id as "personId",
           person.name, from_on as "fromOn", until_on as "untilOn"
      from org.appointment join org.post on post.id = appointment.post_id join org.person on person.id = appointment.person_id
     where until_on is null or until_on >= ${day}::date order by from_on, appointment.id`)

/** Appointments to the posts of a scope (null: everywhere), past ones too, the latest first. */
export const selectAppointments = (
  read: Read,
  ask: {
    postId: string | null
    personId: string | null
    scope: string[] | null
    after: [string, string] | null
    limit: number
  },
): Promise<Appointment[]> => {
  const within = ask.scope ? plainArray(ask.scope) : null
  const [fromOn, id] = ask.after ?? [null, null]
  return read.rows(sql`
    select appointment.id, post.id as "postId", post.title, unit.id as "unitId", unit.name as "unitName",
           person.id as "personId", person.name, from_on as "fromOn", until_on as "untilOn"
      from org.appointment join org.post on post.id = appointment.post_id join org.unit on unit.id = post.unit_id
      join org.person on person.id = appointment.person_id
     where (${within}::uuid[] is null or unit.id = any (${within}::uuid[]))
       and (${ask.postId}::uuid is null or post.id = ${ask.postId}::uuid)
       and (${ask.personId}::uuid is null or person.id = ${ask.personId}::uuid)
       and (${fromOn}::date is null or (from_on, appointment.id) < (${fromOn}::date, ${id}::uuid))
     order by from_on desc, appointment.id desc limit ${ask.limit}`)
}

export async function insertPost(tx: Tx, post: PostRow): Promise<void> {
  await tx.run(sql`
    insert into org.post (id, title, unit_id, superior_id, track, grade, headcount, leads, duties, status, made_at)
    values (${post.id}, ${post.title}, ${post.unitId}, ${post.superiorId}, ${post.track}, ${post.grade}, ${post.headcount},
            ${post.leads}, ${post.duties}, ${post.status}, ${tx.now})`)
}

export async function updatePost(tx: Tx, post: PostRow): Promise<void> {
  await tx.run(sql`
    update org.post set title = ${post.title}, unit_id = ${post.unitId}, superior_id = ${post.superiorId}, track = ${post.track},
           grade = ${post.grade}, headcount = ${post.headcount}, leads = ${post.leads}, duties = ${post.duties}, status = ${post.status}
     where id = ${post.id}`)
}

/** The posts above a post, itself first. */
export async function selectIdsAbove(read: Read, id: string): Promise<string[]> {
  const rows = await read.rows<{ id: string }>(sql`
    with recursive above as (
      select id, superior_id from org.post where id = ${id}
      union select post.id, post.superior_id from above join org.post on post.id = above.superior_id)
    select id from above`)
  return rows.map((row) => row.id)
}

export async function insertAppointment(
  tx: Tx,
  it: { id: string; postId: string; personId: string; fromOn: string },
): Promise<void> {
  await tx.run(sql`
    insert into org.appointment (id, post_id, person_id, from_on, made_at)
    values (${it.id}, ${it.postId}, ${it.personId}, ${it.fromOn}, ${tx.now})`)
}

/** Ends an appointment that has not ended; false when there is none. A last day before the first is the first. */
export async function updateUntil(tx: Tx, id: string, postId: string, untilOn: string): Promise<boolean> {
  const ended = await tx.run(sql`
    update org.appointment set until_on = greatest(from_on, ${untilOn}::date)
     where id = ${id} and post_id = ${postId} and until_on is null`)
  return ended === 1
}

/** Ends every appointment of a person who leaves, also those that were to end later. */
export async function endAppointmentsOf(tx: Tx, personId: string, untilOn: string): Promise<void> {
  await tx.run(sql`
    update org.appointment set until_on = greatest(from_on, ${untilOn}::date)
     where person_id = ${personId} and (until_on is null or until_on > ${untilOn}::date)`)
}
