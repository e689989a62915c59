import { connect, createServer, type Socket } from 'node:net'

/** A line between the house and its database on which somebody stands. */
export type Gate = {
  port: number
  /** Each piece that goes through waits so long, in ms, in both directions. */
  delayMs: number
  /** Nothing goes through any more, and nobody is told. */
  stall(): void
  /** What was held back goes on. */
  resume(): void
  /** Cuts every line; new ones are let in. */
  cut(): void
  close(): Promise<void>
}

/** Opens a gate on a free port in front of another port of this machine. */
export async function openGate(target: number): Promise<Gate> {
  const sockets = new Set<Socket>()
  let stalled = false
  const waiting: (() => void)[] = []
  const passes = () => (stalled ? new Promise<void>((go) => waiting.push(go)) : undefined)

  function carry(from: Socket, to: Socket): void {
    // One after the other: pieces must not overtake each other.
    let last: Promise<unknown> = Promise.resolve()
    from.on('data', (piece: Buffer) => {
      const dueMs = performance.now() + gate.delayMs
      last = last.then(async () => {
        const left = dueMs - performance.now()
        if (left > 1) await new Promise((later) => setTimeout(later, left))
        await passes()
        if (!to.destroyed) to.write(piece)
      })
    })
    from.on('close', () => {
      // Even an end does not come through a line that stands still.
      last.then(passes).then(() => to.destroy())
      sockets.delete(from)
    })
    from.on('error', () => {})
  }

  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1', noDelay: true })
    sockets.add(near).add(far)
    carry(near, far)
    carry(far, near)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const gate: Gate = {
    port: (server.address() as { port: number }).port,
    delayMs: 0,
    stall: () => {
      stalled = true
    },
    resume: () => {
      stalled = false
      for (const go of waiting.splice(0)) go()
    },
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: () => {
      gate.resume()
      gate.cut()
      return new Promise((done) => server.close(() => done()))
    },
  }
  return gate
}
