import type { Report } from '../contract.ts'
import type { Job } from '../running/execute.ts'
import { Lost } from '../running/execute.ts'
import { advance, holdClaim } from '../running/store.ts'
import { tally } from '../running/tally.ts'
import type { Place } from '../store.ts'
import { insertProblems, listProblems } from '../store.ts'
import { steps } from './pages.ts'
import { asFound } from './rules.ts'

/** Undoes a run page by page, the newest first; what a page does and how far it is go into one transaction. True when it is over. */
export async function undoAll(job: Job): Promise<boolean> {
  const { db, run, worker } = job
  for (const [at, step] of steps[run.kind].entries()) {
    if (at < job.place.row) continue
    let before = job.place.before ?? null
    while (!job.wish) {
      const began = performance.now()
      const { counts, place, wish } = await db.write(async (tx) => {
        const claim = await holdClaim(tx, run.id, worker)
        if (!claim) throw new Lost()
        const page = await step(tx, run, before, run.options.undoAsDebt)
        const found = asFound(page.kept, run.options.undoAsDebt)
        const tallied = tally(job.counts, [], [])
        const kept = tallied.counts.remarked
        await insertProblems(
          tx,
          run.id,
          'undo',
          found.map((one, n) => ({ ...one, no: kept + n + 1 })),
        )
        const counts = { ...tallied.counts, things: tallied.counts.things + page.undone, remarked: kept + found.length }
        const place: Place = page.next === null ? { row: at + 1, ahead: [] } : { row: at, ahead: [], before: page.next }
        const rate = page.undone / Math.max(0.001, (performance.now() - began) / 1000)
        await advance(tx, run.id, { place, counts, rate })
        return { counts, place, wish: claim.wish }
      })
      Object.assign(job, { counts, place })
      job.wish ??= wish
      job.progress?.(job)
      before = place.before ?? null
      if (place.row > at) break
    }
    if (job.wish) return false
  }
  return true
}

const shown = 500

/** The end of an undo: how much was taken back, and the first of what stays because it was used since. */
export async function undoReport(job: Job, beganAt: string): Promise<Report> {
  return job.db.read(async (read) => {
    const kept = await listProblems(read, job.run.id, 'undo', null, shown)
    return {
      counts: job.counts,
      beganAt,
      endedAt: read.now,
      differences: [],
      kept: kept.map(({ details }) => details as Report['kept'][number]),
      keptCount: job.counts.remarked,
    }
  })
}
