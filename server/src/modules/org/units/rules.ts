import type { UnitKind } from './contract.ts'

const under: Record<UnitKind, readonly UnitKind[]> = {
  group: [],
  brand: ['group'],
  region: ['group', 'brand', 'region'],
  store: ['group', 'brand', 'region'],
  department: ['group', 'brand', 'region', 'store', 'department'],
}

/** Whether a unit of one kind may lie directly under a unit of another. */
export const mayLieUnder = (kind: UnitKind, parent: UnitKind): boolean => under[kind].includes(parent)
