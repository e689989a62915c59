import { z } from 'zod'
import type { Facts } from '#kernel/facts.ts'

/** Everything that a room may announce. Bodies carry ids and amounts, never names or numbers of people. */
export const facts = {
  'member.joined': z.object({ storeId: z.uuid().nullable() }),
  'member.edited': z.object({ fields: z.array(z.string()) }),
  'member.status_changed': z.object({ status: z.enum(['active', 'closed']) }),
  'member.consent_decided': z.object({ channel: z.string(), given: z.boolean() }),
  'member.removed': z.object({}),
  'card.issued': z.object({ cardId: z.uuid(), typeId: z.uuid(), storeId: z.uuid().nullable() }),
  'card.status_changed': z.object({ cardId: z.uuid(), status: z.enum(['active', 'closed']) }),
  'purchase.recorded': z.object({
    purchaseId: z.uuid(),
    kind: z.enum(['sale', 'return', 'unlinked']),
    storeId: z.uuid(),
    total: z.int(),
    businessOn: z.iso.date(),
  }),
} satisfies Facts
