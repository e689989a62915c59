import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Asked, Found } from './part.ts'
import { openShop } from './shop.ts'
import { quantile } from './tills.ts'

const MiB = 1024 ** 2
const mostMs = 1_000
const mostMemoryMb = 150

type Blow = { name: string; head: string; body?: () => Buffer[]; answers: number[] }

const post = (path: string, more: string) => `POST ${path} HTTP/1.1\r\n${more}`
const json = 'content-type: application/json\r\n'
const sized = (body: Buffer[]) => `content-length: ${body.reduce((sum, { length }) => sum + length, 0)}\r\n`
const keys = () => [Buffer.from(`{${Array.from({ length: 1_000_000 }, (_, no) => `"k${no}":1`).join(',')}}`)]
const deep = () => [Buffer.from(`{"lines":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)]
const items = () => [Buffer.from(`{"items":[${'1,'.repeat(6_000_000)}1]}`)]
const bomb = () => [gzipSync(Buffer.alloc(100 * MiB, 32))]
const huge = () => Array.from({ length: 100 }, () => Buffer.alloc(MiB, 32))
const pieces = () =>
  huge().flatMap((piece) => [Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')])

const blows: Blow[] = [
  { name: 'a body of 100 MB', head: post('/v1/purchases', json + sized(huge())), body: huge, answers: [413] },
  {
    name: 'a body of 100 MB that does not say so',
    head: post('/v1/purchases', `${json}transfer-encoding: chunked\r\n`),
    body: pieces,
    answers: [413],
  },
  { name: 'a million keys', head: post('/v1/purchases/batch', json + sized(keys())), body: keys, answers: [400] },
  { name: 'six million items', head: post('/v1/purchases/batch', json + sized(items())), body: items, answers: [400] },
  { name: '100,000 levels', head: post('/v1/purchases', json + sized(deep())), body: deep, answers: [400] },
  {
    name: 'a header of 64 KB',
    head: `GET /v1/purchases HTTP/1.1\r\nx-long: ${'x'.repeat(65_536)}\r\n`,
    answers: [431],
  },
  { name: 'an address of 64 KB', head: `GET /v1/purchases?q=${'x'.repeat(65_536)} HTTP/1.1\r\n`, answers: [414, 431] },
  {
    name: '1,500 filters',
    head: `GET /v1/purchases?${Array.from({ length: 1_500 }, (_, no) => `f${no}=1`).join('&')} HTTP/1.1\r\n`,
    answers: [400],
  },
  {
    name: 'a gzip bomb of 1 to 1,000',
    head: post('/v1/purchases', `${json}content-encoding: gzip\r\n${sized(bomb())}`),
    body: bomb,
    answers: [400, 413, 415],
  },
]

/** What is far too large, deep or long is refused within a second, in our words, and costs no memory. */
export async function runOversize({ times, say }: Asked): Promise<Found> {
  const shop = await openShop()
  const faults: string[] = []
  const took: number[] = []
  try {
    await shop.caller.ask('GET', '/v1/purchases')
    const beforeMb = shop.life.memoryMb()
    let mostMb = beforeMb
    for (let no = 0; no < times; no++) {
      for (const blow of blows) {
        const { status, ms, text } = await strike(shop.life.port, shop.key, blow)
        took.push(ms)
        mostMb = Math.max(mostMb, shop.life.memoryMb())
        if (no === 0) say(`oversize: ${blow.name}: ${status} after ${ms} ms`)
        if (!blow.answers.includes(status)) faults.push(`${blow.name} is answered ${status} ${text}`)
        if (ms > mostMs) faults.push(`${blow.name} takes ${ms} ms`)
        if (status >= 400 && !/"code":"kernel\./.test(text))
          faults.push(`${blow.name} is not refused in our words: ${text}`)
      }
    }
    if (!shop.life.alive) faults.push(`the server ended: ${shop.life.said.slice(-500)}`)
    if (mostMb - beforeMb > mostMemoryMb) faults.push(`memory grew from ${beforeMb} to ${mostMb} MB`)
    return {
      figures: {
        blows: took.length,
        'longest answer, ms': quantile(took, 1),
        'memory before, MB': beforeMb,
        'memory at most, MB': mostMb,
        'lost or wrong': faults.length,
      },
      faults,
    }
  } finally {
    await shop.close()
  }
}

/** Sends it as fast as it goes, and hears the answer that comes meanwhile: who refuses does not wait for the end. */
function strike(
  port: number,
  key: string,
  { head, body }: Blow,
): Promise<{ status: number; ms: number; text: string }> {
  const parts = body?.() ?? []
  return new Promise((done) => {
    const beganMs = performance.now()
    const socket = connect({ port, host: '127.0.0.1' })
    let text = ''
    const end = () => {
      done({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0),
        ms: Math.round(performance.now() - beganMs),
        text: text.slice(text.indexOf('\r\n\r\n') + 4, 600),
      })
      socket.destroy()
    }
    socket.setTimeout(10_000, end)
    socket.on('error', end)
    socket.on('close', end)
    socket.on('data', (piece) => {
      text += piece
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      const at = text.indexOf('\r\n\r\n')
      if (at > 0 && text.length - at - 4 >= length) end()
    })
    socket.write(`${head}host: localhost\r\nauthorization: Bearer ${key}\r\n\r\n`)
    const next = () => {
      const part = parts.shift()
      if (part && !socket.destroyed) socket.write(part, next)
    }
    next()
  })
}
