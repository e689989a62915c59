import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useRef, useState } from 'react'
import { api, ask, newKey, told } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { amountOf, bodyOf } from '../basket.ts'
import { useCounter } from '../counter.ts'
import { begin } from '../desk.ts'
import { FocusFirst } from '../FocusFirst.tsx'
import type { Purchase, TenderKind } from '../shapes.ts'
import { useLineName, useTenderName } from '../texts.ts'
import { useWords } from '../words.ts'

const tenders: TenderKind[] = ['cash', 'wechat', 'alipay', 'card']

/** A return without its sale: what lies in the basket is taken back for money, and earned points with it. */
export function UnlinkedReturn() {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useTenderName()
  const lineName = useLineName()
  const { desk, due, here } = useCounter()
  const [kind, setKind] = useState<TenderKind>('cash')
  const [reason, setReason] = useState('')
  const { give, busy, failure } = useUnlinked()
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
          onChange={(event) => setKind(event.target.value as TenderKind)}
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
      <Outcome kind={kind} />
      <RefusalAlert failure={failure} />
      <Button
        type="primary"
        danger
        size="large"
        block
        disabled={reason.trim().length < 2}
        loading={busy}
        onClick={() => void give(kind, reason.trim())}
      >
        {t('return.confirm', { amount: money(due) })}
      </Button>
    </div>
  )
}

function Outcome({ kind }: { kind: TenderKind }) {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useTenderName()
  const { quoted, due, here, desk } = useCounter()
  return (
    <section className="ck-outcome" aria-label={t('return.preview')}>
      <h3>{t('return.preview')}</h3>
      <dl>
        <div>
          <dt>{t('return.tender', { tender: nameOf(kind) })}</dt>
          <dd>{formats.money(due, here.currency)}</dd>
        </div>
      </dl>
      {desk.guest && (
        <>
          <p>{t('unlinked.points', { points: formats.number(quoted.now?.points.earned ?? 0) })}</p>
          <p>{t('return.maybeDebt')}</p>
        </>
      )}
    </section>
  )
}

function useUnlinked() {
  const { here, desk, due, close } = useCounter()
  const client = useQueryClient()
  const key = useRef(newKey())
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const give = async (kind: TenderKind, reason: string) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const body = {
        storeId: here.storeId,
        ...(here.till ? { tillId: here.till.id } : {}),
        member: desk.guest?.ref ?? null,
        lines: bodyOf(desk.lines),
        tenders: [{ kind, amount: due }],
        reason,
      }
      const purchase = await ask<Purchase>(api.POST('/v1/returns', { params: { header: told(key.current) }, body }))
      close()
      begin({ purchase, change: 0, fresh: true })
      void client.invalidateQueries({ queryKey: ['counter', 'shift'] })
    } catch (thrown) {
      setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }
  return { give, busy, failure }
}
