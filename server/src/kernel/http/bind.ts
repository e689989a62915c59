import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Caller } from '../caller.ts'
import { holds, mustReach, narrow } from '../caller.ts'
import type { Db, Tx } from '../db.ts'
import { newId } from '../ids.ts'
import type { Outcome } from '../lane.ts'
import { gather } from '../lane.ts'
import { Refusal, refuse } from '../refusal.ts'
import { writeTrail } from '../trail.ts'
import { type Course, deadlineOf, inTime } from './deadline.ts'
import { cookieNameOf, cookieWays } from './headers.ts'
import { problemAfter } from './problem.ts'
import { badInput, readInput, unknownField } from './reading.ts'
import type { Asked, File, Row, Wire } from './rows.ts'
import type { Proof, ServeOptions } from './serve.ts'

const nobody: Caller = {
  id: '00000000-0000-7000-8000-000000000000',
  kind: 'system',
  name: 'nobody',
  personId: null,
  permissions: new Set(),
  scope: new Set(),
  language: 'zh',
}

/** Turns one row of the table into a served route: who is it, may they, is it well formed; run; is the answer as promised. */
export function bindRow(http: FastifyInstance, row: Row, options: ServeOptions): void {
  const [method, path] = row.path.split(' ') as [string, string]
  const serve = runnerOf(row, options)
  http.route({
    method,
    url: path.replace(/\{(\w+)\}/g, ':$1'),
    ...(row.bodyLimit ? { bodyLimit: row.bodyLimit } : {}),
    config: row.rate
      ? {
          rateLimit: {
            max: row.rate.most,
            timeWindow: row.rate.seconds * 1000,
            keyGenerator: (request: FastifyRequest) => askerOf(request, row, options),
            ...whatCounts(row),
          },
        }
      : {},
    handler: (request, reply) => inTime(row, reply, (course) => answer(request, reply, course)),
  })

  async function answer(request: FastifyRequest, reply: FastifyReply, course: Course): Promise<unknown> {
    const who = narrow(await callerOf(request, row, options), row.may)
    if (row.may !== 'anyone' && row.may !== 'signed-in' && !holds(who, row.may)) {
      await trailRefusal(row, who, request, 'kernel.forbidden', options)
      throw refuse('kernel.forbidden', { permission: row.may })
    }
    const input = row.kind === 'upload' ? undefined : parseInput(row, request)
    try {
      if (row.within && input !== undefined) {
        const unit = row.within(input as never)
        if (unit) mustReach(who, unit)
      }
      return await serve(input, who, wireOf(request, reply, row, options), { request, reply, course })
    } catch (fault) {
      if (fault instanceof Refusal) checkDeclared(row, fault)
      if (fault instanceof Refusal && fault.status === 403) await trailRefusal(row, who, request, fault.code, options)
      throw fault
    }
  }
}

/**
 * Who asks, as far as the limits go: behind one address of a shop stand many tills, so it is whoever the key or session turned out to be, and
 * the address only of who is nobody. What a request merely says of itself is no name: it could say another each time.
 */
async function askerOf(request: FastifyRequest, row: Row, options: ServeOptions): Promise<string> {
  if (row.may === 'anyone') return request.ip
  const who = await options.identify(proofOf(request, options.publicUrl))
  return who?.id ?? request.ip
}

/** What a request shows of who sends it: a session's cookie, an API key, an address. */
export function proofOf(request: FastifyRequest, publicUrl: string | undefined): Proof {
  const header = request.headers.authorization
  return {
    cookie: request.cookies[cookieNameOf(publicUrl)],
    bearer: header?.startsWith('Bearer ') ? header.slice(7) : undefined,
    ip: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
  }
}

async function callerOf(request: FastifyRequest, row: Row, options: ServeOptions): Promise<Caller> {
  const proof = proofOf(request, options.publicUrl)
  if (!proof.cookie && !proof.bearer && row.may === 'anyone') return nobody
  const who = await options.identify(proof)
  if (!who) {
    if (row.may === 'anyone') return nobody
    throw refuse('kernel.not_signed_in')
  }
  // A browser sends cookies by itself, so a change must come from our own pages; a key is sent by a program on purpose.
  if (!proof.bearer && request.method !== 'GET') checkOrigin(request, options)
  return who
}

