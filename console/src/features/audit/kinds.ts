import i18next from 'i18next'
import { useWords } from './words.ts'

/** What was done, in words; an operation without words yet is shown by its name. */
export function useKindName(): (kind: string) => string {
  const t = useWords()
  return (kind) => (i18next.exists(`kind.${kind}`, { ns: 'audit' }) ? t(`kind.${kind}` as 'kind.signIn') : kind)
}

/** The operations that a filter offers: those that have words. */
export const kindsWithWords = (): string[] =>
  Object.keys((i18next.getResourceBundle(i18next.language, 'audit') ?? {}) as object)
    .filter((key) => key.startsWith('kind.'))
    .map((key) => key.slice('kind.'.length))
