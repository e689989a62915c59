import type { Caller } from './caller.ts'
import type { Read, Tx } from './db.ts'
import { sql } from './db.ts'
import { firstIdOf, newId } from './ids.ts'

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

/** Whether a caller left such an entry within the last milliseconds: what is asked again with every key need not be written down again. */
export async function isTrailed(read: Read, who: Caller, entry: Trail, withinMs: number): Promise<boolean> {
  const sinceMs = Date.parse(read.now) - withinMs
  const found = await read.maybe(sql`
    select 1 from kernel.trail
     where subject_id = ${entry.subjectId ?? null}::uuid and caller_id = ${who.id} and kind = ${entry.kind}
       and outcome = ${entry.outcome ?? 'done'} and body = ${JSON.stringify(entry.body ?? {})}::jsonb
       and id >= ${firstIdOf(Date.now() - withinMs - 60_000)}::uuid and acted_at > ${new Date(sinceMs).toISOString()}::timestamptz
     limit 1`)
  return found !== undefined
}