function checkOrigin(request: FastifyRequest, options: ServeOptions): void {
  const origin = request.headers.origin
  if (!origin && request.headers['sec-fetch-site'] !== 'cross-site') return
  const own = options.publicUrl ? new URL(options.publicUrl).host : request.host
  let host = ''
  try {
    host = new URL(origin ?? '').host
  } catch {
    // 'null' and other nonsense are nobody's origin
  }
  if (host !== own && host !== request.host) throw refuse('kernel.foreign_origin')
}

/** Calls that do not count are told from those that do by their body, so they are counted once it has come. */
function whatCounts({ rate }: Row) {
  const { counts } = rate ?? {}
  if (!counts) return {}
  const said = (request: FastifyRequest) => ({ ...(request.body as object), ...(request.params as object) })
  return { hook: 'preHandler' as const, allowList: (request: FastifyRequest) => !counts(said(request)) }
}

function parseInput(row: Row, request: FastifyRequest): unknown {
  const inAddress = request.method === 'GET' || request.method === 'DELETE'
  const said: unknown = inAddress ? request.query : (request.body ?? {})
  if (typeof said !== 'object' || said === null || Array.isArray(said)) {
    throw badInput([{ path: '', message: 'an object is expected' }])
  }
  const named = request.params as object
  // A field that the path has already said, and words behind the path of a call that has a body: nobody would read them.
  const unread = [
    ...Object.keys(said).filter((name) => Object.hasOwn(named, name)),
    ...(inAddress ? [] : Object.keys(request.query as object)),
  ]
  if (unread.length > 0) throw badInput(unread.slice(0, 20).map(unknownField))
  return readInput('takes' in row && row.takes ? row.takes : row.input, { ...said, ...named })
}

function wireOf(request: FastifyRequest, reply: FastifyReply, row: Row, options: ServeOptions): Wire {
  const reference = request.headers['idempotency-key']
  const needs = row.kind === 'gathered' || (row.kind === 'command' && row.told)
  if (needs && (typeof reference !== 'string' || reference.length < 1 || reference.length > 120))
    throw refuse('kernel.reference_missing')
  return {
    requestId: request.id,
    ip: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    reference: typeof reference === 'string' ? reference : '',
    problemAfter: (fault) => problemAfter(fault, request, newId()),
    setCookie(name, value, maxAgeS) {
      const [own, ways] = [cookieNameOf(options.publicUrl, name), cookieWays(options.publicUrl)]
      // Who leaves takes along what the browser has kept of the pages, on a till that somebody else uses next.
      if (value === null) reply.clearCookie(own, ways).header('clear-site-data', '"cache"')
      else reply.setCookie(own, value, { ...ways, ...(maxAgeS ? { maxAge: maxAgeS } : {}) })
    },
  }
}

type Talk = { request: FastifyRequest; reply: FastifyReply; course: Course }
type Serve = (input: unknown, who: Caller, wire: Wire, talk: Talk) => Promise<unknown>

function runnerOf(row: Row, { db: whole, metrics }: ServeOptions): Serve {
  const lastsMs = deadlineOf(row)
  const db = lastsMs === undefined ? whole : whole.within(lastsMs)
  // Who came too late was told so already.
  const send = ({ reply, course }: Talk, answer: unknown) =>
    course.over ? reply : reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answer))
  switch (row.kind) {
    case 'query':
      return async (input, who, wire, talk) =>
        send(talk, promised(row, await db.read((read) => row.run(read, input as never, who, wire))))
    case 'command':
      return async (input, who, wire, talk) =>
        send(
          talk,
          await db.write(async (tx) => {
            const output = promised(row, await row.run(tx, input as never, who, wire))
            if (row.trail !== false) {
              await writeTrail(tx, who, {
                kind: row.name,
                requestId: wire.requestId,
                ...row.trail?.(input as never, output as never),
              })
            }
            return output
          }),
        )
    case 'gathered': {
      const ask = gather(db, gatheredBy(row), { watch: metrics?.lane(row.name) })
      return async (input, who, wire, talk) => {
        const outcome = await ask({ input, who, reference: wire.reference, course: talk.course })
        if ('refusal' in outcome) throw outcome.refusal
        return send(talk, outcome.ok)
      }
    }
    case 'many':
      return async (input, who, wire, talk) => send(talk, promised(row, await row.run(db, input as never, who, wire)))
    case 'download':
      // The file is read while it is sent, which takes as long as the line needs.
      return async (input, who, wire, { reply, course }) => {
        const file = await row.run(whole, input as never, who, wire)
        return course.over ? reply : sendFile(reply, file)
      }
    case 'upload':
      return async (_, who, wire, talk) => send(talk, promised(row, await takeFile(row, db, who, wire, talk.request)))
  }
}

