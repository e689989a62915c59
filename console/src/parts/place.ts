import { cellOf, keep, recall, useCell } from './cell.ts'
import { useSession } from './session.ts'

/** The store and till that this browser stands at. */
export interface Place {
  storeId?: string
  tillId?: string
}

const place = cellOf<Place>(recall<Place>('place') ?? {})

/** Says where this browser stands from now on; another store forgets the till. */
export function standAt(next: Place): void {
  keep('place', next)
  place.set(next)
}

/** The store and till of this browser, if they are among the person's; the only store is chosen by itself. */
export function usePlace(): Place {
  const { stores } = useSession()
  const chosen = useCell(place)
  if (stores.some((store) => store.id === chosen.storeId)) return chosen
  return stores.length === 1 && stores[0] ? { storeId: stores[0].id } : {}
}
