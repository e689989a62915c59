import type { Read, Tx } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'
import type { Counts, Report, State } from '../contract.ts'
import type { Place, RunRow } from '../store.ts'
import { select } from '../store.ts'

/** A worker that has not said a word for so long is taken for dead. The database's own clock is meant, which no test moves. */
const silence = sql`clock_timestamp() - interval '20 seconds'`

/** Takes the next run in line, or one whose worker died; a run that another worker is just taking is passed by. */
export async function claim(tx: Tx, worker: string, only: string | null): Promise<RunRow | undefined> {
  const taken = await tx.maybe<{ id: string }>(sql`
    update imports.run set state = 'running', worker = ${worker}, beat_at = clock_timestamp(), began_at = coalesce(began_at, ${tx.now}::timestamptz)
     where id = (select id from imports.run
                  where (${only}::uuid is null or id = ${only}::uuid)
                    and (state = 'waiting' or (state = 'running' and beat_at < ${silence}))
                  order by queued_at limit 1 for update skip locked)
    returning id`)
  return taken && select(tx, taken.id)
}

export type Claim = { wish: 'pause' | 'cancel' | null }

/** Holds a run for a transaction of its worker; nothing, when somebody else has it meanwhile. */
export const holdClaim = (tx: Tx, id: string, worker: string): Promise<Claim | undefined> =>
  tx.maybe({
    name: 'imports.hold',
    text: `select wish from imports.run where id = $1 and worker = $2 and state = 'running' for update`,
    values: [id, worker],
  })

/** Says that a worker is alive; answers what somebody wishes, or nothing when the run is not the worker's any more. */
export const beat = (tx: Tx, id: string, worker: string): Promise<Claim | undefined> =>
  tx.maybe(sql`
    update imports.run set beat_at = clock_timestamp() where id = ${id} and worker = ${worker} and state = 'running' returning wish`)

/** Writes how far a run is, in the transaction that brought it there. */
export const advance = (tx: Tx, id: string, to: { place: Place; counts: Counts; rate: number }): Promise<number> =>
  tx.run({
    name: 'imports.advance',
    text: `update imports.run set place = $2, counts = $3, rate = $4, beat_at = clock_timestamp() where id = $1`,
    values: [id, JSON.stringify(to.place), JSON.stringify(to.counts), to.rate],
  })

type End = {
  state: State
  fault?: RunRow['fault']
  report?: Report
  checked?: { report: Report; as: string }
  undoReport?: Report
  counts?: Counts
  rowsTotal?: number
}

/** Lets a run go: done, paused, cancelled, failed, or back in line. */
export const release = (tx: Tx, id: string, worker: string, end: End): Promise<number> => {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  const over = !['paused', 'waiting'].includes(end.state)
  return tx.run(sql`
    update imports.run set state = ${end.state}, worker = null, wish = null, rate = 0,
           ended_at = case when ${over} then ${tx.now}::timestamptz else ended_at end,
           fault = ${json(end.fault)}::jsonb,
           report = coalesce(${json(end.report)}::jsonb, report),
           checked = coalesce(${json(end.checked?.report)}::jsonb, checked),
           checked_as = coalesce(${end.checked?.as ?? null}, checked_as),
           undo_report = coalesce(${json(end.undoReport)}::jsonb, undo_report),
           counts = coalesce(${json(end.counts)}::jsonb, counts),
           rows_total = coalesce(${end.rowsTotal ?? null}::bigint, rows_total),
           rows_exact = rows_exact or ${end.rowsTotal !== undefined}
     where id = ${id} and worker = ${worker}`)
}

/** Inside of one transaction: what is done after the mark can be taken back alone. */
export const mark = (tx: Tx): Promise<number> => tx.run(sql`savepoint one`)
export const forget = (tx: Tx): Promise<number> => tx.run(sql`rollback to savepoint one`)
export const keep = (tx: Tx): Promise<number> => tx.run(sql`release savepoint one`)

/** Runs that nobody started for a month: their staged files need not lie any longer. */
export const stale = (read: Read): Promise<{ id: string }[]> =>
  read.rows(sql`
    select id from imports.run where state in ('ready', 'cancelled', 'failed', 'done', 'undone') and staged
       and coalesce(ended_at, made_at) < ${read.now}::timestamptz - case when state in ('ready', 'failed') then interval '30 days' else interval '0' end
     limit 100`)

export const unstage = (tx: Tx, ids: string[]): Promise<number> =>
  tx.run(sql`update imports.run set staged = false where id = any(${`{${ids.join(',')}}`}::uuid[])`)
