import type { Caller } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { refuse } from '../contract.ts'
import { personOf } from '../profile/service.ts'
import type { KeepView, View } from './contract.ts'
import * as store from './store.ts'

/** How many views a person may keep of one list: more than anybody finds again. */
const most = 50

/** The caller's own views, of one list if it is named. Keys and the house have none (`org.people_only`). */
export const listViews = (read: Read, list: string | undefined, who: Caller): Promise<View[]> =>
  store.selectViews(read, personOf(who), list ?? null)

/** Keeps a view of a list for the caller; one of the same name is replaced. Refuses `org.too_many_views` beyond fifty of a list. */
export async function keepView(tx: Tx, input: KeepView, who: Caller): Promise<View> {
  const own = await store.selectViews(tx, personOf(who), input.list)
  if (own.length >= most && !own.some(({ name }) => name === input.name)) throw refuse('org.too_many_views', { most })
  return store.upsertView(tx, personOf(who), { id: newId(), ...input })
}

/** Forgets a view of the caller's. Refuses `org.view_unknown`, also for somebody else's. */
export async function forgetView(tx: Tx, id: string, who: Caller): Promise<void> {
  if (!(await store.deleteView(tx, personOf(who), id))) throw refuse('org.view_unknown', { id })
}
