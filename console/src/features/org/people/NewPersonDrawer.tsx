import { Form, Input, Radio } from 'antd'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { languages } from '../../../parts/LanguageAndTheme.tsx'
import { usePreferences } from '../../../parts/preferences.ts'
import { RoleField, UnitField } from '../fields.tsx'
import { useWords } from '../words.ts'

interface PersonValues {
  name: string
  number?: string
  email?: string
  phone?: string
  language: 'zh' | 'en'
  roleId: string
  unitId: string
}

/** The address that an invited person opens; the secret stands behind the `#`, which browsers send to nobody. */
export const invite = (id: string): Promise<string> =>
  ask(api.POST('/v1/people/{id}/invitation', { params: { path: { id } } })).then(
    ({ path }) => `${window.location.origin}${path}`,
  )

/** Makes a person with their first role, and the link by which they come in. */
export function NewPersonDrawer({
  open,
  close,
  made,
}: {
  open: boolean
  close: () => void
  made: (link: string) => void
}) {
  const t = useWords()
  const required = useRequired()
  const { language } = usePreferences()
  const submit = async ({ roleId, unitId, name, number, email, phone, language: spoken }: PersonValues) => {
    const blank = (text: string | undefined) => text?.trim() || null
    const person = await ask(
      api.POST('/v1/people', {
        body: {
          name,
          language: spoken,
          number: blank(number),
          email: blank(email),
          phone: blank(phone),
          grants: [{ roleId, unitId }],
        },
      }),
    )
    return invite(person.id)
  }
  return (
    <FormDrawer<PersonValues, undefined, string>
      open={open}
      onClose={close}
      title={t('people.add')}
      initial={{ language }}
      submit={submit}
      submitLabel={t('people.invite')}
      onDone={(link) => {
        close()
        made(link)
      }}
    >
      <Form.Item name="name" label={t('people.name')} rules={required}>
        <Input maxLength={80} />
      </Form.Item>
      <div className="ck-form-row">
        <Form.Item name="phone" label={t('people.phone')}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t('people.email')}>
          <Input maxLength={200} inputMode="email" autoComplete="off" />
        </Form.Item>
      </div>
      <p className="ck-quiet ck-form-note">{t('people.loginHint')}</p>
      <Form.Item name="number" label={t('people.number')}>
        <Input maxLength={40} />
      </Form.Item>
      <RoleField name="roleId" />
      <UnitField name="unitId" label={t('people.unit')} extra={t('people.unitHint')} />
      <Form.Item name="language" label={t('profile.language')} rules={required}>
        <Radio.Group options={languages.map(({ value, label }) => ({ value, label }))} />
      </Form.Item>
    </FormDrawer>
  )
}
