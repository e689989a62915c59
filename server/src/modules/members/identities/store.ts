import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'

export type IdentityRow = {
  kind: string
  hash: Buffer
  memberId: string
  sealed: Buffer | null
  verifiedAt: string | null
}
export type TailRow = { hash: Buffer; homeStore: string; memberId: string }

const hex = (bytes: Buffer | null): string | null => (bytes ? `\\x${bytes.toString('hex')}` : null)

/** Inserts in the order of the key, so that two batches never wait for each other in a ring; answers which rows are new. */
export const insertNew = (tx: Tx, rows: IdentityRow[]): Promise<{ kind: string; hash: Buffer }[]> =>
  tx.rows({
    name: 'members.add_identities',
    text: `insert into members.identity (kind, hash, member_id, sealed, verified_at)
      select * from unnest($1::text[], $2::bytea[], $3::uuid[], $4::bytea[], $5::timestamptz[]) as new (kind, hash, member_id, sealed, verified_at)
       order by new.kind, new.hash
      on conflict do nothing returning kind, hash`,
    values: [
      textArray(rows.map((row) => row.kind)),
      textArray(rows.map((row) => hex(row.hash))),
      plainArray(rows.map((row) => row.memberId)),
      textArray(rows.map((row) => hex(row.sealed))),
      textArray(rows.map((row) => row.verifiedAt)),
    ],
  })

export const findByHash = (
  read: Read,
  keys: { kind: string; hash: Buffer }[],
): Promise<{ kind: string; hash: Buffer; memberId: string }[]> =>
  read.rows({
    name: 'members.find_identities',
    text: `select identity.kind, identity.hash, identity.member_id as "memberId"
      from unnest($1::text[], $2::bytea[]) as asked (kind, hash)
      join members.identity on identity.kind = asked.kind and identity.hash = asked.hash`,
    values: [textArray(keys.map(({ kind }) => kind)), textArray(keys.map(({ hash }) => hex(hash)))],
  })

export const removeOf = (tx: Tx, memberIds: string[], kinds: string[] | null): Promise<number> =>
  tx.run(sql`delete from members.identity where member_id = any(${plainArray(memberIds)}::uuid[])
    and (${kinds ? textArray(kinds) : null}::text[] is null or kind = any(${kinds ? textArray(kinds) : null}::text[]))`)

export const removeOne = (tx: Tx, kind: string, hash: Buffer, memberId: string): Promise<number> =>
  tx.run(sql`delete from members.identity where kind = ${kind} and hash = ${hash} and member_id = ${memberId}::uuid`)

export const insertTails = (tx: Tx, rows: TailRow[]): Promise<number> =>
  tx.run({
    name: 'members.add_tails',
    text: `insert into members.tail (hash, home_store, member_id)
      select * from unnest($1::bytea[], $2::uuid[], $3::uuid[])`,
    values: [
      textArray(rows.map((row) => hex(row.hash))),
      plainArray(rows.map((row) => row.homeStore)),
      plainArray(rows.map((row) => row.memberId)),
    ],
  })

export const removeTails = (tx: Tx, memberIds: string[]): Promise<number> =>
  tx.run(sql`delete from members.tail where member_id = any(${plainArray(memberIds)}::uuid[])`)

/** Members whose phone ends so, whose home is one of these stores (null: any); one more than asked, to know of more. */
export const findByTail = (
  read: Read,
  hash: Buffer,
  stores: string[] | null,
  most: number,
): Promise<{ memberId: string }[]> =>
  read.rows(sql`select member_id as "memberId" from members.tail
    where hash = ${hash} and (${stores ? plainArray(stores) : null}::uuid[] is null or home_store = any(${stores ? plainArray(stores) : null}::uuid[]))
    order by member_id desc limit ${most + 1}`)
