import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { usePreferences } from '../../../parts/preferences.ts'
import { useWords } from '../words.ts'
import { currencies, passwordLength, type SetupAnswers, type Start, zones } from './answers.ts'

interface StepProps {
  answers: Partial<SetupAnswers>
  answer: (part: Partial<SetupAnswers>) => void
  back: (() => void) | undefined
  busy: boolean
}

function Buttons({ back, busy, label }: { back: (() => void) | undefined; busy: boolean; label: string }) {
  const t = useWords()
  return (
    <div className="ck-actions ck-step-actions">
      {back && (
        <Button onClick={back} disabled={busy}>
          {t('setup.back')}
        </Button>
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        {label}
      </Button>
    </div>
  )
}

function useRequired() {
  const t = useWords()
  return [{ required: true, whitespace: true, message: t('required') }]
}

/** Who are we: name, currency, zone. */
export function OrganisationStep({ answers, answer, back, busy }: StepProps) {
  const t = useWords()
  const { language } = usePreferences()
  const required = useRequired()
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  return (
    <Form<SetupAnswers['organisation']>
      layout="vertical"
      requiredMark={false}
      initialValues={answers.organisation ?? { currency: 'CNY', zone: zones()[0] }}
      onFinish={(organisation) => answer({ organisation })}
    >
      <Form.Item name="name" label={t('setup.name')} extra={t('setup.nameHint')} rules={required}>
        <Input maxLength={120} autoFocus autoComplete="organization" />
      </Form.Item>
      <div className="ck-form-row">
        <Form.Item name="currency" label={t('setup.currency')} extra={t('setup.currencyHint')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={currencies.map((value) => ({ value, label: `${value} ${names.of(value) ?? ''}` }))}
          />
        </Form.Item>
        <Form.Item name="zone" label={t('setup.zone')} extra={t('setup.zoneHint')} rules={required}>
          <Select showSearch options={zones().map((value) => ({ value, label: value }))} />
        </Form.Item>
      </div>
      <Buttons back={back} busy={busy} label={t('setup.next')} />
    </Form>
  )
}

/** Where do we sell first. */
export function StoreStep({ answers, answer, back, busy }: StepProps) {
  const t = useWords()
  const required = useRequired()
  return (
    <Form<Pick<SetupAnswers, 'store' | 'till'>>
      layout="vertical"
      requiredMark={false}
      initialValues={{
        store: answers.store ?? { code: '001' },
        till: answers.till ?? { code: '01', name: t('setup.tillDefault') },
      }}
      onFinish={answer}
    >
      <div className="ck-form-row">
        <Form.Item name={['store', 'name']} label={t('setup.storeName')} rules={required}>
          <Input maxLength={120} autoFocus />
        </Form.Item>
        <Form.Item name={['store', 'code']} label={t('setup.storeCode')} extra={t('setup.codeHint')} rules={required}>
          <Input maxLength={64} />
        </Form.Item>
      </div>
      <div className="ck-form-row">
        <Form.Item name={['till', 'name']} label={t('setup.tillName')} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name={['till', 'code']} label={t('setup.tillCode')} rules={required}>
          <Input maxLength={64} />
        </Form.Item>
      </div>
      <Buttons back={back} busy={busy} label={t('setup.next')} />
    </Form>
  )
}

/** Who may do everything. */
export function OwnerStep({ answers, answer, back, busy }: StepProps) {
  const t = useWords()
  const required = useRequired()
  return (
    <Form<SetupAnswers['owner']>
      layout="vertical"
      requiredMark={false}
      {...(answers.owner ? { initialValues: answers.owner } : {})}
      onFinish={(owner) => answer({ owner: { ...owner, login: owner.login.trim() } })}
    >
      <Form.Item name="name" label={t('setup.ownerName')} rules={required}>
        <Input maxLength={120} autoFocus autoComplete="name" />
      </Form.Item>
      <Form.Item name="login" label={t('setup.ownerLogin')} extra={t('setup.ownerLoginHint')} rules={required}>
        <Input maxLength={200} autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('setup.ownerPassword')}
        extra={t('setup.ownerPasswordHint', { count: passwordLength })}
        rules={[...required, { min: passwordLength, message: t('setup.passwordShort', { count: passwordLength }) }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Buttons back={back} busy={busy} label={t('setup.next')} />
    </Form>
  )
}

/** What to begin with: rules for real members, or a shop to look around in. */
export function StartStep({ answer, back, busy }: StepProps) {
  const t = useWords()
  const [start, setStart] = useState<Start>({ template: 'pharmacy' })
  const demo = 'demo' in start
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        answer({ start })
      }}
    >
      <fieldset className="ck-choice-cards">
        <legend className="ck-quiet">{t('setup.startLead')}</legend>
        <ChoiceCard
          checked={!demo}
          choose={() => setStart({ template: 'pharmacy' })}
          title={t('setup.pharmacy')}
          text={t('setup.pharmacyText')}
        />
        <ChoiceCard
          checked={demo}
          choose={() => setStart({ demo: true })}
          title={t('setup.demo')}
          text={t('setup.demoText')}
        />
      </fieldset>
      <Buttons back={back} busy={busy} label={demo ? t('setup.makeDemo') : t('setup.make')} />
    </form>
  )
}

function ChoiceCard({
  checked,
  choose,
  title,
  text,
}: {
  checked: boolean
  choose: () => void
  title: ReactNode
  text: ReactNode
}) {
  return (
    <label className="ck-choice-card">
      <input type="radio" name="start" checked={checked} onChange={choose} />
      <strong>{title}</strong>
      <p>{text}</p>
    </label>
  )
}
