import { reaches } from '#kernel/caller.ts'
import type { Tx } from '#kernel/db.ts'
import type { Outcome } from '#kernel/lane.ts'
import { isTrailed, writeTrail } from '#kernel/trail.ts'
import { findStandings } from '#modules/members/index.ts'
import type { Telling } from './context.ts'

const hourMs = 3_600_000
const kinds = { sale: 'recordPurchase', return: 'returnPurchase', unlinked: 'returnUnlinked' } as const

/**
 * Writes down who was told by a refusal that a phone, card, number or receipt is somebody's in another store: nothing else remains of a sale
 * that was refused, and who tries numbers out that way shall leave as many traces as with quotes. Once for a caller, a member and an hour.
 */
export async function trailRefused(tx: Tx, tellings: Telling[], outcomes: Outcome<unknown>[]): Promise<void> {
  const told = tellings.filter((telling, at) => {
    const outcome = outcomes[at]!
    if (!('refusal' in outcome) || outcome.refusal.code === 'purchases.member_unknown') return false
    const { memberId, walkIn, byId, origin, who } = telling
    return memberId !== null && !walkIn && !byId && origin === 'till' && who.scope !== 'all'
  })
  if (told.length === 0) return
  const standings = await findStandings(tx, [...new Set(told.map(({ memberId }) => memberId!))])
  for (const { memberId, command, who } of told) {
    const standing = standings.get(memberId!)
    if (!standing || (standing.homeStore !== null && reaches(who, standing.homeStore))) continue
    const by = command.kind === 'return' ? 'receipt' : Object.keys(command.input.member!)[0]!
    const seen = { subjectId: memberId, storeId: standing.homeStore, outcome: 'outside', body: { by } }
    const entry = { kind: kinds[command.kind], ...seen }
    if (!(await isTrailed(tx, who, entry, hourMs))) await writeTrail(tx, who, entry)
  }
}
