import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { firstOf, useAddress } from '../../parts/address.ts'
import { api, ask, Refusal } from '../../parts/api.ts'
import { useConnection } from '../../parts/connection.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { PlainField, textsOf } from '../../parts/PlainField.tsx'
import { PlainInput, PlainPassword } from '../../parts/PlainInput.tsx'
import { RefusalAlert } from '../../parts/RefusalAlert.tsx'
import { adopt, sessionQuery } from '../../parts/session.ts'
import { BarePage } from './BarePage.tsx'
import { useSetupNeeded } from './setup/setup-needed.ts'
import { useWords } from './words.ts'

interface Credentials {
  login: string
  password: string
}

export default function SignInPage() {
  const t = useWords()
  useConnection()
  const setupNeeded = useSetupNeeded()
  const [credentials, setCredentials] = useState<Credentials>()
  const { signIn, failure, busy } = useSignIn(setCredentials)
  if (setupNeeded) return <Navigate to="/setup" />
  return (
    <BarePage>
      <div className="ck-sheet">
        <PageHead title={credentials ? t('signIn.second') : t('signIn.title')} />
        <RefusalAlert failure={failure} />
        {credentials ? (
          <SecondStep
            busy={busy}
            again={() => setCredentials(undefined)}
            send={(code) => signIn({ ...credentials, code })}
          />
        ) : (
          <FirstStep busy={busy} send={signIn} />
        )}
      </div>
    </BarePage>
  )
}

/** Signs in and goes back to where the person came from; asks for the second step when the server does. */
function useSignIn(askSecond: (credentials: Credentials) => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [address] = useAddress()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const signIn = async (body: Credentials & { code?: string }) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await ask(api.POST('/v1/session', { body }))
      client.clear()
      const session = await client.query(sessionQuery)
      if (session) await adopt(session)
      // Only a path of our own: an address from elsewhere would make the sign-in page a signpost for strangers.
      const back = firstOf(address['back'])
      await navigate({ to: back?.startsWith('/') && !back.startsWith('//') ? back : '/', replace: true })
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.code === 'org.second_factor_needed') askSecond(body)
      else setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }
  return { signIn, failure, busy }
}

function FirstStep({ send, busy }: { send: (credentials: Credentials) => void; busy: boolean }) {
  const t = useWords()
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { login = '', password = '' } = textsOf(event.currentTarget)
    send({ login, password })
  }
  return (
    <form onSubmit={onSubmit}>
      <PlainField id="login" label={t('signIn.login')}>
        <PlainInput size="large" required autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </PlainField>
      <PlainField id="password" label={t('signIn.password')}>
        <PlainPassword size="large" required autoComplete="current-password" />
      </PlainField>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {t('signIn.button')}
      </Button>
    </form>
  )
}

function SecondStep({ send, busy, again }: { send: (code: string) => void; busy: boolean; again: () => void }) {
  const t = useWords()
  const [recovery, setRecovery] = useState(false)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    send((textsOf(event.currentTarget)['code'] ?? '').replace(/\s/g, ''))
  }
  return (
    <form key={String(recovery)} onSubmit={onSubmit}>
      <PlainField
        id="code"
        label={recovery ? t('signIn.recovery') : t('signIn.code')}
        hint={recovery ? t('signIn.recoveryHint') : t('signIn.codeHint')}
      >
        <PlainInput
          size="large"
          className="ck-code-field"
          required
          autoFocus
          autoComplete="one-time-code"
          inputMode={recovery ? 'text' : 'numeric'}
          maxLength={recovery ? 40 : 8}
          spellCheck={false}
        />
      </PlainField>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {t('signIn.button')}
      </Button>
      <div className="ck-actions ck-sign-in-other">
        <Button type="link" onClick={() => setRecovery(!recovery)}>
          {recovery ? t('signIn.useCode') : t('signIn.useRecovery')}
        </Button>
        <Button type="link" onClick={again}>
          {t('signIn.again')}
        </Button>
      </div>
    </form>
  )
}
