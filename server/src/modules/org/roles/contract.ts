import { z } from 'zod'
import { Id, Line, listOf, Moment } from '#kernel/fields.ts'

export const Role = z
  .object({
    id: Id,
    code: z.string().nullable().meta({ description: 'Of a role that came with the house; null for one’s own.' }),
    nameZh: z.string(),
    nameEn: z.string(),
    permissions: z.array(z.string()).meta({ description: '`*` stands for all and is the owner’s alone.' }),
  })
  .meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

export const RoleList = listOf(Role)

export const NewRole = z.object({
  nameZh: Line(60).min(1),
  nameEn: Line(60).min(1),
  permissions: z.array(z.string().max(60)).max(200),
})
export type NewRole = z.infer<typeof NewRole>

export const ChangedRole = NewRole.partial().extend({ id: Id })
export type ChangedRole = z.infer<typeof ChangedRole>

/** Who plays which role where: the role holds in the unit and in everything below it. */
export const Grant = z
  .object({
    id: Id,
    roleId: Id,
    roleCode: z.string().nullable(),
    roleNameZh: z.string(),
    roleNameEn: z.string(),
    unitId: Id,
    unitName: z.string(),
    grantedAt: Moment,
  })
  .meta({ id: 'Grant' })
export type Grant = z.infer<typeof Grant>

export const NewGrant = z.object({ roleId: Id, unitId: Id })
export type NewGrant = z.infer<typeof NewGrant>

/** A person or an API key, as the holder of grants. */
export type Holder = { personId: string } | { keyId: string }
