import type { Caller } from './caller.ts'
import type { Tx } from './db.ts'
import { sql } from './db.ts'
import { newId } from './ids.ts'

export type Trail = {
  kind: string
  subjectId?: string | null
  storeId?: string | null
  outcome?: string
  /** Ids, codes and reasons only: never a phone, name or address. */
  body?: Record<string, unknown>
  requestId?: string | null
}

/** Writes down who did what, in the transaction in which it was done. */
export async function writeTrail(tx: Tx, who: Caller, entry: Trail): Promise<void> {
  await tx.run(sql`
    insert into kernel.trail (id, kind, caller_id, caller, subject_id, store_id, outcome, body, request_id, acted_at)
    values (${newId()}, ${entry.kind}, ${who.id}, ${`${who.kind} ${who.name}`.slice(0, 200)}, ${entry.subjectId ?? null},
            ${entry.storeId ?? null}, ${entry.outcome ?? 'done'}, ${JSON.stringify(entry.body ?? {})}, ${entry.requestId ?? null}, ${tx.now})`)
}
