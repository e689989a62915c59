import { useMemo } from 'react'
import { cellOf } from './cell.ts'
import { type Language, localeOf, usePreferences } from './preferences.ts'

/** What the organisation counts in; the session sets it. Until then the browser's zone and yuan serve. */
export const house = cellOf({ currency: 'CNY', zone: Intl.DateTimeFormat().resolvedOptions().timeZone })

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()

/** Making an Intl format costs a hundred times more than using it, and a list asks a thousand times. */
function once<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const found = kept.get(key)
  if (found) return found as T
  const made = make()
  kept.set(key, made)
  return made
}

const tag = (language: string) => localeOf(language as Language)

function moneyFormat(language: string, currency: string): Intl.NumberFormat {
  return once(
    `money ${language} ${currency}`,
    () => new Intl.NumberFormat(tag(language), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
  )
}

/** How many digits a currency has behind its point: 2 for yuan, 0 for yen. */
export function digitsOf(currency: string): number {
  return moneyFormat('en', currency).resolvedOptions().maximumFractionDigits ?? 2
}

/** An amount in minor units as text with its currency; exact, because it never becomes a fraction on the way. */
export function formatMoney(minor: number, language: string, currency = house.get().currency): string {
  return moneyFormat(language, currency).format(decimalOf(minor, digitsOf(currency)))
}

type Decimal = `${number}`

function decimalOf(minor: number, digits: number): Decimal {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text
  return `${minor < 0 ? '-' : ''}${whole}` as Decimal
}

/** What someone typed, in minor units; undefined when it is no amount or has more digits than the currency. */
export function parseMoney(text: string, currency = house.get().currency): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥$€£]/g, '')
  const digits = digitsOf(currency)
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(plain)
  if (!match || (match[3]?.length ?? 0) > digits) return undefined
  const minor = Number(`${match[2]}${(match[3] ?? '').padEnd(digits, '0')}`)
  return Number.isSafeInteger(minor) ? (match[1] ? -minor : minor) : undefined
}

/** A whole or broken number with its thousands. */
export function formatNumber(value: number, language: string, options: Intl.NumberFormatOptions = {}): string {
  return once(
    `number ${language} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(tag(language), options),
  ).format(value)
}

/** A moment (ISO 8601) in the organisation's zone, to the minute or the second. */
export function formatMoment(iso: string, language: string, precise = false): string {
  const { zone } = house.get()
  return once(
    `moment ${language} ${zone} ${precise}`,
    () =>
      new Intl.DateTimeFormat(tag(language), {
        timeZone: zone,
        year: 'numeric',
        month: language === 'zh' ? '2-digit' : 'short',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        ...(precise ? { second: '2-digit' } : {}),
        hourCycle: 'h23',
      }),
  ).format(new Date(iso))
}

/** The day and the time of a moment in the organisation's zone, apart. */
export function splitMoment(iso: string, language: string): { day: string; time: string } {
  const { zone } = house.get()
  const part = (name: string, options: Intl.DateTimeFormatOptions) =>
    once(
      `${name} ${language} ${zone}`,
      () => new Intl.DateTimeFormat(tag(language), { timeZone: zone, ...options }),
    ).format(new Date(iso))
  return {
    day: part('date', { year: 'numeric', month: language === 'zh' ? '2-digit' : 'short', day: '2-digit' }),
    time: part('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  }
}

/** A calendar day (`2026-11-21`), which has no zone and must not be moved by one. */
export function formatDay(day: string, language: string): string {
  return once(
    `day ${language}`,
    () =>
      new Intl.DateTimeFormat(tag(language), {
        timeZone: 'UTC',
        year: 'numeric',
        month: language === 'zh' ? '2-digit' : 'short',
        day: '2-digit',
      }),
  ).format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** How long ago or ahead a moment is: "3 hours ago". */
export function formatAgo(iso: string, language: string, now = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000
  const format = once(`ago ${language}`, () => new Intl.RelativeTimeFormat(tag(language), { numeric: 'auto' }))
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return format.format(Math.round(seconds / size), unit)
}

/** A span of seconds as the two units that matter: "2 h 5 min", "2小时5分钟". */
export function formatSpan(seconds: number, language: string): string {
  const parts: [string, number][] = [
    ['hour', Math.floor(seconds / 3600)],
    ['minute', Math.floor((seconds % 3600) / 60)],
    ['second', Math.floor(seconds % 60)],
  ]
  const first = parts.findIndex(([, count]) => count > 0)
  const shown = first < 0 ? parts.slice(2) : parts.slice(first, first + 2).filter(([, count]) => count > 0)
  const unitDisplay = language === 'zh' ? 'long' : 'short'
  return shown
    .map(([unit, count]) => formatNumber(count, language, { style: 'unit', unit, unitDisplay }))
    .join(language === 'zh' ? '' : ' ')
}

/** Every format in the language and money of the moment. */
export function useFormats() {
  const { language } = usePreferences()
  return useMemo(
    () => ({
      money: (minor: number, currency?: string) => formatMoney(minor, language, currency),
      number: (value: number, options?: Intl.NumberFormatOptions) => formatNumber(value, language, options),
      percent: (share: number) => formatNumber(share, language, { style: 'percent', maximumFractionDigits: 1 }),
      /** Roughly: 120万, 1.2M. Only beside the word "about". */
      rough: (value: number) => formatNumber(value, language, { notation: 'compact', maximumSignificantDigits: 3 }),
      moment: (iso: string, precise?: boolean) => formatMoment(iso, language, precise),
      split: (iso: string) => splitMoment(iso, language),
      day: (day: string) => formatDay(day, language),
      ago: (iso: string) => formatAgo(iso, language),
      span: (seconds: number) => formatSpan(seconds, language),
    }),
    [language],
  )
}
