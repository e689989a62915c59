import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { api, ask, Refusal } from '../../parts/api.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { PlainField, textsOf } from '../../parts/PlainField.tsx'
import { PlainPassword } from '../../parts/PlainInput.tsx'
import { RefusalAlert } from '../../parts/RefusalAlert.tsx'
import { BarePage } from './BarePage.tsx'
import { passwordLength } from './setup/answers.ts'
import { useWords } from './words.ts'

/** An invited person sets their password. The secret of the link stands behind its `#` and goes only into the body of a call. */
export default function WelcomePage() {
  const t = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [token] = useState(() => window.location.hash.slice(1))
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const invitation = useQuery({
    queryKey: ['invitation'],
    gcTime: 0,
    queryFn: () => ask(api.POST('/v1/invitations/read', { body: { token } })),
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setFailure(undefined)
    const { password = '' } = textsOf(event.currentTarget)
    ask(api.POST('/v1/invitations/accept', { body: { token, password } }))
      .then(() => {
        client.clear()
        return navigate({ to: '/', replace: true })
      })
      .catch(setFailure)
      .finally(() => setBusy(false))
  }
  return (
    <BarePage>
      <div className="ck-sheet">
        <PageHead title={t('welcome.title')} lead={invitation.data && t('welcome.lead', invitation.data)} />
        <RefusalAlert failure={failure ?? overOf(invitation.error)} />
        {invitation.data && (
          <form onSubmit={onSubmit}>
            <PlainField
              id="password"
              label={t('password.next')}
              hint={t('setup.ownerPasswordHint', { count: passwordLength })}
            >
              <PlainPassword size="large" required minLength={passwordLength} autoComplete="new-password" autoFocus />
            </PlainField>
            <Button type="primary" size="large" htmlType="submit" block loading={busy}>
              {t('welcome.button')}
            </Button>
          </form>
        )}
        {invitation.error && <Link to="/sign-in">{t('signIn.title')}</Link>}
      </div>
    </BarePage>
  )
}

/** A link that was cut off on its way is no form that somebody filled in wrongly: it is over, and there is a new one to ask for. */
const overOf = (failure: unknown): unknown =>
  failure instanceof Refusal && failure.code === 'kernel.bad_input'
    ? new Refusal({ code: 'org.invitation_over', status: 410, details: {} })
    : failure
