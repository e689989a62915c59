import pg from 'pg'
import type { Db, Tx } from './db.ts'
import { sql } from './db.ts'
import type { Log, Loop } from './loops.ts'
import { keepDoing } from './loops.ts'
import { ensurePartitions } from './migrate.ts'
import type { Listener } from './outbox.ts'
import { dispatch, findRewound } from './outbox.ts'

/** Something done at set times by one worker of all; the times are a crontab line in UTC. What it does may be done twice without harm. */
export type Schedule = { name: string; cron: string; run(db: Db, log: Log): Promise<void> }

/** Long work that is asked for by `enqueue` and outlives its asker. Payloads carry ids; `signal` says that the worker is going down. */
export type Job = { name: string; run(db: Db, payload: unknown, at: { log: Log; signal: AbortSignal }): Promise<void> }

/** Something done every so often by whoever gets its lock first; `run` says whether there is more to do at once. */
export type Pulse = { name: string; everyMs: number; run(db: Db): Promise<boolean> }

/** What the rooms want done behind the routes. */
export type Work = {
  listeners?: readonly Listener[]
  schedules?: readonly Schedule[]
  jobs?: readonly Job[]
  pulses?: readonly Pulse[]
}

export type WorkerOptions = Work & {
  db: Db
  /** The migrator's role: it keeps the job tables and makes the partitions ahead. */
  ownerUrl: string
  log: Log
  appRole?: string
}

// A connection that ends without a listener ends the process; what it was asked fails by itself and is tried again.
const heardByTheQuery = () => {}

/** Makes the tables of the job queue, as the owner, and lets the application put jobs into it. Part of every migration. */
export async function migrateJobs(ownerUrl: string, appRole = 'changke_app'): Promise<void> {
  const { runMigrations } = await import('graphile-worker')
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'changke migrate' })
  client.on('error', heardByTheQuery)
  await client.connect()
  try {
    // Of several that start at once, one after the other: making the same function at once is refused by the database.
    await client.query('select pg_advisory_lock(727009)')
    await runMigrations({ connectionString: ownerUrl })
    // The queue's own tables stay closed to the application (they have row-level security); it gets this one function.
    await client.query(`
      create or replace function kernel.put_job(name text, payload json, run_at timestamptz, key text, attempts int) returns void
        language sql security definer set search_path = pg_catalog
        as $$ select graphile_worker.add_job(name, payload, run_at => run_at, job_key => key, max_attempts => attempts) $$;
      revoke all on function kernel.put_job from public`)
    const role = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
    if (role.rowCount === 1) await client.query(`grant execute on function kernel.put_job to ${appRole}`)
  } finally {
    await client.end()
  }
}

/**
 * Puts a job into the queue, in the transaction that needs it done. With a `key` a waiting job of the same key is replaced. A job that throws
 * is tried again with growing pauses, at most `attempts` times (25).
 */
export async function enqueue(
  tx: Tx,
  name: string,
  payload: Record<string, unknown>,
  { key, attempts, runAt }: { key?: string; attempts?: number; runAt?: string } = {},
): Promise<void> {
  await tx.run(sql`
    select kernel.put_job(${name}, ${JSON.stringify(payload)}::json, ${runAt ?? null}::timestamptz, ${key ?? null}, ${attempts ?? null}::int)`)
}

const partitions = (ownerUrl: string): Schedule => ({
  name: 'kernel.partitions',
  cron: '7 */6 * * *',
  async run(_, log) {
    const client = new pg.Client({ connectionString: ownerUrl, application_name: 'changke partitions' })
    client.on('error', heardByTheQuery)
    await client.connect()
    try {
      const made = await ensurePartitions(client)
      if (made > 0) log.info({ made }, 'the tables of the coming months were made')
    } finally {
      await client.end()
    }
  },
})

/** The job that tells the planner what the tables hold now. PostgreSQL does it by itself within a minute or so, but never for a partitioned table. */
export const analyzing = 'kernel.analyze'

const statistics = (ownerUrl: string): Schedule => ({
  name: analyzing,
  cron: '23 19 * * *',
  async run() {
    const client = new pg.Client({ connectionString: ownerUrl, application_name: 'changke analyze' })
    client.on('error', heardByTheQuery)
    await client.connect()
    try {
      await client.query('analyze')
    } finally {
      await client.end()
    }
  },
})

/** Starts what works behind the routes: listeners, pulses, schedules and long jobs. `stop` lets what is under way end. */
export async function startWorker(options: WorkerOptions): Promise<Loop> {
  const { db, ownerUrl, log, pulses = [] } = options
  await migrateJobs(ownerUrl, options.appRole)
  const rewound = await db.read(findRewound)
  if (rewound.length > 0) {
    log.error(
      { rewound },
      'listeners are ahead of this server: was the database restored from a dump? New facts would be lost on them',
    )
  }
  const schedules = [partitions(ownerUrl), statistics(ownerUrl), ...(options.schedules ?? [])]
  const queue = await runQueue(ownerUrl, db, schedules, options.jobs ?? [], log)
  const loops = [
    dispatch(db, options.listeners ?? [], log),
    ...pulses.map((pulse) =>
      keepDoing(`pulse ${pulse.name}`, { idleMs: pulse.everyMs, longestMs: pulse.everyMs }, log, () => pulse.run(db)),
    ),
  ]
  return {
    stop: async () => {
      await Promise.all([...loops.map((loop) => loop.stop()), queue.stop()])
    },
  }
}

async function runQueue(
  ownerUrl: string,
  db: Db,
  schedules: readonly Schedule[],
  jobs: readonly Job[],
  log: Log,
): Promise<Loop> {
  // Loaded when a worker starts: a process that only answers requests does not carry it.
  const { Logger, parseCronItems, run } = await import('graphile-worker')
  const tasks = Object.fromEntries([
    ...schedules.map((schedule) => [schedule.name, () => schedule.run(db, log)] as const),
    ...jobs.map(
      (job) =>
        [
          job.name,
          (payload: unknown, { abortSignal }: { abortSignal?: AbortSignal }) =>
            job.run(db, payload, { log, signal: abortSignal ?? new AbortController().signal }),
        ] as const,
    ),
  ])
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4, application_name: 'changke jobs' })
  const lost = (fault: Error) => log.warn({ err: fault }, 'the job queue lost a connection')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const levels = { error: 'error', warning: 'warn', info: undefined, debug: undefined } as const
  const runner = await run({
    pgPool: pool,
    taskList: tasks as never,
    parsedCronItems: parseCronItems(
      schedules.map(({ name, cron }) => ({
        task: name,
        match: cron,
        options: { backfillPeriod: 3_600_000, jobKey: name },
      })),
    ),
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, sentence, meta) => {
      const name = levels[level as keyof typeof levels]
      if (name) log[name]({ err: (meta as { error?: unknown } | undefined)?.error }, `job queue: ${sentence}`)
    }),
  })
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}
