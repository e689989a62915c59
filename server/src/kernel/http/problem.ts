import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Refusal } from '../refusal.ts'

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
