import type { Caller } from '#kernel/caller.ts'
import type { Read, Tx } from '#kernel/db.ts'
import type { Kind, Mapping, Options } from '../contract.ts'
import { Options as OptionsShape, refuse } from '../contract.ts'
import type { FieldSpec } from '../kinds/kind.ts'
import { guessMapping } from './rules.ts'
import type { Saved } from './store.ts'
import * as store from './store.ts'

/** The mappings that were kept by name, the newest first. */
export const listMappings = (read: Read, { kind }: { kind?: Kind | undefined }): Promise<Saved[]> =>
  store.list(read, kind ?? null)

/** Keeps a mapping with its options under a name, for files that come again; one of that name is replaced. */
export async function saveMapping(
  tx: Tx,
  { kind, name, mapping, options }: Pick<Saved, 'kind' | 'name' | 'mapping' | 'options'>,
  who: Caller,
): Promise<void> {
  await store.save(tx, { kind, name, mapping, options, savedAt: tx.now, savedBy: who.name.slice(0, 120) })
}

/** Forgets a mapping. Refuses `imports.mapping_unknown`. */
export async function forgetMapping(
  tx: Tx,
  { kind, name }: { kind: Kind; name: string },
): Promise<Record<string, never>> {
  if ((await store.remove(tx, kind, name)) === 0) throw refuse('imports.mapping_unknown', { name })
  return {}
}

/**
 * How a new file is likely mapped: as the saved mapping that was named, else as the newest saved one whose columns are all there, else by the
 * names of the columns. Refuses `imports.mapping_unknown`.
 */
export async function proposeMapping(
  read: Read,
  ask: { kind: Kind; columns: string[]; fields: FieldSpec[]; name: string | undefined },
): Promise<{ mapping: Mapping; options: Options }> {
  const saved = await store.list(read, ask.kind)
  const named = ask.name === undefined ? undefined : saved.find(({ name }) => name === ask.name)
  if (ask.name !== undefined && !named) throw refuse('imports.mapping_unknown', { name: ask.name })
  const known = new Set(ask.fields.map(({ key }) => key))
  const fits = ({ mapping }: Saved) =>
    Object.entries(mapping).every(([column, field]) => ask.columns.includes(column) && known.has(field))
  const found = named ?? saved.find(fits)
  if (!found) return { mapping: guessMapping(ask.columns, ask.fields), options: OptionsShape.parse({}) }
  const mapping = Object.fromEntries(Object.entries(found.mapping).filter(([column]) => ask.columns.includes(column)))
  return { mapping, options: OptionsShape.parse(found.options) }
}
