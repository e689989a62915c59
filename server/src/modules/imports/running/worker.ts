import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Db } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { analyzing, enqueue } from '#kernel/jobs.ts'
import type { Log, Loop } from '#kernel/loops.ts'
import { keepDoing } from '#kernel/loops.ts'
import { Refusal } from '#kernel/refusal.ts'
import { dropStaged } from '../staging/folder.ts'
import { undoAll, undoReport } from '../undoing/execute.ts'
import type { Job } from './execute.ts'
import { countsOf, Lost, runFile } from './execute.ts'
import { isOutside } from './outside.ts'
import { checkedAsOf, reportOf } from './reports.ts'
import { beat, claim, release, stale, unstage } from './store.ts'

export type WorkerOptions = { db: Db; log: Log; worker?: string; progress?: (job: Job) => void }

/**
 * Does the next run in line to its end, or until somebody pauses it; `only` names one. Answers whether there was one. A fault from outside
 * leaves the run with its worker's last word, and another takes it over.
 */
export async function workOnce(
  { db, log, worker = newId(), progress }: WorkerOptions,
  only: string | null = null,
): Promise<boolean> {
  const run = await db.write((tx) => claim(tx, worker, only))
  if (!run) return false
  const job: Job = {
    db,
    run,
    worker,
    log,
    wish: run.wish,
    counts: countsOf(run),
    place: run.place,
    rate: run.rate,
    progress,
  }
  const pulse = setInterval(() => void alive(job), 5_000)
  frugal(true)
  try {
    await perform(job)
  } catch (fault) {
    if (fault instanceof Lost) log.warn({ run: run.id }, 'an import went on with another worker')
    else if (fault instanceof Refusal) await fail(job, fault)
    else if (isOutside(fault)) throw fault
    else {
      // Trying again would fail again, for ever: the run stops here, and can be resumed once the cause is gone.
      log.error({ err: fault, run: run.id }, 'an import failed')
      await fail(job, { code: 'imports.fault', details: {} })
    }
  } finally {
    clearInterval(pulse)
    frugal(false)
  }
  return true
}

// Reading a large file makes garbage as fast as a disk delivers, and on a machine with much memory V8 lets it lie: half a gigabyte where a
// hundred megabytes are in use. While an import runs, the heap may at most double between two collections.
let running = 0
function frugal(begins: boolean): void {
  running += begins ? 1 : -1
  setFlagsFromString(`--heap-growing-percent=${running > 0 ? 100 : 0}`)
  // The bound counts from the next collection on, and until then the heap may have grown to what it was once allowed.
  if (begins && running === 1) collect()
}

let collect = (): void => {
  setFlagsFromString('--expose-gc')
  collect = runInNewContext('gc')
  collect()
}

async function alive(job: Job): Promise<void> {
  try {
    const claimed = await job.db.write((tx) => beat(tx, job.run.id, job.worker))
    job.wish ??= claimed ? claimed.wish : 'lost'
  } catch {
    // The database is away; the work itself will notice, and say so.
  }
}

async function perform(job: Job): Promise<void> {
  const { db, run, worker } = job
  const beganAt = run.beganAt ?? run.queuedAt ?? run.madeAt
  if (run.task === 'undo') {
    if (!(await undoAll(job))) return letGo(job)
    const report = await undoReport(job, beganAt)
    await db.write((tx) => release(tx, run.id, worker, { state: 'undone', undoReport: report }))
    return
  }
  const end = await runFile(job)
  if (!end) return letGo(job)
  const counts = { ...job.counts, rows: end.rows, empty: end.rows - end.seen }
  const lost = end.seen - counts.accepted - counts.anonymous - counts.reported
  if (lost !== 0) throw new Error(`an import read ${end.seen} rows and lost ${lost} of them`)
  await db.write(async (tx) => {
    const report = await reportOf(tx, run, counts, beganAt)
    const shared = { counts: report.counts, rowsTotal: end.rows }
    const checked = { report, as: checkedAsOf(run) }
    await release(
      tx,
      run.id,
      worker,
      run.task === 'check' ? { ...shared, state: 'ready', checked } : { ...shared, state: 'done', report },
    )
  })
  job.counts = counts
  if (run.task === 'run') await tellPlanner(job)
}

/** A house that just took in a million rows plans its next question by what it knew before them. Where no worker ever ran, there is no queue yet. */
async function tellPlanner({ db, run, log }: Job): Promise<void> {
  const asked = db.write((tx) => enqueue(tx, analyzing, {}, { key: analyzing, attempts: 3 }))
  await asked.catch((fault: unknown) => log.warn({ err: fault, run: run.id }, 'the planner was not told of an import'))
}

async function letGo({ db, run, worker, wish }: Job): Promise<void> {
  if (wish === 'lost') throw new Lost()
  const cancelled = run.task === 'check' ? 'ready' : 'cancelled'
  // A worker that goes down puts the run back in line, where it keeps its turn.
  const state = wish === 'cancel' ? cancelled : wish === 'stop' ? 'waiting' : 'paused'
  await db.write((tx) => release(tx, run.id, worker, { state }))
}

async function fail(
  { db, run, worker, log }: Job,
  { code, details }: Pick<Refusal, 'code' | 'details'>,
): Promise<void> {
  log.warn({ run: run.id, code, details }, 'an import cannot go on')
  await db.write((tx) => release(tx, run.id, worker, { state: 'failed', fault: { code, details } }))
}

/** Staged files that nobody needs any more are taken away. */
async function tidyUp(db: Db): Promise<void> {
  const { runs, keys } = await db.read(async (read) => ({ runs: await stale(read), keys: read.keys }))
  for (const { id } of runs) await dropStaged(keys, id)
  if (runs.length > 0)
    await db.write((tx) =>
      unstage(
        tx,
        runs.map(({ id }) => id),
      ),
    )
}

/**
 * Works on what is in line, one run after another, and looks for more every second. Several workers share one line; a run whose worker died
 * is taken over after twenty seconds. `stop` lets the batch under way end, and leaves the run to whoever comes next.
 */
export function startImports({ db, log, everyMs = 1_000 }: { db: Db; log: Log; everyMs?: number }): Loop {
  const worker = newId()
  let stopping = false
  let current: Job | undefined
  const loop = keepDoing('imports', { idleMs: everyMs, longestMs: everyMs * 3 }, log, async () => {
    const worked = await workOnce({
      db,
      log,
      worker,
      progress: (job) => {
        current = job
        if (stopping) job.wish ??= 'stop'
      },
    })
    if (!worked) await tidyUp(db)
    return worked && !stopping
  })
  return {
    stop: async () => {
      stopping = true
      if (current) current.wish ??= 'stop'
      await loop.stop()
    },
  }
}
