import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../parts/api.ts'

/** How far the first visit is. */
export interface SetupState {
  needed: boolean
  /** The demo shop's year, in weeks told; null without a demo. */
  demo: { done: number; of: number; ready: boolean } | null
  templates: { code: string; name: { zh: string; en: string } }[]
}

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => ask<SetupState>(api.GET('/v1/setup')),
})

/** Whether nobody has set this installation up yet; undefined until the server has answered. */
export function useSetupNeeded(): boolean | undefined {
  return useQuery({ ...setupQuery, staleTime: Number.POSITIVE_INFINITY }).data?.needed
}
