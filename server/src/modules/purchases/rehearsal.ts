import type { Read } from '#kernel/db.ts'
import type { Outcome } from '#kernel/lane.ts'
import { openBooks } from '#modules/ledger/index.ts'
import { Flag, findStandings, newStanding } from '#modules/members/index.ts'
import type { Context } from './context.ts'
import { readShared } from './context.ts'
import type { Purchase } from './contract.ts'
import { attempt, decide } from './record.ts'
import { render } from './render.ts'
import type { Asking } from './whose.ts'
import { findOut } from './whose.ts'

/**
 * What `record` would answer to sales and unlinked returns, with nothing written and nobody locked: for the check of an import. What an earlier
 * rehearsal said is not remembered, so balances are those of now.
 */
export async function rehearse(read: Read, asked: Asking[]): Promise<Outcome<Purchase>[]> {
  const tellings = await findOut(read, asked)
  const memberIds = [...new Set(tellings.flatMap(({ memberId, walkIn }) => (memberId && !walkIn ? [memberId] : [])))]
  const standings = await findStandings(read, memberIds)
  const books = await openBooks(read, [...standings.keys()])
  for (const { memberId, walkIn, command } of tellings) {
    if (!walkIn) continue
    standings.set(memberId!, newStanding(memberId!, command.input.storeId, Flag.bearer))
    books.openNew([memberId!])
  }
  const shared = await readShared(
    read,
    tellings.map(({ command }) => command),
  )
  const context: Context = { ...shared, standings, books, sales: new Map(), returned: new Map(), sold: new Map() }
  return tellings.map((telling, at) =>
    attempt(() => {
      const draft = decide(telling, at, context, new Map())
      return render(draft, context.charters[at]!.charter)
    }),
  )
}
