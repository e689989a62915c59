import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Radio } from 'antd'
import { api, ask, told } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { Units } from '../../../parts/Money.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { balancesQuery } from '../queries.ts'
import { useWords } from '../words.ts'
import type { ActionProps } from './EditDrawer.tsx'

interface AdjustValues {
  way: 'give' | 'take'
  count: number
  reason: string
}

const amountOf = ({ way, count }: AdjustValues) => (way === 'give' ? count : -count)

/** Gives or takes points by hand: how many, why, and what the balance will be. */
export function AdjustDrawer({ member, open, close, changed }: ActionProps) {
  const t = useWords()
  const required = useRequired()
  const client = useQueryClient()
  const { memberId } = member
  const preview = async () => {
    const statement = await client.fetchQuery({ ...balancesQuery(memberId), staleTime: 0 })
    return statement.balances.find(({ unit }) => unit === 'points')?.shown ?? 0
  }
  return (
    <FormDrawer<AdjustValues, number>
      open={open}
      onClose={close}
      title={t('adjust.title')}
      initial={{ way: 'give' }}
      preview={{ ask: preview, show: (before, values) => <Preview before={before} values={values} /> }}
      submit={(values, key) =>
        ask(
          api.POST('/v1/members/{id}/points', {
            params: { path: { id: memberId }, header: told(key) },
            body: { amount: amountOf(values), reason: values.reason },
          }),
        )
      }
      submitLabel={t('adjust.submit')}
      onDone={() => {
        close()
        changed()
        notify(t('adjust.done'), { to: `/members/${memberId}?tab=statement&unit=points`, label: t('adjust.see') })
      }}
    >
      <Form.Item name="way" label={t('adjust.way')} rules={required}>
        <Radio.Group options={(['give', 'take'] as const).map((value) => ({ value, label: t(`adjust.${value}`) }))} />
      </Form.Item>
      <Form.Item name="count" label={t('unit.points')} rules={required}>
        <InputNumber min={1} max={10_000_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} extra={t('adjust.reasonHint')} rules={required}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  )
}

function Preview({ before, values }: { before: number; values: AdjustValues }) {
  const t = useWords()
  const after = before + amountOf(values)
  return (
    <>
      <dl className="ck-before-after">
        <div className="ck-contents">
          <dt>{t('adjust.now')}</dt>
          <dd>
            <Units count={before} />
          </dd>
        </div>
        <div className="ck-contents">
          <dt>{t(`adjust.${values.way}`)}</dt>
          <dd>
            <Units count={amountOf(values)} signed />
          </dd>
        </div>
        <div className="ck-contents">
          <dt>{t('adjust.after')}</dt>
          <dd className={after < 0 ? 'ck-after ck-danger' : 'ck-after'}>
            <Units count={after} />
          </dd>
        </div>
      </dl>
      <p className="ck-preview-note">{after < 0 ? t('adjust.tooMuch') : t('adjust.undo')}</p>
    </>
  )
}
