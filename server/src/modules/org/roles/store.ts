import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import type { Grant, Holder, Role } from './contract.ts'

const roleColumns = sql`role.id, role.code, role.name_zh as "nameZh", role.name_en as "nameEn", role.permissions`

export const selectRoles = (read: Read): Promise<Role[]> =>
  read.rows(sql`select ${roleColumns} from org.role order by role.made_at, role.id`)

export const selectRole = (read: Read, id: string): Promise<Role | undefined> =>
  read.maybe(sql`select ${roleColumns} from org.role where id = ${id}`)

export const selectRoleByCode = (read: Read, code: string): Promise<Role | undefined> =>
  read.maybe(sql`select ${roleColumns} from org.role where code = ${code}`)

export async function insertRole(tx: Tx, role: Role): Promise<void> {
  await tx.run(sql`
    insert into org.role (id, code, name_zh, name_en, permissions, made_at)
    values (${role.id}, ${role.code}, ${role.nameZh}, ${role.nameEn}, ${textArray(role.permissions)}::text[], ${tx.now})`)
}

export async function updateRole(tx: Tx, role: Role): Promise<void> {
  await tx.run(sql`
    update org.role set name_zh = ${role.nameZh}, name_en = ${role.nameEn}, permissions = ${textArray(role.permissions)}::text[]
     where id = ${role.id}`)
}

export const deleteRole = (tx: Tx, id: string): Promise<number> => tx.run(sql`delete from org.role where id = ${id}`)

const personOf = (holder: Holder): string | null => ('personId' in holder ? holder.personId : null)
const keyOf = (holder: Holder): string | null => ('keyId' in holder ? holder.keyId : null)

export type HeldGrant = Grant & { permissions: string[]; atRoot: boolean }

const grantColumns = sql`role_grant.id, role.id as "roleId", role.code as "roleCode", role.name_zh as "roleNameZh",
  role.name_en as "roleNameEn", unit.id as "unitId", unit.name as "unitName", role_grant.granted_at as "grantedAt",
  role.permissions, unit.parent_id is null as "atRoot"`

export const selectGrants = (read: Read, holder: Holder): Promise<HeldGrant[]> =>
  read.rows(sql`
    select ${grantColumns}
      from org.role_grant join org.role on role.id = role_grant.role_id join org.unit on unit.id = role_grant.unit_id
     where ${'personId' in holder ? sql`role_grant.person_id = ${holder.personId}` : sql`role_grant.key_id = ${holder.keyId}`}
     order by role_grant.granted_at, role_grant.id`)

/** The grants of many people at once, for lists. */
export const selectGrantsOf = (
  read: Read,
  personIds: readonly string[],
): Promise<(HeldGrant & { personId: string })[]> =>
  read.rows(sql`
    select role_grant.person_id as "personId", ${grantColumns}
      from org.role_grant join org.role on role.id = role_grant.role_id join org.unit on unit.id = role_grant.unit_id
     where role_grant.person_id = any (${plainArray(personIds)}::uuid[]) order by role_grant.granted_at, role_grant.id`)

export async function insertGrant(
  tx: Tx,
  grant: { id: string; holder: Holder; roleId: string; unitId: string; grantedBy: string | null },
): Promise<boolean> {
  const written = await tx.run(sql`
    insert into org.role_grant (id, person_id, key_id, role_id, unit_id, granted_by, granted_at)
    values (${grant.id}, ${personOf(grant.holder)}, ${keyOf(grant.holder)}, ${grant.roleId}, ${grant.unitId}, ${grant.grantedBy}, ${tx.now})
    on conflict on constraint a_role_is_granted_once do nothing`)
  return written === 1
}

export const deleteGrant = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`delete from org.role_grant where id = ${id}`)

/** How many people, not having left, own the whole house. Asked under the organisation's lock. */
export async function countOwners(read: Read): Promise<number> {
  const row = await read.one<{ count: number }>(sql`
    select count(distinct person.id) as count
      from org.role_grant join org.role on role.id = role_grant.role_id and role.code = 'owner'
      join org.unit on unit.id = role_grant.unit_id and unit.parent_id is null
      join org.person on person.id = role_grant.person_id and person.status <> 'left'`)
  return row.count
}

export async function countHolders(read: Read, roleId: string): Promise<number> {
  const row = await read.one<{ count: number }>(
    sql`select count(*) as count from org.role_grant where role_id = ${roleId}`,
  )
  return row.count
}
