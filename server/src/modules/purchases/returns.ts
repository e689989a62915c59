import { upTo } from '#kernel/shares.ts'
import type { Books, Cause, Transfer } from '#modules/ledger/index.ts'
import { never } from '#modules/ledger/index.ts'
import { bookVisit } from '#modules/members/index.ts'
import type { Circumstances } from './circumstances.ts'
import { afterwards, balancesAfter, circumstancesOf, headOf, judge, soonest } from './circumstances.ts'
import type { Context, Telling } from './context.ts'
import { markBack } from './context.ts'
import type { ReturnInput } from './contract.ts'
import { refuse } from './contract.ts'
import type { Draft, LineRow, PurchaseRow, Returned, Tender } from './rows.ts'
import { mayFollow, milli } from './rules.ts'
import { mayKnow } from './whose.ts'

export type Given = (Transfer & { takenBack: number })[]

/**
 * Decides a return of a sale, by line and quantity: what falls to the pieces is cumulative, so that parts always add up to the line. It mirrors
 * what was recorded and computes nothing again. Points that are spent already become debt; value that paid goes back to the lots it came from.
 */
export function decideReturn(telling: Telling, at: number, context: Context, given: Given): Draft {
  const input = telling.command.input as ReturnInput
  const sale = context.sales.get(input.id)
  if (!sale || !mayKnow(telling.who, telling.byId, sale.row.storeId))
    throw refuse('purchases.unknown', { id: input.id })
  if (sale.row.kind !== 'sale') throw refuse('purchases.not_a_sale', { id: input.id })
  const where = circumstancesOf(telling, at, context)
  const { charter } = where.inForce
  checkPlace(sale.row, where, telling.origin)
  checkInTime(charter.returns.days, sale.row.businessOn, where.businessOn)
  const before = context.returned.get(input.id) ?? []
  const wanted =
    input.lines?.map(({ line, quantity }) => ({ line, quantity: milli(quantity) })) ?? rest(sale.lines, before)
  const lines = mirrorAll(sale.lines, before, wanted, telling.id)
  if (lines.length === 0) throw refuse('purchases.nothing_left_to_return', { line: 0, left: 0 })
  const sum = (pick: (line: LineRow) => number) => lines.reduce((all, line) => all + pick(line), 0)
  const tenders: Tender[] = sale.row.tenders.map(({ kind, points }, t) => ({
    kind,
    amount: sum((line) => line.tenders[t]!),
    ...(points === undefined ? {} : { points: sum((line) => line.pointsSpent) }),
  }))
  const totals = {
    total: sum((line) => line.amount),
    points: sum((line) => line.points),
    growth: sum((line) => line.growth),
    pointsSpent: sum((line) => line.pointsSpent),
  }
  const { memberId } = where.standing
  const debt =
    sale.row.origin === 'history'
      ? 0
      : context.books.attempt(memberId, () =>
          giveBack(context.books, where, charter.returns.reopenDays, tenders, totals, given),
        )
  for (const line of lines) markBack(context, memberId, input.id, line.saleLine!, line.quantity, line.amount)
  bookVisit(where.standing, where.businessOn, { count: 0, sum: -totals.total })
  const walkIn = sale.row.walkIn
  const after = balancesAfter(context, where, sale.row.currency, walkIn)
  const tier =
    walkIn || sale.row.origin === 'history'
      ? { before: where.standing.tier, after: where.standing.tier }
      : judge(charter, where.standing, after.growth, where.businessOn)
  return {
    row: {
      ...headOf({ ...telling, walkIn }, where, context),
      ...totals,
      origin: sale.row.origin === 'history' ? 'history' : telling.origin,
      currency: sale.row.currency,
      saleId: input.id,
      tenders,
      ...afterwards(after, tier),
      explained: {
        ...(debt > 0 ? { d: debt } : {}),
        ...(input.reason ? { r: input.reason } : {}),
        ...(walkIn ? {} : soonest(context, where)),
      },
    },
    lines,
  }
}

/** A drawer knows one currency, and nothing comes back before it was bought. */
function checkPlace(sale: PurchaseRow, { store, occurredAt }: Circumstances, origin: Telling['origin']): void {
  if (sale.currency !== store.currency)
    throw refuse('purchases.other_currency', { sold: sale.currency, store: store.currency })
  if (!mayFollow(sale, occurredAt, origin)) throw refuse('purchases.return_before_sale', { soldAt: sale.occurredAt })
}

function checkInTime(days: number | null, soldOn: string, today: string): void {
  if (days !== null && Date.parse(today) - Date.parse(soldOn) > days * 86_400_000)
    throw refuse('purchases.return_too_late', { days })
}

const rest = (sold: LineRow[], before: Returned[]) =>
  sold
    .map((line) => ({ line: line.no, quantity: line.quantity - doneOf(before, line.no) }))
    .filter(({ quantity }) => quantity > 0)

const doneOf = (before: Returned[], line: number) =>
  before.filter((one) => one.line === line).reduce((sum, one) => sum + one.quantity, 0)

