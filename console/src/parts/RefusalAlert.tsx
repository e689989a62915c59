import { ExclamationCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Fault, Refusal, Unreachable } from './api.ts'
import { usePartWords } from './own-words.ts'
import { usePreferences } from './preferences.ts'
import { sentenceOf } from './words.ts'

/** The sentence of a failure in the language of the moment; undefined while its words are on their way. */
export function useSentence(failure: unknown): string | undefined {
  const t = usePartWords()
  const { language } = usePreferences()
  const [told, setTold] = useState<{ failure: unknown; language: string; text: string | undefined }>()
  useEffect(() => {
    if (!(failure instanceof Refusal)) return
    let current = true
    sentenceOf(failure.code, failure.details)
      .catch(() => undefined)
      .then((text) => current && setTold({ failure, language, text }))
    return () => {
      current = false
    }
  }, [failure, language])
  if (!failure) return undefined
  if (failure instanceof Refusal) {
    if (told?.failure !== failure || told.language !== language) return undefined
    return told.text ?? t('refusal.unknown', { code: failure.code })
  }
  if (failure instanceof Unreachable) return t('unreachable.sentence')
  return t('fault.sentence')
}

/** A refusal as a sentence that says what to do next; a fault as its reference number. Draws nothing without a failure. */
export function RefusalAlert({ failure, retry }: { failure: unknown; retry?: (() => void) | undefined }) {
  const t = usePartWords()
  const sentence = useSentence(failure)
  if (!failure || !sentence) return null
  const reference = failure instanceof Fault ? failure.reference : undefined
  const kind = failure instanceof Refusal ? 'refusal' : 'fault'
  return (
    <div role="alert" className="ck-alert" data-kind={kind}>
      <ExclamationCircleFilled aria-hidden />
      <div>
        <p>{sentence}</p>
        {reference && (
          <p>
            {t('fault.reference')} <code className="ck-reference">{reference}</code>
          </p>
        )}
      </div>
      {retry && (
        <Button size="small" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
