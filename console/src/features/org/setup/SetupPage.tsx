import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { api, ask } from '../../../parts/api.ts'
import { PageHead } from '../../../parts/PageHead.tsx'
import { RefusalAlert } from '../../../parts/RefusalAlert.tsx'
import { BarePage } from '../BarePage.tsx'
import { useWords } from '../words.ts'
import type { SetupAnswers } from './answers.ts'
import { useSetupNeeded } from './setup-needed.ts'
import { OrganisationStep, OwnerStep, StartStep, StoreStep } from './steps.tsx'

const DemoProgress = lazy(() => import('./DemoProgress.tsx'))

/** The first visit: four questions, then everything is made in one transaction. */
export default function SetupPage() {
  const t = useWords()
  const needed = useSetupNeeded()
  const [step, setStep] = useState(0)
  const [answers, setAnswers] = useState<Partial<SetupAnswers>>({})
  const { finish, enter, failure, busy, telling } = useFinish()
  const steps = [t('setup.organisation'), t('setup.store'), t('setup.owner'), t('setup.start')]
  if (telling) {
    return (
      <BarePage wide>
        <div className="ck-sheet">
          <PageHead title={t('demo.title')} lead={t('demo.lead')} />
          <Suspense fallback={null}>
            <DemoProgress enter={() => void enter()} />
          </Suspense>
        </div>
      </BarePage>
    )
  }
  if (needed === false) return <Navigate to="/sign-in" />
  const answer = (part: Partial<SetupAnswers>) => {
    const all = { ...answers, ...part }
    setAnswers(all)
    if (step < steps.length - 1) setStep(step + 1)
    else void finish(all as SetupAnswers)
  }
  const back = step > 0 ? () => setStep(step - 1) : undefined
  const shared = { answers, answer, back, busy }
  return (
    <BarePage wide>
      <div className="ck-sheet">
        <PageHead title={t('setup.title')} lead={t('setup.lead')} />
        <ol className="ck-steps">
          {steps.map((name, index) => (
            <li key={name} aria-current={index === step ? 'step' : undefined} data-done={index < step || undefined}>
              <span aria-hidden="true">{index + 1}</span> {name}
            </li>
          ))}
        </ol>
        <RefusalAlert failure={failure} />
        {step === 0 && <OrganisationStep {...shared} />}
        {step === 1 && <StoreStep {...shared} />}
        {step === 2 && <OwnerStep {...shared} />}
        {step === 3 && <StartStep {...shared} />}
      </div>
    </BarePage>
  )
}

/** Makes everything, signs the owner in, and goes in at once or, with a demo, shows how its year is told. */
function useFinish() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [telling, setTelling] = useState(false)
  const enter = () => {
    client.clear()
    return navigate({ to: '/' })
  }
  const finish = async (answers: SetupAnswers) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await ask(api.POST('/v1/setup', { body: answers }))
      const { login, password } = answers.owner
      await ask(api.POST('/v1/session', { body: { login, password } }))
      if ('demo' in answers.start) setTelling(true)
      else await enter()
    } catch (thrown) {
      setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }
  return { finish, enter, failure, busy, telling }
}
