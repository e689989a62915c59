interface Taken {
  sales: number
  returns: number
  /** Without their sale, besides those. */
  unlinked: number
  /** Minor units of the store's currency. */
  takings: number
}

export interface StoreToday extends Taken {
  storeId: string
  name: string
  businessOn: string
  currency: string
  toMembers: number
  tills: (Taken & { tillId: string | null; code: string | null; name: string })[]
}

export interface RunningShift {
  shiftId: string
  code: string
  name: string
  storeName: string
  openedAt: string
  overdue: boolean
}

export interface Today {
  computedAt: string
  stores: StoreToday[]
  newMembers: { joinedOn: string; count: number } | null
  shifts: RunningShift[]
}
