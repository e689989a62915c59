import { z } from 'zod'
import { Id, Line, listOf, Moment } from '#kernel/fields.ts'

export const Key = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string().meta({ description: 'How the key begins; the rest is kept nowhere.' }),
    roleId: Id,
    roleNameZh: z.string(),
    roleNameEn: z.string(),
    unitId: Id,
    unitName: z.string(),
    madeAt: Moment,
    usedAt: Moment.nullable().meta({ description: 'Last use, to the minute.' }),
    usedFrom: z.string().nullable(),
    revokedAt: Moment.nullable(),
  })
  .meta({ id: 'ApiKey' })
export type Key = z.infer<typeof Key>

export const KeyList = listOf(Key)

export const NewKey = z.object({
  name: Line(80).min(1),
  roleId: Id,
  unitId: Id.optional().meta({
    description: 'Where the key may act, with everything below; the whole house unless said.',
  }),
})
export type NewKey = z.infer<typeof NewKey>

export const MadeKey = z.object({
  id: Id,
  key: z.string().meta({ description: 'Shown this once.' }),
  prefix: z.string(),
})
export type MadeKey = z.infer<typeof MadeKey>
