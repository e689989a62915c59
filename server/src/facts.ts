import { z } from 'zod'
import type { Facts } from '#kernel/facts.ts'

/** Everything that a room may announce. Bodies carry ids and amounts, never names or numbers of people. */
export const facts = {
  'member.joined': z.object({ storeId: z.uuid().nullable() }),
} satisfies Facts
