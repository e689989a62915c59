import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { api, ask, newKey, told } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { tellOnce } from '../../../parts/unanswered.ts'
import { useOnce } from '../../../parts/use-once.ts'
import { amountOf, bodyOf } from '../basket.ts'
import { useCounter } from '../counter.ts'
import { begin } from '../desk.ts'
import { FocusFirst } from '../FocusFirst.tsx'
import { useLineName, useTenderName } from '../texts.ts'
import { useWords } from '../words.ts'
import { GoesBackList } from './GoesBackList.tsx'
import { usePreview } from './use-preview.ts'

const tenders = ['cash', 'wechat', 'alipay', 'card'] as const

/** A return without its sale: what lies in the basket is taken back for money, and earned points with it. */
export function UnlinkedReturn() {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useTenderName()
  const lineName = useLineName()
  const { desk, due, here } = useCounter()
  const [kind, setKind] = useState<MoneyTender>('cash')
  const [reason, setReason] = useState('')
  const body = useUnlinkedBody(kind)
  const previewed = usePreview('unlinked', desk.lines.length > 0 ? body : undefined, (signal) =>
    ask(api.POST('/v1/returns/preview', { body, signal })),
  )
  const { give, busy, failure } = useUnlinked(body)
  const money = (minor: number) => formats.money(minor, here.currency)
  if (desk.lines.length === 0) return <EmptyState title={t('unlinked.empty')} text={t('unlinked.emptyHint')} />
  return (
    <div className="ck-return">
      <FocusFirst of="#unlinked-reason" />
      <p>{t('unlinked.lead')}</p>
      <ul className="ck-unlinked-lines">
        {desk.lines.map((line) => (
          <li key={line.id}>
            <span>
              {lineName(line)} × {formats.number(line.quantity)}
            </span>
            <span className="ck-figures">{money(amountOf(line))}</span>
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/useSemanticElements: antd's group of radios is no fieldset */}
      <div className="ck-field" role="group" aria-label={t('unlinked.tender')}>
        <span>{t('unlinked.tender')}</span>
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as MoneyTender)}
          options={tenders.map((value) => ({ value, label: nameOf(value) }))}
        />
      </div>
      <label className="ck-field" htmlFor="unlinked-reason">
        <span>{t('unlinked.reason')}</span>
        <Input
          id="unlinked-reason"
          value={reason}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <GoesBackList previewed={previewed} />
      <RefusalAlert failure={failure ?? previewed.failure} {...(failure ? {} : { retry: previewed.again })} />
      <Button
        type="primary"
        danger
        size="large"
        block
        disabled={reason.trim().length < 2 || !previewed.now}
        loading={busy}
        onClick={() => void give(reason.trim())}
      >
        {t('return.confirm', { amount: money(due) })}
      </Button>
    </div>
  )
}

type MoneyTender = (typeof tenders)[number]

/** The return as the server takes it. */
function useUnlinkedBody(kind: MoneyTender) {
  const { here, desk, due } = useCounter()
  return {
    storeId: here.storeId,
    tillId: here.till?.id,
    member: desk.guest?.ref ?? null,
    lines: bodyOf(desk.lines),
    tenders: [{ kind, amount: due }],
  }
}

/** Sends the return; however often it is sent, it is one. */
function useUnlinked(body: ReturnType<typeof useUnlinkedBody>) {
  const { desk, close } = useCounter()
  const client = useQueryClient()
  const once = useOnce()
  const [opening] = useState(newKey)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const give = (reason: string) =>
    once(async () => {
      setBusy(true)
      setFailure(undefined)
      try {
        const purchase = await tellOnce(`unlinked ${desk.key}`, opening, (key) =>
          ask(api.POST('/v1/returns', { params: { header: told(key) }, body: { ...body, reason } })),
        )
        close()
        begin({ purchase, change: 0, fresh: true })
        void client.invalidateQueries({ queryKey: ['counter', 'shift'] })
      } catch (thrown) {
        setFailure(thrown)
      } finally {
        setBusy(false)
      }
    })
  return { give, busy, failure }
}
