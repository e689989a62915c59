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

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))

/** What somebody is told after something was thrown. What is not a refusal is written to the log whole, under the reference that they get. */
export function problemAfter(thrown: unknown, request: FastifyRequest, reference = request.id): Problem {
  if (thrown instanceof Refusal) return problemOf(thrown)
  const fault = thrown as FastifyError
  const bad = (message: string) => problemOf(refuse('kernel.bad_input', { problems: [{ path: '', message }] }))
  if (fault.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problemOf(refuse('kernel.too_large'))
  if (fault.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return problemOf(refuse('kernel.not_json'))
  if (fault.statusCode === 429) return problemOf(refuse('kernel.too_many_requests'))
  if (fault.statusCode && fault.statusCode >= 400 && fault.statusCode < 500) return bad(fault.message)
  const route = request.routeOptions.url
  if (unfit.has(fault.code)) {
    // The contract of the row should have known: the line in the log says which one let it pass.
    request.log.warn({ code: fault.code, reference, route }, 'unfit for the database')
    return bad('a number or text that cannot be kept')
  }
  if (unreachable(fault)) {
    request.log.error({ err: fault, reference }, 'the database cannot be reached')
    return { ...problemOf(refuse('kernel.busy')), reference }
  }
  request.log.error({ err: fault, reference, route }, 'fault')
  return faultOf(reference)
}

/** PostgreSQL's words for values that no column can hold: a number out of range, NUL in a text. A day or id that is none is a contract's fault. */
const unfit = new Set(['22003', '22021', '22P05'])

const unreachable = (fault: { code?: string; message: string }): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300'].includes(fault.code ?? '') ||
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(
    fault.message,
  )
