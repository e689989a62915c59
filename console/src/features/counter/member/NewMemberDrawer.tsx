import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input, Radio } from 'antd'
import { api, ask, type Schemas, told } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { usePreferences } from '../../../parts/preferences.ts'
import { openByRef } from '../calls.ts'
import { useCounter } from '../counter.ts'
import { FocusFirst } from '../FocusFirst.tsx'
import { focusScan } from '../keys.ts'
import { readBirthday } from '../texts.ts'
import { useWords } from '../words.ts'

interface NewMember {
  phone: string
  name?: string
  gender?: 'female' | 'male'
  birthday?: string
  calendar: 'solar' | 'lunar'
  consents?: Schemas['Member']['consents'][number]['channel'][]
}

const channels = ['sms', 'wechat', 'phone', 'email'] as const

/** A new member in half a minute: phone, name, birthday, what they agree to. Afterwards they stand at the counter. */
export function NewMemberDrawer() {
  const t = useWords()
  const { drawer, close, phone, here, entry } = useCounter()
  const { language } = usePreferences()
  const client = useQueryClient()
  const required = useRequired()
  const [form] = Form.useForm<NewMember>()
  const submit = async (values: NewMember, key: string) => {
    const body = {
      phone: values.phone,
      name: values.name?.trim() ?? '',
      gender: values.gender ?? null,
      birthday: values.birthday ? (readBirthday(values.birthday, values.calendar) ?? null) : null,
      homeStore: here.storeId,
      channel: 'store',
      language,
      consents: (values.consents ?? []).map((channel) => ({ channel, given: true, source: 'counter' })),
    }
    await ask(api.POST('/v1/members', { params: { header: told(key) }, body }))
    return openByRef({ phone: values.phone })
  }
  return (
    <FormDrawer<NewMember, undefined, Awaited<ReturnType<typeof openByRef>>>
      open={drawer === 'member'}
      onClose={close}
      title={t('act.member')}
      form={form}
      initial={{ calendar: 'solar', phone }}
      submit={submit}
      submitLabel={t('new.submit')}
      onDone={(member) => {
        close()
        if (member) entry.openMember(member)
        void client.invalidateQueries({ queryKey: ['list', 'members'] })
        focusScan()
      }}
    >
      <FocusFirst of={phone ? '#name' : '#phone'} />
      <Form.Item name="phone" label={t('new.phone')} rules={required}>
        <Input size="large" inputMode="tel" autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="name" label={t('new.name')}>
        <Input size="large" autoComplete="off" maxLength={80} />
      </Form.Item>
      <Form.Item name="gender" label={t('new.gender')}>
        <Radio.Group options={(['female', 'male'] as const).map((value) => ({ value, label: t(`new.${value}`) }))} />
      </Form.Item>
      <BirthdayFields />
      <Form.Item name="consents" label={t('new.consents')} extra={t('new.consentsHint')}>
        <Checkbox.Group options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} />
      </Form.Item>
    </FormDrawer>
  )
}

/** A birthday as a member says it, in the calendar by which they keep it. */
function BirthdayFields() {
  const t = useWords()
  const calendar = Form.useWatch<NewMember['calendar']>('calendar') ?? 'solar'
  const check = (_: unknown, text?: string) =>
    !text?.trim() || readBirthday(text, calendar)
      ? Promise.resolve()
      : Promise.reject(new Error(t('new.birthdayWrong')))
  return (
    <div className="ck-form-row">
      <Form.Item
        name="birthday"
        label={t('new.birthday')}
        extra={t('new.birthdayHint')}
        dependencies={['calendar']}
        rules={[{ validator: check }]}
      >
        <Input size="large" inputMode="numeric" autoComplete="off" maxLength={12} />
      </Form.Item>
      <Form.Item name="calendar" label={t('new.calendar')}>
        <Radio.Group options={(['solar', 'lunar'] as const).map((value) => ({ value, label: t(`new.${value}`) }))} />
      </Form.Item>
    </div>
  )
}
