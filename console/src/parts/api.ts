import { cellOf } from './cell.ts'
import { localeOf, preferences } from './preferences.ts'

/** The wire form of every answer that is not the wished one (RFC 9457). */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  details?: Record<string, unknown>
  reference?: string
}

/** A list as the server tells it: `next` is the cursor of the following page. */
export interface Listed<Row> {
  items: Row[]
  next: string | null
  total?: { count: number; exact: boolean }
}

/** An expected answer with a code; RefusalAlert turns it into a sentence that says what to do next. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly status: number
  readonly details: Record<string, unknown>
  readonly title: string
  constructor(problem: Problem) {
    super(problem.code)
    this.code = problem.code
    this.status = problem.status
    this.details = problem.details ?? {}
    this.title = problem.detail ?? problem.title
  }
}

/** Something broke on the server; the reference finds it in the log. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly reference: string | undefined
  constructor(reference: string | undefined) {
    super(reference ?? 'fault')
    this.reference = reference
  }
}

/** No answer came: nobody knows whether the server did it, so only a command with a key may be sent again. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export interface Answer<T> {
  data?: T
  error?: Problem
  response: Response
}

type Query = Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>

export interface Call {
  params?: { path?: Record<string, string | number>; query?: Query; header?: Record<string, string> }
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** Whether the last call reached the server. ConnectionBanner shows it and asks again while it is false. */
export const reached = cellOf(true)

function addressOf(path: string, params: Call['params']): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params?.path?.[name] ?? '')))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params?.query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return text ? `${filled}?${text}` : filled
}

async function call(
  method: string,
  path: string,
  { params, body, headers, signal }: Call = {},
): Promise<Answer<unknown>> {
  const raw = body instanceof Blob || body instanceof FormData
  const request: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': localeOf(preferences.get().language),
      ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
      ...params?.header,
      ...headers,
    },
  }
  if (body !== undefined) request.body = raw ? body : JSON.stringify(body)
  if (signal) request.signal = signal
  const response = await fetch(addressOf(path, params), request).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    reached.set(false)
    throw new Unreachable('unreachable', { cause })
  })
  return answerOf(response)
}

async function answerOf(response: Response): Promise<Answer<unknown>> {
  const kind = response.headers.get('content-type') ?? ''
  // A proxy that finds no server behind it answers 502–504 in its own words, never in ours.
  if (response.status >= 502 && response.status <= 504 && !kind.includes('json')) {
    reached.set(false)
    throw new Unreachable('unreachable')
  }
  reached.set(true)
  const content: unknown =
    response.status === 204 ? undefined : kind.includes('json') ? await response.json() : await response.text()
  if (response.ok) return { data: content, response }
  const problem = typeof content === 'object' && content !== null ? (content as Problem) : undefined
  return { error: { type: 'about:blank', title: '', code: '', ...problem, status: response.status }, response }
}

/** Every call of the console, in the shape of openapi-fetch: `api.GET('/v1/members/{id}', { params: { path: { id } } })`. */
export const api = {
  GET: (path: string, init?: Call) => call('GET', path, init),
  POST: (path: string, init?: Call) => call('POST', path, init),
  PUT: (path: string, init?: Call) => call('PUT', path, init),
  PATCH: (path: string, init?: Call) => call('PATCH', path, init),
  DELETE: (path: string, init?: Call) => call('DELETE', path, init),
}

/** What the server answered, or throws `Refusal`, `Fault` or `Unreachable`. */
export async function ask<T>(answer: Promise<Answer<unknown>>): Promise<T> {
  const { data, error } = await answer
  if (!error) return data as T
  if (error.status >= 500 && error.code !== 'kernel.busy') throw new Fault(error.reference)
  throw new Refusal(error)
}

/** A new key for a command that moves value; the same key goes with every repetition of the same command. */
export function newKey(): string {
  // crypto.randomUUID is missing where a shop serves plain HTTP in its own network.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The header that carries the key of a command. */
export const told = (key: string): Record<string, string> => ({ 'Idempotency-Key': key })
