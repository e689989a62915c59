import type { Tx } from '#kernel/db.ts'
import type { HashedTable, Rehashed } from '#kernel/index-rotation.ts'
import * as store from './store.ts'

const batch = 500
const nobody = '00000000-0000-0000-0000-000000000000'

/** Where this room keeps keyed hashes. */
export const rehashed: readonly HashedTable[] = [{ table: 'org.person', rehash }]

async function rehash(tx: Tx, after: string): Promise<Rehashed> {
  await store.lockLogins(tx)
  const rows = await store.lockOldPeople(tx, tx.keys.blinds('', 'org.email')[0].keyNo, after || nobody, batch)
  let moved = 0
  for (const { id, emailSealed, phoneSealed } of rows) {
    const login = (sealed: Buffer | null, context: string) => {
      const value = sealed && tx.keys.open(sealed, context)
      return sealed && value ? { sealed, blinds: tx.keys.blinds(value, context) } : null
    }
    const email = login(emailSealed, 'org.email')
    const phone = login(phoneSealed, 'org.phone')
    // One key number stands for both hashes of a person, so both move or none.
    if ((emailSealed && !email) || (phoneSealed && !phone)) continue
    await store.updateHashes(tx, { id, email, phone })
    moved += 1
  }
  return { moved, lost: rows.length - moved, next: rows.length === batch ? rows.at(-1)!.id : null }
}
