/** What the routes of the catalog answer, as far as the screens use it. */
export interface Product {
  productId: string
  sku: string
  name: string
  nameEn: string | null
  category: string | null
  brand: string | null
  labels: string[]
  /** Minor units of the programme's currency. */
  listPrice: number | null
  /** Hundredths of a per cent: 1300 is 13 %. */
  taxRate: number | null
  unit: string | null
  barcodes: string[]
  prescription: boolean
  earns: boolean
  status: 'active' | 'retired'
  version: number
}

export interface Category {
  code: string
  name: string
  nameEn: string | null
  parent: string | null
  /** Codes from the root down to its own. */
  path: string[]
}

export interface Brand {
  code: string
  name: string
  nameEn: string | null
}

export interface Outcome {
  sku: string
  outcome: 'created' | 'changed' | 'same' | 'refused'
  productId: string | null
  code: string | null
  details: Record<string, unknown> | null
}
