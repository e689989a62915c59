import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../../parts/api.ts'

const ofMember = (id: string) => ({ params: { path: { id } } })

interface Page<Item> {
  items: Item[]
  next: string | null
}

/** All pages of a list that a tab shows whole: what is left of each lot needs every top-up, not the newest few. */
async function wholeOf<Item>(
  read: (query: { cursor: string | undefined; limit: number }) => Promise<Page<Item>>,
): Promise<{ items: Item[] }> {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const page = await read({ cursor, limit: 200 })
    items.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  return { items }
}

/** A member's archive, masked. */
export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id],
    queryFn: () => ask(api.GET('/v1/members/{id}', ofMember(id))),
  })

/** The fields that the house has added to its archives, retired ones too: what is kept in them is still shown. */
export const fieldsQuery = queryOptions({
  queryKey: ['member-fields'],
  staleTime: 60_000,
  queryFn: async () => {
    const { items } = await ask(api.GET('/v1/member-fields'))
    return [...items].sort((a, b) => a.position - b.position)
  },
})

/** What a member has now, with its lots; the few newest entries come along. */
export const balancesQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id, 'balances'],
    queryFn: () => ask(api.GET('/v1/members/{id}/statement', { params: { path: { id }, query: { limit: 1 } } })),
  })

export const topUpsQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id, 'topups'],
    queryFn: () => wholeOf((query) => ask(api.GET('/v1/members/{id}/topups', { params: { path: { id }, query } }))),
  })

export const adjustmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id, 'adjustments'],
    queryFn: () => wholeOf((query) => ask(api.GET('/v1/members/{id}/points', { params: { path: { id }, query } }))),
  })

export const tiersQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id, 'tiers'],
    queryFn: () => wholeOf((query) => ask(api.GET('/v1/members/{id}/tiers', { params: { path: { id }, query } }))),
  })

export const cardsQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id, 'cards'],
    queryFn: () => ask(api.GET('/v1/members/{id}/cards', ofMember(id))),
  })

export const cardTypesQuery = queryOptions({
  queryKey: ['card-types'],
  staleTime: 60_000,
  queryFn: () => ask(api.GET('/v1/card-types')),
})
