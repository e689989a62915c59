import type { Read, Tx } from '#kernel/db.ts'
import { plainArray, sql, textArray } from '#kernel/db.ts'
import type { Product, SaleProduct } from './contract.ts'

/** One writer at a time: two lists that bring each other's barcodes would wait in a ring. Readers, and so the tills, do not wait. */
export const lockCatalog = (tx: Tx): Promise<number> =>
  tx.run(sql`lock table catalog.product in share row exclusive mode`)

const selected =
  sql.raw(`product.product_id as "productId", product.sku, product.name, product.name_en as "nameEn", product.category,
  product.brand, product.labels, product.list_price as "listPrice", product.tax_rate as "taxRate", product.unit,
  coalesce((select array_agg(barcode order by barcode) from catalog.barcode where barcode.product_id = product.product_id), '{}') as barcodes,
  product.prescription, product.earns, product.status, product.version`)

export const selectBySku = (read: Read, skus: string[]): Promise<Product[]> =>
  read.rows(sql`select ${selected} from catalog.product where sku = any(${textArray(skus)}::text[])`)

export const selectById = (read: Read, id: string): Promise<Product | undefined> =>
  read.maybe(sql`select ${selected} from catalog.product where product_id = ${id}::uuid`)

export const selectByBarcode = (read: Read, barcode: string): Promise<Product[]> =>
  read.rows(sql`select ${selected} from catalog.product
    where product_id = (select product_id from catalog.barcode where barcode = ${barcode})`)

/** Products whose name, pinyin or initials contain a text; an exact one first, then by name. */
export const selectByName = (
  read: Read,
  { search, grams }: { search: string; grams: string[] },
  limit: number,
): Promise<Product[]> =>
  read.rows(sql`select ${selected} from catalog.product
    where name_grams @> ${textArray(grams)}::text[] and position(${search} in name_search) > 0 and status = 'active'
    order by (${search} = any(string_to_array(name_search, chr(10)))) desc, name, sku limit ${limit}`)

/** Who holds these barcodes. */
export const selectBarcodes = (
  read: Read,
  barcodes: string[],
): Promise<{ barcode: string; productId: string; sku: string }[]> =>
  read.rows(sql`select barcode, product_id as "productId", sku from catalog.barcode join catalog.product using (product_id)
    where barcode = any(${textArray(barcodes)}::text[])`)

export type Stored = Product & { nameSearch: string; nameGrams: string[] }

/** Writes products whole. A list travels as its own text, for an array of arrays would come out of unnest in one row. */
export const upsert = (tx: Tx, products: Stored[]): Promise<number> =>
  tx.run(sql`
    insert into catalog.product (product_id, sku, name, name_en, name_search, name_grams, category, brand, labels, list_price,
                                 tax_rate, unit, prescription, earns, status, version, updated_at)
    select product_id, sku, name, name_en, name_search, name_grams::text[], category, brand, labels::text[], list_price,
           tax_rate, unit, prescription, earns, status, version, ${tx.now}::timestamptz
      from unnest(${plainArray(products.map((one) => one.productId))}::uuid[], ${textArray(products.map((one) => one.sku))}::text[],
        ${textArray(products.map((one) => one.name))}::text[], ${textArray(products.map((one) => one.nameEn))}::text[],
        ${textArray(products.map((one) => one.nameSearch))}::text[], ${textArray(products.map((one) => textArray(one.nameGrams)))}::text[],
        ${textArray(products.map((one) => one.category))}::text[], ${textArray(products.map((one) => one.brand))}::text[],
        ${textArray(products.map((one) => textArray(one.labels)))}::text[], ${plainArray(products.map((one) => one.listPrice))}::bigint[],
        ${plainArray(products.map((one) => one.taxRate))}::int[], ${textArray(products.map((one) => one.unit))}::text[],
        ${plainArray(products.map((one) => one.prescription))}::boolean[], ${plainArray(products.map((one) => one.earns))}::boolean[],
        ${plainArray(products.map((one) => one.status))}::text[], ${plainArray(products.map((one) => one.version))}::int[])
        as told (product_id, sku, name, name_en, name_search, name_grams, category, brand, labels, list_price,
                 tax_rate, unit, prescription, earns, status, version)
    on conflict (product_id) do update set name = excluded.name, name_en = excluded.name_en, name_search = excluded.name_search,
      name_grams = excluded.name_grams, category = excluded.category, brand = excluded.brand, labels = excluded.labels,
      list_price = excluded.list_price, tax_rate = excluded.tax_rate, unit = excluded.unit, prescription = excluded.prescription,
      earns = excluded.earns, status = excluded.status, version = excluded.version, updated_at = excluded.updated_at`)

export async function replaceBarcodes(tx: Tx, products: Product[]): Promise<void> {
  const ids = plainArray(products.map(({ productId }) => productId))
  await tx.run(sql`delete from catalog.barcode where product_id = any(${ids}::uuid[])`)
  const pairs = products.flatMap(({ productId, barcodes }) => barcodes.map((barcode) => ({ productId, barcode })))
  if (pairs.length === 0) return
  await tx.run(sql`insert into catalog.barcode (barcode, product_id)
    select * from unnest(${textArray(pairs.map(({ barcode }) => barcode))}::text[], ${plainArray(pairs.map(({ productId }) => productId))}::uuid[])`)
}

export const remove = (tx: Tx, ids: string[]): Promise<number> =>
  tx.run(sql`delete from catalog.product where product_id = any(${plainArray(ids)}::uuid[])`)

type Filter = {
  category?: string | undefined
  brand?: string | undefined
  label?: string | undefined
  status?: string | undefined
}

const where = ({ category, brand, label, status }: Filter) => {
  const of = [
    category !== undefined &&
      sql`product.category in (select code from catalog.category where path @> array[${category}]::text[])`,
    brand !== undefined && sql`product.brand = ${brand}`,
    label !== undefined && sql`product.labels @> array[${label}]::text[]`,
    status !== undefined && sql`product.status = ${status}`,
  ].filter((part) => part !== false)
  return of.length === 0 ? sql`true` : sql.join(of, sql` and `)
}

/** By SKU. */
export const list = (read: Read, filter: Filter, after: string | null, limit: number): Promise<Product[]> =>
  read.rows(sql`select ${selected} from catalog.product
    where ${where(filter)} and (${after}::text is null or sku > ${after}) order by sku limit ${limit}`)

export const count = async (read: Read, filter: Filter): Promise<number> =>
  (await read.one<{ count: number }>(sql`select count(*) as count from catalog.product where ${where(filter)}`)).count

/** What a sale needs, in one statement that is planned once. */
export const selectForSale = (read: Read, skus: string[]): Promise<SaleProduct[]> =>
  read.rows({
    name: 'catalog.for_sale',
    text: `select product.product_id as "productId", product.sku, product.name, product.category,
        coalesce(category.path, '{}') as "categoryPath", product.labels, product.earns, product.prescription,
        product.list_price as "listPrice"
      from catalog.product left join catalog.category on category.code = product.category
      where product.sku = any($1::text[])`,
    values: [textArray(skus)],
  })
