import { queryOptions } from '@tanstack/react-query'
import { api, ask, type Schemas } from '../../parts/api.ts'

/** What happened today; asked again every minute while the page is looked at. */
export const todayQuery = queryOptions({
  queryKey: ['today'],
  refetchInterval: 60_000,
  queryFn: () => ask(api.GET('/v1/today')),
})

/** How many archives lack something that is wanted. */
export const incompleteQuery = queryOptions({
  queryKey: ['today', 'incomplete'],
  queryFn: () =>
    ask(api.GET('/v1/members', { params: { query: { incomplete: 'true', status: 'active', limit: 1 } } })).then(
      ({ total }) => total ?? { count: 0, exact: false },
    ),
})

const states = ['running', 'paused', 'waiting'] as const

export type RunningImport = Pick<Schemas['Import'], 'id' | 'fileName'> & { state: (typeof states)[number] }

/** Imports that are under way or wait for somebody. */
export const importsQuery = queryOptions({
  queryKey: ['today', 'imports'],
  refetchInterval: 60_000,
  queryFn: async () => {
    const lists = await Promise.all(
      states.map(async (state) => {
        const { items } = await ask(api.GET('/v1/imports', { params: { query: { state, limit: 20 } } }))
        return items.map(({ id, fileName }): RunningImport => ({ id, fileName, state }))
      }),
    )
    return lists.flat()
  },
})
