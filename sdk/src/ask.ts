import type { components } from './api.generated.ts'
import { Fault, Refusal, Unreachable } from './faults.ts'

/** What a call of the client comes to. */
export type Answer<T> = { data?: T; error?: unknown; response: Response }

/** The answer of a call, or throws `Refusal`, `Fault` or `Unreachable` (or the `AbortError` of its signal): `const member = await ask(client.GET(…))`. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    // Who gave the call up knows it.
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Unreachable('no answer came', { cause })
  })
  if (response.ok) return data as T
  const problem = error as Partial<components['schemas']['Problem']> | undefined
  const code = typeof problem === 'object' ? problem.code : undefined
  // A proxy that finds no server behind it answers in its own words.
  if (code === undefined && [502, 503, 504].includes(response.status))
    throw new Unreachable(`status ${response.status}`)
  if (code === undefined || code === 'kernel.fault') throw new Fault(response.status, problem?.reference)
  throw new Refusal({ code, status: response.status, details: problem?.details ?? {} })
}
