import type { Tx } from '#kernel/db.ts'
import { withdrawCards } from '#modules/cards/index.ts'
import type { Put } from '#modules/catalog/index.ts'
import { restoreProducts } from '#modules/catalog/index.ts'
import { chartersAt } from '#modules/charter/index.ts'
import { mirrorAll, openBooks, transfersOf } from '#modules/ledger/index.ts'
import { lockMembers, removeMembers, saveStandings } from '#modules/members/index.ts'
import { undoImport } from '#modules/purchases/index.ts'
import { listTierHistory, undoTierHistory } from '#modules/tiers/index.ts'
import type { OpeningBefore } from '../kinds/openings/work.ts'
import type { RunRow } from '../store.ts'
import { listMade, markMade, productVersions, usesOf } from '../store.ts'
import type { Kept } from './rules.ts'

/** A page of an undo: how many things were taken back, what was left, and where to go on (null: this step is over). */
export type Page = { undone: number; kept: Kept[]; next: string | null }

type Step = (tx: Tx, run: RunRow, before: string | null, asDebt: boolean) => Promise<Page>

const most = 200

/** What was told leaves the lists; its value is mirrored. */
const purchasesBack: Step = async (tx, run, before, asDebt) => {
  const page = await undoImport(tx, { importId: run.id, before, limit: most, asDebt })
  const values = page.values.map(({ memberId, unit, amount }) => ({ what: unit, id: memberId, amount, line: 0 }))
  const returns = page.returns.map(({ purchaseId, amount }) => ({ what: 'return', id: purchaseId, amount, line: 0 }))
  return { undone: page.purchases, kept: [...values, ...returns], next: page.next }
}

/** Members whom nobody used go; who bought, owns something, holds a card or was edited stays. */
const membersBack: Step = async (tx, run, before) => {
  const made = await listMade(tx, run.id, 'member', before === null ? null : Number(before), most)
  const ids = made.map(({ subjectId }) => subjectId)
  await lockMembers(tx, ids)
  const uses = new Map((await usesOf(tx, ids)).map((use) => [use.memberId, use]))
  const used = made.filter(({ subjectId }) => {
    const use = uses.get(subjectId)
    return use && (use.purchases > 0 || use.value > 0 || use.cards > 0 || use.edited)
  })
  const unused = made.filter((one) => !used.includes(one))
  const { kept } = await removeMembers(
    tx,
    unused.map(({ subjectId }) => subjectId),
  )
  const stays = [...used, ...unused.filter(({ subjectId }) => kept.includes(subjectId))]
  await markAll(tx, run, made, stays)
  return pageOf(
    made,
    stays.map(({ subjectId, line }) => ({ what: 'member', id: subjectId, amount: 1, line })),
  )
}

/** Products as they were before; one that somebody changed since stays, unless everything is wished back. */
const productsBack: Step = async (tx, run, before, everything) => {
  const made = await listMade(tx, run.id, 'product', before === null ? null : Number(before), most)
  const puts = new Map(made.map(({ no, before: put }) => [no, put as Put]))
  const now = new Map(
    (
      await productVersions(
        tx,
        made.map(({ subjectId }) => subjectId),
      )
    ).map(({ productId, version }) => [productId, version]),
  )
  const changed = made.filter(({ no, subjectId }) => now.get(subjectId) !== (puts.get(no)?.before?.version ?? 0) + 1)
  const stays = everything ? [] : changed.filter(({ subjectId }) => now.has(subjectId))
  await restoreProducts(
    tx,
    made.filter((one) => !stays.includes(one) && now.has(one.subjectId)).map(({ no }) => puts.get(no)!),
  )
  await markAll(tx, run, made, stays)
  return pageOf(
    made,
    stays.map(({ subjectId, line }) => ({ what: 'product', id: subjectId, amount: 1, line })),
  )
}

/** Balances go back to where they came from; the tier is as it was, unless something else changed it since. */
const openingsBack: Step = async (tx, run, before, asDebt) => {
  const made = await listMade(tx, run.id, 'opening', before === null ? null : Number(before), most)
  const standings = await lockMembers(tx, [...new Set(made.map(({ subjectId }) => subjectId))])
  const books = await openBooks(tx, [...standings.keys()])
  const [inForce] = await chartersAt(tx, [tx.now])
  const cause = { kind: 'undo', id: run.id, charter: inForce!.no, storeId: null, staffId: null, occurredAt: tx.now }
  const kept: Kept[] = []
  const changes = []
  const undone: { memberId: string; id: string }[] = []
  for (const { subjectId, line, before: what } of made) {
    const standing = standings.get(subjectId)
    if (!standing) continue
    const { causeId, cardId, tier } = what as OpeningBefore
    if (cardId && (await withdrawCards(tx, [{ memberId: subjectId, cardId }])).size === 0)
      kept.push({ what: 'card', id: subjectId, amount: 1, line })
    const given = await transfersOf(tx, subjectId, [causeId])
    for (const { unit, amount } of mirrorAll(books, subjectId, given, cause, { asDebt }))
      kept.push({ what: unit, id: subjectId, amount, line })
    if (!tier) continue
    const [newest] = await listTierHistory(tx, subjectId, null, 1)
    const ours = newest === undefined || newest.causeId === causeId || newest.causeId === run.id
    if (!ours) continue
    if (newest?.causeId === causeId) undone.push({ memberId: subjectId, id: newest.id })
    if (standing.tier !== tier.tier)
      changes.push({
        memberId: subjectId,
        before: standing.tier,
        after: tier.tier,
        sinceOn: tier.tierSince ?? tx.now.slice(0, 10),
        causeKind: 'undo',
        causeId: run.id,
      })
    Object.assign(standing, tier)
  }
  await books.save(tx)
  await saveStandings(tx, [...standings.values()])
  await undoTierHistory(tx, undone, changes)
  await markAll(tx, run, made, [])
  return pageOf(made, kept)
}

async function markAll(tx: Tx, run: RunRow, made: { no: number }[], stays: { no: number }[]): Promise<void> {
  const kept = new Set(stays.map(({ no }) => no))
  const nos = made.map(({ no }) => no)
  await markMade(tx, run.id, [...kept], 'kept')
  await markMade(
    tx,
    run.id,
    nos.filter((no) => !kept.has(no)),
    'undone',
  )
}

const pageOf = (made: { no: number }[], kept: Kept[]): Page => ({
  undone: made.length - kept.filter(({ what }) => ['member', 'product'].includes(what)).length,
  kept,
  next: made.length === most ? String(made.at(-1)!.no) : null,
})

/** What has to be taken back of each kind, one step after the other. */
export const steps: Record<RunRow['kind'], Step[]> = {
  members: [membersBack],
  products: [productsBack],
  purchases: [purchasesBack, membersBack],
  openings: [openingsBack],
}
