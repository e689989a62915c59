import { z } from 'zod'
import { Id, Line, listOf, Moment } from '#kernel/fields.ts'
import { Language, Theme } from '../people/contract.ts'

/** A password as it is typed: never trimmed, never kept. */
export const Password = z.string().min(1).max(1000)

export const SignIn = z.object({
  login: Line(200).min(1).meta({ description: 'E-mail address or phone number.' }),
  password: Password,
  code: Line(40).optional().meta({ description: 'Six digits of the second factor, or one of the recovery codes.' }),
})
export type SignIn = z.infer<typeof SignIn>

export const SignedIn = z.object({ personId: Id, name: z.string(), endsAt: Moment })
export type SignedIn = z.infer<typeof SignedIn>

export const Session = z
  .object({
    kind: z.enum(['person', 'key', 'system']),
    person: z.object({ id: Id, name: z.string(), language: Language, theme: Theme }),
    permissions: z.array(z.string()).meta({ description: '`*` stands for all.' }),
    organisation: z.object({ name: z.string(), currency: z.string(), zone: z.string(), language: Language }),
    stores: z.array(z.object({ id: Id, code: z.string(), name: z.string() })),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

export const OpenSession = z
  .object({
    id: Id,
    startedAt: Moment,
    seenAt: Moment.meta({ description: 'Last use, to the minute.' }),
    address: z.string(),
    agent: z.string(),
    current: z.boolean(),
  })
  .meta({ id: 'OpenSession' })
export type OpenSession = z.infer<typeof OpenSession>

export const OpenSessionList = listOf(OpenSession)

export const Token = z.string().min(20).max(100)

export const Invitation = z.object({ name: z.string(), organisation: z.string(), endsAt: Moment })
export type Invitation = z.infer<typeof Invitation>

export const AcceptInvitation = z.object({ token: Token, password: Password })
export type AcceptInvitation = z.infer<typeof AcceptInvitation>

export const AcceptedInvitation = z.object({
  personId: Id,
  signedIn: z.boolean().meta({ description: 'False when the second factor is still asked for at sign-in.' }),
})
export type AcceptedInvitation = z.infer<typeof AcceptedInvitation>
