/** An account of the house: what it gave and received of a unit, and its balance (received less given). */
export type HouseBalance = { house: string; unit: string; given: number; received: number; balance: number }
