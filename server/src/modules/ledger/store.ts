import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import type { State } from './contract.ts'

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

/** The transfers of some causes in one member's books, oldest first, each with what of it was already taken back. */
export const transfersOf = (
  read: Read,
  memberId: string,
  causeIds: string[],
): Promise<(Transfer & { takenBack: number })[]> =>
  read.rows(sql`
    select t.member_id as "memberId", t.id, t.unit, t.amount, t.debit_no as "debitNo", t.debit_house as "debitHouse",
           t.debit_after as "debitAfter", t.debit_version as "debitVersion", t.credit_no as "creditNo",
           t.credit_house as "creditHouse", t.credit_after as "creditAfter", t.credit_version as "creditVersion",
           t.cause_kind as "causeKind", t.cause_id as "causeId", t.cause_line as "causeLine", t.charter, t.store_id as "storeId",
           t.staff_id as "staffId", t.occurred_at as "occurredAt", t.reverses,
           coalesce((select sum(r.amount) from ledger.transfer r where r.member_id = t.member_id and r.reverses = t.id), 0)::bigint as "takenBack"
      from ledger.transfer t
     where t.member_id = ${memberId} and t.cause_id = any(${plainArray(causeIds)}::uuid[])
     order by t.id`)
