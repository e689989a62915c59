import { PageHead } from '../../parts/PageHead.tsx'
import { standAt, usePlace } from '../../parts/place.ts'
import { RefusalAlert } from '../../parts/RefusalAlert.tsx'
import { useSession } from '../../parts/session.ts'
import './counter.css'
import type { Till } from './shapes.ts'
import type { Missing } from './use-here.ts'
import { useWords } from './words.ts'

interface PlaceGateProps {
  missing: Missing | undefined
  tills: Till[]
  failure: unknown
}

/** Asks where this browser stands, once: the answer is remembered on it. */
export function PlaceGate({ missing, tills, failure }: PlaceGateProps) {
  const t = useWords()
  const { stores } = useSession()
  const { storeId } = usePlace()
  const choices =
    missing === 'store'
      ? stores.map(({ id, code, name }) => ({ id, code, name, choose: () => standAt({ storeId: id }) }))
      : tills.map(({ id, code, name }) => ({
          id,
          code,
          name: name || t('till.nameless', { code }),
          choose: () => standAt({ ...(storeId ? { storeId } : {}), tillId: id }),
        }))
  return (
    <div className="ck-narrow">
      <PageHead
        title={t('title')}
        lead={missing === 'till' ? t('place.till') : missing ? t('place.store') : undefined}
      />
      <RefusalAlert failure={failure} />
      {missing === 'store' && stores.length === 0 && <p>{t('place.none')}</p>}
      {missing !== 'waiting' && (
        <ul className="ck-counter-places">
          {choices.map(({ id, code, name, choose }, index) => (
            <li key={id}>
              {/* biome-ignore lint/a11y/noAutofocus: the one question of this page, which a cashier answers by keyboard */}
              <button type="button" autoFocus={index === 0} onClick={choose}>
                <span className="ck-code">{code}</span> {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
