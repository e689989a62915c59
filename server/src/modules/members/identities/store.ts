import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'

export type IdentityRow = {
  kind: string
  hash: Buffer
  memberId: string
  sealed: Buffer | null
  verifiedAt: string | null
  keyNo: number
}
export type TailRow = { hash: Buffer; homeStore: string; memberId: string; keyNo: number }

const hex = (bytes: Buffer | null): string | null => (bytes ? `\\x${bytes.toString('hex')}` : null)

// Whoever lacks an index key that is needed writes nothing: what it wrote, nobody else would find.
const holdsKeys = (parameter: string) =>
  `not exists (select from kernel.index_key where needed and no <> all (${parameter}::smallint[]))`

/** Inserts in the order of the key, so that two batches never wait for each other in a ring; answers which rows are new. */
export const insertNew = (tx: Tx, rows: IdentityRow[]): Promise<{ kind: string; hash: Buffer }[]> =>
  tx.rows({
    name: 'members.add_identities',
    text: `insert into members.identity (kind, hash, member_id, sealed, verified_at, key_no)
      select * from unnest($1::text[], $2::bytea[], $3::uuid[], $4::bytea[], $5::timestamptz[], $6::smallint[])
          as new (kind, hash, member_id, sealed, verified_at, key_no)
       where ${holdsKeys('$6')} order by new.kind, new.hash
      on conflict do nothing returning kind, hash`,
    values: [
      textArray(rows.map((row) => row.kind)),
      textArray(rows.map((row) => hex(row.hash))),
      plainArray(rows.map((row) => row.memberId)),
      textArray(rows.map((row) => hex(row.sealed))),
      textArray(rows.map((row) => row.verifiedAt)),
      plainArray(rows.map((row) => row.keyNo)),
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

export const removeOne = (tx: Tx, kind: string, hashes: Buffer[], memberId: string): Promise<number> =>
  tx.run(sql`delete from members.identity
    where kind = ${kind} and hash = any(${textArray(hashes.map(hex))}::bytea[]) and member_id = ${memberId}::uuid`)

export async function insertTails(tx: Tx, rows: TailRow[], held: number[]): Promise<void> {
  const added = await tx.run({
    name: 'members.add_tails',
    text: `insert into members.tail (hash, home_store, member_id, key_no)
      select * from unnest($1::bytea[], $2::uuid[], $3::uuid[], $4::smallint[])
       where ${holdsKeys('$5')}`,
    values: [
      textArray(rows.map((row) => hex(row.hash))),
      plainArray(rows.map((row) => row.homeStore)),
      plainArray(rows.map((row) => row.memberId)),
      plainArray(rows.map((row) => row.keyNo)),
      plainArray(held),
    ],
  })
  if (added !== rows.length) throw new Error('the key file of this process lacks the newest index key')
}

export const removeTails = (tx: Tx, memberIds: string[]): Promise<number> =>
  tx.run(sql`delete from members.tail where member_id = any(${plainArray(memberIds)}::uuid[])`)

/** Members whose phone ends so, whose home is one of these stores (null: any); one more than asked, to know of more. */
export const findByTail = (
  read: Read,
  hashes: Buffer[],
  stores: string[] | null,
  most: number,
): Promise<{ memberId: string }[]> =>
  read.rows(sql`select member_id as "memberId" from members.tail
    where hash = any(${textArray(hashes.map(hex))}::bytea[]) and (${stores ? plainArray(stores) : null}::uuid[] is null or home_store = any(${stores ? plainArray(stores) : null}::uuid[]))
    order by member_id desc limit ${most + 1}`)

/** A row whose hash is to be made anew, with what its value may be read from. */
export type OldIdentity = {
  kind: string
  hash: Buffer
  memberId: string
  sealed: Buffer | null
  phone: Buffer | null
  number: string | null
}

/** Rows under other keys than this one, locked, in the order of their key; of kinds that this room can read. */
export const lockOldIdentities = (
  tx: Tx,
  keyNo: number,
  not: readonly string[],
  after: { kind: string; hash: Buffer } | null,
  limit: number,
): Promise<OldIdentity[]> =>
  tx.rows(sql`
    select i.kind, i.hash, i.member_id as "memberId", i.sealed, m.phone_sealed as phone, m.number
      from members.identity i left join members.member m using (member_id)
     where i.key_no <> ${keyNo}::smallint and i.kind <> all (${textArray(not)}::text[])
       and (i.kind, i.hash) > (${after?.kind ?? ''}::text, ${after?.hash ?? Buffer.alloc(0)}::bytea)
     order by i.kind, i.hash limit ${limit} for update of i`)

export type Move = { kind: string; old: Buffer; hash: Buffer; keyNo: number }

/** Gives rows another hash; where the other row is there already, this one goes. Answers how many rows that were. */
export async function moveHashes(tx: Tx, moves: Move[]): Promise<number> {
  if (moves.length === 0) return 0
  const { count } = await tx.one<{ count: number }>(sql`
    with move as (
      select move.*, exists (select from members.identity twin where twin.kind = move.kind and twin.hash = move.hash) as there
        from unnest(${textArray(moves.map(({ kind }) => kind))}::text[], ${textArray(moves.map(({ old }) => hex(old)))}::bytea[],
                    ${textArray(moves.map(({ hash }) => hex(hash)))}::bytea[], ${plainArray(moves.map(({ keyNo }) => keyNo))}::smallint[])
          as move (kind, old, hash, key_no)),
    gone as (
      delete from members.identity i using move where move.there and i.kind = move.kind and i.hash = move.old returning 1),
    moved as (
      update members.identity i set hash = move.hash, key_no = move.key_no from move
       where not move.there and i.kind = move.kind and i.hash = move.old returning 1)
    select (select count(*) from gone) + (select count(*) from moved) as count`)
  return count
}

export type OldTail = { hash: Buffer; homeStore: string; memberId: string; phone: Buffer | null }

/** Tails under other keys than this one, locked, in the order of their key. */
export const lockOldTails = (tx: Tx, keyNo: number, after: TailPlace | null, limit: number): Promise<OldTail[]> =>
  tx.rows(sql`
    select t.hash, t.home_store as "homeStore", t.member_id as "memberId", m.phone_sealed as phone
      from members.tail t left join members.member m using (member_id)
     where t.key_no <> ${keyNo}::smallint
       and (t.hash, t.home_store, t.member_id) > (${after?.hash ?? Buffer.alloc(0)}::bytea, ${after?.homeStore ?? nowhere}::uuid, ${after?.memberId ?? nowhere}::uuid)
     order by t.hash, t.home_store, t.member_id limit ${limit} for update of t`)

export type TailPlace = { hash: Buffer; homeStore: string; memberId: string }
const nowhere = '00000000-0000-0000-0000-000000000000'

export const moveTails = (tx: Tx, moves: (TailPlace & { to: Buffer; keyNo: number })[]): Promise<number> =>
  tx.run(sql`
    update members.tail t set hash = move.new, key_no = move.key_no
      from unnest(${textArray(moves.map(({ hash }) => hex(hash)))}::bytea[], ${plainArray(moves.map(({ homeStore }) => homeStore))}::uuid[],
                  ${plainArray(moves.map(({ memberId }) => memberId))}::uuid[], ${textArray(moves.map(({ to }) => hex(to)))}::bytea[],
                  ${plainArray(moves.map(({ keyNo }) => keyNo))}::smallint[]) as move (hash, home_store, member_id, new, key_no)
     where t.hash = move.hash and t.home_store = move.home_store and t.member_id = move.member_id`)
