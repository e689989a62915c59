import type { Caller } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { endSecondFactor } from '../factor/service.ts'
import { forget } from '../identify.ts'
import type { OpenSession } from '../sessions/contract.ts'
import { listSessions } from '../sessions/service.ts'
import { endSessionsOf } from '../sessions/store.ts'
import { manageable } from './service.ts'

/** Where a person is signed in, for who may manage them. */
export async function listSessionsOf(read: Read, personId: string, who: Caller): Promise<OpenSession[]> {
  await manageable(read, personId, who)
  return listSessions(read, personId, who)
}

/** Signs a person out everywhere; answers how many sessions ended. */
export async function endSessionsOfPerson(tx: Tx, personId: string, who: Caller): Promise<number> {
  await manageable(tx, personId, who)
  const ended = await endSessionsOf(tx, personId, null)
  forget(personId)
  return ended.length
}

/** Takes the second factor from a person who has lost it, and signs them out everywhere. */
export async function endFactorOf(tx: Tx, personId: string, who: Caller): Promise<void> {
  await manageable(tx, personId, who)
  await endSecondFactor(tx, personId)
  await endSessionsOf(tx, personId, null)
  forget(personId)
}
