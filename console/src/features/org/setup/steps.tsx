import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { PlainField, textsOf } from '../../../parts/PlainField.tsx'
import { PlainInput, PlainPassword } from '../../../parts/PlainInput.tsx'
import { PlainSelect } from '../../../parts/PlainSelect.tsx'
import { usePreferences } from '../../../parts/preferences.ts'
import { useWords } from '../words.ts'
import { currencies, passwordLength, type SetupAnswers, type Start, zones } from './answers.ts'
import { setupQuery } from './setup-needed.ts'

interface StepProps {
  answers: Partial<SetupAnswers>
  answer: (part: Partial<SetupAnswers>) => void
  back: (() => void) | undefined
  busy: boolean
}

interface StepFormProps {
  read: (texts: Record<string, string>) => void
  back: (() => void) | undefined
  busy: boolean
  children: ReactNode
}

function StepForm({ read, back, busy, children }: StepFormProps) {
  const t = useWords()
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    read(textsOf(event.currentTarget))
  }
  return (
    <form onSubmit={onSubmit}>
      {children}
      <Buttons back={back} busy={busy} label={t('setup.next')} />
    </form>
  )
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

/** Who are we: name, currency, zone. */
export function OrganisationStep({ answers: { organisation }, answer, back, busy }: StepProps) {
  const t = useWords()
  const { language } = usePreferences()
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  const read = ({ name = '', currency = '', zone = '' }: Record<string, string>) =>
    answer({ organisation: { name, currency, zone, language } })
  return (
    <StepForm read={read} back={back} busy={busy}>
      <PlainField id="name" label={t('setup.name')} hint={t('setup.nameHint')}>
        <PlainInput defaultValue={organisation?.name} required maxLength={120} autoFocus autoComplete="organization" />
      </PlainField>
      <div className="ck-form-row">
        <PlainField id="currency" label={t('setup.currency')} hint={t('setup.currencyHint')}>
          <PlainSelect
            defaultValue={organisation?.currency ?? 'CNY'}
            options={currencies.map((value) => ({ value, label: `${value} ${names.of(value) ?? ''}` }))}
          />
        </PlainField>
        <PlainField id="zone" label={t('setup.zone')} hint={t('setup.zoneHint')}>
          <PlainSelect
            defaultValue={organisation?.zone ?? zones()[0]}
            options={zones().map((value) => ({ value, label: value }))}
          />
        </PlainField>
      </div>
    </StepForm>
  )
}

/** Where do we sell first. */
export function StoreStep({ answers: { store, till }, answer, back, busy }: StepProps) {
  const t = useWords()
  const read = ({ storeName = '', storeCode = '', tillName = '', tillCode = '' }: Record<string, string>) =>
    answer({ store: { name: storeName, code: storeCode }, till: { name: tillName, code: tillCode } })
  return (
    <StepForm read={read} back={back} busy={busy}>
      <div className="ck-form-row">
        <PlainField id="storeName" label={t('setup.storeName')}>
          <PlainInput defaultValue={store?.name} required maxLength={120} autoFocus />
        </PlainField>
        <PlainField id="storeCode" label={t('setup.storeCode')} hint={t('setup.codeHint')}>
          <PlainInput defaultValue={store?.code ?? '001'} required maxLength={64} />
        </PlainField>
      </div>
      <div className="ck-form-row">
        <PlainField id="tillName" label={t('setup.tillName')}>
          <PlainInput defaultValue={till?.name ?? t('setup.tillDefault')} required maxLength={120} />
        </PlainField>
        <PlainField id="tillCode" label={t('setup.tillCode')}>
          <PlainInput defaultValue={till?.code ?? '01'} required maxLength={64} />
        </PlainField>
      </div>
    </StepForm>
  )
}

/** Who may do everything. */
export function OwnerStep({ answers: { owner }, answer, back, busy }: StepProps) {
  const t = useWords()
  const read = ({ ownerName = '', login = '', password = '' }: Record<string, string>) =>
    answer({ owner: { name: ownerName, login, password } })
  return (
    <StepForm read={read} back={back} busy={busy}>
      <PlainField id="ownerName" label={t('setup.ownerName')}>
        <PlainInput defaultValue={owner?.name} required maxLength={120} autoFocus autoComplete="name" />
      </PlainField>
      <PlainField id="login" label={t('setup.ownerLogin')} hint={t('setup.ownerLoginHint')}>
        <PlainInput
          defaultValue={owner?.login}
          required
          maxLength={200}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </PlainField>
      <PlainField
        id="password"
        label={t('setup.ownerPassword')}
        hint={t('setup.ownerPasswordHint', { count: passwordLength })}
      >
        <PlainPassword defaultValue={owner?.password} required minLength={passwordLength} autoComplete="new-password" />
      </PlainField>
    </StepForm>
  )
}

/** What to begin with: rules for real members, or a shop to look around in. */
export function StartStep({ answer, back, busy }: StepProps) {
  const t = useWords()
  const { language } = usePreferences()
  const { data } = useQuery(setupQuery)
  const templates = data?.templates ?? []
  const [chosen, setChosen] = useState<Start>()
  const start = chosen ?? { template: templates[0]?.code ?? 'pharmacy' }
  const demo = 'demo' in start
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    answer({ start })
  }
  return (
    <form onSubmit={onSubmit}>
      <fieldset className="ck-choice-cards">
        <legend className="ck-quiet">{t('setup.startLead')}</legend>
        {templates.map(({ code, name }) => (
          <ChoiceCard
            key={code}
            checked={'template' in start && start.template === code}
            choose={() => setChosen({ template: code })}
            title={name[language]}
            text={code === 'pharmacy' ? t('setup.pharmacyText') : ''}
          />
        ))}
        <ChoiceCard
          checked={demo}
          choose={() => setChosen({ demo: true })}
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
      {/* biome-ignore lint/a11y/noAutofocus: a step begins where its answer is; by keyboard alone nobody should have to look for it */}
      <input type="radio" name="start" checked={checked} onChange={choose} autoFocus={checked} />
      <strong>{title}</strong>
      <p>{text}</p>
    </label>
  )
}
