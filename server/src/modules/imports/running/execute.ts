import type { Db, Tx } from '#kernel/db.ts'
import type { Log } from '#kernel/loops.ts'
import { Refusal } from '#kernel/refusal.ts'
import { readOrganisation } from '#modules/org/index.ts'
import type { Counts } from '../contract.ts'
import { Counts as CountsShape } from '../contract.ts'
import { kinds } from '../kinds/all.ts'
import type { Setup, Unit, Verdict, Work } from '../kinds/kind.ts'
import { reported } from '../kinds/kind.ts'
import { columnsByField } from '../mappings/rules.ts'
import { readRows } from '../reading/open.ts'
import { openStaged } from '../staging/folder.ts'
import type { Place, RunRow } from '../store.ts'
import { insertMade, insertProblems } from '../store.ts'
import type { Batch } from './collector.ts'
import { Collector } from './collector.ts'
import { isOutside } from './outside.ts'
import { advance, forget, holdClaim, keep, mark } from './store.ts'
import { tally } from './tally.ts'

/** A run in a worker's hand. */
export type Job = {
  db: Db
  run: RunRow
  worker: string
  log: Log
  /** What somebody wishes; asked for between transactions. `stop`: the worker goes down; `lost`: another one has it. */
  wish: 'pause' | 'cancel' | 'stop' | 'lost' | null
  counts: Counts
  place: Place
  rate: number
  /** Hears of every commit. */
  progress?: ((job: Job) => void) | undefined
}

/** Thrown inside a transaction to take it back. */
class Rehearsed extends Error {
  readonly verdicts: Verdict[]
  constructor(verdicts: Verdict[]) {
    super('rehearsed')
    this.verdicts = verdicts
  }
}

/** Another worker has the run: whatever this one was about to commit is taken back. */
export class Lost extends Error {}

/**
 * Reads a file from where it was left and commits batch by batch: what a batch does and how far the file is go into one transaction, so a
 * worker that dies repeats nothing. While one batch is being written the next is read, and never more than that is in memory. Answers the
 * number of rows when the end was reached.
 */
export async function runFile(job: Job): Promise<{ rows: number; seen: number } | undefined> {
  const { run, db } = job
  const { work, keys } = await db.read(async (read) => ({
    work: await kinds[run.kind].begin(read, await setupOf(run, await readOrganisation(read))),
    keys: read.keys,
  }))
  await using staged = await openStaged(keys, run.id)
  const collector = new Collector(work.window, job.place)
  let flight: Promise<void> = Promise.resolve()
  let seen = 0
  let last = run.shape.headerRow
  const send = async () => {
    await flight
    const batch = job.wish ? undefined : collector.take(work.most)
    if (!batch) return false
    flight = commit(job, work, batch)
    // It is waited for before the next one; until then a fault of it must not count as unheard of.
    flight.catch(() => {})
    return true
  }
  try {
    for await (const rows of readRows(staged, run.shape)) {
      for (const row of rows) {
        if (row.at <= run.shape.headerRow) continue
        seen += 1
        last = row.at
        if (collector.isDone(row.at)) continue
        collector.add(work.convert(row))
        while (collector.isFull(work.most)) if (!(await send())) break
        if (job.wish) break
      }
      if (job.wish) break
    }
    collector.flush()
    while (await send());
  } finally {
    // Also when the file breaks off: what is being written is either in or not before anybody says so.
    await flight
  }
  if (job.wish) return undefined
  return { rows: last - run.shape.headerRow, seen }
}

const setupOf = async (run: RunRow, { currency, zone }: { currency: string; zone: string }): Promise<Setup> => ({
  runId: run.id,
  columns: columnsByField(run.mapping, run.columns),
  options: run.options,
  currency,
  zone,
  scope: run.scope ? new Set(run.scope) : 'all',
  rehearsal: run.task === 'check',
})

async function commit(job: Job, work: Work<unknown>, batch: Batch): Promise<void> {
  const began = performance.now()
  try {
    await commitWith(job, batch, (tx) => work.write(tx, batch.units), work)
  } catch (fault) {
    if (fault instanceof Lost || isOutside(fault)) throw fault
    job.log.error({ err: fault, run: job.run.id }, 'a batch of an import failed and is taken apart')
    await commitWith(job, batch, (tx) => oneByOne(tx, job, work, batch.units), work)
  }
  const rows = batch.units.reduce((sum, { rows: some }) => sum + some.length, 0)
  const now = rows / Math.max(0.001, (performance.now() - began) / 1000)
  job.rate = job.rate === 0 ? now : job.rate * 0.8 + now * 0.2
  job.progress?.(job)
}

async function commitWith(
  job: Job,
  { units, place }: Batch,
  write: (tx: Tx) => Promise<Verdict[]>,
  work: Work<unknown>,
): Promise<void> {
  const { db, run, worker } = job
  const rehearsed = run.task === 'check' ? await rehearse(db, (tx) => work.check(tx, units)) : undefined
  await db
    .write(async (tx) => {
      const claim = await holdClaim(tx, run.id, worker)
      if (!claim) throw new Lost()
      const verdicts = rehearsed ?? (await write(tx))
      const { counts, found, made } = tally(job.counts, units, verdicts)
      await insertProblems(tx, run.id, run.task!, found)
      if (!rehearsed) await insertMade(tx, run.id, made)
      await advance(tx, run.id, { place, counts, rate: job.rate })
      return { counts, wish: claim.wish }
    })
    .then(({ counts, wish }) => {
      job.counts = counts
      job.place = place
      job.wish ??= wish
    })
}

/** Asks in earnest, and takes everything back. */
async function rehearse(db: Db, check: (tx: Tx) => Promise<Verdict[]>): Promise<Verdict[]> {
  try {
    return await db.write(async (tx) => {
      throw new Rehearsed(await check(tx))
    })
  } catch (end) {
    if (end instanceof Rehearsed) return end.verdicts
    throw end
  }
}

/** Writes each unit by itself, so that one which nobody foresaw keeps no other out; it is reported. */
async function oneByOne(tx: Tx, job: Job, work: Work<unknown>, units: Unit<unknown>[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const unit of units) {
    await mark(tx)
    try {
      verdicts.push(...(await work.write(tx, [unit])))
      await keep(tx)
    } catch (fault) {
      if (isOutside(fault)) throw fault
      await forget(tx)
      job.log.error({ err: fault, run: job.run.id, row: unit.rows[0] }, 'a row of an import failed')
      const why = fault instanceof Refusal ? fault : { code: 'fault', details: {} }
      verdicts.push(
        reported(
          { rows: unit.rows, found: [] },
          unit.rows.map((at) => ({ at, column: '', value: '', code: why.code, details: why.details, taken: false })),
        ),
      )
    }
  }
  return verdicts
}

/** Counts with nothing in them, or those of an earlier life of the run. */
export const countsOf = (run: RunRow): Counts => CountsShape.parse(run.counts)
