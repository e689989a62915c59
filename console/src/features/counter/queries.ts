import { queryOptions } from '@tanstack/react-query'
import { api, ask, type BodyOf, Refusal } from '../../parts/api.ts'
import type { Balances, MemberRef, Quote } from './shapes.ts'

/** A counter that could not be read asks again by itself; a refusal is an answer. */
const againMs = 3000
const untilAnswered = {
  refetchInterval: ({ state }: { state: { error: unknown } }) =>
    state.error && !(state.error instanceof Refusal) ? againMs : false,
} as const

/** The stores of the person, with the currency that each sells in. */
export const storesQuery = queryOptions({
  queryKey: ['counter', 'stores'],
  ...untilAnswered,
  staleTime: 5 * 60_000,
  queryFn: () => ask(api.GET('/v1/stores')).then(({ items }) => items),
})

export const tillsQuery = (storeId: string | undefined) =>
  queryOptions({
    queryKey: ['counter', 'tills', storeId ?? null],
    ...untilAnswered,
    enabled: storeId !== undefined,
    queryFn: () => ask(api.GET('/v1/tills', { params: { query: { storeId } } })).then(({ items }) => items),
  })

export const shiftQuery = (id: string | null | undefined) =>
  queryOptions({
    queryKey: ['counter', 'shift', id ?? null],
    enabled: Boolean(id),
    queryFn: () => ask(api.GET('/v1/shifts/{id}', { params: { path: { id: id ?? '' } } })),
  })

/** The rules in force: tiers with their benefits, what points may pay, which bonus a top-up gets. */
export const charterQuery = queryOptions({
  queryKey: ['counter', 'charter'],
  ...untilAnswered,
  staleTime: 5 * 60_000,
  queryFn: () => ask(api.GET('/v1/charter')).then(({ charter }) => charter),
})

export const quote = (body: BodyOf<'post', '/v1/quotes'>, signal?: AbortSignal): Promise<Quote> =>
  ask(api.POST('/v1/quotes', { body, signal }))

/** What a member has and may use before anything is in the basket: the quote of one free thing, which also opens members of other stores. */
export const greetingQuery = (storeId: string, memberId: string | undefined, ref: MemberRef | undefined) =>
  queryOptions({
    queryKey: ['counter', 'greeting', storeId, memberId ?? null],
    ...untilAnswered,
    enabled: ref !== undefined,
    gcTime: 0,
    staleTime: 0,
    queryFn: ({ signal }) => quote({ storeId, member: ref, lines: [{ sku: '-', amount: 0 }] }, signal),
  })

/** The member's balances with stored money apart; null for who may not read them, or a member of another store. */
export const balancesQuery = (memberId: string | null | undefined) =>
  queryOptions({
    queryKey: ['counter', 'balances', memberId ?? null],
    enabled: Boolean(memberId),
    gcTime: 0,
    staleTime: 0,
    queryFn: async (): Promise<Balances | null> => {
      try {
        const params = { path: { id: memberId ?? '' }, query: { limit: 1 } }
        return (await ask(api.GET('/v1/members/{id}/statement', { params }))).balances
      } catch (failure) {
        if (failure instanceof Refusal && (failure.status === 404 || failure.status === 403)) return null
        throw failure
      }
    },
  })
