import { usePreferences } from '../../parts/preferences.ts'
import type { Birthday } from './shapes.ts'
import { useWords } from './words.ts'

/** A birthday in words: a solar one as a date, a lunar one by its lunar month and day. */
export function useBirthday(): (birthday: Birthday) => string {
  const t = useWords()
  const { language } = usePreferences()
  return ({ calendar, year, month, day, leap }) => {
    if (calendar === 'lunar') {
      const text = t(leap ? 'birthday.lunarLeap' : 'birthday.lunar', { month, day })
      return year === null ? text : t('birthday.withYear', { year: String(year), text })
    }
    const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
      timeZone: 'UTC',
      month: 'long',
      day: 'numeric',
      ...(year === null ? {} : { year: 'numeric' }),
    })
    return format.format(new Date(Date.UTC(year ?? 2000, month - 1, day)))
  }
}
