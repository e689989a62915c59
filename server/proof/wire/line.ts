import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../random.ts'

/** What happens to one request and its answer on a bad line. */
const fates = {
  'passed on': 48,
  'answered late': 8,
  'lost before the deed': 8,
  'cut in the asking': 6,
  'eaten after the deed': 14,
  'cut in the answer': 10,
  'asked twice at once': 4,
  'asked twice': 2,
} as const
export type Fate = keyof typeof fates
const all = Object.entries(fates) as [Fate, number][]

/** A whole answer of the server, whether its caller ever saw it or not. */
export type Heard = { request: Buffer; status: number; text: string }

/** A line between callers and one process of the server. */
export type Line = {
  readonly port: number
  readonly counts: Record<string, number>
  /** Whether things go wrong on it. */
  bad: boolean
  close(): Promise<void>
}

/**
 * Opens a line to a port: it loses requests, cuts them, is late, cuts answers, eats them, and says requests twice on another connection.
 * `heard` is told every whole answer of the server.
 */
export async function openLine(target: number, chance: Chance, heard: (one: Heard) => void): Promise<Line> {
  const way: Way = { target, chance, heard }
  const counts: Record<string, number> = {}
  const sockets = new Set<Socket>()
  const server = createServer((caller) => {
    const upstream = connect(target, '127.0.0.1')
    const end = () => {
      caller.destroy()
      upstream.destroy()
      sockets.delete(caller)
    }
    sockets.add(caller)
    for (const socket of [caller, upstream]) socket.on('error', end).on('close', end).setNoDelay(true)
    const replies = messagesOf(upstream)
    const listen = async () => {
      for await (const request of messagesOf(caller)) {
        const fate = line.bad ? chance.among(all, ([, weight]) => weight)[0] : 'passed on'
        counts[fate] = (counts[fate] ?? 0) + 1
        if (!(await exchange({ request, fate, caller, upstream, replies }, way))) return end()
      }
    }
    listen().then(end, end)
  })

  const line = await layLine(server, sockets, counts)
  return line
}

/** Where a line leads, what goes wrong on it, and who listens. */
type Way = { target: number; chance: Chance; heard: (one: Heard) => void }

function tell({ heard }: Way, request: Buffer, reply: Buffer): number {
  const { status, text } = readReply(reply)
  heard({ request, status, text })
  return status
}

/** The same request on a connection of its own; nothing when that one fails. */
async function onAnother(way: Way, request: Buffer): Promise<Buffer | undefined> {
  const other = connect(way.target, '127.0.0.1')
  try {
    other.write(request)
    const { value } = await messagesOf(other).next()
    if (value) tell(way, request, value)
    return value
  } finally {
    other.destroy()
  }
}

type Exchange = {
  request: Buffer
  fate: Fate
  caller: Socket
  upstream: Socket
  replies: AsyncGenerator<Buffer, undefined>
}

/** One request and its answer. False when the connection is over. */
async function exchange({ request, fate, caller, upstream, replies }: Exchange, way: Way): Promise<boolean> {
  const { chance } = way
  if (fate === 'lost before the deed') return false
  if (fate === 'cut in the asking') {
    upstream.write(request.subarray(0, 1 + chance.below(request.length - 1)))
    await wait(chance.below(20))
    return false
  }
  upstream.write(request)
  const second = fate === 'asked twice at once' ? onAnother(way, request).catch(() => undefined) : undefined
  let { value: reply } = await replies.next()
  if (!reply) return false
  const status = tell(way, request, reply)
  if (fate === 'eaten after the deed') return false
  if (fate === 'cut in the answer') {
    caller.write(reply.subarray(0, chance.below(reply.length)))
    await wait(1)
    return false
  }
  if (fate === 'asked twice' && status === 200) await onAnother(way, request)
  // A refusal binds nothing: of two that run at once the second may be done although the first was refused. The caller hears the one that
  // was done, of two batches the one of which more was done.
  const other = await second
  if (other && doneIn(other) > doneIn(reply)) reply = other
  if (fate === 'answered late') await wait(chance.below(250))
  caller.write(reply)
  return true
}

/** A line that listens on a free port of this machine, still a good one. */
export async function layLine(server: Server, sockets: Set<Socket>, counts: Line['counts']): Promise<Line> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('a line has no port')
  return {
    port: address.port,
    counts,
    bad: false,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

/** The whole HTTP messages that come over a connection. Ours always say how long they are. */
async function* messagesOf(socket: Socket): AsyncGenerator<Buffer, undefined> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (let length = lengthOf(held); length !== undefined && held.length >= length; length = lengthOf(held)) {
      yield held.subarray(0, length)
      held = held.subarray(length)
    }
  }
  return undefined
}

function lengthOf(held: Buffer): number | undefined {
  const end = held.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = held.subarray(0, end).toString('latin1')
  if (/\r\ntransfer-encoding:/i.test(head)) throw new Error(`a message of unknown length: ${head}`)
  return end + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
}

/** How much was done by what an answer says. */
function doneIn(reply: Buffer): number {
  const { status, text } = readReply(reply)
  if (status !== 200) return 0
  return 1 + Number((JSON.parse(text) as { recorded?: number }).recorded ?? 0)
}

function readReply(reply: Buffer): { status: number; text: string } {
  const end = reply.indexOf('\r\n\r\n')
  return { status: Number(reply.subarray(9, 12).toString()), text: reply.subarray(end + 4).toString() }
}
