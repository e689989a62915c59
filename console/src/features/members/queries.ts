import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../../parts/api.ts'

const ofMember = (id: string) => ({ params: { path: { id } } })

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
    queryFn: () => ask(api.GET('/v1/members/{id}/topups', ofMember(id))),
  })

export const adjustmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id, 'adjustments'],
    queryFn: () => ask(api.GET('/v1/members/{id}/points', ofMember(id))),
  })

export const tiersQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id, 'tiers'],
    queryFn: () => ask(api.GET('/v1/members/{id}/tiers', ofMember(id))),
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
