import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../parts/Dialog.tsx'
import { useWords } from './words.ts'

interface SecretDialogProps {
  title: string
  text: string
  /** Shown this once. */
  secret: string | undefined
  close: () => void
}

/** A link or key that is shown once: to be copied now, for it is kept nowhere. */
export function SecretDialog({ title, text, secret, close }: SecretDialogProps) {
  const t = useWords()
  const [copied, setCopied] = useState<string>()
  const copy = async () => {
    // Without https a page has no clipboard; the text is selected by a click instead.
    if (!navigator.clipboard || secret === undefined) return
    await navigator.clipboard.writeText(secret)
    setCopied(secret)
  }
  return (
    <Dialog
      open={secret !== undefined}
      close={close}
      title={title}
      footer={
        <>
          <span />
          <Button onClick={close}>{t('secret.done')}</Button>
        </>
      }
    >
      <p>{text}</p>
      <div className="ck-secret">
        <code className="ck-reference">{secret}</code>
        <Button type="primary" onClick={() => void copy()}>
          {copied === secret ? t('secret.copied') : t('secret.copy')}
        </Button>
      </div>
    </Dialog>
  )
}
