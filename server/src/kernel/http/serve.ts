import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Fastify, { LogController } from 'fastify'
import type { Caller } from '../caller.ts'
import type { Db } from '../db.ts'
import { newId } from '../ids.ts'
import { allRefusals, refuse } from '../refusal.ts'
import { bindRow } from './bind.ts'
import { readJson } from './body.ts'
import { answerHeaders, pageSettings } from './headers.ts'
import { SteadyCounts } from './limiting.ts'
import type { Metrics } from './metrics.ts'
import { problemAfter, problemOf, sendProblem } from './problem.ts'
import type { Row } from './rows.ts'
import { answerParser, guardSockets, headLimits, keepAliveMs, silentMs } from './sockets.ts'

/** What a request shows of who sends it. */
export type Proof = {
  cookie: string | undefined
  bearer: string | undefined
  ip: string
  userAgent: string
}

/** Finds out who asks, from a session cookie or an API key; undefined when neither is good. */
export type Identify = (proof: Proof) => Promise<Caller | undefined>

export type ServeOptions = {
  db: Db
  rows: Row[]
  identify: Identify
  log: FastifyBaseLogger | false
  publicUrl?: string | undefined
  trustedProxies?: string[] | undefined
  metrics?: Metrics
}

/** Builds the HTTP server over the route table. It listens when its owner says so. */
export async function buildHttp(options: ServeOptions): Promise<FastifyInstance> {
  checkRows(options.rows)
  const http = Fastify({
    ...(options.log ? { loggerInstance: options.log } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies?.length ? options.trustedProxies : false,
    bodyLimit: 256 * 1024,
    // A file of hundreds of megabytes comes over a slow line too; heads, other bodies and who stands still: see sockets.ts.
    requestTimeout: 3_600_000,
    connectionTimeout: silentMs,
    keepAliveTimeout: keepAliveMs,
    http: headLimits,
    clientErrorHandler: answerParser as never,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // An address that is no text, or too long: refused before there is a route, and in our words all the same.
    frameworkErrors: (fault, request, reply) => answerFault(fault, request, reply),
  }) as unknown as FastifyInstance

  await http.register(helmet, pageSettings(options.publicUrl))
  await http.register(cookie)
  await http.register(rateLimit, { global: false, store: SteadyCounts as never })
  await http.register(multipart, {
    limits: {
      files: 1,
      fields: 20,
      fieldSize: 64 * 1024,
      fileSize: Number.MAX_SAFE_INTEGER,
    },
  })

  http.setErrorHandler((fault: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    answerFault(fault, request, reply),
  )
  http.setNotFoundHandler((request, reply) =>
    sendProblem(reply, problemOf(refuse('kernel.not_found', { path: request.url.split('?')[0] }))),
  )
  const data = answerHeaders(options.publicUrl)
  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/v1/')) reply.headers(data)
    else await reply.helmet()
  })
  guardSockets(http)
  readJson(http)
  options.metrics?.watch(http)
  for (const row of options.rows) bindRow(http, row, options)
  return http
}

const answerFault = (fault: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(reply, problemAfter(fault, request))

/** A table with a mistake in it never serves: names and paths are unique, and every refusal is one that a room declared. */
function checkRows(rows: Row[]): void {
  const seen = new Set<string>()
  for (const row of rows) {
    for (const key of [row.name, row.path]) {
      if (seen.has(key)) throw new Error(`the route table has ${key} twice`)
      seen.add(key)
    }
    for (const code of row.refuses ?? []) {
      if (!allRefusals.has(code)) throw new Error(`${row.name} refuses ${code}, which no room declares`)
    }
  }
}
