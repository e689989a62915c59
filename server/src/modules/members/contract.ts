import { z } from 'zod'
import { Code, Day, Id, Line, listOf, Moment, Page, Prose, Units, Version } from '#kernel/fields.ts'
import { refusals } from '#kernel/refusal.ts'
import { Birthday } from './birthdays/rules.ts'
import { Channel } from './consents/contract.ts'
import { Activity } from './standing/contract.ts'

export const refuse = refusals({
  /** No such member, or none that the caller may see. */
  'members.unknown': 404,
  /** Details: `wrong` is empty, letters, length or unknown. */
  'members.bad_phone': 422,
  /** Details: a masked hint at who has it: name, phone, number. */
  'members.phone_taken': 409,
  'members.number_taken': 409,
  'members.external_taken': 409,
  /** A member needs a name or a phone. */
  'members.nobody': 422,
  /** Who may not act everywhere names the home store of a new member. */
  'members.home_missing': 422,
  /** Nobody becomes a member of a store that is closed. Details: storeId. */
  'members.home_closed': 409,
  /** Details: `key`, and `wrong`: unknown, missing, type or choice. */
  'members.bad_custom': 422,
  /** Somebody else changed the archive meanwhile. Details: `version`, as it is now. */
  'members.changed_meanwhile': 409,
  /** The key with which this was sealed is not in the key file. */
  'members.lost_key': 410,
})

export const Kind = z.enum(['person', 'enterprise'])
export const Gender = z.enum(['male', 'female', 'other'])
export const Status = z.enum(['active', 'closed'])
export const Tag = Line(40).min(1)
const Tags = z.array(Tag).max(50)

/** Values of the house's own fields, by key. */
const Custom = z.record(z.string().max(40), z.union([Line(400), z.number(), z.boolean(), z.null()]))

/** An empty text is nothing. */
const Absent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable())
const Email = z
  .string()
  .max(200)
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email().max(200))

const archive = {
  kind: Kind,
  name: Line(80),
  gender: Gender.nullable(),
  birthday: Birthday.nullable(),
  /** As it is written; +86, 0086, full-width digits and spaces are understood. Without a country it is one of mainland China. */
  phone: Absent(Line(40)),
  email: Absent(Email),
  idNumber: Absent(Line(40)),
  address: Absent(Line(200)),
  language: z.enum(['zh', 'en']),
  /** The store whose member this is. */
  homeStore: Id.nullable(),
  /** The person of the staff who won this member. */
  recruiter: Id.nullable(),
  /** How the member came: store, site, event … */
  channel: Absent(Code),
  custom: Custom,
  remark: Prose(2000),
}

/** A consent as it is told: which channel, yes or no, where it was said. */
export const ToldConsent = z.object({ channel: Channel, given: z.boolean(), source: Line(80).min(1) })

export const NewMember = z
  .object({
    kind: archive.kind.default('person'),
    name: archive.name.default(''),
    gender: archive.gender.default(null),
    birthday: archive.birthday.default(null),
    phone: archive.phone.default(null),
    email: archive.email.default(null),
    idNumber: archive.idNumber.default(null),
    address: archive.address.default(null),
    language: archive.language.default('zh'),
    homeStore: archive.homeStore.default(null),
    recruiter: archive.recruiter.default(null),
    channel: archive.channel.default(null),
    /** In the programme's zone; today unless said. */
    joinedOn: Day.nullable().default(null),
    /** The number that the member has already; one is made unless said. */
    number: Absent(Code).default(null),
    /** What other systems call this member. */
    externalIds: z
      .array(z.object({ source: Code, id: Line(120).min(1) }))
      .max(10)
      .default([]),
    tags: Tags.default([]),
    custom: archive.custom.default({}),
    remark: archive.remark.default(''),
    consents: z.array(ToldConsent).max(8).default([]),
  })
  .meta({ id: 'NewMember' })
export type NewMember = z.infer<typeof NewMember>
/** A new member as somebody may tell it, with everything left out that is not known. */
export type NewMemberInput = z.input<typeof NewMember>

