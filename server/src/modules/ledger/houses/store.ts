import type { Read, Tx } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'
import type { HouseBalance } from './contract.ts'

/** One roller of all; its lock ends with the transaction. */
export async function lockRoller(tx: Tx): Promise<boolean> {
  const { mine } = await tx.one<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(727006) as mine`)
  return mine
}

/** Where the next roll-up begins, below which nothing can still come in, and which number no transaction has had yet. */
export const selectPlace = (read: Read): Promise<{ from: number; horizon: number; next: number }> =>
  read.one(sql`
    select xid as "from", pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon,
           pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next
      from ledger.house_cursor`)

/** Adds what these transactions moved to the sums of its days; answers how many sums that touched. */
export const addUp = (tx: Tx, from: number, until: number): Promise<number> =>
  tx.run(sql`
    insert into ledger.house_day (house, unit, posted_on, given, received)
    select house, unit, posted_on, sum(given), sum(received) from ledger.v_house_entry
     where xid >= ${from}::bigint and xid < ${until}::bigint group by house, unit, posted_on
    on conflict (house, unit, posted_on)
      do update set given = house_day.given + excluded.given, received = house_day.received + excluded.received`)

export const moveCursor = (tx: Tx, until: number): Promise<number> =>
  tx.run(sql`update ledger.house_cursor set xid = ${until}::bigint`)

export const forgetAll = (tx: Tx): Promise<number> => tx.run(sql`delete from ledger.house_day`)

/** The roll-ups, and what is not rolled up yet, in one statement: nothing is counted twice or left out. */
export const selectBalances = (read: Read, asOf: string): Promise<HouseBalance[]> =>
  read.rows(sql`
    select house, unit, sum(given)::bigint as given, sum(received)::bigint as received, (sum(received) - sum(given))::bigint as balance
      from (select house, unit, given, received from ledger.house_day where posted_on <= ${asOf}::date
            union all
            select house, unit, given, received from ledger.v_house_entry
             where xid >= (select xid from ledger.house_cursor) and posted_on <= ${asOf}::date) it
     group by house, unit order by house, unit`)
