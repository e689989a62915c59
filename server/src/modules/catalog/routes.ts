import { z } from 'zod'
import { Id } from '#kernel/fields.ts'
import type { Row } from '#kernel/http.ts'
import { command, query } from '#kernel/http.ts'
import * as contract from './contract.ts'
import * as service from './service.ts'
import { Brand, BrandList, Category, CategoryList } from './shelves/contract.ts'
import * as shelves from './shelves/service.ts'

export const routes: Row[] = [
  query({
    name: 'listProducts',
    path: 'GET /v1/products',
    summary: 'Products by SKU; a category means everything below it.',
    may: 'catalog.read',
    input: contract.ListProducts,
    output: contract.ProductPage,
    run: service.listProducts,
  }),
  command({
    name: 'putProducts',
    path: 'PUT /v1/products',
    summary:
      'Takes up to 1,000 products into the catalog or changes what is given of them; each is answered on its own.',
    may: 'catalog.manage',
    input: contract.PutProducts,
    output: contract.PutAnswer,
    bodyLimit: 4 * 1024 * 1024,
    trail: (_, { items }) => ({
      body: Object.fromEntries(
        Object.entries(Object.groupBy(items, ({ outcome }) => outcome)).map(([key, of]) => [key, of.length]),
      ),
    }),
    run: async (tx, { items }) => {
      const outcomes = await service.putProducts(tx, items)
      return {
        items: outcomes.map((one, at) =>
          'ok' in one
            ? { sku: items[at]!.sku, outcome: one.ok.outcome, productId: one.ok.productId, code: null, details: null }
            : {
                sku: items[at]!.sku,
                outcome: 'refused' as const,
                productId: null,
                code: one.refusal.code,
                details: one.refusal.details,
              },
        ),
      }
    },
  }),
  query({
    name: 'readProduct',
    path: 'GET /v1/products/{id}',
    summary: 'One product.',
    may: 'catalog.read',
    input: z.object({ id: Id }),
    output: contract.Product,
    refuses: ['catalog.unknown'],
    run: service.readProduct,
  }),
  query({
    name: 'findProduct',
    path: 'POST /v1/products/find',
    summary: 'Whatever was scanned or typed: SKU, barcode, or a part of a name, its pinyin or initials.',
    may: 'catalog.read',
    input: contract.FindProduct,
    output: contract.FoundProducts,
    run: service.findProduct,
  }),
  query({
    name: 'listCategories',
    path: 'GET /v1/categories',
    summary: 'The tree of categories, parents before children.',
    may: 'catalog.read',
    input: z.object({}),
    output: CategoryList,
    run: async (read) => ({ items: await shelves.listCategories(read) }),
  }),
  command({
    name: 'putCategory',
    path: 'PUT /v1/categories/{code}',
    summary: 'Opens a category, renames it, or moves it with everything below.',
    may: 'catalog.manage',
    input: Category,
    output: Category,
    refuses: ['catalog.unknown', 'catalog.category_below_itself'],
    trail: ({ code, parent }) => ({ body: { code, parent } }),
    run: shelves.putCategory,
  }),
  query({
    name: 'listBrands',
    path: 'GET /v1/brands',
    summary: 'Brands by name.',
    may: 'catalog.read',
    input: z.object({}),
    output: BrandList,
    run: async (read) => ({ items: await shelves.listBrands(read) }),
  }),
  command({
    name: 'putBrand',
    path: 'PUT /v1/brands/{code}',
    summary: 'Opens a brand or renames it.',
    may: 'catalog.manage',
    input: Brand,
    output: Brand,
    trail: ({ code }) => ({ body: { code } }),
    run: shelves.putBrand,
  }),
]
