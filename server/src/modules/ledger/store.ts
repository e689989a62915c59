import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import { firstIdOf, mintedMs } from '#kernel/ids.ts'
import type { Entry, Lot, State } from './contract.ts'

export type Account = {
  memberId: string
  no: number
  unit: string
  state: State
  /** ISO day, or 'infinity'. */
  endsOn: string
  lot: string
  balance: number
  version: number
}

export type Transfer = {
  memberId: string
  id: string
  unit: string
  amount: number
  debitNo: number | null
  debitHouse: string | null
  debitAfter: number | null
  debitVersion: number | null
  creditNo: number | null
  creditHouse: string | null
  creditAfter: number | null
  creditVersion: number | null
  causeKind: string
  causeId: string
  causeLine: number | null
  charter: number
  storeId: string | null
  staffId: string | null
  occurredAt: string
  reverses: string | null
}

/** All accounts of members. Call it under `lockMembers`, so that nobody moves them meanwhile. */
export const accountsOf = (read: Read, memberIds: string[]): Promise<Account[]> =>
  read.rows<Account>({
    name: 'ledger.accounts',
    text: `select member_id as "memberId", no, unit, state, ends_on::text as "endsOn", lot, balance, version
      from ledger.account where member_id = any($1::uuid[]) order by member_id, no`,
    values: [plainArray(memberIds)],
  })

export async function insertAccounts(tx: Tx, accounts: Account[]): Promise<void> {
  if (accounts.length === 0) return
  await tx.run({
    name: 'ledger.openAccounts',
    text: `insert into ledger.account (member_id, no, unit, state, ends_on, lot, balance, version, opened_at)
      select *, $9::timestamptz from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::date[], $6::text[], $7::bigint[], $8::bigint[])`,
    values: [
      plainArray(accounts.map((a) => a.memberId)),
      plainArray(accounts.map((a) => a.no)),
      plainArray(accounts.map((a) => a.unit)),
      plainArray(accounts.map((a) => a.state)),
      plainArray(accounts.map((a) => a.endsOn)),
      textArray(accounts.map((a) => a.lot)),
      plainArray(accounts.map((a) => a.balance)),
      plainArray(accounts.map((a) => a.version)),
      tx.now,
    ],
  })
}

/** Writes balances and versions; the version read is named again, so that a row moved behind our back is a fault, never a loss. */
export async function updateAccounts(tx: Tx, accounts: { account: Account; versionRead: number }[]): Promise<void> {
  if (accounts.length === 0) return
  const touched = await tx.run({
    name: 'ledger.moveAccounts',
    text: `update ledger.account set balance = moved.balance, version = moved.version
      from unnest($1::uuid[], $2::smallint[], $3::bigint[], $4::bigint[], $5::bigint[]) as moved (member_id, no, balance, version, seen)
      where account.member_id = moved.member_id and account.no = moved.no and account.version = moved.seen`,
    values: [
      plainArray(accounts.map(({ account }) => account.memberId)),
      plainArray(accounts.map(({ account }) => account.no)),
      plainArray(accounts.map(({ account }) => account.balance)),
      plainArray(accounts.map(({ account }) => account.version)),
      plainArray(accounts.map(({ versionRead }) => versionRead)),
    ],
  })
  if (touched !== accounts.length)
    throw new Error(`${accounts.length} accounts were to move, ${touched} did: a lock is missing`)
}

const columns: [keyof Transfer, string][] = [
  ['memberId', 'uuid'],
  ['id', 'uuid'],
  ['unit', 'text'],
  ['amount', 'bigint'],
  ['debitNo', 'smallint'],
  ['debitHouse', 'text'],
  ['debitAfter', 'bigint'],
  ['debitVersion', 'bigint'],
  ['creditNo', 'smallint'],
  ['creditHouse', 'text'],
  ['creditAfter', 'bigint'],
  ['creditVersion', 'bigint'],
  ['causeKind', 'text'],
  ['causeId', 'uuid'],
  ['causeLine', 'smallint'],
  ['charter', 'int'],
  ['storeId', 'uuid'],
  ['staffId', 'uuid'],
  ['occurredAt', 'timestamptz'],
  ['reverses', 'uuid'],
]
const insertText = `insert into ledger.transfer (member_id, id, unit, amount, debit_no, debit_house, debit_after, debit_version,
    credit_no, credit_house, credit_after, credit_version, cause_kind, cause_id, cause_line, charter, store_id, staff_id,
    occurred_at, reverses, posted_at)
  select *, $${columns.length + 1}::timestamptz from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})`

export async function insertTransfers(tx: Tx, transfers: Transfer[]): Promise<void> {
  if (transfers.length === 0) return
  await tx.run({
    name: 'ledger.transfer',
    text: insertText,
    values: [...columns.map(([name]) => plainArray(transfers.map((transfer) => transfer[name]))), tx.now],
  })
}

