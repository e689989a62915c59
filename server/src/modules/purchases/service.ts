import type { Caller } from '#kernel/caller.ts'
import { reaches } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import type { Asked } from '#kernel/http.ts'
import type { Outcome } from '#kernel/lane.ts'
import { charterOf } from '#modules/charter/index.ts'
import { openBooks } from '#modules/ledger/index.ts'
import { Flag, findStandings, newStanding } from '#modules/members/index.ts'
import { readStores } from '#modules/org/index.ts'
import type { Circumstances } from './circumstances.ts'
import { circumstancesOf } from './circumstances.ts'
import type { Context } from './context.ts'
import { readShared } from './context.ts'
import type {
  Purchase,
  PurchaseInput,
  PurchaseRecord,
  Quote,
  QuoteInput,
  ReturnInput,
  UnlinkedInput,
} from './contract.ts'
import { refuse } from './contract.ts'
import { unfold } from './explained.ts'
import { showMembers } from './lists/service.ts'
import { idsOf } from './receipt.ts'
import { recordAll } from './record.ts'
import { trailRefused } from './refused.ts'
import { render } from './render.ts'
import { most } from './rules.ts'
import { decideSale, digestOfQuote } from './sales.ts'
import { draftsOf, membersByRange, returnedOf } from './store.ts'
import type { Asking } from './whose.ts'
import { findOut, idIn } from './whose.ts'

/**
 * Records sales and returns, lists in, lists out: each is answered on its own, told once by its reference. The one path of tills, POS,
 * batches and imports.
 */
export async function record(tx: Tx, asked: Asking[]): Promise<Outcome<Purchase>[]> {
  const tellings = await findOut(tx, asked)
  const outcomes = await recordAll(tx, tellings)
  await trailRefused(tx, tellings, outcomes)
  return outcomes
}

/** Records sales (see `record`). */
export const recordPurchases = (tx: Tx, asked: Asked<PurchaseInput>[]): Promise<Outcome<Purchase>[]> =>
  record(
    tx,
    asked.map(({ input, who, reference }) => ({ command: { kind: 'sale', input }, who, reference })),
  )

/** Records returns of sales, by line and quantity, in any store. */
export const returnPurchases = (tx: Tx, asked: Asked<ReturnInput>[]): Promise<Outcome<Purchase>[]> =>
  record(
    tx,
    asked.map(({ input, who, reference }) => ({ command: { kind: 'return', input }, who, reference })),
  )

/** Records returns without their sale. */
export const returnUnlinked = (tx: Tx, asked: Asked<UnlinkedInput>[]): Promise<Outcome<Purchase>[]> =>
  record(
    tx,
    asked.map(({ input, who, reference }) => ({ command: { kind: 'unlinked', input }, who, reference })),
  )

/** What a basket would come to, with a digest that a sale can carry. Nothing is written. */
export async function quote(read: Read, input: QuoteInput, who: Caller): Promise<Quote> {
  const [telling] = await findOut(read, [{ command: { kind: 'sale', input }, who, reference: 'quote' }])
  const { memberId, walkIn } = telling!
  const standings = walkIn
    ? new Map([[memberId!, newStanding(memberId!, input.storeId, Flag.bearer)]])
    : await findStandings(read, memberId ? [memberId] : [])
  const books = await openBooks(read, memberId && standings.has(memberId) ? [memberId] : [])
  const context: Context = {
    ...(await readShared(read, [telling!.command])),
    standings,
    books,
    sales: new Map(),
    returned: new Map(),
    sold: new Map(),
  }
  const usable = usableOf(context, circumstancesOf(telling!, 0, context), walkIn)
  const { row, lines } = decideSale(telling!, 0, context)
  return {
    digest: digestOfQuote(walkIn ? null : memberId, {
      due: row.total,
      points: row.points,
      growth: row.growth,
      pointsSpent: row.pointsSpent,
    }),
    total: row.total,
    currency: row.currency,
    points: { earned: row.points, spent: row.pointsSpent },
    growth: { earned: row.growth },
    lines: lines.map(({ no, sku, name, listAmount, amount, points, growth }) => ({
      line: no,
      sku,
      name,
      listAmount,
      amount,
      points,
      growth,
    })),
    tier: { before: row.tierBefore, after: row.tierAfter, upgraded: row.tierAfter > row.tierBefore },
    usable,
    explained: unfold(row, lines, context.charters[0]!.charter),
  }
}

/** What a member may pay with on that day: exactly what the sale would not refuse. */
function usableOf(
  { books }: Context,
  { standing, store, inForce, businessOn }: Circumstances,
  walkIn: boolean,
): Quote['usable'] {
  if (walkIn) return { points: 0, pointsAmount: 0, wallet: 0 }
  const { memberId } = standing
  const points = books.usable(memberId, 'points', businessOn)
  const { spend } = inForce.charter.points
  const pointsAmount = spend
    ? Math.floor(points / spend.step) * Math.floor((spend.step * spend.amount) / spend.points)
    : 0
  return {
    points,
    // Nothing costs more.
    pointsAmount: Math.min(most, pointsAmount),
    wallet: books.usable(memberId, `principal.${store.currency}`) + books.usable(memberId, `bonus.${store.currency}`),
  }
}

/** One purchase with its lines. A receipt number opens it anywhere; an id outside the caller's scope is as if it did not exist. */
export async function readPurchase(read: Read, id: string, who: Caller): Promise<PurchaseRecord> {
  const own = idIn(id)
  const range = own ? undefined : idsOf(id)
  const found = range ? (await membersByRange(read, range))[0]?.id : own
  const draft = found ? (await draftsOf(read, [found])).get(found) : undefined
  if (!draft || (!range && !reaches(who, draft.row.storeId))) throw refuse('purchases.unknown', { id })
  const { memberId, storeId, walkIn } = draft.row
  const returned = await returnedOf(read, [memberId], [draft.row.id])
  const memberOf = await showMembers(read, walkIn ? [] : [memberId], who)
  return {
    ...render(draft, await charterOf(read, draft.row.charter), returned),
    storeName: (await readStores(read, [storeId])).get(storeId)?.name ?? '',
    member: memberOf(memberId),
  }
}
