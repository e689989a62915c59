import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import type { CardType } from './contract.ts'

const columns = sql.raw(`type_id as "typeId", code, name, name_en as "nameEn", kind, named, media, prefix,
  validity_months as "validityMonths", remark, status, version`)

export const selectAll = (read: Read): Promise<CardType[]> =>
  read.rows(sql`select ${columns} from cards.card_type order by status, code`)

export const select = (read: Read, ids: string[]): Promise<CardType[]> =>
  read.rows(sql`select ${columns} from cards.card_type where type_id = any(${plainArray(ids)}::uuid[])`)

/** Writes a type; 0 when the code is another type's, or the version is not the one before. */
export const insert = (tx: Tx, type: CardType): Promise<number> =>
  tx.run(sql`
    insert into cards.card_type (type_id, code, name, name_en, kind, named, media, prefix, validity_months, remark, status, version, updated_at)
    values (${type.typeId}, ${type.code}, ${type.name}, ${type.nameEn}, ${type.kind}, ${type.named}, ${textArray(type.media)}::text[],
            ${type.prefix}, ${type.validityMonths}, ${type.remark}, ${type.status}, ${type.version}, ${tx.now})
    on conflict (code) do nothing`)

export const update = (tx: Tx, type: CardType): Promise<number> =>
  tx.run(sql`
    update cards.card_type set name = ${type.name}, name_en = ${type.nameEn}, media = ${textArray(type.media)}::text[], prefix = ${type.prefix},
           validity_months = ${type.validityMonths}, remark = ${type.remark}, status = ${type.status}, version = ${type.version}, updated_at = ${tx.now}
     where type_id = ${type.typeId}::uuid and version = ${type.version - 1}`)
