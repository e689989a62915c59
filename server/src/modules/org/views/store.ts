import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql } from '#kernel/db.ts'
import type { View } from './contract.ts'

const viewColumns = sql`id, list, name, filters, columns, made_at as "madeAt"`

/** A person's views, of one list if it is named, by list and name. */
export const selectViews = (read: Read, personId: string, list: string | null): Promise<View[]> =>
  read.rows(sql`
    select ${viewColumns} from org.view where person_id = ${personId} and (${list}::text is null or list = ${list})
     order by list, made_at, id`)

/** Keeps a view; one of the same name is replaced and keeps its id. */
export async function upsertView(tx: Tx, personId: string, view: Omit<View, 'madeAt'>): Promise<View> {
  const columns = view.columns ? plainArray(view.columns) : null
  const [kept] = await tx.rows<View>(sql`
    insert into org.view (id, person_id, list, name, filters, columns, made_at)
    values (${view.id}, ${personId}, ${view.list}, ${view.name}, ${JSON.stringify(view.filters)}::jsonb, ${columns}::text[], ${tx.now})
    on conflict on constraint a_view_is_named_once_per_list
    do update set filters = excluded.filters, columns = excluded.columns
    returning ${viewColumns}`)
  return kept!
}

/** Forgets a view; false when the person has none of this id. */
export async function deleteView(tx: Tx, personId: string, id: string): Promise<boolean> {
  return (await tx.run(sql`delete from org.view where id = ${id} and person_id = ${personId}`)) === 1
}
