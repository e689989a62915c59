import i18next from 'i18next'
import { usePartWords } from './own-words.ts'

/** Who acted when it was neither a person nor a key: the demo, an import, the command line; undefined for a name that has no words. */
export function useSystemName(): (name: string) => string | undefined {
  const t = usePartWords()
  return (name) => {
    const key = `system.${name.replaceAll(' ', '_')}`
    return i18next.exists(key, { ns: 'parts' }) ? t(key as 'system.demo') : undefined
  }
}
