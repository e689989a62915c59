import type { Tx } from '#kernel/db.ts'
import { Books } from './books.ts'
import { accountsOf } from './store.ts'

/** Opens the books of members. Call `lockMembers` first; `save` writes what moved. */
export async function openBooks(tx: Tx, memberIds: string[]): Promise<Books> {
  return new Books(memberIds, memberIds.length > 0 ? await accountsOf(tx, memberIds) : [])
}
