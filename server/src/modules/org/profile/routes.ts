import { z } from 'zod'
import type { Row } from '#kernel/http.ts'
import { command, many, query } from '#kernel/http.ts'
import { readSecondFactor } from '../factor/service.ts'
import {
  ChangedPassword,
  ChangedProfile,
  ConfirmSecondFactor,
  NewSecondFactor,
  Profile,
  Proof,
  RecoveryCodes,
  SecondFactor,
} from './contract.ts'
import * as profile from './service.ts'

export const profileRoutes: Row[] = [
  query({
    name: 'readProfile',
    path: 'GET /v1/profile',
    summary: 'The caller’s own name, logins, language and theme.',
    may: 'signed-in',
    input: z.object({}),
    output: Profile,
    refuses: ['org.people_only'],
    run: (read, _, who) => profile.readProfile(read, who),
  }),
  command({
    name: 'changeProfile',
    path: 'PATCH /v1/profile',
    summary: 'Changes the caller’s language or theme.',
    may: 'signed-in',
    input: ChangedProfile,
    output: Profile,
    refuses: ['org.people_only'],
    trail: false,
    run: profile.changeProfile,
  }),
  many({
    name: 'changePassword',
    path: 'POST /v1/profile/password',
    summary: 'Changes the caller’s password; their other sessions end.',
    may: 'signed-in',
    input: ChangedPassword,
    output: z.object({}),
    refuses: ['org.people_only', 'org.wrong_credentials', 'org.locked', 'org.password_weak'],
    run: async (db, input, who, wire) => {
      await profile.changePassword(db, input, who, wire)
      return {}
    },
  }),
  query({
    name: 'readSecondFactor',
    path: 'GET /v1/profile/second-factor',
    summary: 'Whether the second factor is on, and how many recovery codes are left.',
    may: 'signed-in',
    input: z.object({}),
    output: SecondFactor,
    refuses: ['org.people_only'],
    run: (read, _, who) => readSecondFactor(read, profile.personOf(who)),
  }),
  many({
    name: 'beginSecondFactor',
    path: 'POST /v1/profile/second-factor',
    summary: 'Makes the secret for an authenticator app, on the password; it counts once it is confirmed.',
    may: 'signed-in',
    input: Proof,
    output: NewSecondFactor,
    refuses: ['org.people_only', 'org.second_factor_on', 'org.not_set_up', 'org.wrong_credentials', 'org.locked'],
    run: (db, { password }, who, wire) => profile.beginSecondFactor(db, password, who, wire),
  }),
  command({
    name: 'confirmSecondFactor',
    path: 'POST /v1/profile/second-factor/confirm',
    summary: 'Turns the second factor on by a first right code; the recovery codes are shown this once.',
    may: 'signed-in',
    input: ConfirmSecondFactor,
    output: RecoveryCodes,
    refuses: ['org.people_only', 'org.second_factor_on', 'org.second_factor_off', 'org.wrong_code'],
    rate: { most: 20, seconds: 60 },
    run: async (tx, { code }, who, wire) => ({
      recoveryCodes: await profile.confirmSecondFactor(tx, code, who, wire),
    }),
  }),
  many({
    name: 'endSecondFactor',
    path: 'POST /v1/profile/second-factor/end',
    summary: 'Takes the second factor away, on the password.',
    may: 'signed-in',
    input: Proof,
    output: z.object({}),
    refuses: ['org.people_only', 'org.second_factor_off', 'org.wrong_credentials', 'org.locked'],
    run: async (db, { password }, who, wire) => {
      await profile.endSecondFactor(db, password, who, wire)
      return {}
    },
  }),
]
