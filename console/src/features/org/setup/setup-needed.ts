import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../parts/api.ts'

/** Whether nobody has set this installation up yet; undefined until the server has answered. */
export function useSetupNeeded(): boolean | undefined {
  const { data } = useQuery({
    queryKey: ['setup'],
    queryFn: () => ask<{ needed: boolean }>(api.GET('/v1/setup')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data?.needed
}
