import type { Db, Read } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'
import type { Schedule } from '#kernel/jobs.ts'
import { houseBalances } from '#modules/ledger/index.ts'

/** Something that is not as it must be: in which room, what, which row, and since when as far as it can be told. */
export type Finding = { room: string; fault: string; id: string; since: string | null }

/**
 * Looks for what is broken in the whole house: every room's books by themselves, each balance recomputed transfer by transfer, and every
 * reference followed to what it led to; the house's roll-ups are recomputed. Changes nothing; at most a thousand findings of a kind.
 */
export async function findFaults(db: Db): Promise<Finding[]> {
  // A broken chain is told with its first moment by the drifts, and once.
  const broken = (await db.read(readBroken)).filter(
    ({ room, fault }) => room !== 'ledger' || (fault !== brokenChain && fault !== wrongRollUp),
  )
  const drifts = await db.read(readDrifts)
  const sinceOf = new Map(drifts.map(({ account, since }) => [account, since]))
  const named = new Set(broken.map(({ id }) => id))
  const rollUps = await db.read(readRollUps)
  const inLedger = drifts.length > 0 || rollUps.length > 0 || broken.some(({ room }) => room === 'ledger')
  return [
    ...broken.map((one) => ({ ...one, since: one.room === 'ledger' ? (sinceOf.get(one.id) ?? null) : null })),
    ...drifts
      .filter(({ account, fault }) => fault !== besideTransfers || !named.has(account))
      .map(({ fault, account, transfer, since }) => ({
        ...{ room: 'ledger', fault, since },
        id: transfer ? `${account}, transfer ${transfer}` : account,
      })),
    ...rollUps,
    // Each of the faults above makes the sums wrong as well: only a wrong sum without another fault is news.
    ...(inLedger ? [] : await db.read(readSums)),
    ...(await db.read(readReferences)),
  ]
}

/** Every night, after the seals: what is found is shouted into the log. */
export const nightlyBooks: Schedule = {
  name: 'house.verify',
  cron: '50 19 * * *',
  async run(db, log) {
    const found = await findFaults(db)
    for (const one of found.slice(0, 100)) log.error(one, 'the books are not in order')
    if (found.length === 0) log.info({}, 'the books are in order')
  },
}

async function readBroken(read: Read): Promise<Omit<Finding, 'since'>[]> {
  const rooms = await read.rows<{ room: string }>(
    sql`select schemaname as room from pg_views where viewname = 'v_broken' order by 1`,
  )
  const found: Omit<Finding, 'since'>[] = []
  for (const { room } of rooms) {
    found.push(
      ...(await read.rows<Omit<Finding, 'since'>>(
        sql`select ${room}::text as room, fault, id from ${sql.table(`${room}.v_broken`)} limit 1000`,
      )),
    )
  }
  return found
}

const wrongRollUp = 'a roll-up disagrees with its transfers'
const besideTransfers = 'an account was changed beside its transfers'
const brokenChain = 'a balance does not follow from the transfers before it'

/** Where the chain of an account's balances and versions breaks first, and since when; or that its row left the chain after the last transfer. */
const readDrifts = (read: Read) =>
  read.rows<{ fault: string; account: string; transfer: string | null; since: string | null }>(sql`
    with entry as (
      select e.member_id, e.no, e.id, e.posted_at, e.balance, e.version,
             sum(e.amount * case a.state when 'debt' then -1 else 1 end) over chain as total, row_number() over chain as turn
        from ledger.v_entry e join ledger.account a using (member_id, no)
      window chain as (partition by e.member_id, e.no order by e.version, e.id)),
    first as (
      select distinct on (member_id, no) member_id, no, id, posted_at
        from entry where balance <> total or version <> turn order by member_id, no, turn),
    last as (
      select distinct on (member_id, no) member_id, no, balance, version, posted_at
        from entry order by member_id, no, turn desc)
    select ${brokenChain} as fault, member_id || '/' || no as account, id::text as transfer,
           posted_at as since from first
    union all
    select ${besideTransfers}, a.member_id || '/' || a.no, null, coalesce(last.posted_at, a.opened_at)
      from ledger.account a left join last using (member_id, no) left join first using (member_id, no)
     where first.id is null and (a.balance, a.version) is distinct from (coalesce(last.balance, 0), coalesce(last.version, 0))
     limit 1000`)

/** Roll-ups of the house's accounts that are not the sum of their transfers: which account, which day, and what it should be. */
const readRollUps = (read: Read): Promise<Finding[]> =>
  read.rows(sql`
    select 'ledger' as room, ${wrongRollUp} as fault, posted_on::timestamp at time zone 'UTC' as since,
           format('%s %s %s: %s given and %s received instead of %s and %s', house, unit, posted_on, coalesce(given, 0),
                  coalesce(received, 0), coalesce(given_by_transfers, 0), coalesce(received_by_transfers, 0)) as id
      from ledger.v_house_drift order by posted_on, house, unit limit 1000`)

/** What all members have of a unit is what the house gave of it: else value came from nowhere, or went there. */
async function readSums(read: Read): Promise<Finding[]> {
  const sums = new Map<string, number>()
  for (const { unit, balance } of await houseBalances(read)) sums.set(unit, (sums.get(unit) ?? 0) + balance)
  const members = await read.rows<{ unit: string; total: number }>(
    sql`select unit, (sum(shown) + sum(pending) + sum(held))::bigint as total from ledger.v_balance group by unit`,
  )
  for (const { unit, total } of members) sums.set(unit, (sums.get(unit) ?? 0) + total)
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([unit, sum]) => ({
      room: 'ledger',
      fault: 'house and members do not add up',
      id: `${unit}: ${sum}`,
      since: null,
    }))
}

/** References that lead to nothing, and purchases that no reference tells: asked again, they would be answered wrongly, or happen twice. */
const readReferences = (read: Read): Promise<Finding[]> =>
  read.rows(sql`
    select 'kernel' as room, 'a reference leads to nothing' as fault, caller || ' ' || reference as id,
           to_timestamp(('x' || substr(replace(cause_id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) as since
      from kernel.told
     where not exists (select from purchases.purchase p where p.member_id = told.member_id and p.id = told.cause_id)
       and not exists (select from members.standing s where s.member_id = told.cause_id)
       and not exists (select from kernel.fact f where f.kind = 'member.removed' and f.member_id = told.cause_id)
       and not exists (select from cards.card c where c.member_id = told.member_id and c.card_id = told.cause_id)
       and not exists (select from wallets.topup t where t.member_id = told.member_id and t.id = told.cause_id)
       and not exists (select from points.adjustment a where a.member_id = told.member_id and a.id = told.cause_id)
       and not exists (select from ledger.transfer t where t.member_id = told.member_id and t.cause_id = told.cause_id)
    union all
    select 'purchases', 'a purchase has no reference', p.id::text, p.posted_at
      from purchases.purchase p left join kernel.told on told.cause_id = p.id and told.caller = p.caller_id
     where told.cause_id is null
     limit 1000`)
