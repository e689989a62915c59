import type { Crypto } from '#kernel/crypto.ts'
import { textIndex } from '#kernel/findable.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { NewMember } from '../contract.ts'
import { refuse } from '../contract.ts'
import type { Field } from '../fields/contract.ts'
import { wrongCustom } from '../fields/rules.ts'
import type { Identity } from '../identities/contract.ts'
import { readPhone } from '../identities/rules.ts'
import { digits, plainNumber, withCheck } from '../numbers/rules.ts'
import { birthColumns, contextOf } from '../rules.ts'
import type { Archive } from '../store.ts'

/** Somebody about to become a member: the archive as it will be written, and the ways to it. */
export type Applicant = { archive: Archive; phone: string | null; identities: Identity[]; input: NewMember }

/** Checks one new member without looking at the others; answers the phone in its international form, or a refusal. */
export function checkNew(input: NewMember, fields: Field[]): { phone: string | null } | { refusal: Refusal } {
  if (input.name === '' && input.phone === null) return { refusal: refuse('members.nobody') }
  const wrong = wrongCustom(input.custom, fields, true)
  if (wrong) return { refusal: refuse('members.bad_custom', wrong) }
  if (input.phone === null) return { phone: null }
  const read = readPhone(input.phone)
  return 'wrong' in read ? { refusal: refuse('members.bad_phone', { wrong: read.wrong }) } : read
}

/** The number of a new member: the one it has, as it is printed, or a running one with its check digit. */
export const numberOf = (input: NewMember, running: number): string =>
  input.number ?? withCheck(String(running), digits)

/** Writes a new member's archive, in memory. */
export function applicantOf(
  input: NewMember,
  made: { memberId: string; number: string; phone: string | null; today: string; now: string; keys: Crypto },
): Applicant {
  const { memberId, number, phone, keys } = made
  const seal = (value: string | null, field: 'phone' | 'email' | 'idNumber' | 'address') =>
    value === null ? null : keys.seal(value, contextOf(field))
  const found = textIndex(input.name)
  const archive: Archive = {
    memberId,
    number,
    kind: input.kind,
    name: input.name,
    nameSearch: found.search,
    nameGrams: found.grams,
    gender: input.gender,
    ...birthColumns(input.birthday),
    phone: seal(phone, 'phone'),
    email: seal(input.email, 'email'),
    idNumber: seal(input.idNumber, 'idNumber'),
    address: seal(input.address, 'address'),
    language: input.language,
    homeStore: input.homeStore,
    recruiter: input.recruiter,
    channel: input.channel,
    joinedOn: input.joinedOn ?? made.today,
    status: 'active',
    tags: [...new Set(input.tags)],
    custom: input.custom,
    remark: input.remark,
    version: 1,
    createdAt: made.now,
    updatedAt: made.now,
  }
  const identities: Identity[] = [
    { kind: 'number', value: plainNumber(number), memberId },
    ...(phone === null ? [] : [{ kind: 'phone' as const, value: phone, memberId }]),
    ...input.externalIds.map(({ source, id }) => ({
      kind: 'external' as const,
      value: externalValue(source, id),
      memberId,
      keep: true,
    })),
  ]
  return { archive, phone, identities, input }
}

/** What another system calls a member, in the form that is hashed. */
export const externalValue = (source: string, id: string): string => `${source}:${id}`
