import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'
import type { Key } from './contract.ts'

export async function insertKey(
  tx: Tx,
  key: { id: string; name: string; prefix: string; hash: Buffer; madeBy: string | null },
): Promise<void> {
  await tx.run(sql`
    insert into org.key (id, name, prefix, token_hash, made_by, made_at)
    values (${key.id}, ${key.name}, ${key.prefix}, ${key.hash}, ${key.madeBy}, ${tx.now})`)
}

/** Keys within a scope (null: everywhere), the newest first, revoked ones last. */
export const selectKeys = (read: Read, scope: string[] | null): Promise<Key[]> =>
  read.rows(sql`
    select key.id, key.name, key.prefix, role.id as "roleId", role.name_zh as "roleNameZh", role.name_en as "roleNameEn",
           unit.id as "unitId", unit.name as "unitName", key.made_at as "madeAt", key.used_at as "usedAt",
           key.used_from as "usedFrom", key.revoked_at as "revokedAt"
      from org.key join org.role_grant on role_grant.key_id = key.id
      join org.role on role.id = role_grant.role_id join org.unit on unit.id = role_grant.unit_id
     where ${scope ? plainArray(scope) : null}::uuid[] is null or unit.id = any (${scope ? plainArray(scope) : null}::uuid[])
     order by key.revoked_at is not null, key.id desc`)

/** Revokes a key, once and for all; false when it was revoked before or never was. */
export async function updateRevoked(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run(sql`update org.key set revoked_at = ${tx.now} where id = ${id} and revoked_at is null`)) === 1
}

export const selectKeyByHash = (
  read: Read,
  hash: Buffer,
): Promise<{ id: string; name: string; stale: boolean; language: 'zh' | 'en' } | undefined> =>
  read.maybe({
    name: 'org.key_by_hash',
    text: `select id, name, coalesce(used_at < $2::timestamptz - interval '1 minute', true) as stale,
                  coalesce((select language from org.organisation), 'zh') as language
             from org.key where token_hash = $1 and revoked_at is null`,
    values: [hash, read.now],
  })

export async function touchKey(tx: Tx, id: string, from: string): Promise<void> {
  await tx.run(sql`
    update org.key set used_at = ${tx.now}, used_from = ${from}
     where id = ${id} and (used_at is null or used_at < ${tx.now}::timestamptz - interval '1 minute')`)
}
