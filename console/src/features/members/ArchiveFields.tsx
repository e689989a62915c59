import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { lazy, Suspense } from 'react'
import { useRequired } from '../../parts/form-rules.ts'
import { usePreferences } from '../../parts/preferences.ts'
import { useSession } from '../../parts/session.ts'
import { type ArchiveValues, knownChannels } from './archive-values.ts'
import { BirthdayField, halfBirthday } from './BirthdayField.tsx'
import { fieldsQuery } from './queries.ts'
import type { Field, Member } from './shapes.ts'
import { useChannelName } from './use-field-name.ts'
import { useWords } from './words.ts'

const DayField = lazy(() => import('../../parts/DayField.tsx'))

/** The fields that everybody fills in first: who, and by which phone they are found. */
export function FirstFields({ member }: { member?: Member | undefined }) {
  const t = useWords()
  return (
    <>
      <Form.Item
        name="name"
        label={t('field.name')}
        dependencies={['phone']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, name) => named(name, getFieldValue('phone'), member?.phone ?? null, t('new.nobody')),
          }),
        ]}
      >
        <Input maxLength={80} autoComplete="off" autoFocus={!member} />
      </Form.Item>
      <Form.Item name="phone" label={t('field.phone')} {...(member ? {} : { extra: t('new.phoneHint') })}>
        {member ? (
          <SecretField masked={member.phone} inputMode="tel" maxLength={40} />
        ) : (
          <Input inputMode="tel" maxLength={40} autoComplete="off" />
        )}
      </Form.Item>
      <HomeStoreField />
      <div className="ck-form-row">
        <Form.Item name="gender" label={t('field.gender')}>
          <Select
            allowClear
            options={(['male', 'female', 'other'] as const).map((value) => ({ value, label: t(`gender.${value}`) }))}
          />
        </Form.Item>
        <ChannelField own={member?.channel} />
      </div>
      <Form.Item
        name="birthday"
        label={t('field.birthday')}
        rules={[
          {
            validator: (_, value: ArchiveValues['birthday']) =>
              halfBirthday(value) ? Promise.reject(new Error(t('birthday.half'))) : Promise.resolve(),
          },
        ]}
      >
        <BirthdayField />
      </Form.Item>
    </>
  )
}

/** A member needs a name or a phone. While an archive is edited, a phone that nobody touches is undefined and stays. */
function named(name: unknown, phone: unknown, kept: string | null, text: string): Promise<void> {
  const some = [name, phone === undefined ? kept : phone].some(
    (value) => typeof value === 'string' && value.trim() !== '',
  )
  return some ? Promise.resolve() : Promise.reject(new Error(text))
}

function HomeStoreField() {
  const t = useWords()
  const { stores } = useSession()
  return (
    <Form.Item name="homeStore" label={t('field.homeStore')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={stores.map((store) => ({ value: store.id, label: store.name }))}
      />
    </Form.Item>
  )
}

/** How the member came. A code that another system gave stays among the choices. */
function ChannelField({ own }: { own: string | null | undefined }) {
  const t = useWords()
  const channelName = useChannelName()
  const codes = own && !knownChannels.some((code) => code === own) ? [...knownChannels, own] : knownChannels
  return (
    <Form.Item name="channel" label={t('field.channel')}>
      <Select allowClear options={codes.map((value) => ({ value, label: channelName(value) }))} />
    </Form.Item>
  )
}

/** What is seldom told at the beginning. */
export function FurtherFields({ member }: { member?: Member | undefined }) {
  const t = useWords()
  const required = useRequired()
  const secret = (key: 'email' | 'idNumber' | 'address', maxLength: number) => (
    <Form.Item name={key} label={t(`field.${key}`)}>
      {member ? (
        <SecretField masked={member[key]} maxLength={maxLength} />
      ) : (
        <Input maxLength={maxLength} autoComplete="off" />
      )}
    </Form.Item>
  )
  return (
    <>
      {secret('email', 200)}
      {secret('idNumber', 40)}
      {secret('address', 200)}
      <div className="ck-form-row">
        <Form.Item name="kind" label={t('field.kind')} rules={required}>
          <Radio.Group
            options={(['person', 'enterprise'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="language" label={t('field.language')} rules={required}>
          <Radio.Group
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Form.Item>
      </div>
      <Form.Item name="remark" label={t('field.remark')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  )
}

interface SecretFieldProps {
  masked: string | null
  value?: string | null
  onChange?: (value: string | null | undefined) => void
  id?: string
  inputMode?: 'tel'
  maxLength: number
}

/** A personal value that may be replaced or taken out without being seen: left alone it stays as it is. */
function SecretField({ masked, value, onChange, id, inputMode, maxLength }: SecretFieldProps) {
  const t = useWords()
  const leaving = value === null
  return (
    <div className="ck-secret-field">
      <Input
        {...(id ? { id } : {})}
        {...(inputMode ? { inputMode } : {})}
        maxLength={maxLength}
        autoComplete="off"
        disabled={leaving}
        value={value ?? ''}
        placeholder={leaving ? t('secret.leaving') : masked ? t('secret.kept', { masked }) : t('secret.none')}
        onChange={(event) => onChange?.(event.target.value === '' ? undefined : event.target.value)}
      />
      {masked && (
        <Button onClick={() => onChange?.(leaving ? undefined : null)}>
          {leaving ? t('secret.keep') : t('secret.remove')}
        </Button>
      )}
    </div>
  )
}

/** The fields that the house has added, in its order; retired ones are asked no more. */
export function OwnFields() {
  const { data } = useQuery(fieldsQuery)
  return data?.filter((field) => !field.retired).map((field) => <OwnField key={field.key} field={field} />)
}

function OwnField({ field }: { field: Field }) {
  const { language } = usePreferences()
  const required = useRequired()
  const label = language === 'zh' ? field.labelZh : field.labelEn
  return (
    <Form.Item name={['custom', field.key]} label={label} rules={field.required ? required : []}>
      <OwnInput field={field} label={label} />
    </Form.Item>
  )
}

/** The input that fits the type of a field; the props that Form.Item hands down go on to it. */
function OwnInput({ field, label, ...given }: { field: Field; label: string }) {
  const t = useWords()
  if (field.type === 'number') return <InputNumber {...given} style={{ width: '100%' }} />
  if (field.type === 'day') {
    return (
      <Suspense fallback={<Input disabled />}>
        <DayField {...given} label={label} style={{ width: '100%' }} />
      </Suspense>
    )
  }
  if (field.type === 'choice')
    return <Select {...given} allowClear options={field.choices.map((value) => ({ value, label: value }))} />
  if (field.type === 'yesno') {
    return (
      <Select
        {...given}
        allowClear
        options={[
          { value: true, label: t('yes') },
          { value: false, label: t('no') },
        ]}
      />
    )
  }
  return <Input {...given} maxLength={400} autoComplete="off" />
}
