import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal, refuse } from '../refusal.ts'

/** The wire form of a refusal or fault, RFC 9457. `code` is for programs, `title` for logs; screens translate by code. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    details: z.record(z.string(), z.unknown()),
    reference: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** A refusal as its answer's body. */
export const problemOf = (refusal: Refusal): Problem => ({
  type: `urn:changke:${refusal.code}`,
  title: refusal.code.replace(/[._]/g, ' '),
  status: refusal.status,
  code: refusal.code,
  details: refusal.details,
})

/** A fault's answer: a reference into the log, and nothing else. */
export const faultOf = (reference: string): Problem => ({
  type: 'urn:changke:kernel.fault',
  title: 'something broke on our side',
  status: 500,
  code: 'kernel.fault',
  details: {},
  reference,
})

/** After so many seconds who was refused as too early or too many may ask again. */
const retryAfterS = 2

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply => {
  if (problem.status === 503) reply.header('retry-after', retryAfterS)
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}

/** What somebody is told after something was thrown. What is not a refusal is written to the log whole, under the reference that they get. */
export function problemAfter(thrown: unknown, request: FastifyRequest, reference = request.id): Problem {
  if (thrown instanceof Refusal) return problemOf(thrown)
  const fault = thrown as FastifyError
  const bad = (message: string) => problemOf(refuse('kernel.bad_input', { problems: [{ path: '', message }] }))
  if (fault.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problemOf(refuse('kernel.too_large'))
  if (fault.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return problemOf(refuse('kernel.not_json'))
  if (fault.statusCode === 429) return problemOf(refuse('kernel.too_many_requests'))
  if (fault.statusCode && fault.statusCode >= 400 && fault.statusCode < 500) return bad(fault.message)
  // The other side has gone in the middle of its body: nobody reads this.
  if (fault.code === 'ECONNRESET' && request.raw.destroyed) return bad('the request is cut off')
  const route = request.routeOptions.url
  if (unfit.has(fault.code)) {
    // The contract of the row should have known: the line in the log says which one let it pass.
    request.log.warn({ code: fault.code, reference, route }, 'unfit for the database')
    return bad('a number or text that cannot be kept')
  }
  const why = unavailable(fault)
  if (why) {
    request.log.error({ err: fault, reference, route }, why)
    return { ...problemOf(refuse('kernel.busy')), reference }
  }
  request.log.error({ err: fault, reference, route }, 'fault')
  return faultOf(reference)
}

/** PostgreSQL's words for values that no column can hold: a number out of range, NUL in a text. A day or id that is none is a contract's fault. */
const unfit = new Set(['22003', '22021', '22P05'])

/** What passes without anybody having done wrong, by the code of the system or of PostgreSQL. The same, asked again with its reference, may succeed. */
const passing: Record<string, string> = {
  ECONNREFUSED: 'the database cannot be reached',
  ECONNRESET: 'the database cannot be reached',
  EPIPE: 'the database cannot be reached',
  ETIMEDOUT: 'the database cannot be reached',
  EHOSTUNREACH: 'the database cannot be reached',
  ENETUNREACH: 'the database cannot be reached',
  ENOTFOUND: 'the database cannot be reached',
  EAI_AGAIN: 'the database cannot be reached',
  EMFILE: 'this process may open no more files',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  CHANGKE_LATE: 'the database does not answer in time',
  '25P03': 'the database ended a transaction that stood still',
  '40001': 'many changed the same at once',
  '40P01': 'many changed the same at once',
  '53000': 'the database is short of something',
  '53100': 'the disk of the database is full',
  '53200': 'the database is short of memory',
  '53300': 'the database has no connection left',
  '55P03': 'something is locked for long',
  '57014': 'the database did not end a statement in time',
  '57P01': 'the database cannot be reached',
  '57P02': 'the database cannot be reached',
  '57P03': 'the database cannot be reached',
  '57P05': 'the database cannot be reached',
  '58030': 'the disk of the database fails',
}

/** Why the house cannot do it right now, for the log; undefined when that is not what is wrong. */
export function unavailable(fault: { code?: string; message?: string }): string | undefined {
  const known = passing[fault.code ?? '']
  if (known) return known
  return /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|Query read timeout|Client was closed/.test(
    fault.message ?? '',
  )
    ? 'the database cannot be reached'
    : undefined
}
