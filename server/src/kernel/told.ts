import { createHash } from 'node:crypto'
import type { Tx } from './db.ts'
import { plainArray, sql, textArray } from './db.ts'
import { refuse } from './refusal.ts'

/** A command as it was asked: by whom, under which reference, with which body. */
export type Telling = {
  caller: string
  reference: string
  digest: Buffer
  causeId: string
  memberId: string | null
}

/** What telling came to: it is new, or its first answer's cause is known, or its reference was used for something else. */
export type Told = { state: 'new' } | { state: 'same'; causeId: string; memberId: string | null } | { state: 'other' }

/** The digest of a command: its kind and its validated body. Key order is the contract's, so two equal bodies are equal here. */
export const digestOf = (kind: string, body: unknown): Buffer =>
  createHash('sha256').update(kind).update('\0').update(JSON.stringify(body)).digest()

const insert = {
  name: 'kernel.tell',
  text: `insert into kernel.told (caller, reference, digest, cause_id, member_id)
    select * from unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[], $5::uuid[])
    on conflict do nothing returning caller, reference`,
}

/**
 * Writes references down, first thing in the transaction. Two tellings of one reference meet at its primary key: the second
 * waits for the first to commit and then sees it. Tellings are ordered, so that two batches never wait for each other in a ring.
 */
export async function tell(tx: Tx, tellings: Telling[]): Promise<Told[]> {
  const key = (caller: string, reference: string) => `${caller} ${reference}`
  const fresh = new Map<string, Telling>()
  for (const telling of tellings) {
    const at = key(telling.caller, telling.reference)
    if (!fresh.has(at)) fresh.set(at, telling)
  }
  const ordered = [...fresh.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, telling]) => telling)
  const rows = await tx.rows<{ caller: string; reference: string }>({
    ...insert,
    values: [
      plainArray(ordered.map((telling) => telling.caller)),
      textArray(ordered.map((telling) => telling.reference)),
      textArray(ordered.map((telling) => `\\x${telling.digest.toString('hex')}`)),
      plainArray(ordered.map((telling) => telling.causeId)),
      plainArray(ordered.map((telling) => telling.memberId)),
    ],
  })
  const isNew = new Set(rows.map((row) => key(row.caller, row.reference)))
  const known = await readKnown(
    tx,
    ordered.filter((telling) => !isNew.has(key(telling.caller, telling.reference))),
  )
  return tellings.map((telling): Told => {
    const at = key(telling.caller, telling.reference)
    const first = fresh.get(at)!
    if (isNew.has(at) && first === telling) return { state: 'new' }
    const before = isNew.has(at)
      ? {
          digest: first.digest,
          causeId: first.causeId,
          memberId: first.memberId,
        }
      : known.get(at)
    if (!before?.digest.equals(telling.digest)) return { state: 'other' }
    return {
      state: 'same',
      causeId: before.causeId,
      memberId: before.memberId,
    }
  })
}

type Known = { digest: Buffer; causeId: string; memberId: string | null }

async function readKnown(tx: Tx, tellings: Telling[]): Promise<Map<string, Known>> {
  if (tellings.length === 0) return new Map()
  const rows = await tx.rows<Known & { caller: string; reference: string }>(sql`
    select told.caller, told.reference, told.digest, told.cause_id as "causeId", told.member_id as "memberId"
      from kernel.told join unnest(${plainArray(tellings.map((t) => t.caller))}::uuid[],
                                   ${textArray(tellings.map((t) => t.reference))}::text[]) as asked (caller, reference)
        on told.caller = asked.caller and told.reference = asked.reference`)
  return new Map(rows.map((row) => [`${row.caller} ${row.reference}`, row]))
}

/** Takes references back whose commands were refused: a refusal binds nothing, the same reference may succeed later. */
export async function untell(tx: Tx, tellings: Telling[]): Promise<void> {
  for (const { caller, reference } of tellings) {
    await tx.run(sql`delete from kernel.told where caller = ${caller}::uuid and reference = ${reference}`)
  }
}

/**
 * Tells one command: runs `act` if it is new, else renders the first answer from its cause. A refusal thrown by `act` rolls the
 * reference back with everything else. Refuses `kernel.reference_reused` for another body.
 */
export async function once<T>(
  tx: Tx,
  telling: Telling,
  act: () => Promise<T>,
  render: (causeId: string, memberId: string | null) => Promise<T>,
): Promise<T> {
  const [told] = await tell(tx, [telling])
  if (told!.state === 'other') throw refuse('kernel.reference_reused', { reference: telling.reference })
  return told!.state === 'same' ? render(told!.causeId, told!.memberId) : act()
}
