import type { Read, Tx } from '#kernel/db.ts'
import type { Field } from './contract.ts'
import { refuse } from './contract.ts'
import * as store from './store.ts'

/** The fields that the house has added to its archives, in the order of forms, retired ones among them. */
export const listFields = (read: Read): Promise<Field[]> => store.selectAll(read)

/** Adds a field or changes it. Refuses `members.field_has_type`: what is kept under a key was checked against its type. */
export async function putField(tx: Tx, field: Field): Promise<Field> {
  if ((await store.upsert(tx, field)) === 0) throw refuse('members.field_has_type', { key: field.key })
  return field
}
