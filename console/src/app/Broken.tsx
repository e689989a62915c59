import { useRouter } from '@tanstack/react-router'
import { Fault, Refusal, Unreachable } from '../parts/api.ts'
import { PageHead } from '../parts/PageHead.tsx'
import { RefusalAlert } from '../parts/RefusalAlert.tsx'
import { useWords } from './words.ts'

/** A page that cannot be drawn says why, and what to do. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useWords()
  const router = useRouter()
  const refused = error instanceof Refusal
  const known = refused || error instanceof Fault || error instanceof Unreachable
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="ck-bare-page">
      <PageHead title={refused ? t('broken.refused') : t('broken.title')} />
      <RefusalAlert failure={known ? error : new Fault(0, undefined)} retry={again} />
    </div>
  )
}
