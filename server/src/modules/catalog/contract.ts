import { z } from 'zod'
import { Code, Id, Line, listOf, Money, pageBy } from '#kernel/fields.ts'
import { refusals } from '#kernel/refusal.ts'

export const refuse = refusals({
  'catalog.unknown': 404,
  /** Details: the barcode, and the SKU that has it. */
  'catalog.barcode_taken': 409,
  'catalog.sku_twice': 422,
  'catalog.category_below_itself': 409,
})

/** A stock keeping unit, as the till and the stock system write it. */
export const Sku = Line(64).min(1)
const Barcode = z.string().regex(/^[0-9A-Za-z-]{4,48}$/)
const Label = Line(40).min(1)
const Name = Line(200).min(1)

const shelf = {
  name: Name,
  nameEn: Name.nullable(),
  /** The code of a category; one that is not there yet is opened under the root. */
  category: Code.nullable(),
  /** The code of a brand; likewise. */
  brand: Code.nullable(),
  labels: z.array(Label).max(50),
  /** In minor units of the programme's currency. */
  listPrice: Money.nullable(),
  /** In hundredths of a per cent: 1300 is 13 %. */
  taxRate: z.int().min(0).max(10_000).nullable(),
  unit: Line(20).nullable(),
  barcodes: z.array(Barcode).max(20),
  /** Medicine on prescription earns nothing, unless the charter says so. */
  prescription: z.boolean(),
  /** False: earns nothing, whatever the charter says. */
  earns: z.boolean(),
  status: z.enum(['active', 'retired']),
}

export const Product = z.object({ productId: Id, sku: Sku, ...shelf, version: z.int() }).meta({ id: 'Product' })
export type Product = z.infer<typeof Product>

/** A product as somebody tells it: what is left out stays as it is; a new one needs a name. */
export const PutProduct = z.object({ sku: Sku, ...z.object(shelf).partial().shape }).meta({ id: 'PutProduct' })
export type PutProduct = z.infer<typeof PutProduct>

export const PutProducts = z.object({ items: z.array(PutProduct).min(1).max(1000) })

export const PutOutcome = z
  .object({
    sku: Sku,
    outcome: z.enum(['created', 'changed', 'same', 'refused']),
    productId: Id.nullable(),
    /** The refusal's code, and its particulars. */
    code: z.string().nullable(),
    details: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'PutOutcome' })
export const PutAnswer = z.object({ items: z.array(PutOutcome) })

/** Filters in an address. */
export const ListProducts = z.object({
  /** With everything below it. */
  category: Code.optional(),
  brand: Code.optional(),
  label: Label.optional(),
  status: z.enum(['active', 'retired']).optional(),
  ...pageBy(Sku),
})
export type ListProducts = z.infer<typeof ListProducts>
export const ProductPage = listOf(Product)

export const FindProduct = z.object({ code: Line(80).min(1) })
export const FoundProducts = z.object({
  by: z.enum(['sku', 'barcode', 'name']),
  items: z.array(Product),
  more: z.boolean(),
})

/** What a sale needs of a product. */
export type SaleProduct = {
  productId: string
  sku: string
  name: string
  category: string | null
  /** Codes from the root of the categories down to the product's own. */
  categoryPath: string[]
  labels: string[]
  earns: boolean
  prescription: boolean
  listPrice: number | null
}
