import type { Read, Tx } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'

export type LiveSession = {
  id: string
  personId: string
  name: string
  language: 'zh' | 'en'
  stale: boolean
}

/** The session behind a token, if it has neither ended, nor idled for eight hours, nor run for seven days. */
export const selectSessionByHash = (read: Read, hash: Buffer): Promise<LiveSession | undefined> =>
  read.maybe({
    name: 'org.session_by_hash',
    text: `select session.id, person.id as "personId", person.name, person.language,
                  session.seen_at < $2::timestamptz - interval '1 minute' as stale
             from org.session join org.person on person.id = session.person_id and person.status = 'active'
            where token_hash = $1 and ended_at is null and ends_at > $2::timestamptz
              and seen_at > $2::timestamptz - interval '8 hours'`,
    values: [hash, read.now],
  })

export async function touchSession(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update org.session set seen_at = ${tx.now}
     where id = ${id} and seen_at < ${tx.now}::timestamptz - interval '1 minute'`)
}

/** Ends a person's sessions, all or all but one; answers their ids. */
export async function endSessionsOf(tx: Tx, personId: string, but: string | null): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    update org.session set ended_at = ${tx.now}
     where person_id = ${personId} and ended_at is null and id is distinct from ${but}::uuid returning id`)
  return rows.map((row) => row.id)
}

/** Keeps an invitation for 72 hours; answers when it ends. */
export async function makeInvitation(
  tx: Tx,
  it: { id: string; hash: Buffer; personId: string; madeBy: string | null },
): Promise<string> {
  const row = await tx.one<{ endsAt: string }>(sql`
    insert into org.invitation (id, token_hash, person_id, made_by, made_at, ends_at)
    values (${it.id}, ${it.hash}, ${it.personId}, ${it.madeBy}, ${tx.now}, ${tx.now}::timestamptz + interval '72 hours')
    returning ends_at as "endsAt"`)
  return row.endsAt
}

export async function voidInvitations(tx: Tx, personId: string): Promise<void> {
  await tx.run(sql`update org.invitation set used_at = ${tx.now} where person_id = ${personId} and used_at is null`)
}

/** Keeps a person's password, already hashed. */
export async function upsertPassword(tx: Tx, personId: string, password: string): Promise<void> {
  await tx.run(sql`
    insert into org.credential (person_id, password, password_at) values (${personId}, ${password}, ${tx.now})
    on conflict (person_id) do update set password = excluded.password, password_at = excluded.password_at`)
}

export async function deleteSecondFactor(tx: Tx, personId: string): Promise<void> {
  await tx.run(sql`update org.credential set totp_sealed = null, totp_on_at = null where person_id = ${personId}`)
  await tx.run(sql`delete from org.recovery_code where person_id = ${personId}`)
}
