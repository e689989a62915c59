import { Agent, request } from 'node:http'

export type Reply = { status: number; text: string }

/** A client over one address, with an API key. It never repeats a request by itself: whoever repeats must say the reference again. */
export type Wire = {
  ask(method: string, path: string, body?: object, reference?: string): Promise<Reply>
  /** How many answers were eaten on their way back, after the server had done what it was asked. */
  eaten: number
  close(): void
}

const patienceMs = 15_000

/**
 * Opens a client with so many connections. `ask` fails when no whole answer came within 15 s, and when the answer is eaten as a bad line
 * would: killing processes alone hardly ever hits the moment between a commit and its answer.
 */
export function openWire(port: number, key: string, connections = 8, eats: () => boolean = () => false): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (method: string, path: string, body?: object, reference?: string): Promise<Reply> =>
    new Promise((done, failed) => {
      const sent = request(
        {
          agent,
          port,
          method,
          path,
          host: '127.0.0.1',
          headers: {
            authorization: `Bearer ${key}`,
            ...(body ? { 'content-type': 'application/json' } : {}),
            ...(reference ? { 'idempotency-key': reference } : {}),
          },
        },
        (answer) => {
          if (eats()) {
            wire.eaten += 1
            sent.destroy(new Error('the answer was eaten'))
            return
          }
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
          answer.on('aborted', () => failed(new Error('the answer was cut off')))
          answer.on('error', failed)
        },
      )
      sent.setTimeout(patienceMs, () => sent.destroy(new Error(`no answer within ${patienceMs} ms`)))
      sent.on('error', failed)
      sent.end(body ? JSON.stringify(body) : undefined)
    })
  const wire: Wire = { ask, eaten: 0, close: () => agent.destroy() }
  return wire
}
