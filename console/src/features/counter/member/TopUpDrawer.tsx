import { useQueryClient } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import { api, ask, told } from '../../../parts/api.ts'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { useFormats } from '../../../parts/formats.ts'
import { MoneyField } from '../../../parts/MoneyField.tsx'
import { tellOnce } from '../../../parts/unanswered.ts'
import { useCounter } from '../counter.ts'
import { FocusFirst } from '../FocusFirst.tsx'
import type { TopUp } from '../shapes.ts'
import { maskName, useTenderName } from '../texts.ts'
import { useWords } from '../words.ts'

interface TopUpValues {
  amount: number
  tender: (typeof tenders)[number]
}

const tenders = ['cash', 'wechat', 'alipay', 'card'] as const

/** Takes money in for the member at the counter; the charter says at once which bonus comes on top. */
export function TopUpDrawer() {
  const t = useWords()
  const { drawer, close, desk, here, entry } = useCounter()
  const client = useQueryClient()
  const required = useRequired()
  const nameOf = useTenderName()
  const [form] = Form.useForm<TopUpValues>()
  const amount = Form.useWatch('amount', form)
  const { guest } = desk
  const submit = (values: TopUpValues, opening: string) => {
    const ref = guest?.ref
    const body = {
      ...values,
      storeId: here.storeId,
      ...(here.till ? { tillId: here.till.id } : {}),
      ...(ref && !('id' in ref) ? { proof: ref } : {}),
    }
    const id = guest?.hit.memberId ?? ''
    return tellOnce(`topup ${id}`, opening, (key) => {
      const params = { path: { id }, header: told(key) }
      return ask(api.POST('/v1/members/{id}/topups', { params, body }))
    })
  }
  const name = guest ? maskName(guest.hit.name) || t('member.nameless') : ''
  return (
    <FormDrawer<TopUpValues, undefined, TopUp>
      open={drawer === 'topup'}
      onClose={close}
      title={guest ? t('topUp.title', { name }) : t('act.topup')}
      form={form}
      readOnly={guest ? undefined : true}
      initial={{ tender: 'cash' }}
      submit={submit}
      submitLabel={t('topUp.submit')}
      onDone={(topUp) => {
        close()
        entry.say({ kind: 'toppedUp', topUp, name })
        for (const key of ['greeting', 'balances', 'shift', 'quote']) {
          void client.invalidateQueries({ queryKey: ['counter', key] })
        }
      }}
    >
      {guest ? (
        <>
          <FocusFirst />
          <Form.Item name="amount" label={t('topUp.amount')} rules={required}>
            <MoneyField size="large" currency={here.currency} />
          </Form.Item>
          <Form.Item name="tender" label={t('topUp.tender')} rules={required}>
            <Radio.Group options={tenders.map((value) => ({ value, label: nameOf(value) }))} />
          </Form.Item>
          <Outcome amount={amount} />
        </>
      ) : (
        <EmptyState title={t('topUp.nobody')} text={t('topUp.nobodyHint')} />
      )}
    </FormDrawer>
  )
}

/** Exactly what will be booked, while it is typed. */
function Outcome({ amount }: { amount: number | undefined }) {
  const t = useWords()
  const { charter, greeting, here } = useCounter()
  const formats = useFormats()
  const rules = charter?.wallets
  const money = (minor: number) => formats.money(minor, here.currency)
  if (!rules) return null
  const steps = rules.bonuses.map((step) => t('topUp.step', { from: money(step.from), bonus: money(step.bonus) }))
  const bonus = rules.bonuses.reduce(
    (best, step) => ((amount ?? 0) >= step.from ? Math.max(best, step.bonus) : best),
    0,
  )
  const held = greeting.data?.usable.wallet
  return (
    <div className="ck-outcome" role="status">
      {steps.length > 0 && <p className="ck-quiet">{steps.join(' · ')}</p>}
      {amount ? (
        <dl>
          <div>
            <dt>{t('topUp.principal')}</dt>
            <dd>{money(amount)}</dd>
          </div>
          <div>
            <dt>{t('topUp.bonus')}</dt>
            <dd>{money(bonus)}</dd>
          </div>
          {held !== undefined && (
            <div>
              <dt>{t('topUp.after')}</dt>
              <dd>{money(held + amount + bonus)}</dd>
            </div>
          )}
        </dl>
      ) : (
        <p className="ck-quiet">{t('topUp.limits', { least: money(rules.least), most: money(rules.most) })}</p>
      )}
    </div>
  )
}
