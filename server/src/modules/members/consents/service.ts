import type { Read, Tx } from '#kernel/db.ts'
import type { Consent } from './contract.ts'
import * as store from './store.ts'

/** Writes down what members agreed to or took back; earlier decisions stay. */
export async function addConsents(tx: Tx, consents: Consent[]): Promise<void> {
  if (consents.length > 0) await store.insert(tx, consents)
}

/** What members last decided, channel by channel; a channel never asked about is absent. */
export async function findConsents(read: Read, memberIds: string[]): Promise<Consent[]> {
  return memberIds.length === 0 ? [] : store.newest(read, memberIds)
}
