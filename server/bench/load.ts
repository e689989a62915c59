// The load generator, a process of its own: raw sockets with keep-alive, a new body for each request, open or paced.
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { basket, memberOf } from './basket.ts'
import { timingOf } from './timing.ts'

type Job = {
  port: number
  key: string
  storeId: string
  members: number
  connections: number
  seconds: number
  perSecond?: number
}

function request(job: Job): string {
  const body = JSON.stringify({
    storeId: job.storeId,
    member: { id: memberOf(Math.floor(Math.random() * job.members)) },
    lines: basket(),
  })
  return `POST /v1/purchases HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${job.key}\r\ncontent-type: application/json\r\nidempotency-key: ${randomUUID()}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

/** Sends one request and waits for its whole answer. */
function ask(socket: Socket, text: string): Promise<number> {
  return new Promise((done, failed) => {
    let seen = ''
    let rest = -1
    const onData = (chunk: Buffer) => {
      if (rest < 0) {
        seen += chunk.toString('latin1')
        const end = seen.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = Number(/content-length: (\d+)/i.exec(seen)?.[1] ?? 0)
        rest = length - (seen.length - end - 4)
      } else rest -= chunk.length
      if (rest > 0) return
      socket.off('data', onData)
      done(Number(seen.slice(9, 12)))
    }
    socket.on('data', onData)
    socket.once('error', failed)
    socket.write(text)
  })
}

async function run(job: Job) {
  const sockets = await Promise.all(
    Array.from(
      { length: job.connections },
      () =>
        new Promise<Socket>((open) => {
          const socket = connect(job.port, '127.0.0.1', () => open(socket)).setNoDelay(true)
          socket.setMaxListeners(0)
        }),
    ),
  )
  const times: number[] = []
  let failed = 0
  const began = performance.now()
  const until = began + job.seconds * 1000
  let due = began
  await Promise.all(
    sockets.map(async (socket) => {
      while (performance.now() < until) {
        let start = performance.now()
        if (job.perSecond) {
          // Paced: the next send has a time of its own, and waiting for a slow answer counts (no coordinated omission).
          due += 1000 / job.perSecond
          start = due
          const wait = due - performance.now()
          if (wait > 1) await new Promise((later) => setTimeout(later, wait))
        }
        const status = await ask(socket, request(job))
        if (status === 200) times.push(performance.now() - start)
        else failed += 1
      }
      socket.destroy()
    }),
  )
  return timingOf(times, (performance.now() - began) / 1000, failed)
}

process.on('message', async (job: Job) => process.send!(await run(job)))
process.on('disconnect', () => process.exit())
