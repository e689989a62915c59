import type { Readable } from 'node:stream'
import type { Caller } from '#kernel/caller.ts'
import type { Db, Read, Tx } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { readStores } from '#modules/org/index.ts'
import type { Kind, Options, Run, RunDetail } from './contract.ts'
import { refuse } from './contract.ts'
import { kinds } from './kinds/all.ts'
import { checkMapping, guessMapping } from './mappings/rules.ts'
import { saveMapping } from './mappings/service.ts'
import { canUndo, detailOf, isOpen, runOf } from './rules.ts'
import { checkedAsOf } from './running/reports.ts'
import type { RunRow } from './store.ts'
import * as store from './store.ts'
import * as uploading from './uploading/service.ts'

/** Whether a caller may see a run: their own, and all of them for who may act everywhere. */
const maySee = (who: Caller, run: RunRow): boolean => who.scope === 'all' || run.callerId === who.id

function seen(run: RunRow | undefined, id: string, who: Caller): RunRow {
  if (!run || !maySee(who, run)) throw refuse('imports.unknown', { id })
  return run
}

const holdSeen = async (tx: Tx, id: string, who: Caller): Promise<RunRow> => seen(await store.hold(tx, id), id, who)

/** Takes a file in and answers what is guessed of it. Refuses what is no table (see `uploadFile`). */
export async function uploadImport(
  db: Db,
  input: { kind: Kind; mapping?: string | undefined },
  file: { fileName: string; stream: Readable },
  who: Caller,
): Promise<RunDetail> {
  const id = await uploading.uploadFile(db, input, file, who)
  return db.read((read) => readImport(read, { id }, who))
}

/** One import with everything that is said about its file. Refuses `imports.unknown`. */
export async function readImport(read: Read, { id }: { id: string }, who: Caller): Promise<RunDetail> {
  const row = seen(await store.select(read, id), id, who)
  const fields = await kinds[row.kind].fields(read)
  const needs = kinds[row.kind].needs
  return {
    ...runOf(row),
    ...detailOf(row),
    fields: fields.map(({ key, zh, en, personal }) => ({
      key,
      zh,
      en,
      needed: needs.some((group) => group.length === 1 && group[0] === key),
      personal: personal ?? false,
    })),
    checkedIsStale: row.checked !== null && row.checkedAs !== checkedAsOf(row),
    sameFile: (await store.sameFile(read, row))?.id ?? null,
  }
}

/** Imports, the newest first: one's own, or all for who may act everywhere. */
export async function listImports(
  read: Read,
  ask: { kind?: Kind | undefined; state?: string | undefined; cursor?: string | undefined; limit: number },
  who: Caller,
): Promise<{ items: Run[]; next: string | null }> {
  const before = fromCursor(ask.cursor)?.[0]
  const rows = await store.list(read, {
    kind: ask.kind,
    state: ask.state,
    before: typeof before === 'string' ? before : null,
    callers: who.scope === 'all' ? null : who.id,
    limit: ask.limit + 1,
  })
  const items = rows.slice(0, ask.limit)
  return { items: items.map(runOf), next: rows.length > ask.limit ? toCursor(items.at(-1)!.id) : null }
}

/** The first rows of a file, personal columns masked. */
export const readSample = async (db: Db, { id }: { id: string }, who: Caller) =>
  db.read(async (read) => uploading.readSample(read, seen(await store.select(read, id), id, who)))

/**
 * Says how a file is to be read: which column is what, and the options. Refuses columns and fields that are not there, and anything once the
 * import has begun (`imports.not_now`). When the file is read otherwise than before, columns that are not named are guessed anew.
 */
export async function mapImport(
  tx: Tx,
  input: { id: string; mapping: Record<string, string>; options: Options; saveAs?: string | undefined },
  who: Caller,
): Promise<RunDetail> {
  const run = await holdSeen(tx, input.id, who)
  if (!isOpen(run)) throw refuse('imports.not_now', { state: run.state })
  const { shape, columns } = await uploading.reread(tx, run, input.options)
  const fields = await kinds[run.kind].fields(tx)
  const moved = columns.join('\0') !== run.columns.join('\0')
  const known = Object.fromEntries(
    Object.entries(input.mapping).filter(([column]) => !moved || columns.includes(column)),
  )
  const mapping = moved && Object.keys(known).length === 0 ? guessMapping(columns, fields) : known
  checkMapping(mapping, columns, fields, [])
  await checkStores(tx, input.options, who)
  await store.change(tx, run.id, { mapping, options: input.options, shape, columns })
  if (input.saveAs) await saveMapping(tx, { kind: run.kind, name: input.saveAs, mapping, options: input.options }, who)
  return readImport(tx, { id: run.id }, who)
}

