import { Button, Modal } from 'antd'
import { useState } from 'react'
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
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    // Without https a page has no clipboard; the text is selected by a click instead.
    await navigator.clipboard?.writeText(secret ?? '')
    setCopied(true)
  }
  return (
    <Modal
      open={secret !== undefined}
      title={title}
      onCancel={close}
      mask={{ closable: false }}
      footer={<Button onClick={close}>{t('secret.done')}</Button>}
    >
      <p>{text}</p>
      <div className="ck-secret">
        <code className="ck-reference">{secret}</code>
        <Button onClick={() => void copy()}>{copied ? t('secret.copied') : t('secret.copy')}</Button>
      </div>
    </Modal>
  )
}
