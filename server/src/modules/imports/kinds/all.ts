import type { Kind } from '../contract.ts'
import type { ImportKind } from './kind.ts'
import { members } from './members/work.ts'
import { openings } from './openings/work.ts'
import { products } from './products/work.ts'
import { purchases } from './purchases/work.ts'

/** What can be imported. */
export const kinds: Record<Kind, ImportKind> = { members, products, purchases, openings }
