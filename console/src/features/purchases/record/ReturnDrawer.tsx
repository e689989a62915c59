import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { api, ask, told } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { useFormats } from '../../../parts/formats.ts'
import { Money, Units } from '../../../parts/Money.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { usePlace } from '../../../parts/place.ts'
import { useMay, useSession } from '../../../parts/session.ts'
import { goesBack, leftOf, type Wanted } from '../mirror.ts'
import { useTenderName } from '../names.ts'
import type { Purchase } from '../shapes.ts'
import { useWords } from '../words.ts'

interface ReturnValues {
  lines: Wanted
  storeId: string
  reason: string
}

interface ReturnDrawerProps {
  sale: Purchase
  open: boolean
  close: () => void
  changed: () => void
}

const chosen = (lines: Wanted) =>
  Object.entries(lines).flatMap(([line, quantity]) => (quantity ? [{ line: Number(line), quantity }] : []))

/** Takes a sale back by line and quantity; before it does, it says exactly what goes back where. */
export function ReturnDrawer({ sale, open, close, changed }: ReturnDrawerProps) {
  const t = useWords()
  const client = useQueryClient()
  const place = usePlace()
  const { stores } = useSession()
  const mayValue = useMay('ledger.read')
  const own = stores.some((store) => store.id === sale.storeId)
  const storeId = place.storeId ?? (own ? sale.storeId : undefined)
  const balance = async () => {
    if (!mayValue || !sale.memberId) return undefined
    const { balances } = await client.fetchQuery({
      queryKey: ['member', sale.memberId, 'balances'],
      staleTime: 0,
      queryFn: () =>
        ask(
          api.GET('/v1/members/{id}/statement', {
            params: { path: { id: sale.memberId ?? '' }, query: { limit: 1 } },
          }),
        ),
    })
    return balances.find(({ unit }) => unit === 'points')?.shown ?? 0
  }
  const submit = ({ lines, ...values }: ReturnValues, key: string) => {
    const till = place.tillId && place.storeId === values.storeId ? { tillId: place.tillId } : {}
    return ask(
      api.POST('/v1/purchases/{id}/returns', {
        params: { path: { id: sale.id }, header: told(key) },
        body: { ...values, ...till, lines: chosen(lines) },
      }),
    )
  }
  return (
    <FormDrawer<ReturnValues, number | undefined, Purchase>
      open={open}
      onClose={close}
      title={t('return.title', { receipt: sale.receipt })}
      width={560}
      initial={storeId ? { storeId } : {}}
      preview={{ ask: balance, show: (points, values) => <Preview sale={sale} points={points} values={values} /> }}
      submit={submit}
      submitLabel={t('return.do')}
      danger
      onDone={(back) => {
        close()
        changed()
        notify(t('return.done', { receipt: back.receipt }), { to: `/purchases/${back.id}`, label: t('return.see') })
      }}
    >
      <ReturnFields sale={sale} />
    </FormDrawer>
  )
}

function ReturnFields({ sale }: { sale: Purchase }) {
  const t = useWords()
  const required = useRequired()
  const { number } = useFormats()
  const { stores } = useSession()
  const open = sale.lines.filter((line) => leftOf(line) > 0)
  return (
    <>
      <fieldset className="ck-return-lines">
        <legend>{t('return.lines')}</legend>
        {open.map((line, at) => (
          <Form.Item
            key={line.line}
            name={['lines', String(line.line)]}
            layout="horizontal"
            colon={false}
            label={`${line.name || line.sku} · ${t('return.left', { shown: number(leftOf(line), { maximumFractionDigits: 3 }) })}`}
            required
            {...(at === open.length - 1
              ? {
                  rules: [
                    ({ getFieldValue }) => ({ validator: () => some(getFieldValue('lines'), t('return.nothing')) }),
                  ],
                }
              : {})}
          >
            <InputNumber min={0} max={leftOf(line)} step={1} placeholder="0" autoFocus={at === 0} />
          </Form.Item>
        ))}
      </fieldset>
      <Form.Item name="storeId" label={t('return.store')} rules={required}>
        <Select options={stores.map((store) => ({ value: store.id, label: store.name }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('return.reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </>
  )
}

const some = (lines: Wanted | undefined, text: string): Promise<void> =>
  chosen(lines ?? {}).length > 0 ? Promise.resolve() : Promise.reject(new Error(text))

function Preview({ sale, points, values }: { sale: Purchase; points: number | undefined; values: ReturnValues }) {
  const t = useWords()
  const tenderName = useTenderName()
  const { number } = useFormats()
  const back = goesBack(sale, values.lines)
  const net = back.pointsSpent - back.points
  const after = points === undefined ? undefined : points + net
  return (
    <>
      <dl className="ck-return-preview">
        <dt>{t('return.money')}</dt>
        <dd>
          <strong>
            <Money minor={back.total} currency={sale.currency} />
          </strong>
        </dd>
        {back.tenders.map((tender) => (
          <Row key={tender.kind} label={t('return.by', { tender: tenderName(tender.kind) })}>
            <Money minor={tender.amount} currency={sale.currency} />
          </Row>
        ))}
        {sale.memberId && (
          <>
            <Row label={t('return.points')}>
              <Units count={0 - back.points} />
            </Row>
            {back.pointsSpent > 0 && (
              <Row label={t('return.pointsBack')}>
                <Units count={back.pointsSpent} signed />
              </Row>
            )}
            <Row label={t('return.growth')}>
              <Units count={0 - back.growth} />
            </Row>
            {after !== undefined && (
              <Row label={t('return.after')}>
                <Units count={after} />
              </Row>
            )}
          </>
        )}
      </dl>
      {after !== undefined && after < 0 && (
        <p className="ck-return-note">{t('return.debt', { count: -after, shown: number(-after) })}</p>
      )}
      {sale.origin === 'history' && <p className="ck-return-note">{t('return.history')}</p>}
      <p className="ck-return-note ck-quiet">{t('return.final')}</p>
    </>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
