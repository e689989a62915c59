import { usePartWords } from './own-words.ts'

/** The rule of a field that must be filled in. */
export function useRequired() {
  const t = usePartWords()
  return [{ required: true, message: t('form.required') }]
}
