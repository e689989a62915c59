import type { Read } from '#kernel/db.ts'
import { Books } from './books.ts'
import { accountsOf } from './store.ts'

/** Opens the books of members. Call `lockMembers` first; `save` writes what moved. */
export async function openBooks(read: Read, memberIds: string[]): Promise<Books> {
  return new Books(memberIds, memberIds.length > 0 ? await accountsOf(read, memberIds) : [])
}
