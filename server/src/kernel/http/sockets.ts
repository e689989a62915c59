import type { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../refusal.ts'

/** What Node itself looks after: heads that do not come, and heads that are too large (431). */
export const headLimits = { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16 * 1024 }

/** Longer than the proxies in front keep theirs (nginx 60 s), so that none sends a request into a connection that is just being closed. */
export const keepAliveMs = 65_000
/** A connection is silent while its request is worked on: this is longer than the longest deadline of a row. */
export const silentMs = 180_000
const manyConnections = 1_000
const keepAliveOfManyMs = 5_000

const slowestMs = 15_000
// Whoever sends or takes less than this in `slowestMs` stands still, on any line that a shop has.
const leastBytes = 4 * 1024
const smallBody = 16 * 1024
const mostHeld = 40 * 1024 * 1024

type Coming = { answer: ServerResponse; sinceMs: number; bytes: number; streams: boolean; seen: number; seenMs: number }
type Going = { sent: number; sinceMs: number }

/**
 * Lets go of connections that hold the house up: a body that is not there after 15 s (a file: that brings less than 4 KB in 15 s), an answer of which
 * less than 4 KB is taken in 15 s. Larger bodies are held for 40 MB in all, the next is refused as busy; with more than a thousand
 * connections, one that asks nothing is kept for 5 s instead of 65.
 */
export function guardSockets(http: FastifyInstance): void {
  const bodies = watchBodies(http)
  const answers = watchAnswers(http)
  const timer = setInterval(() => {
    const nowMs = performance.now()
    bodies(nowMs)
    answers(nowMs)
  }, 1_000).unref()
  http.addHook('onClose', async () => clearInterval(timer))
}

/** Knows the bodies that are still coming, and answers how to look at them now and then. */
function watchBodies(http: FastifyInstance): (nowMs: number) => void {
  const coming = new Map<IncomingMessage, Coming>()
  let held = 0
  const forget = (request: IncomingMessage) => {
    held -= coming.get(request)?.bytes ?? 0
    coming.delete(request)
  }
  http.addHook('onRequest', (request, reply, done) => {
    const { headers, raw } = request
    // What is asked without a line (a test's injected request) holds none up.
    if (!(raw.socket instanceof Socket)) return done()
    const said = headers['content-length']
    if (said === undefined ? headers['transfer-encoding'] === undefined : said === '0') return done()
    const streams = headers['content-type']?.startsWith('multipart/') ?? false
    const most = request.routeOptions.bodyLimit ?? smallBody
    const length = Math.min(said === undefined ? most : Number(said), most)
    const asked = streams || length <= smallBody ? 0 : length
    const fits = held + asked <= mostHeld
    const bytes = fits ? asked : 0
    held += bytes
    const sinceMs = performance.now()
    coming.set(raw, { answer: reply.raw, sinceMs, bytes, streams, seen: raw.socket.bytesRead, seenMs: sinceMs })
    // Who is refused goes on sending what nobody reads, and is looked after as well.
    done(fits ? undefined : refuse('kernel.busy'))
  })
  http.addHook('preHandler', (request, _, done) => {
    if (request.raw.complete) forget(request.raw)
    done()
  })
  return (nowMs) => {
    for (const [request, body] of coming) {
      if (request.complete || request.destroyed) {
        forget(request)
        continue
      }
      const { bytesRead } = request.socket
      if (bytesRead - body.seen >= leastBytes) Object.assign(body, { seen: bytesRead, seenMs: nowMs })
      const answered = body.answer.writableEnded
      // A file takes its time; what was answered already is read by nobody.
      const lateMs = nowMs - (body.streams && !answered ? body.seenMs : body.sinceMs)
      if (lateMs < slowestMs) continue
      forget(request)
      if (answered) request.socket.destroy()
      else letGo(request.socket, 408)
    }
  }
}

/** Knows every connection, and answers how to look now and then whether somebody takes what is sent to it. */
function watchAnswers({ server }: FastifyInstance): (nowMs: number) => void {
  const going = new Map<Socket, Going>()
  server.on('connection', (socket: Socket) => {
    going.set(socket, { sent: 0, sinceMs: performance.now() })
    socket.once('close', () => going.delete(socket))
  })
  return (nowMs) => {
    const many = going.size > manyConnections
    server.keepAliveTimeout = many ? keepAliveOfManyMs : keepAliveMs
    for (const [socket, before] of going) {
      const sent = socket.bytesWritten - queued(socket)
      if (socket.writableLength === 0 || sent - before.sent >= leastBytes)
        Object.assign(before, { sent, sinceMs: nowMs })
      else if (nowMs - before.sinceMs >= slowestMs) socket.destroy()
      // Those who were answered before there were so many. Node sets the time anew with each request and each answer.
      const { timeout = 0 } = socket
      if (many && timeout >= keepAliveMs && timeout < silentMs) socket.setTimeout(keepAliveOfManyMs)
    }
  }
}

// What the system has not taken yet; one large text counts as written as soon as it is handed over.
const queued = (socket: Socket): number =>
  (socket as unknown as { _handle?: { writeQueueSize?: number } })._handle?.writeQueueSize ?? 0

const sentences: Record<number, [string, string]> = {
  400: ['kernel.bad_input', 'Bad Request'],
  408: ['kernel.bad_input', 'Request Timeout'],
  431: ['kernel.too_large', 'Request Header Fields Too Large'],
}

/** Answers what never became a request, in our words, and closes the connection. */
function letGo(socket: Socket, status: number): void {
  const [code, phrase] = sentences[status]!
  const details = code === 'kernel.bad_input' ? { problems: [{ path: '', message: phrase }] } : {}
  const body = JSON.stringify({ type: `urn:changke:${code}`, title: code.replace(/[._]/g, ' '), status, code, details })
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status} ${phrase}\r\nconnection: close\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
  socket.destroySoon()
}

/** What Node's parser could not read: a head too large, a head that does not come, nonsense. */
export function answerParser(fault: Error & { code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || socket.destroyed) return
  letGo(socket, { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }[fault.code ?? ''] ?? 400)
}
