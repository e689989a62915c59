import type { Read, Tx } from '#kernel/db.ts'
import { announce } from '#kernel/facts.ts'
import type { Outcome } from '#kernel/lane.ts'
import { Refusal, refuse as refuseKernel } from '#kernel/refusal.ts'
import type { Told } from '#kernel/told.ts'
import { digestOf, tell, untell } from '#kernel/told.ts'
import { charterOf } from '#modules/charter/index.ts'
import { openBooks, transfersOf } from '#modules/ledger/index.ts'
import { Flag, lockMembers, newStanding, openBearers, saveStandings } from '#modules/members/index.ts'
import type { TierChange } from '#modules/tiers/index.ts'
import { writeTierHistory } from '#modules/tiers/index.ts'
import type { Context, Telling } from './context.ts'
import { readShared } from './context.ts'
import type { Purchase } from './contract.ts'
import { refuse } from './contract.ts'
import { render } from './render.ts'
import type { Given } from './returns.ts'
import { decideReturn } from './returns.ts'
import type { Draft } from './rows.ts'
import { decideSale } from './sales.ts'
import * as store from './store.ts'
import { decideUnlinked } from './unlinked.ts'

/** How many are decided before they are written; of many the first few, so that the database has something to do early. */
const atOnce = 75
const atFirst = 25

const turn = () => new Promise<void>((done) => setImmediate(done))

/**
 * Records sales and returns of any members, each answered on its own, in one transaction: told, locked, decided in memory, written in a
 * handful of statements. The same member twice is served in order. A refused command leaves nothing behind, not even its reference.
 */
export async function recordAll(tx: Tx, tellings: Telling[]): Promise<Outcome<Purchase>[]> {
  const { told, context } = await open(tx, tellings)
  const fresh = tellings.filter((_, at) => told[at]!.state === 'new')
  const givens = await readGivens(tx, fresh)
  const outcomes = new Map<string, Outcome<Draft>>()
  const saved: Promise<void>[] = []
  let size = tellings.length > atOnce ? atFirst : atOnce
  for (let from = 0; from < tellings.length; from += size, size = atOnce) {
    // While the database writes what was decided the next are decided: in an import both have work all the time.
    if (from > 0) await turn()
    const slice = tellings.slice(from, from + size)
    const drafts: Draft[] = []
    for (const [at, telling] of slice.entries()) {
      if (told[from + at]!.state !== 'new') continue
      const outcome = attempt(() => decide(telling, from + at, context, givens))
      outcomes.set(telling.id, outcome)
      if ('ok' in outcome) drafts.push(outcome.ok)
    }
    const writing = save(tx, slice, context, drafts)
    // It is waited for below; until then a fault of it must not count as unheard of.
    writing.catch(() => {})
    saved.push(writing)
  }
  const refused = fresh.filter((telling) => 'refusal' in outcomes.get(telling.id)!)
  saved.push(untell(tx, refused.map(asTold)))
  // The last statements are on their way; while the database works on them the receipts are rendered.
  await turn()
  const [answers] = await Promise.all([answer(tx, tellings, told, outcomes, context), ...saved])
  return answers
}

const asTold = (telling: Telling) => ({
  caller: telling.who.id,
  reference: telling.reference,
  digest: digestOf(telling.command.kind, telling.command.input),
  causeId: telling.id,
  memberId: telling.memberId,
})

/**
 * Tells, locks the members, and reads what deciding needs. The statements leave together and run in this order, each seeing what was
 * committed before it began: the books are read under the lock.
 */
async function open(tx: Tx, tellings: Telling[]): Promise<{ told: Told[]; context: Context }> {
  const memberIds = [...new Set(tellings.flatMap(({ memberId, walkIn }) => (memberId && !walkIn ? [memberId] : [])))]
  const [told, standings, books, , shared] = await Promise.all([
    tell(tx, tellings.map(asTold)),
    lockMembers(tx, memberIds),
    openBooks(tx, memberIds),
    store.holdTills(tx, tillsIn(tellings)),
    readShared(
      tx,
      tellings.map(({ command }) => command),
    ),
  ])
  for (const { memberId, walkIn, command } of tellings) {
    if (!walkIn) continue
    standings.set(memberId!, newStanding(memberId!, command.input.storeId, Flag.bearer))
    books.openNew([memberId!])
  }
  return { told, context: { ...shared, standings, books, ...(await readPast(tx, tellings, memberIds)) } }
}

/** What returns look back at: their sales, what came back of them already, and what members of unlinked returns bought. */
export async function readPast(
  read: Read,
  tellings: Telling[],
  memberIds: string[],
): Promise<Pick<Context, 'sales' | 'returned' | 'sold'>> {
  // What led to no sale may be any text: it is no id to ask the database for.
  const saleIds = tellings.flatMap(({ command, memberId }) =>
    command.kind === 'return' && memberId ? [command.input.id] : [],
  )
  const sales = await store.draftsOf(read, saleIds)
  const returned = new Map<string, store.ReturnedRow[]>()
  if (saleIds.length > 0)
    for (const row of await store.returnedOf(read, memberIds, saleIds))
      returned.set(row.saleId, [...(returned.get(row.saleId) ?? []), row])
  return { sales, returned, sold: await readSold(read, tellings) }
}

