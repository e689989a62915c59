import type { Caller } from '#kernel/caller.ts'
import type { Read } from '#kernel/db.ts'
import type { Outcome } from '#kernel/lane.ts'
import { openBooks } from '#modules/ledger/index.ts'
import { Flag, findStandings, newStanding } from '#modules/members/index.ts'
import type { Command, Context } from './context.ts'
import { readShared } from './context.ts'
import type { Purchase, ReturnInput, ReturnPreview, UnlinkedInput } from './contract.ts'
import { attempt, decide, readGivens, readPast } from './record.ts'
import { render } from './render.ts'
import type { Asking } from './whose.ts'
import { findOut } from './whose.ts'

/**
 * What `record` would answer, with nothing written and nobody locked: for the check of an import, and before a return. It decides with the
 * very code that records. What an earlier rehearsal said is not remembered, so balances are those of now.
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
  const context: Context = { ...shared, standings, books, ...(await readPast(read, tellings, memberIds)) }
  const givens = await readGivens(read, tellings)
  return tellings.map((telling, at) =>
    attempt(() => {
      const draft = decide(telling, at, context, givens)
      return render(draft, context.charters[at]!.charter)
    }),
  )
}

/** What a return of a sale would give back and take back; nothing is written. Refuses what the return would refuse. */
export const previewReturn = (read: Read, input: ReturnInput, who: Caller): Promise<ReturnPreview> =>
  preview(read, { kind: 'return', input }, who)

/** What a return without its sale would give back and take back; nothing is written. Refuses what the return would refuse. */
export const previewUnlinked = (read: Read, input: UnlinkedInput, who: Caller): Promise<ReturnPreview> =>
  preview(read, { kind: 'unlinked', input }, who)

async function preview(read: Read, command: Command, who: Caller): Promise<ReturnPreview> {
  const [outcome] = await rehearse(read, [{ command, who, reference: 'preview' }])
  if (!('ok' in outcome!)) throw outcome!.refusal
  const { kind, origin, memberId, currency, total, tenders, lines, points, growth, wallet, tier, explained } =
    outcome.ok
  return { kind, origin, memberId, currency, total, tenders, lines, points, growth, wallet, tier, explained }
}
