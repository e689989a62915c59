import type { ListName } from '../contract.ts'
import type { List } from './list.ts'
import { members } from './members.ts'
import { audit, importProblems, products, transfers } from './others.ts'
import { purchaseLines, purchases } from './purchases.ts'
import { shifts } from './shifts.ts'

/** Everything that can be taken out of the house as a file. */
export const lists: Record<ListName, List> = {
  members,
  purchases,
  'purchase-lines': purchaseLines,
  shifts,
  products,
  transfers,
  audit,
  'import-problems': importProblems,
}
