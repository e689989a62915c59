import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../../../parts/api.ts'

/** The posts that the person may see, open ones. */
export const openPostsQuery = queryOptions({
  queryKey: ['posts', 'open'],
  queryFn: () => ask(api.GET('/v1/posts', { params: { query: { status: 'open' } } })),
})

/** One post with who holds it now or will. */
export const postQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', id],
    queryFn: () => ask(api.GET('/v1/posts/{id}', { params: { path: { id } } })),
  })

/** Who was appointed to a post, or where a person was; the latest first. */
export const appointmentsQuery = (of: { postId?: string; personId?: string }) =>
  queryOptions({
    queryKey: ['posts', 'appointments', of],
    queryFn: () => ask(api.GET('/v1/appointments', { params: { query: { ...of, limit: 200 } } })),
  })
