import type { FastifyInstance, FastifyRequest } from 'fastify'
import { holds } from '../caller.ts'
import type { Db, Read } from '../db.ts'
import { sql } from '../db.ts'
import { indexTroubles } from '../index-rotation.ts'
import { allMigrations } from '../migrate.ts'
import { refuse } from '../refusal.ts'
import { proofOf } from './bind.ts'
import type { Metrics } from './metrics.ts'
import type { Identify } from './serve.ts'

export type HealthOptions = {
  db: Db
  metrics: Metrics
  identify: Identify
  /** The permission that reads /metrics from another machine. */
  mayMeasure: string
  publicUrl: string | undefined
}

/** Serves /healthz (this process lives), /readyz (it can serve: 503 and a sentence if not) and /metrics (for Prometheus). */
export function serveHealth(
  http: FastifyInstance,
  { db, metrics, identify, mayMeasure, publicUrl }: HealthOptions,
): void {
  http.get('/healthz', async () => ({ alive: true }))
  http.get('/readyz', async (request, reply) => {
    const missing = await whatIsMissing(db, (fault) => request.log.error(fault, 'the database cannot be reached'))
    if (missing.length === 0) return { ready: true }
    return reply.code(503).send({ ready: false, missing })
  })
  http.get('/metrics', async (request, reply) => {
    if (!fromThisMachine(request)) {
      const who = await identify(proofOf(request, publicUrl))
      if (!who) throw refuse('kernel.not_signed_in')
      if (!holds(who, mayMeasure)) throw refuse('kernel.forbidden', { permission: mayMeasure })
    }
    return reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

// What a proxy on this machine hands on comes from anywhere: it says so in a header.
const fromThisMachine = ({ socket, headers }: FastifyRequest): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '') &&
  !['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => name in headers)

/** What keeps the house from serving, a sentence each; nothing when it can. Waits at most two seconds for the database. */
export async function whatIsMissing(db: Db, onFault: (fault: unknown) => void = () => {}): Promise<string[]> {
  const late = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error('no answer within two seconds')), 2_000).unref()
  })
  try {
    return await Promise.race([db.read(lookAround), late])
  } catch (fault) {
    onFault(fault)
    return ['The database cannot be reached, or does not answer within two seconds.']
  }
}

async function lookAround(read: Read): Promise<string[]> {
  const done = await read.rows<{ number: string; digest: string }>(sql`select number, digest from kernel.migration`)
  const applied = new Map(done.map(({ number, digest }) => [number, digest]))
  const awaited = ours().filter(({ number }) => !applied.has(number))
  const other = ours().filter(({ number, digest }) => applied.has(number) && applied.get(number) !== digest)
  const months = await read.rows<{ name: string }>(withoutNextMonth)
  return [
    ...awaited.map(({ name }) => `The migration ${name} has not been done: run "changke migrate".`),
    ...other.map(({ name }) => `The migration ${name} was done in another form than this version knows.`),
    ...(await indexTroubles(read)),
    ...months.map(
      ({ name }) => `The table ${name} has no partition for next month: a worker makes it, or "changke migrate".`,
    ),
  ]
}

let known: ReturnType<typeof allMigrations> | undefined
// Read once: files of a running version do not change.
function ours() {
  known ??= allMigrations()
  return known
}

const withoutNextMonth = sql`
  select parent.relnamespace::regnamespace || '.' || parent.relname as name
    from pg_partitioned_table join pg_class parent on parent.oid = partrelid
   where parent.relnamespace <> coalesce(to_regnamespace('graphile_worker'), 0)
     and not exists (
       select from pg_inherits join pg_class part on part.oid = inhrelid
        where inhparent = parent.oid
          and part.relname = parent.relname || to_char((now() at time zone 'UTC') + interval '1 month', '_YYYY_MM'))
   order by 1`
