import createFetchClient, { type Client as FetchClient } from 'openapi-fetch'
import type { paths } from './api.generated.ts'

export type ClientOptions = {
  /** Where the house is served, such as `http://localhost:8080`; without a path. */
  baseUrl: string
  /** An API key. A browser that has signed in needs none: its cookie speaks for it. */
  key?: string
  /** Another `fetch`, for tests and proxies. */
  fetch?: typeof fetch
}

/** Every operation of the house, typed by its contract: `client.GET('/v1/members/{id}', { params: { path: { id } } })`. */
export type Client = FetchClient<paths>

/** Opens a client. It keeps nothing but its options; make one and share it. */
export function createClient({ baseUrl, key, fetch: ownFetch }: ClientOptions): Client {
  return createFetchClient<paths>({
    baseUrl: baseUrl.replace(/\/$/, ''),
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    ...(ownFetch ? { fetch: ownFetch } : {}),
  })
}
