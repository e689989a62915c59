import type { BodyOf } from '../../../parts/api.ts'

/** What the first visit asks for, as the server takes it at `POST /v1/setup`. */
export type SetupAnswers = BodyOf<'post', '/v1/setup'>

/** A charter template to begin with, or the demo shop with a year of sales. */
export type Start = SetupAnswers['start']

/** Currencies that the wizard offers; others are set over the API. */
export const currencies = [
  'CNY',
  'HKD',
  'TWD',
  'MOP',
  'SGD',
  'MYR',
  'THB',
  'VND',
  'JPY',
  'KRW',
  'EUR',
  'GBP',
  'USD',
  'AUD',
  'CAD',
]

/** The zones of this browser, with its own first. */
export function zones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([own, 'Asia/Shanghai', ...Intl.supportedValuesOf('timeZone')])]
}

/** How long a password must be; the server also refuses the ones that everybody uses. */
export const passwordLength = 12
