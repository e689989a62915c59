import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../parts/api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { useRequired } from '../../parts/form-rules.ts'
import { useFormats } from '../../parts/formats.ts'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { printNow } from '../../parts/PrintArea.tsx'
import { RefusalAlert } from '../../parts/RefusalAlert.tsx'
import { useOnce } from '../../parts/use-once.ts'
import { useCounter } from './counter.ts'
import { FocusFirst } from './FocusFirst.tsx'
import { shiftQuery } from './queries.ts'
import { paperNow } from './receipt/Paper.tsx'
import type { Shift } from './shapes.ts'
import { useTenderName } from './texts.ts'
import { useWords } from './words.ts'

/** A shift: begun with the cash in the drawer, ended with the cash counted. What should be there is said only after counting. */
export function ShiftDrawer() {
  const t = useWords()
  const { drawer, close, here } = useCounter()
  const shiftId = here.till?.shiftId
  const [ended, setEnded] = useState<Shift>()
  return (
    <Drawer
      open={drawer === 'shift'}
      onClose={close}
      title={ended ? t('shift.report') : shiftId ? t('shift.end') : t('shift.begin')}
      afterOpenChange={(open) => !open && setEnded(undefined)}
      size={480}
      destroyOnHidden
      mask={{ closable: false }}
    >
      {ended ? (
        <Ended shift={ended} />
      ) : here.till ? (
        <ShiftForm tillId={here.till.id} shiftId={here.till.shiftId} ended={setEnded} />
      ) : (
        <EmptyState title={t('till.none')} text={t('till.noneHint')} />
      )}
    </Drawer>
  )
}

interface ShiftFormProps {
  tillId: string
  shiftId: string | null
  ended: (shift: Shift) => void
}

function ShiftForm({ tillId, shiftId, ended }: ShiftFormProps) {
  const t = useWords()
  const { close, here } = useCounter()
  const client = useQueryClient()
  const required = useRequired()
  const formats = useFormats()
  const shift = useQuery(shiftQuery(shiftId)).data
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const once = useOnce()
  const send = async (amount: number) => {
    setBusy(true)
    setFailure(undefined)
    try {
      if (shiftId) {
        const params = { path: { id: shiftId } }
        ended(await ask(api.POST('/v1/shifts/{id}/close', { params, body: { counted: amount } })))
      } else {
        await ask(api.POST('/v1/tills/{id}/shifts', { params: { path: { id: tillId } }, body: { opening: amount } }))
        close()
      }
      await client.invalidateQueries({ queryKey: ['counter', 'tills'] })
    } catch (thrown) {
      setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form<{ amount: number }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ amount }) => void once(() => send(amount))}
      {...(shiftId ? {} : { initialValues: { amount: 0 } })}
    >
      <FocusFirst />
      <RefusalAlert failure={failure} />
      {shift && (
        <p className="ck-shift-since">
          {t('shift.facts', {
            moment: formats.moment(shift.openedAt),
            opening: formats.money(shift.opening, here.currency),
          })}
        </p>
      )}
      <Form.Item
        name="amount"
        label={shiftId ? t('shift.counted') : t('shift.float')}
        extra={shiftId ? t('shift.countedHint') : t('shift.floatHint')}
        rules={required}
      >
        <MoneyField size="large" currency={here.currency} />
      </Form.Item>
      <Button type="primary" size="large" block htmlType="submit" loading={busy}>
        {shiftId ? t('shift.end') : t('shift.begin')}
      </Button>
    </Form>
  )
}

function Ended({ shift }: { shift: Shift }) {
  const t = useWords()
  const { close, here } = useCounter()
  return (
    <div className="ck-shift">
      <p role="status">{t('shift.ended')}</p>
      <ShiftReport shift={shift} currency={here.currency} />
      <div className="ck-actions">
        <Button type="primary" size="large" autoFocus onClick={close}>
          {t('shift.done')}
        </Button>
        <Button
          size="large"
          onClick={() => {
            const title = `${here.storeName} ${t('shift.report')}`
            printNow(paperNow(), <ShiftReport shift={shift} currency={here.currency} title={title} />)
          }}
        >
          {t('receipt.print')}
        </Button>
      </div>
    </div>
  )
}

/** What a shift took by tender, what should be in the drawer, what is, and the difference. */
function ShiftReport({ shift, currency, title }: { shift: Shift; currency: string; title?: string }) {
  const t = useWords()
  const formats = useFormats()
  const nameOf = useTenderName()
  const money = (minor: number) => formats.money(minor, currency)
  const difference = shift.difference ?? 0
  const rows = [
    ...shift.tenders.map((one) => ({ label: nameOf(one.kind), value: money(one.sold - one.returned) })),
    { label: t('shift.float'), value: money(shift.opening) },
    { label: t('shift.expected'), value: money(shift.expected) },
    { label: t('shift.counted'), value: money(shift.counted ?? 0) },
  ]
  return (
    <>
      {title && <h2>{title}</h2>}
      <table className="ck-receipt-lines">
        <tbody>
          {rows.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="ck-figures">{value}</td>
            </tr>
          ))}
          <tr data-tone={difference === 0 ? 'good' : 'care'}>
            <th scope="row">{t('shift.difference')}</th>
            <td className="ck-figures">
              {difference === 0 ? t('shift.exact') : `${difference > 0 ? '+' : ''}${money(difference)}`}
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}
