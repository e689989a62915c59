import type { Read, Tx } from '#kernel/db.ts'
import { sql, textArray } from '#kernel/db.ts'
import type { Brand, Category } from './contract.ts'

type Placed = Category & { path: string[] }

export const selectCategories = (read: Read): Promise<Placed[]> =>
  read.rows(sql`select code, name, name_en as "nameEn", parent, path from catalog.category order by path`)

export const selectCategory = (read: Read, code: string): Promise<Placed | undefined> =>
  read.maybe(sql`select code, name, name_en as "nameEn", parent, path from catalog.category where code = ${code}`)

export const upsertCategory = (tx: Tx, { code, name, nameEn, parent }: Category, path: string[]): Promise<number> =>
  tx.run(sql`
    insert into catalog.category (code, name, name_en, parent, path)
    values (${code}, ${name}, ${nameEn}, ${parent}, ${textArray(path)}::text[])
    on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, parent = excluded.parent, path = excluded.path`)

/** What lies below a category moves with it. */
export const moveBelow = (tx: Tx, code: string, path: string[]): Promise<number> =>
  tx.run(sql`update catalog.category set path = ${textArray(path)}::text[] || path[array_position(path, ${code}) + 1:]
    where ${code} = any(path) and code <> ${code}`)

/** Opens categories under the root that are not there yet. */
export const openCategories = (tx: Tx, codes: string[]): Promise<number> =>
  tx.run(sql`insert into catalog.category (code, name, path)
    select code, code, array[code] from unnest(${textArray(codes)}::text[]) as code on conflict do nothing`)

export const openBrands = (tx: Tx, codes: string[]): Promise<number> =>
  tx.run(sql`insert into catalog.brand (code, name)
    select code, code from unnest(${textArray(codes)}::text[]) as code on conflict do nothing`)

export const selectBrands = (read: Read): Promise<Brand[]> =>
  read.rows(sql`select code, name, name_en as "nameEn" from catalog.brand order by name`)

export const upsertBrand = (tx: Tx, { code, name, nameEn }: Brand): Promise<number> =>
  tx.run(sql`insert into catalog.brand (code, name, name_en) values (${code}, ${name}, ${nameEn})
    on conflict (code) do update set name = excluded.name, name_en = excluded.name_en`)
