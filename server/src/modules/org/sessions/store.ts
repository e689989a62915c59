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

export type Attempt = { subject: Buffer; failures: number; fresh: boolean; lockedS: number | null }

/** The counters of failures, locked in one order so that two sign-ins never wait for each other in a ring. */
export async function lockAttempts(tx: Tx, subjects: Buffer[]): Promise<Attempt[]> {
  const ordered = [...subjects].sort(Buffer.compare)
  for (const subject of ordered) {
    await tx.run(sql`
      insert into org.attempt (subject, failures, failed_at) values (${subject}, 0, ${tx.now}) on conflict do nothing`)
  }
  const rows: Attempt[] = []
  for (const subject of ordered) {
    rows.push(
      await tx.one<Attempt>(sql`
        select subject, failures, failed_at > ${tx.now}::timestamptz - interval '1 day' as fresh,
               ceil(extract(epoch from locked_until - ${tx.now}::timestamptz))::int as "lockedS"
          from org.attempt where subject = ${subject} for update`),
    )
  }
  return rows
}

export async function updateAttempt(tx: Tx, subject: Buffer, failures: number, lockS: number): Promise<void> {
  await tx.run(sql`
    update org.attempt set failures = ${failures}, failed_at = ${tx.now},
           locked_until = ${lockS > 0 ? sql`${tx.now}::timestamptz + make_interval(secs => ${lockS})` : null}
     where subject = ${subject}`)
}

export async function refundAttempt(tx: Tx, subject: Buffer, free: number): Promise<void> {
  await tx.run(sql`
    update org.attempt set failures = greatest(failures - 1, 0), locked_until = case when failures - 1 < ${free} then null else locked_until end
     where subject = ${subject}`)
}

export async function deleteAttempt(tx: Tx, subject: Buffer): Promise<void> {
  await tx.run(sql`delete from org.attempt where subject = ${subject}`)
}

/** Throws away what nobody needs: counters a week old, sessions and invitations three months after their end. */
export async function deleteOld(tx: Tx): Promise<void> {
  await tx.run(sql`delete from org.attempt where failed_at < ${tx.now}::timestamptz - interval '7 days'`)
  await tx.run(sql`delete from org.session where ends_at < ${tx.now}::timestamptz - interval '90 days'`)
  await tx.run(sql`delete from org.invitation where ends_at < ${tx.now}::timestamptz - interval '90 days'`)
}

export type Credential = {
  personId: string
  name: string
  status: string
  password: string | null
  totpSealed: Buffer | null
  totpOnAt: string | null
  totpLastStep: number
}

const credentialColumns = sql`person.id as "personId", person.name, person.status, credential.password,
  credential.totp_sealed as "totpSealed", credential.totp_on_at as "totpOnAt",
  coalesce(credential.totp_last_step, 0) as "totpLastStep"`

export const selectCredential = (read: Read, personId: string): Promise<Credential | undefined> =>
  read.maybe(sql`
    select ${credentialColumns} from org.person left join org.credential on credential.person_id = person.id
     where person.id = ${personId}`)

export const selectCredentialByLogin = (
  read: Read,
  login: { kind: 'email' | 'phone'; hashes: Buffer[] },
): Promise<Credential | undefined> =>
  read.maybe(sql`
    select ${credentialColumns} from org.person left join org.credential on credential.person_id = person.id
     where ${login.kind === 'email' ? sql`person.email_hash` : sql`person.phone_hash`} = any(${login.hashes}::bytea[])`)

/** Opens a session for seven days; answers when it ends at the latest. */
export async function insertSession(
  tx: Tx,
  it: { id: string; hash: Buffer; personId: string; address: string; agent: string },
): Promise<string> {
  const row = await tx.one<{ endsAt: string }>(sql`
    insert into org.session (id, token_hash, person_id, started_at, seen_at, ends_at, address, agent)
    values (${it.id}, ${it.hash}, ${it.personId}, ${tx.now}, ${tx.now}, ${tx.now}::timestamptz + interval '7 days', ${it.address}, ${it.agent})
    returning ends_at as "endsAt"`)
  return row.endsAt
}

/** Gives a session another token; the old one opens nothing any more. */
export async function updateToken(tx: Tx, sessionId: string, hash: Buffer): Promise<void> {
  await tx.run(sql`update org.session set token_hash = ${hash} where id = ${sessionId}`)
}

/** Ends one session of a person; false when it is none of theirs or over. */
export async function endSession(tx: Tx, id: string, personId: string): Promise<boolean> {
  const ended = await tx.run(sql`
    update org.session set ended_at = ${tx.now} where id = ${id} and person_id = ${personId} and ended_at is null`)
  return ended === 1
}

export type SessionRow = { id: string; startedAt: string; seenAt: string; address: string; agent: string }

/** The sessions of a person that still open, the last used first. */
export const selectSessions = (read: Read, personId: string): Promise<SessionRow[]> =>
  read.rows(sql`
    select id, started_at as "startedAt", seen_at as "seenAt", address, agent from org.session
     where person_id = ${personId} and ended_at is null and ends_at > ${read.now}::timestamptz
       and seen_at > ${read.now}::timestamptz - interval '8 hours'
     order by seen_at desc, id desc limit 100`)

export type InvitationRow = { id: string; personId: string; name: string; endsAt: string }

/** The invitation behind a token, if it is neither used nor over. */
export const selectInvitation = (read: Read, hash: Buffer): Promise<InvitationRow | undefined> =>
  read.maybe(sql`
    select invitation.id, person.id as "personId", person.name, invitation.ends_at as "endsAt"
      from org.invitation join org.person on person.id = invitation.person_id and person.status <> 'left'
     where token_hash = ${hash} and used_at is null and ends_at > ${read.now}::timestamptz`)

/** Uses an invitation up; false when somebody was faster. */
export async function updateUsed(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run(sql`update org.invitation set used_at = ${tx.now} where id = ${id} and used_at is null`)) === 1
}
