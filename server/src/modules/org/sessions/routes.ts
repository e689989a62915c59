import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import type { Row } from '#kernel/http.ts'
import { command, many, query } from '#kernel/http.ts'
import {
  AcceptedInvitation,
  AcceptInvitation,
  Invitation,
  OpenSessionList,
  Session,
  SignedIn,
  SignIn,
  Token,
} from './contract.ts'
import * as invitations from './invitations.ts'
import * as sessions from './service.ts'

export const sessionRoutes: Row[] = [
  many({
    name: 'signIn',
    path: 'POST /v1/session',
    summary: 'Signs a person in; the session is a cookie.',
    may: 'anyone',
    input: SignIn,
    output: SignedIn,
    refuses: ['org.wrong_credentials', 'org.second_factor_needed', 'org.wrong_code', 'org.locked'],
    rate: { most: 120, seconds: 60 },
    run: sessions.signIn,
  }),
  query({
    name: 'readSession',
    path: 'GET /v1/session',
    summary: 'Who is signed in, what they may, and in which stores.',
    may: 'signed-in',
    input: z.object({}),
    output: Session,
    refuses: ['org.not_set_up'],
    run: (read, _, who) => sessions.readSession(read, who),
  }),
  command({
    name: 'signOut',
    path: 'DELETE /v1/session',
    summary: 'Ends the session.',
    may: 'anyone',
    input: z.object({}),
    output: z.object({}),
    trail: false, // written when a session ended: strangers write nothing
    run: async (tx, _, who, wire) => {
      await sessions.signOut(tx, who, wire)
      return {}
    },
  }),
  query({
    name: 'listSessions',
    path: 'GET /v1/sessions',
    summary: 'Where the caller is signed in.',
    may: 'signed-in',
    input: z.object({}),
    output: OpenSessionList,
    run: async (read, _, who) => ({
      items: who.personId ? await sessions.listSessions(read, who.personId, who) : [],
      next: null,
    }),
  }),
  command({
    name: 'endSession',
    path: 'DELETE /v1/sessions/{id}',
    summary: 'Ends one of the caller’s own sessions.',
    may: 'signed-in',
    input: z.object({ id: Id }),
    output: z.object({}),
    refuses: ['org.session_unknown'],
    trail: (_) => ({}),
    run: async (tx, { id }, who) => {
      await sessions.endOwnSession(tx, id, who)
      return {}
    },
  }),
  query({
    name: 'readInvitation',
    path: 'POST /v1/invitations/read',
    summary: 'Whom an invitation is for; its secret never stands in an address.',
    may: 'anyone',
    input: z.object({ token: Token }),
    output: Invitation,
    refuses: ['org.invitation_over', 'org.not_set_up'],
    rate: { most: 60, seconds: 60 },
    run: (read, { token }) => invitations.readInvitation(read, token),
  }),
  many({
    name: 'acceptInvitation',
    path: 'POST /v1/invitations/accept',
    summary: 'Sets the password of who was invited and signs them in.',
    may: 'anyone',
    input: AcceptInvitation,
    output: AcceptedInvitation,
    refuses: ['org.invitation_over', 'org.password_weak', 'org.locked'],
    rate: { most: 60, seconds: 60 },
    run: (db, input, _, wire) => invitations.acceptInvitation(db, input, wire),
  }),
]
