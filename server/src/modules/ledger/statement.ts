import type { Read } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import type { Entry, Lot, ReadStatement, Statement } from './contract.ts'

type Row = Omit<Entry, 'endsOn'> & { endsOn: string }

const dayOrNull = (day: string) => (day === 'infinity' ? null : day)

/**
 * A member's entries, newest first, with balances and lots as of a business moment and, if asked, as they were known at a moment of
 * posting. The caller has checked that the member may be seen.
 */
export async function readStatement(read: Read, ask: ReadStatement): Promise<Statement> {
  const after = fromCursor(ask.cursor)?.[0] ?? null
  const asOf = ask.asOf ?? read.now
  const rows = await read.rows<Row>(sql`
    select e.id, e.unit, e.amount, a.state, a.ends_on::text as "endsOn", e.balance as "lotBalance", e.cause_kind as "causeKind",
           e.cause_id as "causeId", e.cause_line as "causeLine", e.charter, e.store_id as "storeId", e.staff_id as "staffId",
           e.occurred_at as "occurredAt", e.posted_at as "postedAt", e.reverses
      from ledger.v_entry e join ledger.account a on a.member_id = e.member_id and a.no = e.no
     where e.member_id = ${ask.id}
       and (${ask.unit ?? null}::text is null or e.unit = ${ask.unit ?? null})
       and (${after}::uuid is null or e.id < ${after}::uuid)
       and e.occurred_at <= ${asOf}::timestamptz
       and (${ask.knownAt ?? null}::timestamptz is null or e.posted_at <= ${ask.knownAt ?? null}::timestamptz)
     order by e.id desc limit ${ask.limit}`)
  const lots = await lotsAsOf(read, ask.id, asOf, ask.knownAt, ask.unit)
  return {
    memberId: ask.id,
    asOf,
    balances: sumUp(lots),
    lots: lots.filter((lot) => lot.balance !== 0),
    items: rows.map((row) => ({ ...row, endsOn: dayOrNull(row.endsOn) })),
    next: rows.length === ask.limit ? toCursor(rows.at(-1)!.id) : null,
  }
}

async function lotsAsOf(read: Read, memberId: string, asOf: string, knownAt?: string, unit?: string): Promise<Lot[]> {
  const rows = await read.rows<Lot & { endsOn: string }>(sql`
    select a.unit, a.state, a.ends_on::text as "endsOn", a.lot,
           (case a.state when 'debt' then -1 else 1 end * coalesce(sum(e.amount), 0))::bigint as balance
      from ledger.account a
      left join ledger.v_entry e on e.member_id = a.member_id and e.no = a.no and e.occurred_at <= ${asOf}::timestamptz
       and (${knownAt ?? null}::timestamptz is null or e.posted_at <= ${knownAt ?? null}::timestamptz)
     where a.member_id = ${memberId} and (${unit ?? null}::text is null or a.unit = ${unit ?? null})
     group by a.member_id, a.no order by a.unit, a.ends_on, a.no`)
  return rows.map((row) => ({ ...row, endsOn: dayOrNull(row.endsOn) }))
}

function sumUp(lots: Lot[]): Statement['balances'] {
  const sums = new Map<string, Statement['balances'][number]>()
  for (const { unit, state, balance } of lots) {
    const sum = sums.get(unit) ?? { unit, shown: 0, pending: 0, held: 0, debt: 0 }
    if (state === 'open') sum.shown += balance
    else sum[state] += balance
    if (state === 'debt') sum.shown -= balance
    sums.set(unit, sum)
  }
  return [...sums.values()]
}

/** The shown balances (open lots less debt) of many members at once, for lists. */
export const balancesOf = (
  read: Read,
  memberIds: string[],
): Promise<{ memberId: string; unit: string; shown: number }[]> =>
  read.rows(
    sql`select member_id as "memberId", unit, shown from ledger.v_balance where member_id = any(${plainArray(memberIds)}::uuid[])`,
  )

/** Every fault in the books, with the account or cause where it shows; empty when all is well. */
export const findBroken = (read: Read): Promise<{ fault: string; id: string }[]> =>
  read.rows(sql`select fault, id from ledger.v_broken limit 1000`)
