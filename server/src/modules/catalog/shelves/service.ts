import type { Read, Tx } from '#kernel/db.ts'
import { refuse } from '../contract.ts'
import { lockCatalog } from '../store.ts'
import type { Brand, Category } from './contract.ts'
import * as store from './store.ts'

/** The tree of categories, parents before children. */
export const listCategories = (read: Read) => store.selectCategories(read)

/** Opens a category, renames it, or moves it with everything below. Refuses `catalog.unknown` for the parent, `catalog.category_below_itself`. */
export async function putCategory(tx: Tx, category: Category): Promise<Category> {
  await lockCatalog(tx)
  const parent = category.parent === null ? null : await store.selectCategory(tx, category.parent)
  if (parent === undefined) throw refuse('catalog.unknown', { category: category.parent })
  if (parent?.path.includes(category.code)) throw refuse('catalog.category_below_itself', { category: category.code })
  const path = [...(parent?.path ?? []), category.code]
  await store.upsertCategory(tx, category, path)
  await store.moveBelow(tx, category.code, path)
  return category
}

/** Brands by name. */
export const listBrands = (read: Read) => store.selectBrands(read)

/** Opens a brand or renames it. */
export async function putBrand(tx: Tx, brand: Brand): Promise<Brand> {
  await store.upsertBrand(tx, brand)
  return brand
}
