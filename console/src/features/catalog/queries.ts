import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ask, Refusal } from '../../parts/api.ts'
import { usePreferences } from '../../parts/preferences.ts'
import type { Outcome, ProductChange } from './shapes.ts'

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['product', id],
    queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id } } })),
  })

/** The tree of categories, parents before children. */
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  staleTime: 60_000,
  queryFn: () => ask(api.GET('/v1/categories')).then(({ items }) => items),
})

export const brandsQuery = queryOptions({
  queryKey: ['brands'],
  staleTime: 60_000,
  queryFn: () => ask(api.GET('/v1/brands')).then(({ items }) => items),
})

/** Names of shelves by their codes, in the language of the moment; a code without a name stands for itself. */
export function useShelves() {
  const { language } = usePreferences()
  const categories = useQuery(categoriesQuery).data ?? []
  const brands = useQuery(brandsQuery).data ?? []
  const named = (shelf: { code: string; name: string; nameEn: string | null } | undefined, code: string) =>
    shelf ? (language === 'en' && shelf.nameEn) || shelf.name : code
  return {
    categories,
    brands,
    categoryName: (code: string) =>
      named(
        categories.find((one) => one.code === code),
        code,
      ),
    brandName: (code: string) =>
      named(
        brands.find((one) => one.code === code),
        code,
      ),
  }
}

/** Takes a product in or changes what is given of it. The route answers each of many on its own; a single one that is refused throws. */
export async function putProduct(product: ProductChange): Promise<Outcome> {
  const { items } = await ask(api.PUT('/v1/products', { body: { items: [product] } }))
  const [outcome] = items
  if (!outcome || outcome.outcome === 'refused') {
    const code = outcome?.code ?? 'kernel.bad_input'
    throw new Refusal({ code, status: 409, details: outcome?.details ?? {} })
  }
  return outcome
}
