import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import type { Row } from '#kernel/http.ts'
import { command, query } from '#kernel/http.ts'
import { permissions } from '../permissions.ts'
import { ChangedRole, NewRole, Role, RoleList } from './contract.ts'
import * as roles from './service.ts'

const naming = ['org.not_set_up', 'org.role_name_taken', 'org.permission_unknown', 'org.permission_not_held'] as const

const trailOfRole = (_: unknown, role: Role) => ({
  subjectId: role.id,
  body: { code: role.code, permissions: role.permissions },
})

export const roleRoutes: Row[] = [
  query({
    name: 'listRoles',
    path: 'GET /v1/roles',
    summary: 'Every role with its permissions, and every permission there is.',
    may: 'org.read',
    input: z.object({}),
    output: RoleList.extend({ permissions: z.array(z.string()) }),
    run: async (read) => ({ items: await roles.listRoles(read), next: null, permissions: [...permissions] }),
  }),
  command({
    name: 'makeRole',
    path: 'POST /v1/roles',
    summary: 'Makes a role out of permissions that the maker holds.',
    may: 'roles.manage',
    input: NewRole,
    output: Role,
    refuses: naming,
    trail: trailOfRole,
    run: roles.makeRole,
  }),
  command({
    name: 'changeRole',
    path: 'PATCH /v1/roles/{id}',
    summary: 'Changes a role for everybody who plays it.',
    may: 'roles.manage',
    input: ChangedRole,
    output: Role,
    refuses: [...naming, 'org.role_unknown', 'org.role_fixed'],
    trail: trailOfRole,
    run: roles.changeRole,
  }),
  command({
    name: 'removeRole',
    path: 'DELETE /v1/roles/{id}',
    summary: 'Removes a role of one’s own that nobody plays.',
    may: 'roles.manage',
    input: z.object({ id: Id }),
    output: z.object({}),
    refuses: ['org.not_set_up', 'org.role_unknown', 'org.role_fixed', 'org.role_in_use', 'org.permission_not_held'],
    trail: ({ id }) => ({ subjectId: id }),
    run: async (tx, { id }, who) => {
      await roles.removeRole(tx, id, who)
      return {}
    },
  }),
]