type Gathered = Extract<Row, { kind: 'gathered' }>

/** What a lane runs: those for whom nobody waits any more are left out, or what queued behind a stalled database would be done for nobody. */
const gatheredBy =
  (row: Gathered) =>
  async (tx: Tx, asked: (Asked<unknown> & { course: Course })[]): Promise<Outcome<unknown>[]> => {
    const wanted = asked.filter(({ course }) => !course.over)
    const outcomes = wanted.length === 0 ? [] : await row.run(tx, wanted as never)
    const rendered = outcomes.map(
      (outcome): Outcome<unknown> => ('ok' in outcome ? { ok: promised(row, outcome.ok) } : outcome),
    )
    if (wanted.length === asked.length) return rendered
    let next = 0
    return asked.map((one) => (wanted[next] === one ? rendered[next++]! : { refusal: refuse('kernel.busy') }))
  }

type Uploading = Extract<Row, { kind: 'upload' }>

async function takeFile(row: Uploading, db: Db, who: Caller, wire: Wire, request: FastifyRequest): Promise<unknown> {
  const file = await request.file().catch((fault: { statusCode?: number }) => {
    throw fault.statusCode ? fault : badInput([{ path: 'file', message: 'the form is cut off or none' }])
  })
  if (!file) throw badInput([{ path: 'file', message: 'a file is expected' }])
  let torn: Error | undefined
  file.file.once('error', (fault: Error) => {
    torn = fault
  })
  const fields = Object.fromEntries(
    Object.entries(file.fields).flatMap(([name, said]) => {
      const values = [said].flat().flatMap((part) => (part?.type === 'field' ? [part.value] : []))
      // A field that is said twice is a list, which no contract takes: better than one of the two, unsaid.
      return values.length > 0 ? [[name, values.length > 1 ? values : values[0]]] : []
    }),
  )
  const input = readInput(row.input, { ...fields, ...(request.params as object) })
  try {
    return await row.run(db, input as never, { fileName: file.filename, stream: file.file }, who, wire)
  } catch (fault) {
    throw fault === torn ? badInput([{ path: 'file', message: 'the form is cut off' }]) : fault
  }
}

function sendFile(reply: FastifyReply, file: File): FastifyReply {
  const ascii = file.fileName.replace(/[^\w.-]/g, '_')
  return reply
    .header('content-type', file.contentType)
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    )
    .send(file.body)
}

/** The answer as the contract promises it. An answer that breaks its own contract is our fault, and rolls back. */
function promised(row: Row & { output: z.ZodType }, output: unknown): unknown {
  const parsed = row.output.safeParse(output)
  if (parsed.success) return parsed.data
  throw new Error(`${row.name} broke its contract: ${JSON.stringify(parsed.error.issues.slice(0, 5))}`)
}

function checkDeclared(row: Row, refusal: Refusal): void {
  if (refusal.code.startsWith('kernel.') || row.refuses?.includes(refusal.code)) return
  throw new Error(`${row.name} refused ${refusal.code} without declaring it`, {
    cause: refusal,
  })
}

/** Refused permission is news for the trail; it is written by itself, for the command's own transaction is gone. */
async function trailRefusal(
  row: Row,
  who: Caller,
  request: FastifyRequest,
  outcome: string,
  { db }: ServeOptions,
): Promise<void> {
  if (who === nobody) return
  await db.within(5_000).write((tx) => writeTrail(tx, who, { kind: row.name, outcome, requestId: request.id }))
}
