import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { useRequired } from '../../../parts/form-rules.ts'
import { languages } from '../../../parts/LanguageAndTheme.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { SecretDialog } from '../SecretDialog.tsx'
import type { Person } from '../shapes.ts'
import { useWords } from '../words.ts'
import { invite } from './NewPersonDrawer.tsx'

/** What can be done with a person: change, invite again, end or give back their access. */
export function PersonActions({ person, changed }: { person: Person; changed: () => void }) {
  const t = useWords()
  const [link, setLink] = useState<string>()
  const [changing, setChanging] = useState(false)
  const act = async (path: '/v1/people/{id}/take-back' | '/v1/people/{id}/dismiss', done: string) => {
    await ask(api.POST(path, { params: { path: { id: person.id } } }))
    notify(done)
    changed()
  }
  return (
    <>
      <Button onClick={() => setChanging(true)}>{t('change')}</Button>
      {person.status === 'left' ? (
        <ConfirmButton
          danger={false}
          label={t('people.takeBack')}
          question={t('people.takeBackSure')}
          run={() => act('/v1/people/{id}/take-back', t('people.back'))}
        />
      ) : (
        <>
          <ConfirmButton
            danger={false}
            label={t('people.inviteAgain')}
            question={t('people.inviteSure')}
            run={() => invite(person.id).then(setLink)}
          />
          <ConfirmButton
            label={t('people.dismiss')}
            question={t('people.dismissSure')}
            run={() => act('/v1/people/{id}/dismiss', t('people.dismissed'))}
          />
        </>
      )}
      <ChangePerson person={person} open={changing} close={() => setChanging(false)} changed={changed} />
      <SecretDialog
        title={t('people.linkMade')}
        text={t('people.invitedText')}
        secret={link}
        close={() => setLink(undefined)}
      />
    </>
  )
}

interface ChangePersonProps {
  person: Person
  open: boolean
  close: () => void
  changed: () => void
}

function ChangePerson({ person, open, close, changed }: ChangePersonProps) {
  const t = useWords()
  const required = useRequired()
  const { name, language } = person
  const initial = { name, language, number: person.number ?? '', email: person.email ?? '', phone: person.phone ?? '' }
  const submit = (values: typeof initial) => {
    const blank = (text: string) => text.trim() || null
    const { number, email, phone, ...rest } = values
    const body = { ...rest, number: blank(number), email: blank(email), phone: blank(phone) }
    return ask(api.PATCH('/v1/people/{id}', { params: { path: { id: person.id } }, body }))
  }
  return (
    <FormDrawer<typeof initial>
      open={open}
      onClose={close}
      title={t('changeOne', { name })}
      initial={initial}
      submit={submit}
      onDone={() => {
        close()
        changed()
        notify(t('saved'))
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
      <Form.Item name="language" label={t('profile.language')} rules={required}>
        <Radio.Group options={languages.map(({ value, label }) => ({ value, label }))} />
      </Form.Item>
    </FormDrawer>
  )
}
