import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { usePartWords } from './own-words.ts'
import { RefusalAlert } from './RefusalAlert.tsx'
import { useOnce } from './use-once.ts'

interface ConfirmButtonProps {
  /** What the button does, and the title of the question. */
  label: string
  /** For a row's button: which row, beginning with the label. */
  longLabel?: string
  /** What will happen, exactly, and whether it can be undone. */
  question: string
  run: () => Promise<unknown>
  danger?: boolean
  size?: 'small' | 'middle'
}

/** A button that asks before it acts. A refusal stands in the question, where it arose. */
export function ConfirmButton({ label, longLabel, question, run, danger = true, size = 'middle' }: ConfirmButtonProps) {
  const t = usePartWords()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const once = useOnce()
  const confirm = () =>
    void once(async () => {
      setBusy(true)
      setFailure(undefined)
      await run()
        .then(() => setOpen(false), setFailure)
        .finally(() => setBusy(false))
    })
  const close = () => {
    setOpen(false)
    setFailure(undefined)
  }
  return (
    <>
      <Button
        danger={danger}
        size={size}
        onClick={() => setOpen(true)}
        {...(longLabel ? { 'aria-label': longLabel } : {})}
      >
        {label}
      </Button>
      <Dialog
        open={open}
        close={close}
        title={longLabel ?? label}
        footer={
          <>
            <span />
            <Button onClick={close} autoFocus>
              {t('cancel')}
            </Button>
            <Button type="primary" danger={danger} loading={busy} onClick={confirm}>
              {label}
            </Button>
          </>
        }
      >
        <p>{question}</p>
        <RefusalAlert failure={failure} />
      </Dialog>
    </>
  )
}
