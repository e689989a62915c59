import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Asked, Found } from './part.ts'
import { openShop, type Shop } from './shop.ts'
import { quantile, unkind } from './tills.ts'

const kinds = ['head', 'body', 'large body', 'idle', 'kept', 'reader'] as const
type Kind = (typeof kinds)[number]

/** A healthy till's slowest answer in a hundred, in ms, while all others are slow. */
const healthyMs = 500
const mostMemoryMb = 150
/** After so long a connection that does nothing useful is gone. */
const goneMs = 30_000

/**
 * Thousands of clients that send their head or body a byte at a time, never send anything, stay after an answer, or do not read theirs, beside one healthy till:
 * its p99 stays below 500 ms, memory grows by less than 150 MB, and every slow connection is let go within half a minute.
 */
export async function runClients({ times, seed, say }: Asked): Promise<Found> {
  const many = times > 1 ? 5_000 : 1_200
  const shop = await openShop()
  const faults: string[] = []
  let open: Slow[] = []
  const tills = shop.tills(1, seed, 20)
  try {
    await tills.backAfter(performance.now(), 10_000)
    await wait(2_000)
    const alone = tills.attempts.length
    const beforeMb = shop.life.memoryMb()
    let mostMb = beforeMb
    const beganMs = performance.now()
    open = await storm(shop, many)
    let connectedMs = performance.now()
    say(`clients: ${open.filter(({ opened }) => opened).length} of ${many} connected after ${Math.round(connectedMs - beganMs)} ms`)
    const most = { at: 0 }
    while (open.some(({ closedMs }) => closedMs === undefined) && performance.now() - connectedMs < goneMs + 10_000) {
      for (const one of open) one.drip()
      mostMb = Math.max(mostMb, shop.life.memoryMb())
      most.at = Math.max(most.at, open.filter(({ closedMs }) => closedMs === undefined).length)
      await wait(500)
    }
    await tills.stop()
    const during = tills.attempts.slice(alone).map(({ tookMs }) => tookMs)
    const p99 = quantile(during, 0.99)
    const stayed = open.map(({ openedMs, closedMs }) => (closedMs ?? performance.now()) - (openedMs ?? connectedMs))
    for (const kind of kinds) {
      const ms = quantile(open.filter((one) => one.kind === kind).map(({ openedMs, closedMs }) => (closedMs ?? Number.POSITIVE_INFINITY) - (openedMs ?? 0)), 1)
      say(`clients: ${kind}: let go after at most ${ms} ms`)
      if (!(ms <= goneMs)) faults.push(`a slow client (${kind}) is still there after ${ms} ms`)
    }
    if (p99 > healthyMs) faults.push(`a healthy till waits ${p99} ms (p99)`)
    if (mostMb - beforeMb > mostMemoryMb) faults.push(`memory grew from ${beforeMb} to ${mostMb} MB`)
    if (!shop.life.alive) faults.push(`the server ended: ${shop.life.said.slice(-500)}`)
    faults.push(...unkind(tills.attempts, 5_000), ...(await tills.reckon(shop.rows)))
    return {
      figures: {
        'slow clients at once': most.at,
        'healthy till: sales': during.length,
        'healthy till: p50 ms': quantile(during, 0.5),
        'healthy till: p99 ms': p99,
        'memory before, MB': beforeMb,
        'memory at most, MB': mostMb,
        'last slow client gone after, ms': quantile(stayed, 1),
        'lost or wrong': faults.length,
      },
      faults,
    }
  } finally {
    for (const { socket } of open) socket.destroy()
    await tills.stop()
    await shop.close()
  }
}

type Slow = {
  kind: Kind
  socket: Socket
  opened: boolean
  openedMs: number | undefined
  closedMs: number | undefined
  /** Sends one byte more, where there is more to send. */
  drip(): void
}

async function storm(shop: Shop, many: number): Promise<Slow[]> {
  const open: Slow[] = []
  for (let no = 0; no < many; no++) {
    open.push(knock(shop, kinds[no % kinds.length]!))
    // As fast as one machine can; the system's queue of those who knock is not what is looked at.
    if (no % 100 === 99) await wait(10)
  }
  const deadline = performance.now() + 8_000
  while (open.some(({ opened, closedMs }) => !opened && closedMs === undefined) && performance.now() < deadline) await wait(50)
  return open
}

function knock({ life, key }: Shop, kind: Kind): Slow {
  const socket = connect({ port: life.port, host: '127.0.0.1' })
  const slow: Slow = {
    ...{ kind, socket, opened: false, openedMs: undefined, closedMs: undefined },
    drip() {
      if (!slow.opened || slow.closedMs !== undefined || !socket.writable) return
      if (kind === 'head') socket.write('x')
      if (kind === 'body' || kind === 'large body') socket.write(' ')
    },
  }
  const gone = () => {
    slow.closedMs ??= performance.now()
  }
  socket.on('error', gone)
  socket.on('close', gone)
  if (kind !== 'reader') socket.on('data', () => {})
  socket.once('connect', () => {
    slow.opened = true
    slow.openedMs = performance.now()
    socket.write(firstOf(kind, key))
  })
  // Who does not read learns of the end only by writing; Node tells it by the reset.
  if (kind === 'reader') socket.pause()
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
      return `GET /v1/purchases?limit=100 HTTP/1.1\r\n${head}\r\n`.repeat(20)
  }
}
