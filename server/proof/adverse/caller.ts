import { Agent, request } from 'node:http'

/** An answer as it came: when it was asked for, how long it took, and when one may ask again. `status` 0 is none at all. */
export type Came = { status: number; text: string; retryAfter: string | undefined; sentMs: number; tookMs: number }

export type Caller = {
  ask(method: string, path: string, body?: object, reference?: string): Promise<Came>
  close(): void
}

const patienceMs = 40_000

/** A client with an API key that never repeats a request by itself and never throws: a broken line is an answer too. */
export function openCaller(port: number, key: string, connections: number): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask: Caller['ask'] = (method, path, body, reference) =>
    new Promise((done) => {
      const sentMs = performance.now()
      const came = (status: number, text: string, retryAfter?: string) =>
        done({ status, text, retryAfter, sentMs, tookMs: performance.now() - sentMs })
      const headers = {
        authorization: `Bearer ${key}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(reference ? { 'idempotency-key': reference } : {}),
      }
      const sent = request({ agent, port, method, path, host: '127.0.0.1', headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', (fault) => came(0, fault.message))
        answer.on('end', () =>
          came(answer.statusCode ?? 0, Buffer.concat(parts).toString(), answer.headers['retry-after']),
        )
      })
      sent.setTimeout(patienceMs, () => sent.destroy(new Error(`no answer within ${patienceMs} ms`)))
      sent.on('error', (fault) => came(0, fault.message))
      sent.end(body ? JSON.stringify(body) : undefined)
    })
  return { ask, close: () => agent.destroy() }
}
