import type { Crypto } from '#kernel/crypto.ts'
import type { Birthday } from './birthdays/rules.ts'
import type { MemberRow, Secret } from './contract.ts'
import type { Field } from './fields/contract.ts'
import { isEmpty } from './fields/rules.ts'
import { maskAddress, maskEmail, maskMiddle, maskPhone } from './identities/rules.ts'
import type { Standing } from './standing/contract.ts'
import { Flag } from './standing/contract.ts'
import { activity, isBarred, spentWithin12Months } from './standing/rules.ts'
import type { Archive, Listed } from './store.ts'

const masks: Record<Secret, (value: string) => string> = {
  phone: maskPhone,
  email: maskEmail,
  idNumber: (value) => maskMiddle(value),
  address: maskAddress,
}

/** Under which name a personal field is sealed: a value moved to another column does not open. */
export const contextOf = (field: Secret): string => `members.${field}`

/** A personal field with only enough of it showing; `lost` when its key is not in the key file. */
export function masked(archive: Archive, field: Secret, keys: Crypto): { shown: string | null; lost: boolean } {
  const sealed = archive[field]
  if (sealed === null) return { shown: null, lost: false }
  const value = keys.open(sealed, contextOf(field))
  return value === undefined ? { shown: null, lost: true } : { shown: masks[field](value), lost: false }
}

/** The birthday of an archive, or nothing. */
export const birthdayOf = (archive: Archive): Birthday | null =>
  archive.birthCalendar === null
    ? null
    : {
        calendar: archive.birthCalendar,
        year: archive.birthYear,
        month: archive.birthMonth!,
        day: archive.birthDay!,
        leap: archive.birthLeap,
      }

/** What a birthday writes into an archive. */
export const birthColumns = (birthday: Birthday | null) => ({
  birthCalendar: birthday?.calendar ?? null,
  birthYear: birthday?.year ?? null,
  birthMonth: birthday?.month ?? null,
  birthDay: birthday?.day ?? null,
  birthLeap: birthday?.leap ?? false,
})

/**
 * How complete an archive is (MEM-01): name, phone, home store and channel are wanted of everybody, gender and birthday of persons,
 * and every field that the house requires. Per cent, rounded down, so that 100 means all.
 */
export function completeness(archive: Archive, fields: Field[]): { percent: number; missing: string[] } {
  const person = archive.kind === 'person'
  const wanted: [string, unknown][] = [
    ['name', archive.name],
    ['phone', archive.phone],
    ['homeStore', archive.homeStore],
    ['channel', archive.channel],
    ...(person
      ? ([
          ['gender', archive.gender],
          ['birthday', archive.birthMonth],
        ] as [string, unknown][])
      : []),
    ...required(fields).map(({ key }): [string, unknown] => [key, archive.custom[key]]),
  ]
  const missing = wanted.filter(([, value]) => isEmpty(value)).map(([name]) => name)
  return { percent: Math.floor((100 * (wanted.length - missing.length)) / wanted.length), missing }
}

/** The fields of its own that the house wants of everybody. */
export const required = (fields: Field[]): Field[] => fields.filter((field) => field.required && !field.retired)

const bars = [
  ['earn', Flag.blockedEarn],
  ['spend', Flag.blockedSpend],
  ['message', Flag.blockedMessage],
  ['signIn', Flag.blockedSignIn],
] as const

/** A standing as it is shown on a day of the programme. */
export const standingView = (standing: Standing, today: string) => ({
  tier: standing.tier,
  tierSince: standing.tierSince,
  tierUntil: standing.tierUntil,
  barred: bars.filter(([, flag]) => isBarred(standing, flag)).map(([name]) => name),
  activity: activity(standing, today),
  firstOn: standing.firstOn,
  lastOn: standing.lastOn,
  purchases: standing.purchases,
  spent: standing.spent,
  spentWithin12Months: spentWithin12Months(standing, today),
})

/** A member in a list. */
export const toRow = (listed: Listed, fields: Field[], keys: Crypto): MemberRow => ({
  memberId: listed.memberId,
  number: listed.number,
  kind: listed.kind,
  name: listed.name,
  phone: masked(listed, 'phone', keys).shown,
  homeStore: listed.homeStore,
  tier: listed.tier,
  status: listed.status,
  tags: listed.tags,
  joinedOn: listed.joinedOn,
  lastOn: listed.lastOn,
  purchases: listed.purchases,
  spent: listed.spent,
  percent: completeness(listed, fields).percent,
})
