import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useCell } from '../../parts/cell.ts'
import { house } from '../../parts/formats.ts'
import { standAt, usePlace } from '../../parts/place.ts'
import { useSession } from '../../parts/session.ts'
import { storesQuery, tillsQuery } from './queries.ts'
import type { Till } from './shapes.ts'

/** Where this counter stands. */
export interface Here {
  storeId: string
  storeName: string
  /** The organisation, as it stands over a receipt. */
  houseName: string
  /** What the store sells in. */
  currency: string
  /** Whether that is the programme's currency, in which list prices are kept. */
  ownMoney: boolean
  till: Till | undefined
  tills: Till[]
}

/** What is still missing before anything can be sold here. */
export type Missing = 'store' | 'till' | 'waiting'

/** The store and till of this browser, remembered on it. A store with one till needs no choice. */
export function useHere(): { here: Here | undefined; missing: Missing | undefined; tills: Till[]; failure: unknown } {
  const { stores, organisation } = useSession()
  const { storeId, tillId } = usePlace()
  const programme = useCell(house).currency
  const known = useQuery(storesQuery)
  const query = useQuery(tillsQuery(storeId))
  const tills = (query.data ?? []).filter(({ open }) => open)
  const till = tills.find(({ id }) => id === tillId)
  const only = tills.length === 1 ? tills[0]?.id : undefined
  useEffect(() => {
    if (storeId && !till && only) standAt({ storeId, tillId: only })
  }, [storeId, till, only])
  const failure = query.error ?? undefined
  if (!storeId) return { here: undefined, missing: 'store', tills: [], failure }
  if (!query.data) return { here: undefined, missing: 'waiting', tills: [], failure }
  if (!till && tills.length > 0) return { here: undefined, missing: only ? 'waiting' : 'till', tills, failure }
  const store = known.data?.find(({ id }) => id === storeId)
  const currency = store?.currency ?? programme
  const storeName = stores.find(({ id }) => id === storeId)?.name ?? ''
  return {
    here: { storeId, storeName, houseName: organisation.name, currency, ownMoney: currency === programme, till, tills },
    missing: undefined,
    tills,
    failure,
  }
}
