import { useQuery } from '@tanstack/react-query'
import { usePreferences } from '../../parts/preferences.ts'
import { knownChannels } from './archive-values.ts'
import { fieldsQuery } from './queries.ts'
import { useWords } from './words.ts'

const own = ['name', 'phone', 'homeStore', 'channel', 'gender', 'birthday', 'email', 'idNumber', 'address'] as const
const others = ['kind', 'language', 'recruiter', 'custom', 'remark', 'tags'] as const
const known = new Set<string>([...own, ...others])

/** What a field of the archive is called: the archive's own by its word, the house's by its label. */
export function useFieldName(): (key: string) => string {
  const t = useWords()
  const { language } = usePreferences()
  const { data } = useQuery(fieldsQuery)
  return (key) => {
    if (known.has(key)) return t(`field.${key}` as 'field.name')
    const field = data?.find((one) => one.key === key)
    return field ? (language === 'zh' ? field.labelZh : field.labelEn) : key
  }
}

/** How a member came; a code that the house made up stands for itself. */
export function useChannelName(): (code: string) => string {
  const t = useWords()
  return (code) => (knownChannels.some((one) => one === code) ? t(`channel.${code}` as 'channel.store') : code)
}
