import type { Read, Tx } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import { textIndex, textQuery } from '#kernel/findable.ts'
import { newId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/lane.ts'
import type { ListProducts, Product, PutProduct, SaleProduct } from './contract.ts'
import { refuse } from './contract.ts'
import * as shelves from './shelves/store.ts'
import type { Stored } from './store.ts'
import * as store from './store.ts'

/** What a sale needs of products, by SKU. A SKU that the catalog does not know is absent, and sold under the words of the till. */
export async function findProducts(read: Read, skus: string[]): Promise<Map<string, SaleProduct>> {
  if (skus.length === 0) return new Map()
  return new Map((await store.selectForSale(read, skus)).map((product) => [product.sku, product]))
}

/** What became of a told product; `before` is how it was, so that an import can be undone. */
export type Put = { productId: string; outcome: 'created' | 'changed' | 'same'; before: Product | null }

/**
 * Takes products into the catalog or changes them, each answered on its own, in order. What is left out stays as it is. A category or brand
 * that is not there yet is opened under the root. Refuses `catalog.barcode_taken`, a SKU told twice, and a new product without a name.
 */
export async function putProducts(tx: Tx, told: PutProduct[]): Promise<Outcome<Put>[]> {
  await store.lockCatalog(tx)
  const before = new Map(
    (
      await store.selectBySku(
        tx,
        told.map(({ sku }) => sku),
      )
    ).map((one) => [one.sku, one]),
  )
  const holders = new Map(
    (
      await store.selectBarcodes(
        tx,
        told.flatMap(({ barcodes }) => barcodes ?? []),
      )
    ).map((one) => [one.barcode, one.sku]),
  )
  const seen = new Set<string>()
  const writing: Stored[] = []
  const outcomes = told.map((put): Outcome<Put> => {
    const old = before.get(put.sku)
    if (seen.has(put.sku)) return { refusal: refuse('catalog.sku_twice', { sku: put.sku }) }
    seen.add(put.sku)
    if (!old && put.name === undefined) return { refusal: refuse('catalog.unknown', { sku: put.sku }) }
    const taken = put.barcodes?.find((barcode) => (holders.get(barcode) ?? put.sku) !== put.sku)
    if (taken) return { refusal: refuse('catalog.barcode_taken', { barcode: taken, sku: holders.get(taken) }) }
    const product = merge(old, put)
    for (const barcode of product.barcodes) holders.set(barcode, put.sku)
    const { productId } = product
    if (old && JSON.stringify(product) === JSON.stringify(merge(old, { sku: put.sku })))
      return { ok: { productId, outcome: 'same', before: old } }
    writing.push({ ...product, version: (old?.version ?? 0) + 1, ...searchOf(product) })
    return { ok: { productId, outcome: old ? 'changed' : 'created', before: old ?? null } }
  })
  await write(tx, writing)
  return outcomes
}

async function write(tx: Tx, products: Stored[]): Promise<void> {
  if (products.length === 0) return
  const codes = (field: 'category' | 'brand') => [...new Set(products.flatMap((one) => one[field] ?? []))]
  await shelves.openCategories(tx, codes('category'))
  await shelves.openBrands(tx, codes('brand'))
  await store.upsert(tx, products)
  await store.replaceBarcodes(tx, products)
}

const merge = (old: Product | undefined, put: PutProduct): Product => {
  const blank = {
    productId: newId(),
    name: put.sku,
    nameEn: null,
    category: null,
    brand: null,
    labels: [],
    listPrice: null,
    taxRate: null,
    unit: null,
    barcodes: [],
    prescription: false,
    earns: true,
    status: 'active' as const,
    version: 0,
  }
  const given = Object.fromEntries(Object.entries(put).filter(([, value]) => value !== undefined))
  const merged: Product = { ...blank, ...old, ...given, sku: put.sku }
  return { ...merged, labels: [...new Set(merged.labels)].sort(), barcodes: [...new Set(merged.barcodes)].sort() }
}

function searchOf({ name, nameEn }: Product): { nameSearch: string; nameGrams: string[] } {
  const found = [textIndex(name, 'thing'), textIndex(nameEn ?? '', 'thing')]
  return {
    nameSearch: found
      .map(({ search }) => search)
      .filter(Boolean)
      .join('\n'),
    nameGrams: [...new Set(found.flatMap(({ grams }) => grams))],
  }
}

/** Puts products back as they were before an import (`before` of each outcome), and takes those out again that were not there. */
export async function restoreProducts(tx: Tx, puts: Put[]): Promise<void> {
  await store.lockCatalog(tx)
  await store.remove(
    tx,
    puts.filter(({ outcome }) => outcome === 'created').map(({ productId }) => productId),
  )
  await write(
    tx,
    puts.flatMap(({ outcome, before }) =>
      outcome === 'changed' && before ? [{ ...before, ...searchOf(before) }] : [],
    ),
  )
}

/** One product. Refuses `catalog.unknown`. */
export async function readProduct(read: Read, { id }: { id: string }): Promise<Product> {
  const product = await store.selectById(read, id)
  if (!product) throw refuse('catalog.unknown', { id })
  return product
}

/** Products by SKU order, with an exact total. */
export async function listProducts(read: Read, { cursor, limit, ...filter }: ListProducts) {
  const after = fromCursor(cursor)?.[0]
  const rows = await store.list(read, filter, typeof after === 'string' ? after : null, limit + 1)
  const items = rows.slice(0, limit)
  return {
    items,
    next: rows.length > limit ? toCursor(items.at(-1)!.sku) : null,
    total: { count: await store.count(read, filter), exact: true },
  }
}

const most = 20

/** Whatever was scanned or typed: a SKU, a barcode, else a part of a name, its pinyin or initials; at most twenty. */
export async function findProduct(
  read: Read,
  { code }: { code: string },
): Promise<{ by: 'sku' | 'barcode' | 'name'; items: Product[]; more: boolean }> {
  const plain = code.normalize('NFKC')
  const bySku = await store.selectBySku(read, [...new Set([code, plain])])
  if (bySku.length > 0) return { by: 'sku', items: bySku, more: false }
  const byBarcode = await store.selectByBarcode(read, plain.replace(/\s/g, ''))
  if (byBarcode.length > 0) return { by: 'barcode', items: byBarcode, more: false }
  const byName = await store.selectByName(read, textQuery(code), most + 1)
  return { by: 'name', items: byName.slice(0, most), more: byName.length > most }
}
