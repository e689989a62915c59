import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../parts/api.ts'

/** How far the first visit is; of a demo shop's year, how many weeks are told. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => ask(api.GET('/v1/setup')),
})

/** Whether nobody has set this installation up yet; undefined until the server has answered. */
export function useSetupNeeded(): boolean | undefined {
  return useQuery({ ...setupQuery, staleTime: Number.POSITIVE_INFINITY }).data?.needed
}
