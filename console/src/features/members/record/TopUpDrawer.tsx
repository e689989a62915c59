import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { api, ask, told } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { useFormats } from '../../../parts/formats.ts'
import { Money } from '../../../parts/Money.tsx'
import { MoneyField } from '../../../parts/MoneyField.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { usePlace } from '../../../parts/place.ts'
import { charterInForce } from '../../../parts/programme.ts'
import { useMay, useSession } from '../../../parts/session.ts'
import { balancesQuery } from '../queries.ts'
import type { TopUp } from '../shapes.ts'
import { topUpTenders, useTenderName } from '../tenders.ts'
import { kindOfUnit } from '../units.ts'
import { useWords } from '../words.ts'
import type { ActionProps } from './EditDrawer.tsx'

interface TopUpValues {
  storeId: string
  amount: number
  tender: (typeof topUpTenders)[number]
  note?: string
}

interface Before {
  principal: number
  bonus: number
}

/** Takes money in: principal, and the bonus of the charter, each shown before it is done. */
export function TopUpDrawer({ member, open, close, changed }: ActionProps) {
  const t = useWords()
  const client = useQueryClient()
  const { money } = useFormats()
  const place = usePlace()
  const mayValue = useMay('ledger.read')
  const { memberId } = member
  const preview = async (): Promise<Before | undefined> => {
    if (!mayValue) return undefined
    const { balances } = await client.fetchQuery({ ...balancesQuery(memberId), staleTime: 0 })
    const of = (kind: string) => balances.find(({ unit }) => kindOfUnit(unit) === kind)?.shown ?? 0
    return { principal: of('principal'), bonus: of('bonus') }
  }
  const submit = (values: TopUpValues, key: string) => {
    const till = place.tillId && place.storeId === values.storeId ? { tillId: place.tillId } : {}
    return ask(
      api.POST('/v1/members/{id}/topups', {
        params: { path: { id: memberId }, header: told(key) },
        body: { ...values, ...till, note: values.note ?? '' },
      }),
    )
  }
  return (
    <FormDrawer<TopUpValues, Before | undefined, TopUp>
      open={open}
      onClose={close}
      title={t('topup.do')}
      initial={{ tender: 'cash', ...(place.storeId ? { storeId: place.storeId } : {}) }}
      preview={{ ask: preview, show: (before, values) => <Preview before={before} values={values} /> }}
      submit={submit}
      submitLabel={t('topup.do')}
      onDone={({ principal, bonus, receipt }) => {
        close()
        changed()
        const link = { to: `/members/${memberId}?tab=value`, label: t('topup.see') }
        notify(t('topup.done', { principal: money(principal), bonus: money(bonus), receipt }), link)
      }}
    >
      <TopUpFields />
    </FormDrawer>
  )
}

function TopUpFields() {
  const t = useWords()
  const required = useRequired()
  const { stores } = useSession()
  const tenderName = useTenderName()
  const rules = useQuery(charterInForce).data?.charter.wallets
  const { money } = useFormats()
  return (
    <>
      <Form.Item
        name="amount"
        label={t('topup.amount')}
        extra={rules && t('topup.limits', { least: money(rules.least), most: money(rules.most) })}
        rules={required}
      >
        <MoneyField autoFocus />
      </Form.Item>
      <Form.Item name="tender" label={t('field.tender')} rules={required}>
        <Select options={topUpTenders.map((value) => ({ value, label: tenderName(value) }))} />
      </Form.Item>
      <Form.Item name="storeId" label={t('field.store')} rules={required}>
        <Select options={stores.map((store) => ({ value: store.id, label: store.name }))} />
      </Form.Item>
      <Form.Item name="note" label={t('topup.note')}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  )
}

function Preview({ before, values }: { before: Before | undefined; values: TopUpValues }) {
  const t = useWords()
  const bonuses = useQuery(charterInForce).data?.charter.wallets.bonuses ?? []
  const bonus = bonuses.reduce((best, step) => (values.amount >= step.from && step.bonus > best ? step.bonus : best), 0)
  const rows = [
    { key: 'principal', label: t('unit.principal'), now: before?.principal, plus: values.amount },
    { key: 'bonus', label: t('unit.bonus'), now: before?.bonus, plus: bonus },
  ]
  return (
    <>
      <table className="ck-preview-table">
        <thead>
          <tr>
            <td />
            {before && <th scope="col">{t('adjust.now')}</th>}
            <th scope="col">{t('topup.plus')}</th>
            {before && <th scope="col">{t('adjust.after')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.now !== undefined && (
                <td>
                  <Money minor={row.now} />
                </td>
              )}
              <td>
                <Money minor={row.plus} signed />
              </td>
              {row.now !== undefined && (
                <td>
                  <strong>
                    <Money minor={row.now + row.plus} />
                  </strong>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ck-preview-note">{t('topup.byCharter')}</p>
    </>
  )
}
