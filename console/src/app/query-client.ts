import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refusal } from '../parts/api.ts'
import { sessionQuery } from '../parts/session.ts'

/** The cache of what was read. A session that ended while a page was open leads to sign-in at the next call. */
export function buildQueryClient(onSignedOut: () => Promise<unknown>): QueryClient {
  const onError = (failure: unknown) => {
    if (!(failure instanceof Refusal) || failure.code !== 'kernel.not_signed_in') return
    if (!client.getQueryData(sessionQuery.queryKey)) return
    void onSignedOut().then(() => client.clear())
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal is an answer: asking again changes nothing.
        retry: (times, failure) => !(failure instanceof Refusal) && times < 2,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}
