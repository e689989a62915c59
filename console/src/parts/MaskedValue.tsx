import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useEffect, useState } from 'react'
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
  const [open, setOpen] = useState(false)
  const [whole, setWhole] = useState<string>()
  useEffect(() => {
    if (whole === undefined) return
    const timer = setTimeout(() => setWhole(undefined), shownFor)
    return () => clearTimeout(timer)
  }, [whole])
  const shown = <span className="ck-figures">{whole ?? masked}</span>
  if (!reveal) return shown
  if (whole !== undefined) {
    return (
      <span className="ck-masked">
        {shown}
        <Button
          type="text"
          size="small"
          icon={<EyeInvisibleOutlined aria-hidden />}
          aria-label={t('masked.hide', { label })}
          onClick={() => setWhole(undefined)}
        />
      </span>
    )
  }
  const form = (
    <ReasonForm
      ask={async (reason) => {
        setWhole(await reveal(reason))
        setOpen(false)
      }}
    />
  )
  return (
    <span className="ck-masked">
      {shown}
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        title={t('masked.why', { label })}
        content={form}
        destroyOnHidden
      >
        <Button type="text" size="small" icon={<EyeOutlined aria-hidden />} aria-label={t('masked.show', { label })} />
      </Popover>
    </span>
  )
}

function ReasonForm({ ask }: { ask: (reason: string) => Promise<void> }) {
  const t = usePartWords()
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const [asking, setAsking] = useState(false)
  return (
    <form
      className="ck-reason"
      onSubmit={(event) => {
        event.preventDefault()
        setAsking(true)
        ask(reason.trim())
          .catch(setFailure)
          .finally(() => setAsking(false))
      }}
    >
      <Input
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={200}
        aria-label={t('masked.reason')}
        placeholder={t('masked.reason')}
        autoFocus
      />
      <p className="ck-quiet">{t('masked.logged')}</p>
      <RefusalAlert failure={failure} />
      <Button type="primary" htmlType="submit" disabled={reason.trim().length < 2} loading={asking}>
        {t('masked.reveal')}
      </Button>
    </form>
  )
}