export const Created = z.object({ memberId: Id, number: z.string() })
export type Created = z.infer<typeof Created>

/** A new member: `id` names it everywhere in the API; `memberId` is the same, as cards and purchases say it. */
export const CreatedMember = Created.extend({ id: Id }).meta({ id: 'CreatedMember' })

export const EditMember = z.object({
  id: Id,
  /** The version that was read: an edit of an older one is refused. */
  version: Version,
  ...z.object(archive).partial().shape,
})
export type EditMember = z.infer<typeof EditMember>

/** What is closed to a member. */
export const Barred = z.enum(['earn', 'spend', 'message', 'signIn'])

export const StandingView = z
  .object({
    /** The tier's rank in the charter, 0 is the lowest. */
    tier: z.int(),
    tierSince: Day.nullable(),
    tierUntil: Day.nullable(),
    barred: z.array(Barred),
    activity: Activity,
    firstOn: Day.nullable(),
    lastOn: Day.nullable(),
    purchases: z.int(),
    /** In minor units, less what came back; ever, and in this month and the eleven before. */
    spent: Units,
    spentWithin12Months: Units,
  })
  .meta({ id: 'Standing' })

const Consent = z
  .object({ channel: Channel, given: z.boolean(), source: z.string(), decidedAt: Moment })
  .meta({ id: 'Consent' })

/** A member's archive. Phone, e-mail, id number and address are masked; `lost` names those whose key is lost. */
export const Member = z
  .object({
    memberId: Id,
    number: z.string(),
    kind: Kind,
    name: z.string(),
    gender: Gender.nullable(),
    birthday: Birthday.nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    idNumber: z.string().nullable(),
    address: z.string().nullable(),
    lost: z.array(z.string()),
    language: z.enum(['zh', 'en']),
    homeStore: Id.nullable(),
    recruiter: Id.nullable(),
    channel: z.string().nullable(),
    joinedOn: Day,
    status: Status,
    tags: z.array(z.string()),
    custom: Custom,
    remark: z.string(),
    /** Per cent of the wanted fields that are filled, and the names of those that are not (MEM-01). */
    completeness: z.object({ percent: z.int().min(0).max(100), missing: z.array(z.string()) }),
    consents: z.array(Consent),
    standing: StandingView,
    mergedInto: Id.nullable(),
    version: z.int(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>

/** A member in a list. */
export const MemberRow = z
  .object({
    memberId: Id,
    number: z.string(),
    kind: Kind,
    name: z.string(),
    phone: z.string().nullable(),
    homeStore: Id.nullable(),
    tier: z.int(),
    status: Status,
    tags: z.array(z.string()),
    joinedOn: Day,
    lastOn: Day.nullable(),
    purchases: z.int(),
    spent: Units,
    percent: z.int(),
  })
  .meta({ id: 'MemberRow' })
export type MemberRow = z.infer<typeof MemberRow>

/** A list in an address: `a,b` or repeated. */
const Several = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : value),
    z.array(item).min(1).max(100).optional(),
  )

export const ListMembers = z.object({
  /** Members with all of these tags. */
  tags: Several(Tag),
  tiers: Several(z.coerce.number().int().min(0).max(99)),
  stores: Several(Id),
  status: Status.optional(),
  kind: Kind.optional(),
  /** Who joined on these days, first and last included; the programme's zone. */
  joinedFrom: Day.optional(),
  joinedTo: Day.optional(),
  /** Members whose archive lacks something wanted. */
  incomplete: z.stringbool().optional(),
  ...Page,
})
export type ListMembers = z.infer<typeof ListMembers>
export const MemberPage = listOf(MemberRow)

export const Secret = z.enum(['phone', 'email', 'idNumber', 'address'])
export type Secret = z.infer<typeof Secret>
export const Reveal = z.object({ id: Id, field: Secret, reason: Line(200).min(2) })
export const Revealed = z.object({ value: z.string().nullable() })

export const ChangeTags = z.object({ id: Id, add: Tags.default([]), remove: Tags.default([]) })
export const ChangeStatus = z.object({ id: Id, status: Status, reason: Line(200).min(2) })
