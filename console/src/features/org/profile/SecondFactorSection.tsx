import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import { type AnswerOf, api, ask } from '../../../parts/api.ts'
import { saveFile } from '../../../parts/ExportButton.tsx'
import { FormDrawer } from '../../../parts/FormDrawer.tsx'
import { notify } from '../../../parts/Notices.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { useOnce } from '../../../parts/use-once.ts'
import { useWords } from '../words.ts'

type Enrolment = AnswerOf<'post', '/v1/profile/second-factor'>

/** The second factor: off, being set up, or on. */
export function SecondFactorSection() {
  const t = useWords()
  const client = useQueryClient()
  const state = useQuery({
    queryKey: ['second-factor'],
    queryFn: () => ask(api.GET('/v1/profile/second-factor')),
  })
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [codes, setCodes] = useState<string[]>()
  const [beginning, setBeginning] = useState(false)
  const [ending, setEnding] = useState(false)
  const changed = () => void client.invalidateQueries({ queryKey: ['second-factor'] })
  return (
    <section className="ck-sheet">
      <h2>{t('factor.title')}</h2>
      <RefusalAlert failure={state.error} />
      {codes ? (
        <RecoveryCodes codes={codes} done={() => setCodes(undefined)} />
      ) : enrolment ? (
        <Enrol
          enrolment={enrolment}
          cancel={() => setEnrolment(undefined)}
          done={(fresh) => {
            setEnrolment(undefined)
            setCodes(fresh)
            changed()
          }}
        />
      ) : !state.data ? (
        <span className="ck-bone" />
      ) : state.data.on ? (
        <>
          <p>{t('factor.on', { count: state.data.codesLeft })}</p>
          <Button danger onClick={() => setEnding(true)}>
            {t('factor.end')}
          </Button>
        </>
      ) : (
        <>
          <p className="ck-quiet">{t('factor.off')}</p>
          <Button type="primary" onClick={() => setBeginning(true)}>
            {t('factor.begin')}
          </Button>
        </>
      )}
      <PasswordDrawer
        open={beginning}
        title={t('factor.begin')}
        close={() => setBeginning(false)}
        submit={async (password) =>
          setEnrolment(await ask(api.POST('/v1/profile/second-factor', { body: { password } })))
        }
      />
      <PasswordDrawer
        danger
        open={ending}
        title={t('factor.end')}
        close={() => setEnding(false)}
        submit={async (password) => {
          await ask(api.POST('/v1/profile/second-factor/end', { body: { password } }))
          changed()
          notify(t('factor.ended'))
        }}
      />
    </section>
  )
}

/** Asks for the password before something grave. */
function PasswordDrawer({
  title,
  open,
  close,
  submit,
  danger = false,
}: {
  title: string
  open: boolean
  close: () => void
  submit: (password: string) => Promise<void>
  danger?: boolean
}) {
  const t = useWords()
  return (
    <FormDrawer<{ password: string }>
      open={open}
      onClose={close}
      title={title}
      danger={danger}
      submitLabel={title}
      submit={({ password }) => submit(password)}
      onDone={close}
    >
      <Form.Item name="password" label={t('password.current')} rules={[{ required: true, message: t('required') }]}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
    </FormDrawer>
  )
}

function Enrol({
  enrolment,
  done,
  cancel,
}: {
  enrolment: Enrolment
  done: (codes: string[]) => void
  cancel: () => void
}) {
  const t = useWords()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const once = useOnce()
  const confirm = ({ code }: { code: string }) =>
    void once(async () => {
      setBusy(true)
      setFailure(undefined)
      await ask(api.POST('/v1/profile/second-factor/confirm', { body: { code: code.replace(/\s/g, '') } }))
        .then((answer) => done(answer.recoveryCodes), setFailure)
        .finally(() => setBusy(false))
    })
  return (
    <div className="ck-enrol">
      {/* A camera wants dark on light, whatever the theme. */}
      <QRCode
        value={enrolment.uri}
        size={176}
        color="#000000"
        bgColor="#ffffff"
        type="svg"
        aria-label={t('factor.qr')}
      />
      <Form layout="vertical" requiredMark={false} onFinish={confirm}>
        <p>{t('factor.scan')}</p>
        <p className="ck-quiet">
          {t('factor.secret')} <code className="ck-reference">{enrolment.secret}</code>
        </p>
        <Form.Item name="code" label={t('signIn.code')} rules={[{ required: true, message: t('required') }]}>
          <Input className="ck-code-field" inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus />
        </Form.Item>
        <RefusalAlert failure={failure} />
        <div className="ck-actions">
          <Button onClick={cancel}>{t('factor.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('factor.confirm')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const t = useWords()
  return (
    <div role="status">
      <p>{t('factor.codes')}</p>
      <ul className="ck-recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="ck-actions">
        <Button
          onClick={() =>
            saveFile(new Blob([`${codes.join('\r\n')}\r\n`], { type: 'text/plain' }), 'changke-recovery-codes.txt')
          }
        >
          {t('factor.saveCodes')}
        </Button>
        <Button type="primary" onClick={done}>
          {t('factor.codesKept')}
        </Button>
      </div>
    </div>
  )
}
