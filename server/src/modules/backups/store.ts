import type pg from 'pg'
import type { Read, Tx } from '#kernel/db.ts'
import { brokeConstraint, sql } from '#kernel/db.ts'
import type { Certificate, Job } from './contract.ts'
import { refuse } from './contract.ts'

const jobColumns = sql`id, kind, asked_at as "askedAt", asked_by as "askedBy", begun_at as "begunAt", ended_at as "endedAt",
  step, done_bytes as "doneBytes", fault`

/** What waits or runs; there is at most one. */
export const selectOpenJob = (read: Read): Promise<Job | undefined> =>
  read.maybe(sql`select ${jobColumns} from backups.job where ended_at is null`)

/** The last job of each kind that ended. */
export const selectLastJobs = (read: Read): Promise<Job[]> =>
  read.rows(sql`
    select distinct on (kind) ${jobColumns} from backups.job where ended_at is not null order by kind, asked_at desc`)

/** Refuses `backups.busy` when another waits or runs, also when both come at once. */
export async function insertJob(tx: Tx, job: Pick<Job, 'id' | 'kind' | 'askedBy'>): Promise<void> {
  try {
    await tx.run(sql`
      insert into backups.job (id, kind, asked_at, asked_by) values (${job.id}, ${job.kind}, ${tx.now}, ${job.askedBy})`)
  } catch (fault) {
    if (brokeConstraint(fault, 'one_job_at_a_time')) throw refuse('backups.busy')
    throw fault
  }
}

/** Takes the lock of the one worker; it is held until the session ends, also when its process is killed. */
export async function lockWork(session: pg.PoolClient): Promise<boolean> {
  const { rows } = await session.query<{ mine: boolean }>('select pg_try_advisory_lock(727016) as mine')
  return rows[0]?.mine ?? false
}

export async function unlockWork(session: pg.PoolClient): Promise<void> {
  await session.query('select pg_advisory_unlock(727016)')
}

export const beginJob = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`update backups.job set begun_at = ${tx.now}, tries = tries + 1, done_bytes = 0 where id = ${id}`)

export const moveJob = (tx: Tx, id: string, step: Job['step'], doneBytes: number): Promise<number> =>
  tx.run(sql`update backups.job set step = ${step}, done_bytes = ${doneBytes} where id = ${id} and ended_at is null`)

/** Ends a job; how often it was tried tells a job that kills its worker each time. */
export const endJob = (tx: Tx, id: string, fault: string | null): Promise<number> =>
  tx.run(sql`
    update backups.job set ended_at = greatest(${tx.now}::timestamptz, begun_at), step = ${fault === null ? 'done' : 'failed'}, fault = ${fault}
     where id = ${id}`)

export const selectTries = (read: Read, id: string): Promise<{ tries: number }> =>
  read.one(sql`select tries from backups.job where id = ${id}`)

const certificateColumns = sql`id, made_at as "madeAt", kind, backup_id as "backupId", reached_at as "reachedAt",
  started_at as "startedAt", ended_at as "endedAt", bytes, tables, rows, digest, compared, fault_count as "faultCount", faults,
  version, machine`

export async function insertCertificate(tx: Tx, it: Certificate): Promise<void> {
  await tx.run(sql`
    insert into backups.certificate (id, made_at, kind, backup_id, reached_at, started_at, ended_at, bytes, tables, rows, digest, compared,
                                     fault_count, faults, version, machine)
    values (${it.id}, ${it.madeAt}, ${it.kind}, ${it.backupId}, ${it.reachedAt}, ${it.startedAt}, ${it.endedAt}, ${it.bytes}, ${it.tables},
            ${it.rows}, ${it.digest}, ${JSON.stringify(it.compared)}::jsonb, ${it.faultCount}, ${JSON.stringify(it.faults)}::jsonb,
            ${it.version}, ${it.machine})`)
}

/** Certificates from the newest on, those before an id. */
export const selectCertificates = (read: Read, before: string | null, limit: number): Promise<Certificate[]> =>
  read.rows(sql`
    select ${certificateColumns} from backups.certificate
     where ${before === null ? sql`true` : sql`id < ${before}::uuid`} order by id desc limit ${limit}`)
