import createFetchClient from 'openapi-fetch'
import type { paths } from './api.generated.ts'
import type { Client } from './calls.ts'

export type ClientOptions = {
  /** Where the house is served, such as `http://localhost:8080`; without a path. Empty in a page that the house itself serves. */
  baseUrl: string
  /** An API key. A browser that has signed in needs none: its cookie speaks for it. */
  key?: string
  /** Another `fetch`, for tests and proxies. */
  fetch?: (request: Request) => Promise<Response>
}

/** Opens a client. It keeps nothing but its options; make one and share it. */
export function createClient({ baseUrl, key, fetch: ownFetch }: ClientOptions): Client {
  const client = createFetchClient<paths>({
    baseUrl: baseUrl.replace(/\/$/, ''),
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    bodySerializer: (body: unknown) => (isUpload(body) ? formOf(body) : JSON.stringify(body)),
    ...(ownFetch ? { fetch: ownFetch } : {}),
  })
  // The same calls; openapi-fetch's own types let a misspelt optional field pass.
  return client as unknown as Client
}

function isUpload(body: unknown): body is object {
  return typeof body === 'object' && body !== null && Object.values(body).some((value) => value instanceof Blob)
}

/** The fields as a form, files last: a server that reads the file as it comes knows by then what it is. */
function formOf(body: object): FormData {
  const fields = Object.entries(body).filter(([, value]) => value !== undefined)
  const form = new FormData()
  for (const [name, value] of fields) if (!(value instanceof Blob)) form.append(name, String(value))
  for (const [name, value] of fields) if (value instanceof Blob) form.append(name, value)
  return form
}
