import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../../parts/api.ts'

/** The part of the tree that the person may see, parents before children. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: () => ask(api.GET('/v1/units')),
})

/** Every role with its permissions, and every permission there is. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => ask(api.GET('/v1/roles')),
})