/** The return lines, in order; a line that is named twice goes on where it was. */
function mirrorAll(
  sold: LineRow[],
  before: Returned[],
  wanted: { line: number; quantity: number }[],
  purchaseId: string,
): LineRow[] {
  const done = [...before]
  return wanted.map(({ line, quantity }, at) => {
    const mirrored = mirror(sold, done, line, quantity, purchaseId, at + 1)
    done.push({ line, quantity, amount: mirrored.amount })
    return mirrored
  })
}

/** A return line: what falls to the pieces up to these, less what fell to the pieces before. */
function mirror(
  sold: LineRow[],
  before: Returned[],
  no: number,
  quantity: number,
  purchaseId: string,
  at: number,
): LineRow {
  const line = sold.find((one) => one.no === no)
  if (!line) throw refuse('purchases.line_unknown', { line: no })
  const done = doneOf(before, no)
  if (done + quantity > line.quantity)
    throw refuse('purchases.nothing_left_to_return', { line: no, left: (line.quantity - done) / 1000 })
  const part = (total: number) => upTo(total, done + quantity, line.quantity) - upTo(total, done, line.quantity)
  const tenders = line.tenders.map(part)
  return {
    ...line,
    purchaseId,
    no: at,
    quantity,
    listAmount: part(line.listAmount),
    // The sum of what each tender gives back, so that drawer and receipt agree to the last minor unit.
    amount: tenders.reduce((sum, one) => sum + one, 0),
    tenders,
    points: part(line.points),
    growth: part(line.growth),
    pointsSpent: part(line.pointsSpent),
    saleId: line.purchaseId,
    saleLine: no,
  }
}

type Totals = { points: number; growth: number; pointsSpent: number }

/** Answers how many points became debt. */
function giveBack(
  books: Books,
  where: Circumstances,
  reopenDays: number,
  tenders: Tender[],
  totals: Totals,
  given: Given,
): number {
  const { cause, standing, store, businessOn } = where
  const of = (unit: string, house: string) =>
    given.filter((one) => one.unit === unit && (one.creditHouse === house || one.debitHouse === house))
  const back = { memberId: standing.memberId, cause, reopenOn: addDays(businessOn, reopenDays), today: businessOn }
  if (totals.pointsSpent > 0)
    restore(
      books,
      back,
      'points',
      totals.pointsSpent,
      given.filter((one) => one.unit === 'points' && one.creditHouse === 'house/points/redeemed'),
    )
  const wallet = tenders.filter(({ kind }) => kind === 'wallet').reduce((sum, { amount }) => sum + amount, 0)
  if (wallet > 0) restoreWallet(books, back, wallet, given, store.currency)
  if (totals.growth > 0)
    books.takeBack(
      standing.memberId,
      'growth',
      totals.growth,
      'growth/issued',
      cause,
      of('growth', 'house/growth/issued'),
    )
  return totals.points > 0
    ? books.takeBack(
        standing.memberId,
        'points',
        totals.points,
        'points/issued',
        cause,
        of('points', 'house/points/issued'),
      )
    : 0
}

type Back = { memberId: string; cause: Cause; reopenOn: string; today: string }

/**
 * Puts value back to the lots that it was spent from, last spent first; a lot that has ended meanwhile is opened again for some days. It pays
 * what is owed first: else a member whose other sale came back before could spend points that the debt says are gone.
 */
function restore(
  books: Books,
  { memberId, cause, reopenOn, today }: Back,
  unit: string,
  amount: number,
  spent: Given,
): void {
  let left = amount
  for (const transfer of [...spent].reverse()) {
    const part = Math.min(left, transfer.amount - transfer.takenBack)
    if (part <= 0) continue
    const lot = books.account(memberId, transfer.debitNo!)!
    const endsOn = lot.endsOn === never || lot.endsOn >= today ? lot.endsOn : reopenOn
    books.give(
      memberId,
      unit,
      part,
      transfer.creditHouse!.slice('house/'.length),
      { state: 'open', endsOn, lot: lot.lot },
      cause,
      transfer.id,
    )
    transfer.takenBack += part
    left -= part
  }
  if (left > 0) throw new Error(`${left} of ${unit} cannot be put back: the sale's transfers do not hold it`)
}

/** Stored money goes back in the proportion in which principal and bonus paid; the last return takes what is left of each. */
function restoreWallet(books: Books, back: Back, amount: number, given: Given, currency: string): void {
  const [principal, bonus] = [`principal.${currency}`, `bonus.${currency}`].map((unit) =>
    given.filter((one) => one.unit === unit && one.debitNo !== null),
  )
  const left = (transfers: Given) => transfers.reduce((sum, one) => sum + one.amount - one.takenBack, 0)
  const all = left(principal!) + left(bonus!)
  const fromBonus = all === 0 ? 0 : Math.min(left(bonus!), Math.round((amount * left(bonus!)) / all))
  const fromPrincipal = Math.min(left(principal!), amount - fromBonus)
  if (fromPrincipal > 0) restore(books, back, `principal.${currency}`, fromPrincipal, principal!)
  if (amount - fromPrincipal > 0) restore(books, back, `bonus.${currency}`, amount - fromPrincipal, bonus!)
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