// A cause gets its id in the transaction that posts its transfers, just before them; no transaction lasts a day.
const dayMs = 86_400_000

/** The transfers of some causes in one member's books, oldest first, each with what of it was already taken back. */
export async function transfersOf(
  read: Read,
  memberId: string,
  causeIds: string[],
): Promise<(Transfer & { takenBack: number })[]> {
  const [first, last] = [causeIds.toSorted()[0], causeIds.toSorted().at(-1)]
  if (!first || !last) return []
  // Between these ids lie the transfers: without them all that a member ever moved would be read for the few that one sale moved.
  return read.rows(sql`
    select t.member_id as "memberId", t.id, t.unit, t.amount, t.debit_no as "debitNo", t.debit_house as "debitHouse",
           t.debit_after as "debitAfter", t.debit_version as "debitVersion", t.credit_no as "creditNo",
           t.credit_house as "creditHouse", t.credit_after as "creditAfter", t.credit_version as "creditVersion",
           t.cause_kind as "causeKind", t.cause_id as "causeId", t.cause_line as "causeLine", t.charter, t.store_id as "storeId",
           t.staff_id as "staffId", t.occurred_at as "occurredAt", t.reverses,
           coalesce((select sum(r.amount - coalesce((select sum(again.amount) from ledger.transfer again
                                                      where again.member_id = r.member_id and again.reverses = r.id), 0))
                       from ledger.transfer r where r.member_id = t.member_id and r.reverses = t.id), 0)::bigint as "takenBack"
      from ledger.transfer t
     where t.member_id = ${memberId} and t.cause_id = any(${plainArray(causeIds)}::uuid[])
       and t.id > ${first}::uuid and t.id < ${firstIdOf(mintedMs(last) + dayMs)}::uuid
     order by t.id`)
}

/** Until when a statement reads: business moment, moment of posting, and which unit (null of each: all). */
export type Until = { asOf: string | null; knownAt: string | null; unit: string | null }

type Ending = { endsOn: string | null }
const endless = <T extends Ending>(row: T): T => (row.endsOn === 'infinity' ? { ...row, endsOn: null } : row)

/** A member's entries before the one with the id `after` (null: from the newest), newest first. */
export async function selectEntries(
  read: Read,
  memberId: string,
  { asOf, knownAt, unit }: Until,
  after: string | number | null,
  limit: number,
): Promise<Entry[]> {
  const rows = await read.rows<Entry>(sql`
    select e.id, e.unit, e.amount, a.state, a.ends_on::text as "endsOn", e.balance as "lotBalance", e.cause_kind as "causeKind",
           e.cause_id as "causeId", e.cause_line as "causeLine", e.charter, e.store_id as "storeId", e.staff_id as "staffId",
           e.occurred_at as "occurredAt", e.posted_at as "postedAt", e.reverses
      from ledger.v_entry e join ledger.account a on a.member_id = e.member_id and a.no = e.no
     where e.member_id = ${memberId}
       and (${unit}::text is null or e.unit = ${unit})
       and (${after}::uuid is null or e.id < ${after}::uuid)
       and (${asOf}::timestamptz is null or e.occurred_at <= ${asOf}::timestamptz)
       and (${knownAt}::timestamptz is null or e.posted_at <= ${knownAt}::timestamptz)
     order by e.id desc limit ${limit}`)
  return rows.map(endless)
}

/** A member's lots with what was in them then, empty ones too. */
export async function selectLots(read: Read, memberId: string, { asOf, knownAt, unit }: Until): Promise<Lot[]> {
  const rows = await read.rows<Lot>(sql`
    select a.unit, a.state, a.ends_on::text as "endsOn", a.lot,
           (case a.state when 'debt' then -1 else 1 end * coalesce(sum(e.amount), 0))::bigint as balance
      from ledger.account a
      left join ledger.v_entry e on e.member_id = a.member_id and e.no = a.no
       and (${asOf}::timestamptz is null or e.occurred_at <= ${asOf}::timestamptz)
       and (${knownAt}::timestamptz is null or e.posted_at <= ${knownAt}::timestamptz)
     where a.member_id = ${memberId} and (${unit}::text is null or a.unit = ${unit})
     group by a.member_id, a.no order by a.unit, a.ends_on, a.no`)
  return rows.map(endless)
}

export const selectShown = (
  read: Read,
  memberIds: string[],
): Promise<{ memberId: string; unit: string; shown: number }[]> =>
  read.rows(
    sql`select member_id as "memberId", unit, shown from ledger.v_balance where member_id = any(${plainArray(memberIds)}::uuid[])`,
  )

export const selectBroken = (read: Read): Promise<{ fault: string; id: string }[]> =>
  read.rows(sql`select fault, id from ledger.v_broken limit 1000`)