/** In one order for everybody: two batches and two closings would else wait for each other in a ring. */
const tillsIn = (tellings: Telling[]): string[] =>
  [...new Set(tellings.flatMap(({ command }) => (command.input.tillId ? [command.input.tillId] : [])))].sort()

/** What the members of unlinked returns bought of the same SKUs before. */
async function readSold(read: Read, tellings: Telling[]): Promise<Context['sold']> {
  const unlinked = tellings.filter(
    ({ command, walkIn, origin }) => command.kind === 'unlinked' && !walkIn && origin !== 'history',
  )
  const sold: Context['sold'] = new Map(unlinked.map(({ memberId }) => [memberId ?? '', []]))
  if (unlinked.length === 0) return sold
  const skus = new Set(
    unlinked.flatMap(({ command }) => (command.kind === 'unlinked' ? command.input.lines.map((line) => line.sku) : [])),
  )
  const ids = [...sold.keys()].filter((id) => id !== '')
  for (const { memberId, ...line } of await store.soldOf(read, ids, [...skus])) sold.get(memberId)!.push(line)
  return sold
}

/** The transfers of the sales that are returned here; they are shared by all returns of one sale in the batch, so that nothing goes back twice. */
export async function readGivens(read: Read, tellings: Telling[]): Promise<Map<string, Given>> {
  const givens = new Map<string, Given>()
  for (const { command, memberId } of tellings) {
    if (command.kind !== 'return' || !memberId || givens.has(command.input.id)) continue
    givens.set(command.input.id, await transfersOf(read, memberId, [command.input.id]))
  }
  return givens
}

/** Decides one command of a batch in memory. */
export function decide(telling: Telling, at: number, context: Context, givens: Map<string, Given>): Draft {
  const { command } = telling
  if (command.kind === 'sale') {
    const draft = decideSale(telling, at, context)
    const { memberId, currency, occurredAt, origin } = draft.row
    context.sold.get(memberId)?.push(...draft.lines.map((line) => ({ ...line, currency, occurredAt, origin, back: 0 })))
    return draft
  }
  if (command.kind === 'unlinked') return decideUnlinked(telling, at, context)
  return decideReturn(telling, at, context, givens.get(command.input.id) ?? [])
}

/** Runs what may be refused; a refusal is an answer, everything else is thrown. */
export function attempt<T>(act: () => T): Outcome<T> {
  try {
    return { ok: act() }
  } catch (fault) {
    if (fault instanceof Refusal) return { refusal: fault }
    throw fault
  }
}

/** Writes what was decided: statements that do not need each other's answers leave together. */
async function save(tx: Tx, tellings: Telling[], context: Context, drafts: Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const touched = new Set(drafts.map(({ row }) => row.memberId))
  const newcomers = tellings.filter(({ walkIn, memberId }) => walkIn && touched.has(memberId!))
  const quiet = new Set(tellings.filter(({ origin }) => origin === 'history').map(({ id }) => id))
  const standings = [...context.standings.values()].filter(({ memberId }) => touched.has(memberId))
  await Promise.all([
    newcomers.length > 0
      ? openBearers(
          tx,
          newcomers.map(({ memberId, command }) => ({ memberId: memberId!, homeStore: command.input.storeId })),
        )
      : null,
    store.insertDrafts(tx, drafts),
    context.books.save(tx),
    saveStandings(tx, standings),
    writeTierHistory(tx, drafts.filter(({ row }) => row.tierAfter !== row.tierBefore).map(toTierChange)),
    announce(tx, drafts.filter(({ row }) => !quiet.has(row.id)).map(toFact)),
  ])
}

const toTierChange = ({ row }: Draft): TierChange => ({
  memberId: row.memberId,
  before: row.tierBefore,
  after: row.tierAfter,
  sinceOn: row.businessOn,
  causeKind: row.kind,
  causeId: row.id,
})

const toFact = ({ row }: Draft) => ({
  kind: 'purchase.recorded',
  memberId: row.memberId,
  body: { purchaseId: row.id, kind: row.kind, storeId: row.storeId, total: row.total, businessOn: row.businessOn },
})

async function answer(
  tx: Tx,
  tellings: Telling[],
  told: Told[],
  outcomes: Map<string, Outcome<Draft>>,
  context: Context,
): Promise<Outcome<Purchase>[]> {
  const before = told.flatMap((one) => (one.state === 'same' && !outcomes.has(one.causeId) ? [one.causeId] : []))
  const drafts = await store.draftsOf(tx, before)
  const charters = new Map(context.charters.map(({ no, charter }) => [no, charter]))
  for (const { row } of drafts.values())
    if (!charters.has(row.charter)) charters.set(row.charter, await charterOf(tx, row.charter))
  const shown = (draft: Draft) => render(draft, charters.get(draft.row.charter)!)
  return tellings.map((telling, at): Outcome<Purchase> => {
    const one = told[at]!
    if (one.state === 'other')
      return { refusal: refuseKernel('kernel.reference_reused', { reference: telling.reference }) }
    const outcome = outcomes.get(one.state === 'same' ? one.causeId : telling.id)
    if (outcome) return 'ok' in outcome ? { ok: shown(outcome.ok) } : outcome
    const draft = one.state === 'same' ? drafts.get(one.causeId) : undefined
    return draft ? { ok: shown(draft) } : { refusal: refuse('purchases.unknown', { id: telling.id }) }
  })
}
