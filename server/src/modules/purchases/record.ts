import type { Tx } from '#kernel/db.ts'
import { announce } from '#kernel/facts.ts'
import type { Outcome } from '#kernel/lane.ts'
import { Refusal, refuse as refuseKernel } from '#kernel/refusal.ts'
import type { Told } from '#kernel/told.ts'
import { digestOf, tell, untell } from '#kernel/told.ts'
import { openBooks, transfersOf } from '#modules/ledger/index.ts'
import { Flag, lockMembers, newStanding, openBearers, saveStandings } from '#modules/members/index.ts'
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

/**
 * Records sales and returns of any members, each answered on its own, in one transaction: told, locked, decided in memory, written in a
 * handful of statements. The same member twice is served in order. A refused command leaves nothing behind, not even its reference.
 */
export async function recordAll(tx: Tx, tellings: Telling[]): Promise<Outcome<Purchase>[]> {
  const told = await tellAll(tx, tellings)
  const fresh = tellings.filter((_, at) => told[at]!.state === 'new')
  const context = await open(tx, fresh)
  const givens = await readGivens(tx, fresh)
  const outcomes = new Map<string, Outcome<Draft>>()
  for (const [at, telling] of fresh.entries())
    outcomes.set(
      telling.id,
      attempt(() => decide(telling, at, context, givens)),
    )
  const drafts = [...outcomes.values()].flatMap((outcome) => ('ok' in outcome ? [outcome.ok] : []))
  await save(tx, fresh, context, drafts)
  const refused = fresh.filter((telling) => 'refusal' in outcomes.get(telling.id)!)
  await untell(tx, refused.map(asTold))
  return answer(tx, tellings, told, outcomes)
}

const asTold = (telling: Telling) => ({
  caller: telling.who.id,
  reference: telling.reference,
  digest: digestOf(telling.command.kind, telling.command.input),
  causeId: telling.id,
  memberId: telling.memberId,
})

const tellAll = (tx: Tx, tellings: Telling[]): Promise<Told[]> => tell(tx, tellings.map(asTold))

/** Locks the members, then reads what deciding needs. */
async function open(tx: Tx, tellings: Telling[]): Promise<Context> {
  const memberIds = tellings.flatMap(({ memberId, walkIn }) => (memberId && !walkIn ? [memberId] : []))
  const standings = await lockMembers(tx, [...new Set(memberIds)])
  for (const { memberId, walkIn, command } of tellings) {
    if (walkIn) standings.set(memberId!, newStanding(memberId!, command.input.storeId, Flag.bearer))
  }
  const known = [...standings.keys()]
  const books = await openBooks(tx, known)
  const saleIds = tellings.flatMap(({ command }) => (command.kind === 'return' ? [command.input.id] : []))
  const sales = await store.draftsOf(tx, saleIds)
  const returned = new Map<string, store.ReturnedRow[]>()
  if (saleIds.length > 0)
    for (const row of await store.returnedOf(tx, known, saleIds))
      returned.set(row.saleId, [...(returned.get(row.saleId) ?? []), row])
  return {
    ...(await readShared(
      tx,
      tellings.map(({ command }) => command),
    )),
    standings,
    books,
    sales,
    returned,
  }
}

/** The transfers of the sales that are returned here; they are shared by all returns of one sale in the batch, so that nothing goes back twice. */
async function readGivens(tx: Tx, tellings: Telling[]): Promise<Map<string, Given>> {
  const givens = new Map<string, Given>()
  for (const { command, memberId } of tellings) {
    if (command.kind !== 'return' || !memberId || givens.has(command.input.id)) continue
    givens.set(command.input.id, await transfersOf(tx, memberId, [command.input.id]))
  }
  return givens
}

function decide(telling: Telling, at: number, context: Context, givens: Map<string, Given>): Draft {
  const { command } = telling
  if (command.kind === 'sale') return decideSale(telling, at, context)
  if (command.kind === 'unlinked') return decideUnlinked(telling, at, context)
  return decideReturn(telling, at, context, givens.get(command.input.id) ?? [])
}

function attempt<T>(act: () => T): Outcome<T> {
  try {
    return { ok: act() }
  } catch (fault) {
    if (fault instanceof Refusal) return { refusal: fault }
    throw fault
  }
}

async function save(tx: Tx, tellings: Telling[], context: Context, drafts: Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const touched = new Set(drafts.map(({ row }) => row.memberId))
  const newcomers = tellings.filter(({ walkIn, memberId }) => walkIn && touched.has(memberId!))
  if (newcomers.length > 0)
    await openBearers(
      tx,
      newcomers.map(({ memberId, command }) => ({ memberId: memberId!, homeStore: command.input.storeId })),
    )
  await store.insertDrafts(tx, drafts)
  await context.books.save(tx)
  await saveStandings(
    tx,
    [...context.standings.values()].filter(({ memberId }) => touched.has(memberId)),
  )
  await writeTierHistory(
    tx,
    drafts
      .filter(({ row }) => row.tierAfter !== row.tierBefore)
      .map(({ row }) => ({
        memberId: row.memberId,
        before: row.tierBefore,
        after: row.tierAfter,
        sinceOn: row.businessOn,
        causeKind: row.kind,
        causeId: row.id,
      })),
  )
  const quiet = new Set(tellings.filter(({ origin }) => origin === 'history').map(({ id }) => id))
  await announce(
    tx,
    drafts
      .filter(({ row }) => !quiet.has(row.id))
      .map(({ row }) => ({
        kind: 'purchase.recorded',
        memberId: row.memberId,
        body: {
          purchaseId: row.id,
          kind: row.kind,
          storeId: row.storeId,
          total: row.total,
          businessOn: row.businessOn,
        },
      })),
  )
}

async function answer(
  tx: Tx,
  tellings: Telling[],
  told: Told[],
  outcomes: Map<string, Outcome<Draft>>,
): Promise<Outcome<Purchase>[]> {
  const before = told.flatMap((one) => (one.state === 'same' && !outcomes.has(one.causeId) ? [one.causeId] : []))
  const drafts = await store.draftsOf(tx, before)
  return tellings.map((telling, at): Outcome<Purchase> => {
    const one = told[at]!
    if (one.state === 'other')
      return { refusal: refuseKernel('kernel.reference_reused', { reference: telling.reference }) }
    const outcome = outcomes.get(one.state === 'same' ? one.causeId : telling.id)
    if (outcome) return 'ok' in outcome ? { ok: render(outcome.ok) } : outcome
    const draft = one.state === 'same' ? drafts.get(one.causeId) : undefined
    return draft ? { ok: render(draft) } : { refusal: refuse('purchases.unknown', { id: telling.id }) }
  })
}
