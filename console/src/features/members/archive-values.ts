import type { BodyOf } from '../../parts/api.ts'
import { halfBirthday } from './BirthdayField.tsx'
import type { Birthday, ConsentChannel, CustomValue, Field, Gender, Member, MemberKind } from './shapes.ts'

/** What the form of an archive holds. A secret that is undefined stays as it is, null is taken out. */
export interface ArchiveValues {
  kind: MemberKind
  name?: string
  gender?: Gender | null
  birthday?: Partial<Birthday> | null
  phone?: string | null
  email?: string | null
  idNumber?: string | null
  address?: string | null
  language: 'zh' | 'en'
  homeStore?: string | null
  recruiter?: string | null
  channel?: string | null
  tags?: string[]
  custom?: Record<string, CustomValue | undefined>
  remark?: string
  consents?: ConsentChannel[]
}

const secrets = ['phone', 'email', 'idNumber', 'address'] as const

/** The channels by which members come, as codes; a house may use others. */
export const knownChannels = ['store', 'referral', 'event', 'wechat', 'website', 'phone'] as const

const birthdayOf = (value: ArchiveValues['birthday']): Birthday | null =>
  value && !halfBirthday(value) ? ({ calendar: 'solar', year: null, leap: false, ...value } as Birthday) : null

const customOf = (custom: ArchiveValues['custom'] = {}) =>
  Object.fromEntries(
    Object.entries(custom).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]])),
  )

/** A new member as the server takes it. */
export function newMemberOf(values: ArchiveValues, source: string): BodyOf<'post', '/v1/members'> {
  const { consents = [], birthday, custom, name, remark, ...rest } = values
  return {
    ...rest,
    name: name?.trim() ?? '',
    remark: remark ?? '',
    birthday: birthdayOf(birthday),
    custom: customOf(custom),
    homeStore: rest.homeStore ?? null,
    consents: consents.map((channel) => ({ channel, given: true, source })),
  }
}

type Changes = Omit<BodyOf<'patch', '/v1/members/{id}'>, 'version'>

/** What of an archive was changed, and nothing else: who edits one field must not write over another one's edit of the next. */
export function changesOf(member: Member, values: ArchiveValues): Changes {
  const changes: Changes = {}
  for (const key of secrets) if (values[key] !== undefined) changes[key] = values[key] || null
  const plain: Changes = {
    kind: values.kind,
    name: values.name?.trim() ?? '',
    gender: values.gender ?? null,
    birthday: birthdayOf(values.birthday),
    language: values.language,
    homeStore: values.homeStore ?? null,
    recruiter: values.recruiter ?? null,
    channel: values.channel ?? null,
    custom: { ...member.custom, ...nulls(member, values), ...customOf(values.custom) },
    remark: values.remark ?? '',
  }
  const isNew = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(member[key as keyof Member])
  return { ...changes, ...Object.fromEntries(Object.entries(plain).filter(isNew)) }
}

/** Own fields that were emptied in the form. */
const nulls = (member: Member, { custom = {} }: ArchiveValues) =>
  Object.fromEntries(
    Object.keys(member.custom)
      .filter((key) => key in custom && (custom[key] === undefined || custom[key] === ''))
      .map((key) => [key, null]),
  )

/** What the form begins with when an archive is edited. */
export const valuesOf = (member: Member, fields: Field[]): ArchiveValues => ({
  kind: member.kind,
  name: member.name,
  gender: member.gender,
  birthday: member.birthday,
  language: member.language,
  homeStore: member.homeStore,
  recruiter: member.recruiter,
  channel: member.channel,
  custom: Object.fromEntries(fields.map(({ key }) => [key, member.custom[key] ?? undefined])),
  remark: member.remark,
})
