import type { Read, Tx } from '#kernel/db.ts'
import { sql, textArray } from '#kernel/db.ts'
import type { Field } from './contract.ts'

export const selectAll = (read: Read): Promise<Field[]> =>
  read.rows({
    name: 'members.fields',
    text: `select key, label_zh as "labelZh", label_en as "labelEn", type, choices, required, position, retired
      from members.field order by position, key`,
    values: [],
  })

export const upsert = (tx: Tx, field: Field): Promise<number> =>
  tx.run(sql`
    insert into members.field (key, label_zh, label_en, type, choices, required, position, retired)
    values (${field.key}, ${field.labelZh}, ${field.labelEn}, ${field.type}, ${textArray(field.choices)}::text[],
            ${field.required}, ${field.position}, ${field.retired})
    on conflict (key) do update set label_zh = excluded.label_zh, label_en = excluded.label_en, choices = excluded.choices,
      required = excluded.required, position = excluded.position, retired = excluded.retired
      where field.type = excluded.type`)
