import type { Read } from '#kernel/db.ts'

/** What the rules need of a product. */
export type ProductHead = {
  name: string
  category: string | null
  labels: string[]
  earns: boolean
  prescription: boolean
}

/** Products by SKU; a SKU that the catalog does not know is absent and sold under the words of the till. */
export async function findProducts(_read: Read, _skus: string[]): Promise<Map<string, ProductHead>> {
  return new Map()
}
