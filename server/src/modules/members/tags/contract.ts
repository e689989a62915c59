import { z } from 'zod'
import { ChangeTags } from '../contract.ts'

/** Tags of many members at once; each is answered on its own. */
export const TagMembers = z.object({ items: z.array(ChangeTags).min(1).max(1000) }).meta({ id: 'TagMembersInput' })
export type TagMembers = z.infer<typeof TagMembers>

export const TaggedMembers = z
  .object({
    /** In the order of what was told. */
    items: z.array(
      z.object({
        outcome: z.enum(['changed', 'same', 'refused']),
        /** The refusal's code. */
        code: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'TaggedMembers' })
export type TaggedMembers = z.infer<typeof TaggedMembers>
