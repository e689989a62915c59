import type { Caller } from '#kernel/caller.ts'
import { mustReach } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { brokeConstraint } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { refuse } from '../contract.ts'
import { defaultRoles, permissions } from '../permissions.ts'
import { readRoot, readUnit } from '../units/service.ts'
import { lockOrganisation } from '../units/store.ts'
import type { ChangedRole, Grant, Holder, NewGrant, NewRole, Role } from './contract.ts'
import { notHeld } from './rules.ts'
import * as store from './store.ts'

/** Every role, those that came with the house first. */
export const listRoles = (read: Read): Promise<Role[]> => store.selectRoles(read)

/** A role by its id. Refuses `org.role_unknown`. */
export async function readRole(read: Read, id: string): Promise<Role> {
  const role = await store.selectRole(read, id)
  if (!role) throw refuse('org.role_unknown', { id })
  return role
}

/** A default role by its code (`owner`, `cashier` …). Refuses `org.role_unknown`. */
export async function readRoleByCode(read: Read, code: string): Promise<Role> {
  const role = await store.selectRoleByCode(read, code)
  if (!role) throw refuse('org.role_unknown', { code })
  return role
}

/** Makes a role. Refuses permissions that are unknown or that the maker does not hold everywhere, and names that are taken. */
export async function makeRole(tx: Tx, input: NewRole, who: Caller): Promise<Role> {
  await mayHandOn(tx, input.permissions, who)
  const role: Role = { id: newId(), code: null, ...input, permissions: sorted(input.permissions) }
  await nameClash(() => store.insertRole(tx, role))
  return role
}

/**
 * Changes a role for everybody who plays it. Besides what makeRole refuses: the owner's role is fixed (`org.role_fixed`), and nobody
 * changes a role that allows more than they hold themselves.
 */
export async function changeRole(tx: Tx, input: ChangedRole, who: Caller): Promise<Role> {
  const role = await readRole(tx, input.id)
  if (role.code === 'owner') throw refuse('org.role_fixed', { id: role.id })
  await mayHandOn(tx, role.permissions, who)
  if (input.permissions) await mayHandOn(tx, input.permissions, who)
  const changed: Role = {
    ...role,
    nameZh: input.nameZh ?? role.nameZh,
    nameEn: input.nameEn ?? role.nameEn,
    permissions: sorted(input.permissions ?? role.permissions),
  }
  await nameClash(() => store.updateRole(tx, changed))
  return changed
}

/** Removes a role that nobody plays and that did not come with the house. */
export async function removeRole(tx: Tx, id: string, who: Caller): Promise<void> {
  const role = await readRole(tx, id)
  if (role.code) throw refuse('org.role_fixed', { id })
  await mayHandOn(tx, role.permissions, who)
  await lockOrganisation(tx)
  if ((await store.countHolders(tx, id)) > 0) throw refuse('org.role_in_use', { id })
  await store.deleteRole(tx, id)
}

/** Puts the roles that come with the house into a new organisation. */
export async function makeDefaultRoles(tx: Tx): Promise<void> {
  for (const role of defaultRoles) {
    await store.insertRole(tx, { ...role, id: newId(), permissions: sorted(role.permissions) })
  }
}

/** The grants of a person or key, with what they allow. */
export const listGrants = (read: Read, holder: Holder): Promise<store.HeldGrant[]> => store.selectGrants(read, holder)

/** The grants of many people at once. */
export const listGrantsOf = store.selectGrantsOf

/**
 * Grants a role in a unit and everything below it. Refuses `kernel.out_of_scope` beyond the granter's own scope,
 * `org.permission_not_held` when the role allows more than the granter holds there, and `org.granted_already`.
 */
export async function grantRole(tx: Tx, holder: Holder, input: NewGrant, who: Caller): Promise<Grant> {
  const role = await readRole(tx, input.roleId)
  const unit = await readUnit(tx, input.unitId, who)
  if (!unit.parentId && who.scope !== 'all') mustReach(who, unit.id)
  const beyond = notHeld(who, role.permissions, unit.id)
  if (beyond.length > 0) throw refuse('org.permission_not_held', { permissions: beyond })
  const id = newId()
  const written = await store.insertGrant(tx, { id, holder, roleId: role.id, unitId: unit.id, grantedBy: who.personId })
  if (!written) throw refuse('org.granted_already', { roleId: role.id, unitId: unit.id })
  return {
    id,
    roleId: role.id,
    roleCode: role.code,
    roleNameZh: role.nameZh,
    roleNameEn: role.nameEn,
    unitId: unit.id,
    unitName: unit.name,
    grantedAt: tx.now,
  }
}

/** Takes a grant back. Refuses `org.grant_unknown`, what the taker could not have granted, and `org.last_owner`. */
export async function revokeGrant(tx: Tx, holder: Holder, grantId: string, who: Caller): Promise<void> {
  await lockOrganisation(tx)
  const grant = (await store.selectGrants(tx, holder)).find((one) => one.id === grantId)
  if (!grant) throw refuse('org.grant_unknown', { id: grantId })
  const beyond = notHeld(who, grant.permissions, grant.unitId)
  if (beyond.length > 0) throw refuse('org.permission_not_held', { permissions: beyond })
  await store.deleteGrant(tx, grantId)
  await mustHaveOwner(tx)
}

/** Refuses `org.last_owner` when nobody would own the house any more; asked after the change, under the organisation's lock. */
export async function mustHaveOwner(tx: Tx): Promise<void> {
  if ((await store.countOwners(tx)) === 0) throw refuse('org.last_owner')
}

async function mayHandOn(tx: Tx, named: readonly string[], who: Caller): Promise<void> {
  const unknown = named.filter((one) => !(permissions as readonly string[]).includes(one))
  if (unknown.length > 0) throw refuse('org.permission_unknown', { permissions: unknown })
  const beyond = notHeld(who, named, (await readRoot(tx)).id)
  if (beyond.length > 0) throw refuse('org.permission_not_held', { permissions: beyond })
}

const sorted = (named: readonly string[]): string[] => [...new Set(named)].sort()

async function nameClash(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (fault) {
    for (const name of ['chinese_name_names_one_role', 'english_name_names_one_role']) {
      if (brokeConstraint(fault, name)) throw refuse('org.role_name_taken')
    }
    throw fault
  }
}
