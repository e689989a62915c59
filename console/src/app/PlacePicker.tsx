import { ShopOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../parts/api.ts'
import { Disclosure } from '../parts/Disclosure.tsx'
import { standAt, usePlace } from '../parts/place.ts'
import { RefusalAlert } from '../parts/RefusalAlert.tsx'
import { useMay, useSession } from '../parts/session.ts'
import { useWords } from './words.ts'

/** The store, and for who sells the till, that this browser stands at. */
export function PlacePicker() {
  const t = useWords()
  const { stores } = useSession()
  const { storeId } = usePlace()
  const maySell = useMay('purchases.record')
  const store = stores.find((one) => one.id === storeId)
  if (stores.length === 0) return null
  return (
    <Disclosure
      label={store ? t('place.at', { store: store.name }) : t('place.choose')}
      face={
        <>
          <ShopOutlined aria-hidden /> <span className="ck-cut">{store?.name ?? t('place.choose')}</span>
        </>
      }
    >
      {(close) => (
        <div className="ck-menu-long">
          <ul className="ck-menu-list" aria-label={t('place.choose')}>
            {stores.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  aria-pressed={one.id === storeId}
                  onClick={() => {
                    standAt({ storeId: one.id })
                    if (!maySell) close()
                  }}
                >
                  <span className="ck-code">{one.code}</span> {one.name}
                </button>
              </li>
            ))}
          </ul>
          {maySell && storeId && <Tills storeId={storeId} close={close} />}
        </div>
      )}
    </Disclosure>
  )
}

function Tills({ storeId, close }: { storeId: string; close: () => void }) {
  const t = useWords()
  const { tillId } = usePlace()
  const { data, error } = useQuery({
    queryKey: ['place', 'tills', storeId],
    queryFn: () => ask(api.GET('/v1/tills', { params: { query: { storeId } } })),
  })
  const open = data?.items.filter((till) => till.open) ?? []
  if (error) return <RefusalAlert failure={error} />
  if (open.length === 0) return null
  return (
    <>
      <p className="ck-menu-note ck-menu-next">{t('place.till')}</p>
      <ul className="ck-menu-list" aria-label={t('place.till')}>
        {open.map((till) => (
          <li key={till.id}>
            <button
              type="button"
              aria-pressed={till.id === tillId}
              onClick={() => {
                standAt({ storeId, tillId: till.id })
                close()
              }}
            >
              <span className="ck-code">{till.code}</span> {till.name}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
