import type { z } from 'zod'
import type { Caller } from '#kernel/caller.ts'
import { mustReach, reaches, scopeIds } from '#kernel/caller.ts'
import { endOfDay } from '#kernel/clock.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { brokeConstraint } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { firstIdOf } from '#kernel/ids.ts'
import { namesOfPeople, readOrganisation, readStores } from '#modules/org/index.ts'
import { refuse } from '../contract.ts'
import { claimTill } from '../store.ts'
import type { CloseShift, OpenShift, Shift, ShiftFilter, ShiftRecord, Till, TillChange, TillInput } from './contract.ts'
import * as store from './store.ts'

/** Tills of a store, or of all stores in the caller's scope. */
export async function listTills(read: Read, { storeId }: { storeId?: string | undefined }, who: Caller) {
  if (storeId) mustReach(who, storeId)
  return { items: await store.selectTills(read, storeId ?? null, scopeIds(who)), next: null }
}

/** Sets a till up in an open store. Refuses `purchases.store_closed`, and `purchases.till_code_taken` when the store has that code. */
export async function addTill(tx: Tx, { storeId, code, name }: z.infer<typeof TillInput>): Promise<Till> {
  await checkOpen(tx, storeId)
  try {
    const id = await store.insertTill(tx, storeId, code, name)
    return { id, storeId, code, name, open: true, shiftId: null }
  } catch (fault) {
    if (brokeConstraint(fault, 'till_code_is_unique_in_its_store')) throw refuse('purchases.till_code_taken', { code })
    throw fault
  }
}

async function checkOpen(read: Read, storeId: string): Promise<void> {
  const store = (await readStores(read, [storeId])).get(storeId)
  if (!store) throw refuse('purchases.store_unknown', { storeId })
  if (store.status !== 'open') throw refuse('purchases.store_closed', { storeId })
}

async function tillOf(read: Read, id: string, who: Caller): Promise<Till> {
  const till = await store.selectTill(read, id)
  if (!till || !reaches(who, till.storeId)) throw refuse('purchases.till_unknown', { tillId: id })
  return till
}

/** Renames a till, or closes and opens it; a closed till sells nothing. */
export async function changeTill(tx: Tx, change: z.infer<typeof TillChange>, who: Caller): Promise<Till> {
  const till = await tillOf(tx, change.id, who)
  const changed = { ...till, name: change.name ?? till.name, open: change.open ?? till.open }
  await store.updateTill(tx, till.id, changed.name, changed.open)
  return changed
}

/** Begins a shift at a till with the cash that is in its drawer. Refuses `purchases.shift_open` while another one runs. */
export async function openShift(tx: Tx, { id, opening }: z.infer<typeof OpenShift>, who: Caller): Promise<Shift> {
  const till = await tillOf(tx, id, who)
  await checkOpen(tx, till.storeId)
  if (till.shiftId) throw refuse('purchases.shift_open')
  try {
    return await readShift(tx, { id: await store.insertShift(tx, till.id, who.personId, opening) }, who)
  } catch (fault) {
    if (brokeConstraint(fault, 'a_till_has_one_open_shift')) throw refuse('purchases.shift_open')
    throw fault
  }
}

async function shiftOf(read: Read, id: string, who: Caller): Promise<store.ShiftRow> {
  const row = await store.selectShift(read, id)
  if (!row || !reaches(who, row.storeId)) throw refuse('purchases.no_shift')
  return row
}

/** What a shift took so far, by tender; fixed once it is closed. */
async function countUp(read: Read, row: store.ShiftRow): Promise<Pick<Shift, 'tenders' | 'expected' | 'difference'>> {
  const tenders = row.tenders ?? (await store.sumShift(read, row, firstIdOf(Date.parse(row.openedAt) - 60_000)))
  const cash = tenders.find(({ kind }) => kind === 'cash')
  const expected = row.expected ?? row.opening + (cash?.sold ?? 0) - (cash?.returned ?? 0)
  return { tenders, expected, difference: row.counted === null ? null : row.counted - expected }
}

/** A shift with what it took so far, by tender. Refuses `purchases.no_shift`, also for one of a store elsewhere. */
export async function readShift(read: Read, { id }: { id: string }, who: Caller): Promise<Shift> {
  const row = await shiftOf(read, id, who)
  const { storeId: _, tillCode: __, tillName: ___, ...shift } = row
  return { ...shift, ...(await countUp(read, row)) }
}

async function recordsOf(read: Read, rows: store.ShiftRow[]): Promise<ShiftRecord[]> {
  const stores = await readStores(
    read,
    rows.map(({ storeId }) => storeId),
  )
  const names = await namesOfPeople(
    read,
    rows.flatMap(({ personId }) => (personId ? [personId] : [])),
  )
  const records: ShiftRecord[] = []
  for (const row of rows) {
    const home = stores.get(row.storeId)
    records.push({
      ...row,
      ...(await countUp(read, row)),
      storeName: home?.name ?? '',
      currency: home?.currency ?? '',
      personName: row.personId ? (names.get(row.personId) ?? null) : null,
    })
  }
  return records
}

/** One shift as its page shows it. Refuses `purchases.no_shift`, also for one of a store elsewhere. */
export async function readShiftRecord(read: Read, { id }: { id: string }, who: Caller): Promise<ShiftRecord> {
  const [record] = await recordsOf(read, [await shiftOf(read, id, who)])
  return record!
}

/** Shifts within the caller's scope, those that began last first. Refuses `kernel.out_of_scope` for a store elsewhere. */
export async function listShifts(read: Read, filter: ShiftFilter, who: Caller) {
  if (filter.storeId) mustReach(who, filter.storeId)
  const { from, to } = filter
  const { zone } = await readOrganisation(read)
  const rows = await store.selectShifts(read, {
    stores: filter.storeId ? [filter.storeId] : scopeIds(who),
    tillId: filter.tillId ?? null,
    state: filter.state ?? null,
    from: from ? startOf(zone, from) : null,
    until: to ? endOfDay(zone, to) : null,
    before: (fromCursor(filter.cursor)?.[0] as string | undefined) ?? null,
    limit: filter.limit,
  })
  return {
    items: await recordsOf(read, rows),
    next: rows.length === filter.limit ? toCursor(rows.at(-1)!.id) : null,
  }
}

const startOf = (zone: string, day: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()

/** Ends a shift with the cash counted; what was taken is fixed with it. Refuses `purchases.no_shift` when it has ended already. */
export async function closeShift(tx: Tx, { id, counted }: z.infer<typeof CloseShift>, who: Caller): Promise<Shift> {
  // A sale under way at this till is waited for: it names this shift, so its money is counted here.
  await claimTill(tx, (await shiftOf(tx, id, who)).tillId)
  const shift = await readShift(tx, { id }, who)
  if (shift.closedAt) throw refuse('purchases.no_shift')
  await store.closeShift(tx, id, counted, shift.expected, shift.tenders)
  return readShift(tx, { id }, who)
}
