import type { Read, Tx } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'

/** Keeps the secret of a second factor that is being set up; it is not asked for before it is confirmed. False when there is one that is on. */
export async function upsertSecret(tx: Tx, personId: string, sealed: Buffer): Promise<boolean> {
  const kept = await tx.run(sql`
    insert into org.credential (person_id, totp_sealed) values (${personId}, ${sealed})
    on conflict (person_id) do update set totp_sealed = excluded.totp_sealed where credential.totp_on_at is null`)
  return kept === 1
}

export async function updateOn(tx: Tx, personId: string): Promise<void> {
  await tx.run(sql`update org.credential set totp_on_at = ${tx.now} where person_id = ${personId}`)
}

/** Uses a code's step up; false when this step or a later one was used before. */
export async function updateStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const used = await tx.run(sql`
    update org.credential set totp_last_step = ${step} where person_id = ${personId} and totp_last_step < ${step}`)
  return used === 1
}

export async function insertRecoveryCodes(tx: Tx, personId: string, hashes: Buffer[]): Promise<void> {
  await tx.run(sql`delete from org.recovery_code where person_id = ${personId}`)
  for (const hash of hashes) {
    await tx.run(sql`insert into org.recovery_code (person_id, hash) values (${personId}, ${hash})`)
  }
}

/** Uses a recovery code up; false when it is none or was used before. */
export async function updateRecoveryCode(tx: Tx, personId: string, hash: Buffer): Promise<boolean> {
  const used = await tx.run(sql`
    update org.recovery_code set used_at = ${tx.now} where person_id = ${personId} and hash = ${hash} and used_at is null`)
  return used === 1
}

export async function countRecoveryCodes(read: Read, personId: string): Promise<number> {
  const row = await read.one<{ count: number }>(
    sql`select count(*) as count from org.recovery_code where person_id = ${personId} and used_at is null`,
  )
  return row.count
}
