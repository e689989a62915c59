// A program of its own, so that those who attack and the healthy till that is measured beside them do not share a thread.
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const kinds = ['head', 'body', 'large body', 'idle', 'kept', 'reader'] as const
type Kind = (typeof kinds)[number]
type Slow = { kind: Kind; socket: Socket; openedMs: number | undefined; closedMs: number | undefined }

/** What the storm says when it is over: of each kind how many came in, how many are still there, and how long the last one stayed. */
export type Stormed = Record<string, { opened: number; left: number; longestMs: number }>

function knock(port: number, key: string, kind: Kind): Slow {
  const socket = connect({ port, host: '127.0.0.1' })
  const slow: Slow = { kind, socket, openedMs: undefined, closedMs: undefined }
  const gone = () => {
    slow.closedMs ??= performance.now()
  }
  socket.on('error', gone)
  socket.on('close', gone)
  socket.on('end', gone)
  if (kind === 'reader') socket.pause()
  else socket.on('data', () => {})
  socket.once('connect', () => {
    slow.openedMs = performance.now()
    socket.write(firstOf(kind, key))
  })
  return slow
}

function firstOf(kind: Kind, key: string): string | Buffer {
  const head = `host: localhost\r\nauthorization: Bearer ${key}\r\n`
  const post = `POST /v1/purchases HTTP/1.1\r\n${head}content-type: application/json\r\n`
  switch (kind) {
    case 'head':
      return 'POST /v1/purchases HTTP/1.1\r\nx-slow: '
    case 'body':
      return `${post}content-length: 1000\r\n\r\n{`
    case 'large body':
      return Buffer.concat([Buffer.from(`${post}content-length: 200001\r\n\r\n{`), Buffer.alloc(199_000, 32)])
    case 'idle':
      return ''
    case 'kept':
      return `GET /healthz HTTP/1.1\r\n${head}\r\n`
    case 'reader':
      // More than the system takes on its own account.
      return `GET /openapi.json HTTP/1.1\r\n${head}\r\n`.repeat(6)
  }
}

/** Sends one byte more, where there is more to send; who does not read learns by it that nobody listens any more. */
function drip({ kind, socket, openedMs, closedMs }: Slow): void {
  if (openedMs === undefined || closedMs !== undefined || !socket.writable) return
  if (kind === 'head' || kind === 'reader') socket.write('x')
  if (kind === 'body' || kind === 'large body') socket.write(' ')
}

const [port, many, lastsMs] = process.argv.slice(2).map(Number) as [number, number, number]
const open: Slow[] = []
for (let no = 0; no < many; no++) {
  open.push(knock(port, process.env['PROOF_KEY'] ?? '', kinds[no % kinds.length]!))
  // As fast as one machine can; the system's own queue of those who knock is not what is looked at.
  if (no % 100 === 99) await wait(10)
}
const left = () => open.filter(({ openedMs, closedMs }) => openedMs !== undefined && closedMs === undefined)
process.send?.({ open: left().length })
for (const endMs = performance.now() + lastsMs; performance.now() < endMs; await wait(1_000)) {
  for (const one of open) drip(one)
  process.send?.({ open: left().length })
  if (left().length === 0) break
}
const stormed: Stormed = {}
for (const kind of kinds) {
  const some = open.filter((one) => one.kind === kind && one.openedMs !== undefined)
  const stayed = some.map(({ openedMs, closedMs }) => (closedMs ?? performance.now()) - openedMs!)
  stormed[kind] = {
    opened: some.length,
    left: some.filter(({ closedMs }) => closedMs === undefined).length,
    longestMs: Math.round(Math.max(0, ...stayed)),
  }
}
process.send?.({ stormed })
for (const { socket } of open) socket.destroy()
process.disconnect?.()
