import { textIndex } from '#kernel/findable.ts'
import type { Birthday } from '../birthdays/rules.ts'

/** What makes two archives look like one person's: the name as it is compared, and the birthday. */
export type Likeness = { name: string; birthday: Birthday }

/** Somebody's likeness as a key to compare rows of one file by; nothing when name or birthday is missing. */
export function likenessOf({ name, birthday }: { name: string; birthday: Birthday | null }): string | undefined {
  if (name === '' || birthday === null) return undefined
  const { calendar, year, month, day } = birthday
  return `${comparedName(name)}|${calendar} ${year ?? ''}-${month}-${day}`
}

/** A name as it is compared: half width, lower case, without the spaces around it. */
export const comparedName = (name: string): string => textIndex(name).search.split('\n')[0] ?? ''
