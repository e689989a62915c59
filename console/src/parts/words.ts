import i18next from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { formatDay, formatMoment, formatMoney, formatNumber } from './formats.ts'
import { type Language, preferences } from './preferences.ts'

/** Fetches the words of a room in a language; the app hands it in, because parts know no rooms. */
export type WordSource = (language: Language, room: string) => Promise<Record<string, string>>

type Stem<Key> = Key extends `${infer Start}_one` | `${infer Start}_other` ? Start : Key

/** The keys of a room's words; plural forms count as one. */
export type KeyOf<Words> = Stem<keyof Words & string>

export type Say<Words> = (key: KeyOf<Words>, values?: Record<string, unknown>) => string

/**
 * Starts i18next with flat keys: `t('list.title')` is found by searching for exactly that text.
 * Sentences may format their values: `{{amount, money}}`, `{{moment, moment}}`, `{{day, day}}`, `{{count, number}}`.
 */
export async function startWords(source: WordSource): Promise<void> {
  i18next
    .use({
      type: 'backend',
      init() {},
      read: (language: string, room: string, done: (error: unknown, words: Record<string, string> | null) => void) => {
        source(language as Language, room).then(
          (words) => done(null, words),
          (error: unknown) => done(error, null),
        )
      },
    })
    .use(initReactI18next)
  await i18next.init({
    lng: preferences.get().language,
    fallbackLng: false,
    ns: ['parts', 'app'],
    defaultNS: 'parts',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false }, // React escapes.
    react: { useSuspense: false },
  })
  const formatter = i18next.services.formatter
  formatter?.add('money', (value, language, options: { currency?: string }) =>
    formatMoney(Number(value), language ?? 'zh', options.currency),
  )
  formatter?.add('moment', (value, language) => formatMoment(String(value), language ?? 'zh'))
  formatter?.add('day', (value, language) => formatDay(String(value), language ?? 'zh'))
  formatter?.add('number', (value, language) => formatNumber(Number(value), language ?? 'zh'))
}

/** Loads a room's words in the language of the moment; pages are drawn once they are there. */
export const loadWords = (room: string): Promise<void> => i18next.loadNamespaces(room)

/** Changes the language of the whole console, words first, so that nothing flickers through its keys. */
export const speak = (language: Language): Promise<unknown> => i18next.changeLanguage(language)

/**
 * The words of a room as a typed `t`: a key that zh.json does not have is a type error. Each room wraps it once:
 * `export const useWords = () => useRoomWords<typeof zh>('members')`.
 */
export function useRoomWords<Words extends Record<string, string>>(room: string): Say<Words> {
  const { t } = useTranslation(room)
  return useMemo(() => (key, values) => (values ? t(key, values) : t(key)) as string, [t])
}

/**
 * The sentence of a refusal, or undefined when its code has none yet. A refusal whose details say why (`reason`, `wrong`, `unit`) may
 * have a sentence for each: `org.password_weak.short`.
 */
export async function sentenceOf(code: string, details: Record<string, unknown>): Promise<string | undefined> {
  await loadWords('refusals')
  const [why, currency] = String(details['reason'] ?? details['wrong'] ?? details['unit'] ?? '').split('.')
  const key = [`${code}.${why}`, code].find((one) => i18next.exists(one, { ns: 'refusals' }))
  return key && i18next.t(key, { ns: 'refusals', ...(currency ? { currency } : {}), ...details })
}
