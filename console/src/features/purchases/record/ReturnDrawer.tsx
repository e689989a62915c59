import { Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { api, ask, type Schemas, told } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { useFormats } from '../../../parts/formats.ts'
import { Money, Units } from '../../../parts/Money.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { usePlace } from '../../../parts/place.ts'
import { useOwnLanguage } from '../../../parts/programme.ts'
import { useSession } from '../../../parts/session.ts'
import { tellOnce } from '../../../parts/unanswered.ts'
import { useTenderName } from '../names.ts'
import { leftOf, type Purchase, type ReturnPreview } from '../shapes.ts'
import { useWords } from '../words.ts'

/** How many of each line come back, by its number on the receipt. */
type Wanted = Record<number, number | null | undefined>

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
  const place = usePlace()
  const { stores } = useSession()
  const own = stores.some((store) => store.id === sale.storeId)
  const storeId = place.storeId ?? (own ? sale.storeId : undefined)
  const bodyOf = ({ lines, ...values }: ReturnValues) => {
    const till = place.tillId && place.storeId === values.storeId ? { tillId: place.tillId } : {}
    return { ...values, ...till, lines: chosen(lines) }
  }
  const path = { id: sale.id }
  const preview = (values: ReturnValues) =>
    ask(api.POST('/v1/purchases/{id}/returns/preview', { params: { path }, body: bodyOf(values) }))
  const submit = (values: ReturnValues, opening: string) =>
    tellOnce(`return ${sale.id}`, opening, (key) =>
      ask(api.POST('/v1/purchases/{id}/returns', { params: { path, header: told(key) }, body: bodyOf(values) })),
    )
  return (
    <FormDrawer<ReturnValues, ReturnPreview, Schemas['Purchase']>
      open={open}
      onClose={close}
      title={t('return.title', { receipt: sale.receipt })}
      width={560}
      initial={storeId ? { storeId } : {}}
      preview={{ ask: preview, show: (back) => <Preview back={back} /> }}
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

function Preview({ back }: { back: ReturnPreview }) {
  const t = useWords()
  const say = useOwnLanguage()
  const tenderName = useTenderName()
  const { number } = useFormats()
  const { currency, points, growth, wallet, explained, tier } = back
  const { debt, tiers } = explained
  return (
    <>
      <dl className="ck-return-preview">
        <dt>{t('return.money')}</dt>
        <dd>
          <strong>
            <Money minor={back.total} currency={currency} />
          </strong>
        </dd>
        {back.tenders
          .filter(({ amount }) => amount > 0)
          .map((tender) => (
            <Row key={tender.kind} label={t('return.by', { tender: tenderName(tender.kind) })}>
              <Money minor={tender.amount} currency={currency} />
            </Row>
          ))}
        {back.memberId && back.origin !== 'history' && (
          <>
            <Row label={t('return.points')}>
              <Units count={0 - points.earned} />
            </Row>
            {points.spent > 0 && (
              <Row label={t('return.pointsBack')}>
                <Units count={points.spent} signed />
              </Row>
            )}
            <Row label={t('return.growth')}>
              <Units count={0 - growth.earned} />
            </Row>
            <Row label={t('return.after')}>
              <Units count={points.balance} />
            </Row>
            {back.tenders.some(({ kind, amount }) => kind === 'wallet' && amount > 0) && (
              <Row label={t('return.walletAfter')}>
                <Money minor={wallet.principal + wallet.bonus} currency={currency} />
              </Row>
            )}
          </>
        )}
      </dl>
      {debt > 0 && <p className="ck-return-note">{t('return.debt', { count: debt, shown: number(debt) })}</p>}
      {tier.after < tier.before && tiers && (
        <p className="ck-return-note">{t('return.tier', { tier: say(tiers.after) })}</p>
      )}
      {back.origin === 'history' && <p className="ck-return-note">{t('return.history')}</p>}
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
