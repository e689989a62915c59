import type { Tx } from '#kernel/db.ts'
import { refuse } from '../contract.ts'
import { countedAddress, forgiven, lockSeconds } from './rules.ts'
import * as store from './store.ts'

/** Whose failures are counted: a login (known or not), an address, a person who proves themselves again. */
export type Counted = { subject: Buffer; free: number }

export const countLogin = (tx: Tx, login: string): Counted => ({
  subject: tx.keys.mark(login.trim().toLowerCase(), 'org.attempt.login'),
  free: forgiven.login,
})
export const countAddress = (tx: Tx, ip: string): Counted => ({
  subject: tx.keys.mark(countedAddress(ip), 'org.attempt.address'),
  free: forgiven.address,
})
export const countPerson = (tx: Tx, personId: string): Counted => ({
  subject: tx.keys.mark(personId, 'org.attempt.person'),
  free: forgiven.login,
})

/**
 * Counts an attempt as failed before it is looked at, so that a thousand guesses at once are not a thousand guesses; it is taken back when
 * it was right. Answers for how many seconds one of the counted is locked, 0 when the attempt may go on.
 */
export async function charge(tx: Tx, counted: Counted[]): Promise<number> {
  const rows = await store.lockAttempts(
    tx,
    counted.map(({ subject }) => subject),
  )
  const locked = Math.max(0, ...rows.map((row) => row.lockedS ?? 0))
  if (locked > 0) return locked
  for (const { subject, free } of counted) {
    const row = rows.find((one) => one.subject.equals(subject))!
    const failures = row.fresh ? row.failures + 1 : 1
    await store.updateAttempt(tx, subject, failures, lockSeconds(failures, free))
  }
  return 0
}

/** Takes a charge back: the attempt was right. */
export async function refund(tx: Tx, counted: Counted[]): Promise<void> {
  for (const { subject, free } of counted) await store.refundAttempt(tx, subject, free)
}

/** Forgets a login's failures after a good sign-in. */
export const forgive = (tx: Tx, { subject }: Counted): Promise<void> => store.deleteAttempt(tx, subject)

/** The refusal of who is locked out. */
export const lockedOut = (seconds: number) => refuse('org.locked', { seconds })