async function checkStores(read: Read, options: Options, who: Caller): Promise<void> {
  const ids = [...new Set([...Object.values(options.stores), ...(options.storeId ? [options.storeId] : [])])]
  const stores = await readStores(read, ids)
  const missing = ids.find((id) => !stores.has(id) || (who.scope !== 'all' && !who.scope.has(id)))
  if (missing) throw refuse('imports.store_unknown', { storeId: missing })
}

async function mustBeReady(tx: Tx, run: RunRow, who: Caller): Promise<void> {
  if (!isOpen(run)) throw refuse('imports.not_now', { state: run.state })
  if (who.scope !== 'all' && (run.kind === 'products' || run.kind === 'openings'))
    throw refuse('imports.needs_whole_house', { kind: run.kind })
  const kind = kinds[run.kind]
  checkMapping(run.mapping, run.columns, await kind.fields(tx), kind.needs)
  await checkStores(tx, run.options, who)
}

/** Puts a dry run in line: what would go in, and what would not. Nothing is written but the list. */
export async function checkImport(tx: Tx, { id }: { id: string }, who: Caller): Promise<Run> {
  const run = await holdSeen(tx, id, who)
  await mustBeReady(tx, run, who)
  await store.clearProblems(tx, id, 'check')
  await store.enqueue(tx, id, 'check')
  return readImport(tx, { id }, who)
}

/**
 * Puts an import in line. Refuses a file that is in already (`imports.same_file`, unless `again`), and control totals that differ or were not
 * checked (`imports.control_differs`, unless `accept`).
 */
export async function startImport(
  tx: Tx,
  { id, again, accept }: { id: string; again: boolean; accept: boolean },
  who: Caller,
): Promise<Run> {
  const run = await holdSeen(tx, id, who)
  await mustBeReady(tx, run, who)
  const same = again ? undefined : await store.sameFile(tx, run)
  if (same) throw refuse('imports.same_file', { id: same.id })
  if (Object.keys(run.options.control).length > 0 && !accept) {
    const checked = run.checkedAs === checkedAsOf(run) ? run.checked : null
    if (!checked || checked.differences.length > 0)
      throw refuse('imports.control_differs', {
        checked: checked !== null,
        differences: checked?.differences.slice(0, 20) ?? [],
      })
  }
  await store.enqueue(tx, id, 'run')
  return readImport(tx, { id }, who)
}

/** Lets an import rest after the batch that it is in; what is in stays in. */
export async function pauseImport(tx: Tx, { id }: { id: string }, who: Caller): Promise<Run> {
  const run = await holdSeen(tx, id, who)
  if (run.state === 'waiting') await store.change(tx, id, { state: 'paused' })
  else if (run.state === 'running') await store.change(tx, id, { wish: 'pause' })
  else throw refuse('imports.not_now', { state: run.state })
  return readImport(tx, { id }, who)
}

/** Goes on where an import was left: after a pause, or after a failure whose cause is gone. */
export async function resumeImport(tx: Tx, { id }: { id: string }, who: Caller): Promise<Run> {
  const run = await holdSeen(tx, id, who)
  if (run.state !== 'paused' && !(run.state === 'failed' && run.task))
    throw refuse('imports.not_now', { state: run.state })
  await store.change(tx, id, { state: 'waiting', wish: null })
  return readImport(tx, { id }, who)
}

/** Ends an import for good; what is in stays in, and can be undone. An undo is not cancelled, only paused. */
export async function cancelImport(tx: Tx, { id }: { id: string }, who: Caller): Promise<Run> {
  const run = await holdSeen(tx, id, who)
  if (run.task === 'undo' || !['ready', 'waiting', 'running', 'paused', 'failed'].includes(run.state))
    throw refuse('imports.not_now', { state: run.state })
  if (run.state === 'running') await store.change(tx, id, { wish: 'cancel' })
  else
    await store.change(tx, id, {
      state: run.task === 'check' && run.state !== 'ready' ? 'ready' : 'cancelled',
      wish: null,
    })
  return readImport(tx, { id }, who)
}

/** Puts the undo of a whole import in line. What was used since is left and listed, unless it shall become a debt. */
export async function undoImport(tx: Tx, { id, debt }: { id: string; debt: boolean }, who: Caller): Promise<Run> {
  const run = await holdSeen(tx, id, who)
  if (!canUndo(run)) throw refuse('imports.not_now', { state: run.state })
  await store.change(tx, id, { options: { ...run.options, undoAsDebt: debt } })
  await store.clearProblems(tx, id, 'undo')
  await store.enqueue(tx, id, 'undo')
  return readImport(tx, { id }, who)
}
