import type { z } from 'zod'
import type { Tx } from './db.ts'
import { plainArray, textArray } from './db.ts'
import { newId } from './ids.ts'

/** What rooms may announce: name → the shape of its body. `#facts` holds the house's. */
export type Facts = Record<string, z.ZodType>

export type Announced = {
  kind: string
  memberId: string | null
  body: unknown
}

/** Writes news into the outbox, in the transaction that made it true. Bodies carry ids, never personal data. */
export async function announce(tx: Tx, facts: Announced[]): Promise<void> {
  if (facts.length === 0) return
  await tx.run({
    name: 'kernel.announce',
    text: `insert into kernel.fact (id, kind, member_id, body)
      select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::jsonb[])`,
    values: [
      plainArray(facts.map(() => newId())),
      plainArray(facts.map((fact) => fact.kind)),
      plainArray(facts.map((fact) => fact.memberId)),
      textArray(facts.map((fact) => JSON.stringify(fact.body))),
    ],
  })
}
