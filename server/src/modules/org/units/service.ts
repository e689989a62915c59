import type { Caller } from '#kernel/caller.ts'
import { mustReach, scopeIds } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { brokeConstraint } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { refuse } from '../contract.ts'
import type { ChangedOrganisation, ChangedUnit, NewUnit, Organisation, Store, Unit, UnitFilter } from './contract.ts'
import { mayLieUnder } from './rules.ts'
import * as store from './store.ts'

/** The organisation: its name, and the programme's currency, zone and language. Refuses `org.not_set_up`. */
export async function readOrganisation(read: Read): Promise<Organisation> {
  const found = await store.selectOrganisation(read)
  if (!found) throw refuse('org.not_set_up')
  return found
}

/** The organisation, or nothing before the first visit. */
export const findOrganisation = (read: Read): Promise<Organisation | undefined> => store.selectOrganisation(read)

/** Changes the organisation's name, zone or language; its currency stays, for money was told in it. */
export async function changeOrganisation(tx: Tx, input: ChangedOrganisation, who: Caller): Promise<Organisation> {
  const root = await readRoot(tx)
  mustReach(who, root.id)
  const changed = { ...(await readOrganisation(tx)), ...given(input) }
  await store.updateOrganisation(tx, changed)
  return changed
}

/** Stores by their ids, open or closed; ids that name no store are absent from the answer. */
export async function readStores(read: Read, ids: readonly string[]): Promise<Map<string, Store>> {
  const found = await store.selectStores(read, [...new Set(ids)])
  return new Map(found.map((one) => [one.id, one]))
}

/** The store with a code (capital and small letters are the same), or nothing. */
export const findStoreByCode = (read: Read, code: string): Promise<Store | undefined> =>
  store.selectStoreByCode(read, code)

/** The ids of a unit and of everything below it. */
export const unitsBelow = (read: Read, unitId: string): Promise<string[]> => store.selectIdsBelow(read, unitId)

/** A unit of the tree. Refuses `org.unit_unknown`, also when it lies outside the caller's scope. */
export async function readUnit(read: Read, id: string, who: Caller): Promise<Unit> {
  const found = await store.selectUnit(read, id)
  if (!found || (who.scope !== 'all' && !who.scope.has(id))) throw refuse('org.unit_unknown', { id })
  return found
}

/** The root of the tree. Refuses `org.not_set_up`. */
export async function readRoot(read: Read): Promise<Unit> {
  const root = await store.selectRoot(read)
  if (!root) throw refuse('org.not_set_up')
  return root
}

/** The caller's part of the tree: parents before children. */
export const listUnits = (read: Read, filter: UnitFilter, who: Caller): Promise<Unit[]> =>
  store.selectUnits(read, filter, scopeIds(who))

/** The stores in the caller's scope by code; closed ones only when asked for. */
export async function listStores(read: Read, filter: UnitFilter, who: Caller): Promise<Store[]> {
  const units = await store.selectUnits(read, { status: 'open', ...filter, kind: 'store' }, scopeIds(who))
  return units.map(asStore)
}

const asStore = ({ parentId: _, madeAt: __, ...unit }: Unit): Store => unit as Store

/**
 * Adds a unit under another. Refuses `org.code_taken`, `org.unit_closed` under a closed parent, and `org.unit_cannot_lie_there` when kinds
 * do not fit (a brand under a store).
 */
export async function makeUnit(tx: Tx, input: NewUnit, who: Caller): Promise<Unit> {
  const organisation = await readOrganisation(tx)
  await store.lockOrganisation(tx)
  const parent = input.parentId ? await readUnit(tx, input.parentId, who) : await readRoot(tx)
  mustReach(who, parent.id)
  checkPlace(input.kind, parent)
  const id = newId()
  const isStore = input.kind === 'store'
  const unit: Unit = {
    id,
    kind: input.kind,
    code: input.code,
    name: input.name,
    parentId: parent.id,
    path: [...parent.path, id],
    status: 'open',
    zone: isStore ? (input.zone ?? organisation.zone) : null,
    currency: isStore ? (input.currency ?? organisation.currency) : null,
    dayStartsAt: isStore ? (input.dayStartsAt ?? 0) : null,
    legalEntity: input.legalEntity ?? null,
    address: input.address ?? null,
    madeAt: tx.now,
  }
  await namingClash(input.code, () => store.insertUnit(tx, unit))
  return unit
}

/** Changes a unit's name, code or particulars. Refuses `org.not_a_store` for a zone on what is no store. */
export async function changeUnit(tx: Tx, input: ChangedUnit, who: Caller): Promise<Unit> {
  const unit = await readUnit(tx, input.id, who)
  if (unit.kind !== 'store' && (input.zone !== undefined || input.dayStartsAt !== undefined)) {
    throw refuse('org.not_a_store', { id: unit.id })
  }
  const changed = { ...unit, ...given(input) }
  await namingClash(changed.code, () => store.updateUnit(tx, changed))
  return changed
}

/** Moves a unit with all below it under another parent; scopes follow. Refuses `org.unit_below_itself` and what cannot lie there. */
export async function moveUnit(tx: Tx, input: { id: string; parentId: string }, who: Caller): Promise<Unit> {
  await store.lockOrganisation(tx)
  const unit = await readUnit(tx, input.id, who)
  const parent = await readUnit(tx, input.parentId, who)
  if (!unit.parentId) throw refuse('org.unit_is_the_root')
  mustReach(who, unit.parentId)
  if (parent.path.includes(unit.id)) throw refuse('org.unit_below_itself')
  checkPlace(unit.kind, parent)
  await store.updateParent(tx, unit, parent)
  return readUnit(tx, unit.id, who)
}

/** Closes a unit; what was booked there stays. Refuses `org.unit_has_open_units`, and the root stays open. */
export async function closeUnit(tx: Tx, id: string, who: Caller): Promise<Unit> {
  await store.lockOrganisation(tx)
  const unit = await readUnit(tx, id, who)
  if (!unit.parentId) throw refuse('org.unit_is_the_root')
  if ((await store.countOpenBelow(tx, id)) > 0) throw refuse('org.unit_has_open_units', { id })
  const closed: Unit = { ...unit, status: 'closed' }
  await store.updateUnit(tx, closed)
  return closed
}

/** Opens a closed unit again. Refuses `org.unit_closed` while its parent is closed. */
export async function reopenUnit(tx: Tx, id: string, who: Caller): Promise<Unit> {
  await store.lockOrganisation(tx)
  const unit = await readUnit(tx, id, who)
  const parent = unit.parentId ? await store.selectUnit(tx, unit.parentId) : undefined
  if (parent?.status === 'closed') throw refuse('org.unit_closed', { id: parent.id })
  const open: Unit = { ...unit, status: 'open' }
  await store.updateUnit(tx, open)
  return open
}

function checkPlace(kind: Unit['kind'], parent: Unit): void {
  if (!mayLieUnder(kind, parent.kind)) throw refuse('org.unit_cannot_lie_there', { kind, parentKind: parent.kind })
  if (parent.status === 'closed') throw refuse('org.unit_closed', { id: parent.id })
}

async function namingClash(code: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (fault) {
    if (brokeConstraint(fault, 'code_names_one_unit')) throw refuse('org.code_taken', { code })
    throw fault
  }
}

/** What was given, without what was left out: an absent field stays as it was, null empties it. */
function given<T extends object>(input: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
