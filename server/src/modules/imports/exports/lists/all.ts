import type { ListName } from '../contract.ts'
import { cards } from './cards.ts'
import { imports, people, posts, stores } from './house.ts'
import type { List } from './list.ts'
import { members } from './members.ts'
import { audit, importProblems, products, transfers } from './others.ts'
import { purchaseLines, purchases } from './purchases.ts'
import { shifts } from './shifts.ts'

/** Everything that can be taken out of the house as a file. */
export const lists: { [L in ListName]: List<L> } = {
  members,
  cards,
  purchases,
  'purchase-lines': purchaseLines,
  products,
  shifts,
  transfers,
  audit,
  imports,
  'import-problems': importProblems,
  people,
  posts,
  stores,
}
