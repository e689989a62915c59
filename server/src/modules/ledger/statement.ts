import type { Read } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import type { Lot, ReadStatement, Statement } from './contract.ts'
import * as store from './store.ts'

/**
 * A member's entries, newest first, with balances and lots as of a business moment and, if asked, as they were known at a moment of
 * posting. The caller has checked that the member may be seen.
 */
export async function readStatement(read: Read, ask: ReadStatement): Promise<Statement> {
  const after = fromCursor(ask.cursor)?.[0] ?? null
  // Without a moment nothing is left out: a till's clock may run minutes ahead, and its sale is in the balance already.
  const until = { asOf: ask.asOf ?? null, knownAt: ask.knownAt ?? null, unit: ask.unit ?? null }
  const items = await store.selectEntries(read, ask.id, until, after, ask.limit)
  const lots = await store.selectLots(read, ask.id, until)
  return {
    memberId: ask.id,
    asOf: until.asOf ?? read.now,
    balances: sumUp(lots),
    lots: lots.filter((lot) => lot.balance !== 0),
    items,
    next: items.length === ask.limit ? toCursor(items.at(-1)!.id) : null,
  }
}

function sumUp(lots: Lot[]): Statement['balances'] {
  const sums = new Map<string, Statement['balances'][number]>()
  for (const { unit, state, balance } of lots) {
    const sum = sums.get(unit) ?? { unit, shown: 0, pending: 0, held: 0, debt: 0 }
    if (state === 'open') sum.shown += balance
    else sum[state] += balance
    if (state === 'debt') sum.shown -= balance
    sums.set(unit, sum)
  }
  return [...sums.values()]
}

/** The shown balances (open lots less debt) of many members at once, for lists. */
export const balancesOf = (
  read: Read,
  memberIds: string[],
): Promise<{ memberId: string; unit: string; shown: number }[]> => store.selectShown(read, memberIds)

/** Every fault in the books, with the account or cause where it shows; empty when all is well. */
export const findBroken = (read: Read): Promise<{ fault: string; id: string }[]> => store.selectBroken(read)
