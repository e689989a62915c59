import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import type { Counts, Kind, Mapping, Options, Report, State, Task } from './contract.ts'
import type { Found, Made } from './kinds/kind.ts'
import type { Shape } from './reading/table.ts'

/**
 * Which rows of the file are done: all up to `row`, and those of `ahead`, which went in before their neighbours. An undo goes backwards and
 * keeps where it is in `before`.
 */
export type Place = { row: number; ahead: number[]; before?: string | null }

export type RunRow = {
  id: string
  kind: Kind
  fileName: string
  fileBytes: number
  fileDigest: Buffer
  shape: Shape
  columns: string[]
  mapping: Mapping
  options: Options
  state: State
  task: Task | null
  wish: 'pause' | 'cancel' | null
  callerId: string
  caller: string
  personId: string | null
  scope: string[] | null
  madeAt: string
  queuedAt: string | null
  beganAt: string | null
  endedAt: string | null
  worker: string | null
  place: Place
  counts: Counts
  rowsTotal: number | null
  rowsExact: boolean
  rate: number
  checked: Report | null
  checkedAs: string | null
  report: Report | null
  undoReport: Report | null
  fault: { code: string; details: Record<string, unknown> } | null
}

const selected =
  sql.raw(`id, kind, file_name as "fileName", file_bytes as "fileBytes", file_digest as "fileDigest", shape, columns,
  mapping, options, state, task, wish, caller_id as "callerId", caller, person_id as "personId", scope, made_at as "madeAt",
  queued_at as "queuedAt", began_at as "beganAt", ended_at as "endedAt", worker, place, counts, rows_total as "rowsTotal",
  rows_exact as "rowsExact", rate, checked, checked_as as "checkedAs", report, undo_report as "undoReport", fault`)

type New = Pick<
  RunRow,
  | 'id'
  | 'kind'
  | 'fileName'
  | 'fileBytes'
  | 'fileDigest'
  | 'shape'
  | 'columns'
  | 'mapping'
  | 'options'
  | 'callerId'
  | 'caller'
  | 'personId'
  | 'scope'
  | 'rowsTotal'
>

export const insert = (tx: Tx, run: New): Promise<number> =>
  tx.run(sql`
    insert into imports.run (id, kind, file_name, file_bytes, file_digest, shape, columns, mapping, options, state, caller_id, caller,
                             person_id, scope, made_at, rows_total)
    values (${run.id}, ${run.kind}, ${run.fileName}, ${run.fileBytes}, ${run.fileDigest}, ${JSON.stringify(run.shape)},
            ${textArray(run.columns)}::text[], ${JSON.stringify(run.mapping)}, ${JSON.stringify(run.options)}, 'ready', ${run.callerId},
            ${run.caller}, ${run.personId}, ${run.scope ? plainArray(run.scope) : null}::uuid[], ${tx.now}, ${run.rowsTotal})`)

export const select = (read: Read, id: string): Promise<RunRow | undefined> =>
  read.maybe(sql`select ${selected} from imports.run where id = ${id}`)

/** A run, held until the transaction ends: whoever changes its state stands in line. */
export const hold = (tx: Tx, id: string): Promise<RunRow | undefined> =>
  tx.maybe(sql`select ${selected} from imports.run where id = ${id} for update`)

export const list = (
  read: Read,
  ask: {
    kind?: string | undefined
    state?: string | undefined
    before: string | null
    callers: string | null
    limit: number
  },
): Promise<RunRow[]> =>
  read.rows(sql`
    select ${selected} from imports.run
     where (${ask.kind ?? null}::text is null or kind = ${ask.kind ?? null}) and (${ask.state ?? null}::text is null or state = ${ask.state ?? null})
       and (${ask.before}::uuid is null or id < ${ask.before}::uuid) and (${ask.callers}::uuid is null or caller_id = ${ask.callers}::uuid)
     order by id desc limit ${ask.limit}`)

/** Another run that took this very file in, or is about to. */
export const sameFile = (read: Read, { id, kind, fileDigest }: RunRow): Promise<{ id: string } | undefined> =>
  read.maybe(sql`
    select id from imports.run where file_digest = ${fileDigest} and kind = ${kind} and id <> ${id}
       and task = 'run' and state in ('waiting', 'running', 'paused', 'done')
       and (state <> 'done' or (counts ->> 'things')::bigint > 0)
     order by id limit 1`)

type Change = Partial<
  Pick<
    RunRow,
    | 'mapping'
    | 'options'
    | 'shape'
    | 'columns'
    | 'state'
    | 'task'
    | 'wish'
    | 'place'
    | 'counts'
    | 'rowsTotal'
    | 'rowsExact'
  >
>

/** Writes what was changed of a run that is held. */
export const change = (tx: Tx, id: string, what: Change): Promise<number> => {
  const has = (key: keyof Change) => key in what
  const json = (value: unknown) => JSON.stringify(value ?? null)
  return tx.run(sql`
    update imports.run set
      mapping = case when ${has('mapping')} then ${json(what.mapping)}::jsonb else mapping end,
      options = case when ${has('options')} then ${json(what.options)}::jsonb else options end,
      shape = case when ${has('shape')} then ${json(what.shape)}::jsonb else shape end,
      columns = case when ${has('columns')} then ${textArray(what.columns ?? [])}::text[] else columns end,
      state = coalesce(${what.state ?? null}, state),
      task = case when ${has('task')} then ${what.task ?? null} else task end,
      wish = case when ${has('wish')} then ${what.wish ?? null} else wish end,
      worker = case when coalesce(${what.state ?? null}, state) = 'running' then worker end,
      place = case when ${has('place')} then ${json(what.place)}::jsonb else place end,
      counts = case when ${has('counts')} then ${json(what.counts)}::jsonb else counts end,
      rows_total = case when ${has('rowsTotal')} then ${what.rowsTotal ?? null}::bigint else rows_total end,
      rows_exact = case when ${has('rowsExact')} then ${what.rowsExact ?? false} else rows_exact end
    where id = ${id}`)
}

