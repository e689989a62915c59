import { z } from 'zod'
import { Id, Line } from '#kernel/fields.ts'
import { Language, Theme } from '../people/contract.ts'
import { Password } from '../sessions/contract.ts'

export const Profile = z
  .object({
    id: Id,
    name: z.string(),
    number: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: Language,
    theme: Theme,
    secondFactor: z.boolean(),
  })
  .meta({ id: 'Profile' })
export type Profile = z.infer<typeof Profile>

export const ChangedProfile = z.object({ language: Language.optional(), theme: Theme.optional() })
export type ChangedProfile = z.infer<typeof ChangedProfile>

export const ChangedPassword = z.object({ current: Password, next: Password })
export type ChangedPassword = z.infer<typeof ChangedPassword>

export const SecondFactor = z.object({ on: z.boolean(), codesLeft: z.int() })

export const NewSecondFactor = z.object({
  secret: z.string(),
  uri: z.string().meta({ description: 'For the QR code that an authenticator app reads.' }),
})

export const ConfirmSecondFactor = z.object({ code: Line(20).min(6) })
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export const Proof = z.object({ password: Password })
