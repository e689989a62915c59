import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { passwordLength } from '../setup/answers.ts'
import { useWords } from '../words.ts'

interface Change {
  current: string
  next: string
  again: string
}

/** Changes the password; every other session of the person ends with it. */
export function PasswordSection() {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const required = { required: true, message: t('required') }
  return (
    <section className="ck-sheet">
      <h2>{t('password.title')}</h2>
      <Button onClick={() => setOpen(true)}>{t('password.change')}</Button>
      <FormDrawer<Change>
        open={open}
        onClose={() => setOpen(false)}
        title={t('password.change')}
        submit={({ current, next }) => ask(api.POST('/v1/profile/password', { body: { current, next } }))}
        onDone={() => {
          setOpen(false)
          notify(t('password.changed'))
        }}
      >
        <Form.Item name="current" label={t('password.current')} rules={[required]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item
          name="next"
          label={t('password.next')}
          extra={t('setup.ownerPasswordHint', { count: passwordLength })}
          rules={[required, { min: passwordLength, message: t('setup.passwordShort', { count: passwordLength }) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password.again')}
          dependencies={['next']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('password.differ'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </FormDrawer>
    </section>
  )
}