/** Puts a run in line for a task, from its first row. */
export const enqueue = (tx: Tx, id: string, task: Task, before: string | null = null): Promise<number> =>
  tx.run(sql`
    update imports.run set state = 'waiting', task = ${task}, wish = null, worker = null, queued_at = ${tx.now}, began_at = null,
           ended_at = null, fault = null, rate = 0, counts = '{}',
           place = ${JSON.stringify({ row: 0, ahead: [], ...(before ? { before } : {}) })}::jsonb
     where id = ${id}`)

export type ProblemRow = {
  row: number
  no: number
  column: string
  value: string
  code: string
  details: Record<string, unknown>
  taken: boolean
}

export const insertProblems = (
  tx: Tx,
  runId: string,
  task: Task,
  found: (Found & { no: number })[],
): Promise<number> =>
  found.length === 0
    ? Promise.resolve(0)
    : tx.run({
        name: 'imports.problems',
        text: `insert into imports.problem (run_id, task, line, no, "column", value, code, details, taken)
          select $1, $2, * from unnest($3::bigint[], $4::int[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::boolean[])`,
        values: [
          runId,
          task,
          plainArray(found.map(({ at }) => at)),
          plainArray(found.map(({ no }) => no)),
          textArray(found.map(({ column }) => column)),
          textArray(found.map(({ value }) => value.replaceAll('\0', ''))),
          textArray(found.map(({ code }) => code)),
          textArray(found.map(({ details }) => JSON.stringify(details).replaceAll('\\u0000', ''))),
          plainArray(found.map(({ taken }) => taken)),
        ],
      })

export const clearProblems = (tx: Tx, runId: string, task: Task): Promise<number> =>
  tx.run(sql`delete from imports.problem where run_id = ${runId} and task = ${task}`)

/** What was found in rows, in the order of the file. */
export const listProblems = (
  read: Read,
  runId: string,
  task: Task,
  after: [number, number] | null,
  limit: number,
): Promise<ProblemRow[]> =>
  read.rows(sql`
    select line as row, no, "column", value, code, details, taken from imports.problem
     where run_id = ${runId} and task = ${task} and (${after?.[0] ?? null}::bigint is null or (line, no) > (${after?.[0] ?? 0}::bigint, ${after?.[1] ?? 0}::int))
     order by line, no limit ${limit}`)

export const insertMade = (tx: Tx, runId: string, made: (Made & { no: number })[]): Promise<number> =>
  made.length === 0
    ? Promise.resolve(0)
    : tx.run({
        name: 'imports.made',
        text: `insert into imports.made (run_id, no, kind, subject_id, line, before)
          select $1, * from unnest($2::bigint[], $3::text[], $4::uuid[], $5::bigint[], $6::jsonb[])`,
        values: [
          runId,
          plainArray(made.map(({ no }) => no)),
          plainArray(made.map(({ kind }) => kind)),
          plainArray(made.map(({ subjectId }) => subjectId)),
          plainArray(made.map(({ line }) => line)),
          textArray(made.map(({ before }) => (before === undefined ? null : JSON.stringify(before)))),
        ],
      })

export type MadeRow = Omit<Made, 'before'> & { no: number; before: unknown; state: 'made' | 'undone' | 'kept' }

/** What a run made of a kind and what is not undone yet, the newest first. */
export const listMade = (
  read: Read,
  runId: string,
  kind: Made['kind'],
  before: number | null,
  limit: number,
): Promise<MadeRow[]> =>
  read.rows(sql`
    select no, kind, subject_id as "subjectId", line, before, state from imports.made
     where run_id = ${runId} and kind = ${kind} and state <> 'undone' and (${before}::bigint is null or no < ${before}::bigint)
     order by no desc limit ${limit}`)

export const markMade = (tx: Tx, runId: string, nos: number[], state: 'undone' | 'kept'): Promise<number> =>
  nos.length === 0
    ? Promise.resolve(0)
    : tx.run(
        sql`update imports.made set state = ${state} where run_id = ${runId} and no = any(${plainArray(nos)}::bigint[])`,
      )

/** The rows of these products by id: as they are now, to see whether somebody changed them since. */
export const productVersions = (read: Read, ids: string[]): Promise<{ productId: string; version: number }[]> =>
  read.rows(
    sql`select product_id as "productId", version from catalog.v_product where product_id = any(${plainArray(ids)}::uuid[])`,
  )

export type UseOf = { memberId: string; purchases: number; value: number; cards: number; edited: boolean }

/** What members have to show for themselves: purchases, value, cards, an edited archive. */
export const usesOf = (read: Read, ids: string[]): Promise<UseOf[]> =>
  read.rows(sql`
    select asked.id as "memberId", coalesce(member.purchases, 0) as purchases,
           coalesce((select sum(abs(shown) + pending + held + debt) from ledger.v_balance where member_id = asked.id), 0)::bigint as value,
           (select count(*) from cards.v_card where member_id = asked.id) as cards,
           coalesce(member.updated_at > member.created_at, false) as edited
      from unnest(${plainArray(ids)}::uuid[]) as asked (id) left join members.v_member as member on member.member_id = asked.id`)
