import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import type { AuditEntry, Verdict } from './contract.ts'
import type { Sealed, SealWords } from './rules.ts'

export type EntrySearch = {
  kind: string | null
  subjectId: string | null
  callerId: string | null
  storeId: string | null
  refused: boolean | null
  from: { moment: string; id: string } | null
  until: { moment: string; id: string } | null
  scope: string[] | null
  after: string | null
  limit: number
}

/** A page of the trail, the newest first. The bounds by id let the database open only the months that are asked for. */
export const selectEntries = (read: Read, it: EntrySearch): Promise<AuditEntry[]> => {
  const only = [
    it.kind && sql`kind = ${it.kind}`,
    it.subjectId && sql`subject_id = ${it.subjectId}`,
    it.callerId && sql`caller_id = ${it.callerId}`,
    it.storeId && sql`store_id = ${it.storeId}`,
    it.refused !== null && (it.refused ? sql`outcome <> 'done'` : sql`outcome = 'done'`),
    it.from && sql`acted_at >= ${it.from.moment}::timestamptz and id >= ${it.from.id}::uuid`,
    it.until && sql`acted_at < ${it.until.moment}::timestamptz and id < ${it.until.id}::uuid`,
    it.scope && sql`store_id = any (${plainArray(it.scope)}::uuid[])`,
    it.after && sql`id < ${it.after}::uuid`,
    sql`true`,
  ].filter((one) => typeof one === 'object' && one !== null)
  return read.rows(sql`
    select id, kind, caller_id as "callerId", caller, subject_id as "subjectId", store_id as "storeId", outcome, body,
           request_id as "requestId", acted_at as "actedAt"
      from kernel.trail where ${sql.join(only, sql` and `)} order by id desc limit ${it.limit}`)
}

/** The tables that are sealed: those whose comment says so, and those that ever were. */
export async function selectChains(read: Read): Promise<string[]> {
  const rows = await read.rows<{ chain: string }>(sql`
    select n.nspname || '.' || c.relname as chain from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') like 'append-only, sealed%'
    union select distinct chain from audit.seal order by 1`)
  return rows.map((row) => row.chain)
}

/** What of a table is sealed: every column but the transaction's number. */
export async function selectColumns(read: Read, chain: string): Promise<string[]> {
  const rows = await read.rows<{ name: string }>(sql`
    select attname as name from pg_attribute
     where attrelid = ${chain}::regclass and attnum > 0 and not attisdropped and attname <> 'xid' order by attname`)
  return rows.map((row) => row.name)
}

/** One sealer of all; its lock ends with the transaction. */
export async function lockSealer(tx: Tx): Promise<boolean> {
  const row = await tx.one<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(727002) as mine`)
  return row.mine
}

/** Everything of transactions below this number is committed or gone: nothing can still come in before it. */
export async function selectHorizon(read: Read): Promise<number> {
  const row = await read.one<{ xid: number }>(sql`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xid`)
  return row.xid
}

export type Bounds = { count: number; least: number | null; most: number | null }

/** How many rows some transactions have, and the first and last of these. `sinceId` spares the database the months before it. */
export const selectBounds = (read: Read, chain: string, from: number, until: number, sinceId = noId): Promise<Bounds> =>
  read.one(sql`
    select count(*)::int as count, min(xid) as least, max(xid) as most from ${sql.table(chain)}
     where xid >= ${from}::bigint and xid < ${until}::bigint and id >= ${sinceId}::uuid`)

const noId = '00000000-0000-0000-0000-000000000000'

export type SealedRow = Sealed & { xid: number }

/**
 * The rows of some transactions in the order of the seal, each with the digest of its columns as PostgreSQL writes a row, moments in UTC.
 */
export const selectSealed = (
  read: Read,
  chain: string,
  columns: readonly string[],
  from: number,
  until: number,
): Promise<SealedRow[]> =>
  read.rows(sql`
    select xid, id, sha256(convert_to(row(${sql.join(columns.map((name) => sql.ref(name)))})::text, 'UTF8')) as digest
      from ${sql.table(chain)} where xid >= ${from}::bigint and xid < ${until}::bigint order by xid, id`)

/** What a seal keeps of some rows. */
export type Summary = { count: number; content: Buffer; listing: Buffer }

/**
 * The rows of some transactions as a seal keeps them, the same as of `selectSealed`, made where the rows are: thousands of them a second
 * would hold up the server's one thread. Of more than `most` rows only these count.
 */
export const selectSummary = (
  read: Read,
  chain: string,
  columns: readonly string[],
  from: number,
  until: number,
  sinceId = noId,
  most: number | null = null,
): Promise<Summary> =>
  read.one(sql`
    select count(*)::int as count, sha256(coalesce(string_agg(digest, '' order by xid, id), '')) as content,
           coalesce(string_agg(uuid_send(id) || substr(digest, 1, 8), '' order by xid, id), '') as listing
      from (select xid, id, sha256(convert_to(row(${sql.join(columns.map((name) => sql.ref(name)))})::text, 'UTF8')) as digest
              from ${sql.table(chain)} where xid >= ${from}::bigint and xid < ${until}::bigint and id >= ${sinceId}::uuid
             order by xid, id limit ${most}) as it`)

export type Seal = SealWords & { fromXid: number; untilXid: number; digest: Buffer }

const sealColumns = sql`chain, number, from_xid as "fromXid", until_xid as "untilXid", count, columns, listing, content, digest,
  sealed_at as "sealedAt"`

export const selectLastSeal = (read: Read, chain: string): Promise<Seal | undefined> =>
  read.maybe(sql`select ${sealColumns} from audit.seal where chain = ${chain} order by number desc limit 1`)

/** The last seal before a moment: where a verification of what came after begins. */
export const selectSealBefore = (read: Read, chain: string, moment: string): Promise<Seal | undefined> =>
  read.maybe(sql`
    select ${sealColumns} from audit.seal where chain = ${chain} and sealed_at < ${moment}::timestamptz
     order by sealed_at desc, number desc limit 1`)

/** The next seals of a chain, as many as hold about so many rows. */
export const selectSealsAfter = (read: Read, chain: string, number: number, rows: number): Promise<Seal[]> =>
  read.rows(sql`
    select * from (
      select ${sealColumns}, sum(count) over (order by number) - count as before from audit.seal
       where chain = ${chain} and number > ${number} order by number limit 2000) as it
     where before < ${rows} order by number`)

export async function insertSeal(tx: Tx, seal: Seal): Promise<void> {
  await tx.run(sql`
    insert into audit.seal (chain, number, from_xid, until_xid, count, columns, listing, content, digest, sealed_at)
    values (${seal.chain}, ${seal.number}, ${seal.fromXid}, ${seal.untilXid}, ${seal.count}, ${textArray(seal.columns)}::text[],
            ${seal.listing}, ${seal.content}, ${seal.digest}, ${seal.sealedAt})`)
}

export async function insertVerdict(tx: Tx, id: string, verdict: Verdict): Promise<void> {
  await tx.run(sql`
    insert into audit.verdict (id, verified_at, took_ms, faults, chains)
    values (${id}, ${verdict.verifiedAt}, ${verdict.tookMs}, ${verdict.faults}, ${JSON.stringify(verdict.chains)}::jsonb)`)
}

export const selectLastVerdict = (read: Read): Promise<Verdict | undefined> =>
  read.maybe(sql`
    select verified_at as "verifiedAt", took_ms as "tookMs", faults, chains from audit.verdict order by verified_at desc limit 1`)
