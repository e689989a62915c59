import type { Db } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import type { Log, Loop } from '#kernel/loops.ts'
import { keepDoing } from '#kernel/loops.ts'
import { Refusal } from '#kernel/refusal.ts'
import { findOrganisation } from '#modules/org/index.ts'
import type { Job } from './contract.ts'
import type { Engine, Proof } from './engine.ts'
import { whatIsDue } from './rules.ts'
import { ask } from './service.ts'
import * as store from './store.ts'

const mostTries = 3

export type WorkOptions = { db: Db; engine: Engine; log: Log; signal: AbortSignal }

/** Asks for what is due and does what is in line, until it is stopped; a stop ends what is under way, and the next start does it again. */
export function startBackups({ db, engine, log }: Omit<WorkOptions, 'signal'>): Loop {
  const over = new AbortController()
  const options = { db, engine, log, signal: over.signal }
  const asking = keepDoing('backups due', { idleMs: 20_000, longestMs: 60_000 }, log, () => askWhatIsDue(options))
  const working = keepDoing('backups', { idleMs: 500, longestMs: 2_000 }, log, () => workOnce(options))
  return {
    async stop() {
      over.abort()
      await Promise.all([asking.stop(), working.stop()])
    },
  }
}

/** Puts what is due in line; answers that there is nothing more to do at once. */
export async function askWhatIsDue({ db, engine, log }: WorkOptions): Promise<boolean> {
  const { bases } = await engine.look()
  try {
    await db.write(async (tx) => {
      const organisation = await findOrganisation(tx)
      if (!organisation || (await store.selectOpenJob(tx))) return
      const last = await store.selectLastJobs(tx)
      const due = whatIsDue({
        zone: organisation.zone,
        now: tx.now,
        bases: bases.map(({ startedAt }) => startedAt),
        lastBackup: last.find(({ kind }) => kind === 'backup'),
        lastDrill: last.find(({ kind }) => kind === 'drill'),
        drillPossible: engine.lacks === null,
        makesFirst: engine.makesFirst,
      })
      if (due) await ask(tx, due, 'system schedule')
    })
  } catch (fault) {
    // Another process asked at the same moment.
    if (!(fault instanceof Refusal)) throw fault
    log.info({}, 'a backup was asked for by another process')
  }
  return false
}

/** Does the job in line to its end; answers whether there was one. Only one worker of all does, and its death leaves the job in line. */
export async function workOnce(options: WorkOptions): Promise<boolean> {
  const { db, log, signal } = options
  const job = await db.read(store.selectOpenJob)
  if (!job || signal.aborted) return false
  const session = await db.session()
  try {
    if (!(await store.lockWork(session))) return false
    try {
      // Whoever had the lock before may just have ended it.
      const open = await db.read(store.selectOpenJob)
      if (open) await work(options, open)
      return open !== undefined
    } finally {
      await store.unlockWork(session)
    }
  } catch (fault) {
    if (signal.aborted) return false
    log.error({ err: fault }, 'a backup or drill was interrupted and is done again')
    throw fault
  } finally {
    session.release(true)
  }
}

async function work(options: WorkOptions, job: Job): Promise<void> {
  const { db, engine, log, signal } = options
  await db.write((tx) => store.beginJob(tx, job.id))
  const { tries } = await db.read((read) => store.selectTries(read, job.id))
  let told = 0
  let telling = Promise.resolve()
  let step: Job['step'] = 'waiting'
  const say = (now: Job['step'], doneBytes = 0) => {
    if (now === step && Date.now() - told < 1_000) return
    step = now
    told = Date.now()
    telling = telling
      .then(() => db.write((tx) => store.moveJob(tx, job.id, now, doneBytes)))
      .then(
        () => {},
        // Only the progress is lost; the work itself notices what is wrong.
        () => {},
      )
  }
  let fault: string | null = null
  try {
    if (tries > mostTries) throw new Error(`It was begun ${tries - 1} times and its worker died each time.`)
    if (job.kind === 'backup') await engine.backUp(say, signal)
    else fault = await drill(options, say)
  } catch (thrown) {
    // Going down: the job stays in line.
    if (signal.aborted) return
    log.error({ err: thrown, job: job.id }, `a ${job.kind} failed`)
    fault = (thrown as Error).message
  } finally {
    await telling
  }
  await db.write((tx) => store.endJob(tx, job.id, fault?.slice(0, 2_000) ?? null))
}

/** Proves a backup and writes its certificate, whatever came of it; answers the first fault. */
async function drill({ db, engine, log, signal }: WorkOptions, say: Parameters<Engine['drill']>[1]) {
  const startedAt = Temporal.Now.instant().toString()
  const proof = await engine.drill(db, say, signal).catch((fault: Error): Proof => {
    if (signal.aborted) throw fault
    return unproven(engine, fault.message)
  })
  const endedAt = Temporal.Now.instant().toString()
  const certificate = { id: newId(), startedAt, endedAt, ...proof, faults: proof.faults.slice(0, 100) }
  await db.write((tx) => store.insertCertificate(tx, { ...certificate, madeAt: tx.now }))
  const { backupId, faultCount, faults, rows, reachedAt } = certificate
  if (faultCount > 0) log.error({ backupId, faultCount, faults }, 'A RESTORE WAS TRIED AND DID NOT HOLD')
  else log.info({ backupId, reachedAt, rows }, 'a restore was proven')
  return faultCount > 0 ? (faults[0] ?? 'faults were found') : null
}

const unproven = (engine: Engine, fault: string): Proof => ({
  kind: engine.mode,
  backupId: null,
  reachedAt: null,
  bytes: 0,
  tables: 0,
  rows: 0,
  digest: null,
  compared: [],
  faultCount: 1,
  faults: [fault],
  ...engine.about,
})
