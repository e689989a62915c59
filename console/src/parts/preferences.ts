import { cellOf, keep, recall, useCell } from './cell.ts'

export type Language = 'zh' | 'en'
export type ThemeChoice = 'light' | 'dark' | 'system'

export interface Preferences {
  language: Language
  theme: ThemeChoice
}

/** The language of a tag such as zh-CN or en-GB; undefined when the console does not speak it. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  if (!tag) return undefined
  return tag.toLowerCase().startsWith('zh') ? 'zh' : tag.toLowerCase().startsWith('en') ? 'en' : undefined
}

/** The theme a person or browser keeps; anything unknown follows the system. */
export function themeOf(value: string | null | undefined): ThemeChoice {
  return value === 'light' || value === 'dark' ? value : 'system'
}

function first(): Preferences {
  const kept = recall<Partial<Preferences>>('preferences')
  const spoken = typeof navigator === 'undefined' ? [] : navigator.languages
  const language = languageOf(kept?.language) ?? spoken.map(languageOf).find(Boolean) ?? 'zh'
  return { language, theme: themeOf(kept?.theme) }
}

/** Language and theme of whoever sits here; kept in the browser, and by the server for a signed-in person. */
export const preferences = cellOf<Preferences>(first())

/** Changes language or theme at once, and for the next visit. */
export function prefer(change: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...change }
  keep('preferences', next)
  preferences.set(next)
}

export const usePreferences = (): Preferences => useCell(preferences)

/** The tag that browsers and `Intl` understand. */
export const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en')
