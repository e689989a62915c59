import { type components, createClient } from '@changke/sdk'
import { cellOf } from './cell.ts'
import { localeOf, preferences } from './preferences.ts'

export {
  type AnswerOf,
  ask,
  type BodyOf,
  Fault,
  newReference as newKey,
  type QueryOf,
  Refusal,
  told,
  Unreachable,
} from '@changke/sdk'

/** The named shapes of the API. */
export type Schemas = components['schemas']

/** A list as the server tells it: `next` is the cursor of the following page. */
export interface Listed<Row> {
  items: Row[]
  next: string | null
  total?: Schemas['Total']
}

/** Whether the last call reached the server. ConnectionBanner shows it and asks again while it is false. */
export const reached = cellOf(true)

/** Sends a call in the language of who sits here, and keeps in mind whether somebody answered. */
async function send(request: Request): Promise<Response> {
  request.headers.set('accept-language', localeOf(preferences.get().language))
  const response = await fetch(request).catch((cause: unknown) => {
    if (!request.signal.aborted) reached.set(false)
    throw cause
  })
  const kind = response.headers.get('content-type') ?? ''
  // A proxy that finds no server behind it answers 502–504 in its own words, never in ours.
  reached.set(response.status < 502 || response.status > 504 || kind.includes('json'))
  return response
}

/** Every call of the console: `ask(api.GET('/v1/members/{id}', { params: { path: { id } } }))`. The browser's cookie says who asks. */
export const api = createClient({ baseUrl: '', fetch: send })
