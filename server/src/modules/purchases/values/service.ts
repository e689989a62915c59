import type { z } from 'zod'
import type { Caller } from '#kernel/caller.ts'
import { dayIn } from '#kernel/clock.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { newId } from '#kernel/ids.ts'
import { digestOf, once } from '#kernel/told.ts'
import { chartersAt } from '#modules/charter/index.ts'
import type { ReadStatement, Statement } from '#modules/ledger/index.ts'
import { readStatement } from '#modules/ledger/index.ts'
import type { Standing } from '#modules/members/index.ts'
import { Flag, lockMembers, openArchive } from '#modules/members/index.ts'
import { readOrganisation, readStores } from '#modules/org/index.ts'
import { adjustPoints, listAdjustments, readAdjustment } from '#modules/points/index.ts'
import { listTierHistory } from '#modules/tiers/index.ts'
import type { TopUpRow } from '#modules/wallets/index.ts'
import { listTopUps, readTopUp, topUp } from '#modules/wallets/index.ts'
import { refuse } from '../contract.ts'
import { receiptOf } from '../receipt.ts'
import { holdTills, tillsOf } from '../store.ts'
import { findMember, mayKnow } from '../whose.ts'
import type { AdjustInput, OfMember, TopUp, TopUpInput } from './contract.ts'

async function lockOne(tx: Tx, memberId: string, who: Caller, byId: boolean): Promise<Standing> {
  const standing = (await lockMembers(tx, [memberId])).get(memberId)
  if (!standing || standing.flags & Flag.bearer || !mayKnow(who, byId, standing.homeStore))
    throw refuse('purchases.member_unknown')
  if (standing.flags & Flag.closed) throw refuse('purchases.member_blocked')
  return standing
}

/** Takes money in for a member. Refuses a till of another store, a member outside the scope without proof, and the charter's limits. */
export async function topUpMember(
  tx: Tx,
  input: z.infer<typeof TopUpInput>,
  who: Caller,
  reference: string,
): Promise<TopUp> {
  const id = newId()
  const { id: memberId, storeId, amount } = input
  const telling = { caller: who.id, reference, digest: digestOf('topup', input), causeId: id, memberId }
  return once(
    tx,
    telling,
    async () => {
      const proven = input.proof !== undefined && (await findMember(tx, input.proof)) === memberId
      await lockOne(tx, memberId, who, !proven)
      const store = (await readStores(tx, [storeId])).get(storeId)
      if (!store) throw refuse('purchases.store_unknown', { storeId })
      if (store.status !== 'open') throw refuse('purchases.store_closed', { storeId })
      const shiftId = input.tillId ? await shiftAt(tx, input.tillId, storeId) : null
      const [inForce] = await chartersAt(tx, [tx.now])
      return shown(
        await topUp(tx, {
          memberId,
          id,
          storeId,
          tillId: input.tillId ?? null,
          shiftId,
          staffId: who.personId,
          currency: store.currency,
          principal: amount,
          tender: input.tender,
          note: input.note,
          charter: inForce!.no,
          occurredAt: tx.now,
          rules: inForce!.charter.wallets,
        }),
      )
    },
    async (causeId) => shown(await readTopUp(tx, memberId, causeId)),
  )
}

/** The running shift of a till, which does not end before this transaction; null when none runs. Refuses a closed till and one of another store. */
async function shiftAt(tx: Tx, tillId: string, storeId: string): Promise<string | null> {
  await holdTills(tx, [tillId])
  const [till] = await tillsOf(tx, [tillId])
  if (!till?.open || till.storeId !== storeId) throw refuse('purchases.till_unknown', { tillId })
  return till.shiftId
}

const shown = (row: TopUpRow): TopUp => ({
  ...row,
  tender: row.tender as TopUp['tender'],
  receipt: receiptOf(row.id),
  wallet: { principal: row.principalAfter, bonus: row.bonusAfter },
})

/** Gives or takes points by hand, with a reason. Refuses `ledger.not_enough` when more is to be taken than there is. */
export async function adjust(tx: Tx, input: z.infer<typeof AdjustInput>, who: Caller, reference: string) {
  const id = newId()
  const { id: memberId, amount, reason } = input
  const telling = { caller: who.id, reference, digest: digestOf('adjust', input), causeId: id, memberId }
  return once(
    tx,
    telling,
    async () => {
      await lockOne(tx, memberId, who, true)
      const [inForce] = await chartersAt(tx, [tx.now])
      const today = dayIn((await readOrganisation(tx)).zone, tx.now)
      return adjustPoints(
        tx,
        { memberId, id, amount, reason, charter: inForce!.no, rules: inForce!.charter.points, today },
        who,
      )
    },
    (causeId) => readAdjustment(tx, memberId, causeId),
  )
}

/** A member's entries, balances and lots, as of a moment. Refuses a member outside the caller's scope as unknown. */
export async function statementOf(read: Read, input: z.infer<typeof ReadStatement>, who: Caller): Promise<Statement> {
  await openArchive(read, input.id, who)
  return readStatement(read, input)
}

/** A member's top-ups, newest first, a page. */
export async function topUpsOf(read: Read, { id, cursor, limit }: OfMember, who: Caller) {
  await openArchive(read, id, who)
  const { items, next } = pageOf(await listTopUps(read, id, lastOf(cursor), limit + 1), limit)
  return { items: items.map(shown), next }
}

/** A member's adjustments, newest first, a page. */
export async function adjustmentsOf(read: Read, { id, cursor, limit }: OfMember, who: Caller) {
  await openArchive(read, id, who)
  return pageOf(await listAdjustments(read, id, lastOf(cursor), limit + 1), limit)
}

/** How a member's tier changed, newest first, a page. */
export async function tierHistoryOf(read: Read, { id, cursor, limit }: OfMember, who: Caller) {
  await openArchive(read, id, who)
  return pageOf(await listTierHistory(read, id, lastOf(cursor), limit + 1), limit)
}

const lastOf = (cursor: string | undefined): string | null => (fromCursor(cursor)?.[0] as string | undefined) ?? null

/** A page of rows that were read with one more, which only says whether there is another page. */
function pageOf<Row extends { id: string }>(rows: Row[], limit: number): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? toCursor(items.at(-1)!.id) : null }
}
