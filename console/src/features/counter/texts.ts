import { usePreferences } from '../../parts/preferences.ts'
import type { Words } from '../../parts/programme.ts'
import type { Birthday, PaidBy } from './shapes.ts'
import { useWords } from './words.ts'

/** A text of the charter in the language of the moment. */
export function useCharterText(): (words: Words) => string {
  const { language } = usePreferences()
  return (words) => words[language]
}

/** What a line of the basket is called in the language of the moment. */
export function useLineName(): (line: { name: string; nameEn?: string | null | undefined; sku: string }) => string {
  const { language } = usePreferences()
  return ({ name, nameEn, sku }) => (language === 'en' && nameEn) || name || sku
}

/** The name of a tender. */
export function useTenderName(): (kind: PaidBy) => string {
  const t = useWords()
  return (kind) => t(`tender.${kind}`)
}

/** A name of which only the beginning shows: others in the queue can read this screen. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + (rest.some((letter) => letter !== '*') ? '*'.repeat(Math.min(rest.length, 3)) : rest.join(''))
}

/** Month and day of a moment by a calendar, in a zone; a leap month is told apart. */
function dayBy(calendar: 'solar' | 'lunar', zone: string, now: Date): { month: number; day: number; leap: boolean } {
  const tag = calendar === 'lunar' ? 'en-u-ca-chinese' : 'en-u-ca-gregory'
  const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, month: 'numeric', day: 'numeric' }).formatToParts(now)
  const textOf = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return {
    month: Number.parseInt(textOf('month'), 10),
    day: Number.parseInt(textOf('day'), 10),
    leap: /bis/.test(textOf('month')),
  }
}

/** Whether a birthday is today or in this month, by its own calendar. */
export function birthdayNow(birthday: Birthday | null, zone: string, now = new Date()): 'today' | 'month' | undefined {
  if (!birthday) return undefined
  const today = dayBy(birthday.calendar, zone, now)
  // Who was born in a leap month has their day in the ordinary one of the same number in most years.
  if (today.month !== birthday.month || (today.leap && !birthday.leap)) return undefined
  return today.day === birthday.day ? 'today' : 'month'
}

/** A birthday typed at the till: `0815`, `8-15`, `19850815`, `1985-8-15`. Undefined when it is no day. */
export function readBirthday(text: string, calendar: 'solar' | 'lunar'): Birthday | undefined {
  const plain = text.normalize('NFKC').trim()
  const match = /^(\d{4})[-/. ]?(\d{1,2})[-/. ](\d{1,2})$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const short = /^(\d{1,2})[-/. ](\d{1,2})$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  const [year, month, day] = match
    ? [Number(match[1]), Number(match[2]), Number(match[3])]
    : short
      ? [null, Number(short[1]), Number(short[2])]
      : [null, 0, 0]
  // Without a year 29 February is a day: 2000 had one.
  const longest = calendar === 'lunar' ? 30 : new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > longest) return undefined
  if (year !== null && (year < 1900 || year > new Date().getFullYear())) return undefined
  return { calendar, year, month, day, leap: false }
}
