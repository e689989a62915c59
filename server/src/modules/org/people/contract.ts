import { z } from 'zod'
import { Id, Line, listOf, Moment, Page } from '#kernel/fields.ts'
import { Grant, NewGrant } from '../roles/contract.ts'

export const Language = z.enum(['zh', 'en'])
export const Theme = z.enum(['light', 'dark', 'system'])
export const PersonStatus = z.enum(['invited', 'active', 'left'])

/** An e-mail address as it is typed; kept in small letters. */
export const Email = Line(200).refine((text) => /^[^\s@]+@[^\s@]+$/.test(text), 'not an e-mail address')
/** A telephone number as it is typed; kept in E.164, read as Chinese without a country code. */
export const Phone = Line(40)

export const Person = z
  .object({
    id: Id,
    name: z.string(),
    number: z.string().nullable().meta({ description: 'Personnel number.' }),
    email: z.string().nullable().meta({ description: 'Masked unless the caller may manage this person.' }),
    phone: z.string().nullable().meta({ description: 'Masked unless the caller may manage this person.' }),
    language: Language,
    theme: Theme,
    status: PersonStatus,
    secondFactor: z.boolean(),
    grants: z.array(Grant),
    madeAt: Moment,
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

export const PersonList = listOf(Person)

export const NewPerson = z.object({
  name: Line(80).min(1),
  number: Line(40).min(1).nullable().optional(),
  email: Email.nullable().optional(),
  phone: Phone.nullable().optional(),
  language: Language.optional().meta({ description: 'The organisation’s unless said.' }),
  grants: z.array(NewGrant).min(1).max(50),
})
export type NewPerson = z.infer<typeof NewPerson>

export const ChangedPerson = NewPerson.omit({ grants: true }).partial().extend({ id: Id })
export type ChangedPerson = z.infer<typeof ChangedPerson>

export const PersonFilter = z.object({
  ...Page,
  q: Line(80).optional().meta({ description: 'Part of a name, or a personnel number.' }),
  status: PersonStatus.optional(),
  unitId: Id.optional().meta({ description: 'Only who plays a role in this unit or below it.' }),
})
export type PersonFilter = z.infer<typeof PersonFilter>

export const MadeInvitation = z.object({
  path: z.string().meta({ description: 'The page to open, with a secret that is shown this once.' }),
  token: z.string(),
  endsAt: Moment,
})
export type MadeInvitation = z.infer<typeof MadeInvitation>
