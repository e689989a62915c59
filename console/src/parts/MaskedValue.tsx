import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type SubmitEvent, useEffect, useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { usePartWords } from './own-words.ts'
import { RefusalAlert } from './RefusalAlert.tsx'

interface MaskedValueProps {
  /** What may be seen without a reason: `138****1234`. */
  masked: string
  /** What it is: "phone". */
  label: string
  /** Asks the server for the whole value; the reason is logged with it. Left out when the person may not. */
  reveal?: ((reason: string) => Promise<string>) | undefined
}

const shownFor = 30_000

/** Personal data, masked. It is shown on a reason, for half a minute, and that is logged. */
export function MaskedValue({ masked, label, reveal }: MaskedValueProps) {
  const t = usePartWords()
  const [asking, setAsking] = useState(false)
  const [whole, setWhole] = useState<string>()
  useEffect(() => {
    if (whole === undefined) return
    const timer = setTimeout(() => setWhole(undefined), shownFor)
    return () => clearTimeout(timer)
  }, [whole])
  const shown = <span className="ck-figures">{whole ?? masked}</span>
  if (!reveal) return shown
  const hidden = whole === undefined
  const Icon = hidden ? EyeOutlined : EyeInvisibleOutlined
  return (
    <span className="ck-masked">
      {shown}
      <Button
        type="text"
        size="small"
        icon={<Icon aria-hidden />}
        aria-label={hidden ? t('masked.show', { label }) : t('masked.hide', { label })}
        onClick={() => (hidden ? setAsking(true) : setWhole(undefined))}
      />
      <Dialog open={asking} close={() => setAsking(false)} title={t('masked.why', { label })}>
        <ReasonForm
          cancel={() => setAsking(false)}
          ask={async (reason) => {
            setWhole(await reveal(reason))
            setAsking(false)
          }}
        />
      </Dialog>
    </span>
  )
}

function ReasonForm({ ask, cancel }: { ask: (reason: string) => Promise<void>; cancel: () => void }) {
  const t = usePartWords()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setBusy(true)
    ask(reason.trim())
      .catch(setFailure)
      .finally(() => setBusy(false))
  }
  return (
    <form onSubmit={onSubmit}>
      <Input
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={200}
        aria-label={t('masked.reason')}
        placeholder={t('masked.example')}
        autoFocus
      />
      <p className="ck-quiet">{t('masked.logged')}</p>
      <RefusalAlert failure={failure} />
      <div className="ck-drawer-buttons ck-dialog-foot">
        <span />
        <Button onClick={cancel}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={reason.trim().length < 2} loading={busy}>
          {t('masked.reveal')}
        </Button>
      </div>
    </form>
  )
}
