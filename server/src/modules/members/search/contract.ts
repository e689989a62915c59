import { z } from 'zod'
import { Id, Line } from '#kernel/fields.ts'
import { Birthday } from '../birthdays/rules.ts'
import { StandingView, Status } from '../contract.ts'

const ways = ['phone', 'tail', 'card', 'number', 'externalId', 'q'] as const

/** One way to ask: a whole phone, card, number or foreign id; the last four digits; or `q`, whatever was typed or scanned. */
export const SearchMembers = z
  .object({
    phone: Line(40).min(1).optional(),
    tail: z
      .string()
      .transform((text) => text.normalize('NFKC').trim())
      .pipe(z.string().regex(/^\d{4}$/))
      .optional(),
    card: Line(64).min(1).optional(),
    number: Line(64).min(1).optional(),
    externalId: z.object({ source: Line(64).min(1), id: Line(120).min(1) }).optional(),
    q: Line(80).min(1).optional(),
    /** With `tail` or `q`: only members of this store. */
    storeId: Id.optional(),
  })
  .refine((input) => ways.filter((way) => input[way] !== undefined).length === 1, 'ask in exactly one way')
export type SearchMembers = z.infer<typeof SearchMembers>

/** A member as the till sees one. `outside` tells a member of another store, who is served and whose name is masked as well. */
export const Hit = z
  .object({
    memberId: Id,
    kind: z.enum(['person', 'enterprise', 'bearer']),
    number: z.string().nullable(),
    name: z.string(),
    phone: z.string().nullable(),
    birthday: Birthday.nullable(),
    homeStore: Id.nullable(),
    status: Status,
    tags: z.array(z.string()),
    standing: StandingView,
    outside: z.boolean(),
  })
  .meta({ id: 'MemberHit' })
export type Hit = z.infer<typeof Hit>

export const Hits = z.object({
  /** How they were found. */
  by: z.enum(['phone', 'tail', 'card', 'number', 'externalId', 'name']),
  hits: z.array(Hit),
  /** More would have been found: ask more exactly. */
  more: z.boolean(),
})
export type Hits = z.infer<typeof Hits>
