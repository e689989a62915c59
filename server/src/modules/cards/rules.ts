import { randomInt } from 'node:crypto'
import { plainLetters, withCheck } from '#modules/members/index.ts'
import type { IssueCard } from './contract.ts'
import { refuse } from './contract.ts'
import type { CardType } from './types/contract.ts'

/** A number for a card: the type's prefix, eleven characters that nobody can guess, and a check character. */
export function makeNumber(prefix: string): string {
  const free = Array.from({ length: 11 }, () => plainLetters[randomInt(plainLetters.length)])
  return withCheck(prefix + free.join(''), plainLetters)
}

/** The last day on which a card of a type is good that is issued on a day. */
export const lastDay = (type: CardType, issuedOn: string): string | null =>
  type.validityMonths === null
    ? null
    : Temporal.PlainDate.from(issuedOn).add({ months: type.validityMonths }).subtract({ days: 1 }).toString()

/** Why a card of this type cannot be issued so, or nothing. */
export function wrongIssue(input: IssueCard, type: CardType | undefined) {
  if (!type) return refuse('cards.type_unknown', { typeId: input.typeId })
  if (type.status === 'retired') return refuse('cards.type_retired', { typeId: input.typeId })
  if (!type.media.includes(input.medium)) return refuse('cards.medium_not_offered', { medium: input.medium })
  if (type.named && input.memberId === null) return refuse('cards.needs_member')
  if (!type.named && input.memberId !== null) return refuse('cards.needs_no_member')
  return undefined
}
