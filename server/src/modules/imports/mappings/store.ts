import type { Read, Tx } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'
import type { Kind, Mapping, Options } from '../contract.ts'

export type Saved = { kind: Kind; name: string; mapping: Mapping; options: Options; savedAt: string; savedBy: string }

export const list = (read: Read, kind: Kind | null): Promise<Saved[]> =>
  read.rows(sql`
    select kind, name, columns as mapping, options, saved_at as "savedAt", saved_by as "savedBy" from imports.mapping
     where (${kind}::text is null or kind = ${kind}) order by saved_at desc, name limit 500`)

export const save = (tx: Tx, { kind, name, mapping, options, savedAt, savedBy }: Saved): Promise<number> =>
  tx.run(sql`
    insert into imports.mapping (kind, name, columns, options, saved_at, saved_by)
    values (${kind}, ${name}, ${JSON.stringify(mapping)}, ${JSON.stringify(options)}, ${savedAt}, ${savedBy})
    on conflict (kind, name) do update set columns = excluded.columns, options = excluded.options, saved_at = excluded.saved_at,
      saved_by = excluded.saved_by`)

export const remove = (tx: Tx, kind: Kind, name: string): Promise<number> =>
  tx.run(sql`delete from imports.mapping where kind = ${kind} and name = ${name}`)
