import { useFormats } from '../../parts/formats.ts'
import { usePreferences } from '../../parts/preferences.ts'
import type { Charter, Conditions, EarningRule } from './shapes.ts'
import { useWords } from './words.ts'

/** The rules of a charter as sentences that a member would understand. */
export function useSentences(charter: Charter) {
  const t = useWords()
  const { language } = usePreferences()
  const { number } = useFormats()
  const join = (parts: string[]) => parts.join(t('join'))
  const tierNames = (codes: string[]) =>
    join(codes.map((code) => charter.tiers.levels.find((level) => level.code === code)?.name[language] ?? code))

  const when = (conditions: Conditions): string[] => [
    ...(conditions.tiers ? [t('when.tiers', { tiers: tierNames(conditions.tiers) })] : []),
    ...(conditions.weekdays
      ? [t('when.weekdays', { days: join(conditions.weekdays.map((day) => weekday(day, language))) })]
      : []),
    ...(conditions.categories ? [t('when.categories', { categories: join(conditions.categories) })] : []),
    ...(conditions.labels ? [t('when.labels', { labels: join(conditions.labels) })] : []),
    ...(conditions.skus ? [t('when.skus', { count: conditions.skus.length })] : []),
    ...(conditions.firstPurchase ? [t('when.firstPurchase')] : []),
  ]

  const rule = (one: EarningRule): string => {
    switch (one.code) {
      case 'per_amount':
        return t('rule.per_amount', { amount: one.args.amount, units: number(one.args.units) })
      case 'multiplier':
        return t('rule.multiplier', { percent: number(one.args.percent) })
      default:
        return t(`rule.${one.code}`, { units: number(one.args.units) })
    }
  }

  const expiry = (): string => {
    const rules = charter.points.expiry
    if (rules.kind === 'month_end') return t('expiry.month_end', { count: rules.months })
    if (rules.kind === 'year_end') return t('expiry.year_end', { count: rules.years })
    return t('expiry.never')
  }

  const spend = (): string => {
    const rules = charter.points.spend
    if (!rules) return t('spend.none')
    return t('spend.some', { ...rules, points: number(rules.points), percent: number(rules.mostPercent) })
  }

  const notEarning = (): string => {
    const { tenders, prescription } = charter.points.doNotEarn
    const parts = [...tenders.map((tender) => t(`tender.${tender}`)), ...(prescription ? [t('prescription')] : [])]
    return parts.length > 0 ? join(parts) : t('nothing')
  }

  return { when, rule, expiry, spend, notEarning }
}

/** Monday is 1. The first of January 2024 was one. */
function weekday(day: number, language: string): string {
  const date = new Date(Date.UTC(2024, 0, day))
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { weekday: 'long', timeZone: 'UTC' }).format(date)
}
