import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shopOf } from './shop.ts'

const shop = shopOf()
let port: number
let cookie: string
const sockets = new Set<Socket>()
beforeAll(async () => {
  await shop.app.http.listen({ port: 0, host: '127.0.0.1' })
  port = (shop.app.http.server.address() as AddressInfo).port
  cookie = `cookie: changke_session=${await shop.signIn()}`
})
afterAll(() => {
  for (const one of sockets) one.destroy()
})

/** Sends bytes as they are and answers everything that comes back within a moment, or until the server hangs up. */
function raw(text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    sockets.add(socket)
    let said = ''
    const end = () => {
      socket.destroy()
      done(said)
    }
    socket.on('data', (chunk) => (said += chunk.toString('latin1')))
    socket.on('close', end)
    socket.on('error', end)
    socket.setTimeout(700, end)
    socket.write(text, 'latin1')
  })
}
const statuses = (said: string) => [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
const unit = JSON.stringify({ kind: 'store', code: 'SMUGGLED', name: 'x' })
const hidden = () =>
  `POST /v1/units HTTP/1.1\r\nhost: x\r\n${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${unit.length}\r\n\r\n${unit}`
const head = (...lines: string[]) => `POST /v1/session HTTP/1.1\r\nhost: x\r\n${lines.join('\r\n')}\r\n\r\n`

/** Each says its length in two ways, so that two readers in a row could disagree where it ends. */
const strikes: [string, () => string][] = [
  ['CL.TE', () => `${head('content-length: 6', 'transfer-encoding: chunked')}0\r\n\r\nG${hidden()}`],
  ['TE.CL', () => `${head('transfer-encoding: chunked', 'content-length: 4')}5c\r\n${hidden()}\r\n0\r\n\r\n`],
  ['two lengths', () => `${head('content-length: 0', `content-length: ${hidden().length}`)}${hidden()}`],
  ['a list of lengths', () => `${head(`content-length: 0, ${hidden().length}`)}${hidden()}`],
  ['a length with a sign', () => `${head('content-length: +0')}${hidden()}`],
  ['a negative length', () => `${head('content-length: -1')}${hidden()}`],
  ['a length in hex', () => `${head('content-length: 0x0')}${hidden()}`],
  ['chunked with a blank', () => `${head('transfer-encoding : chunked', 'content-length: 3')}0\r\n\r\n${hidden()}`],
  [
    'chunked twice',
    () =>
      `${head('transfer-encoding: chunked', 'transfer-encoding: chunked', 'content-length: 3')}0\r\n\r\n${hidden()}`,
  ],
  ['chunked and not', () => `${head('transfer-encoding: chunked, identity')}0\r\n\r\n${hidden()}`],
  ['not quite chunked', () => `${head('transfer-encoding: xchunked', 'content-length: 3')}0\r\n\r\n${hidden()}`],
  ['chunked behind a tab', () => `${head('transfer-encoding:\tchunked', 'content-length: 3')}0\r\n\r\n${hidden()}`],
  ['a folded header', () => `${head('x: y', ' transfer-encoding: chunked', 'content-length: 3')}0\r\n\r\n${hidden()}`],
  ['a bare CR', () => `${head('x: y\rtransfer-encoding: chunked', 'content-length: 3')}0\r\n\r\n${hidden()}`],
  [
    'a bare LF',
    () => `POST /v1/session HTTP/1.1\nhost: x\ncontent-length: 0\ntransfer-encoding: chunked\n\n0\n\n${hidden()}`,
  ],
  ['NUL in a name', () => `${head('transfer-encoding\0: chunked', 'content-length: 3')}0\r\n\r\n${hidden()}`],
  ['a chunk’s size too large', () => `${head('transfer-encoding: chunked')}FFFFFFFFFFFFFFFFF\r\n${hidden()}`],
  ['a chunk’s size with a sign', () => `${head('transfer-encoding: chunked')}+0\r\n\r\n${hidden()}`],
  [
    'two hosts',
    () =>
      `POST /v1/session HTTP/1.1\r\nhost: x\r\nhost: y\r\ncontent-length: 0\r\ntransfer-encoding: chunked\r\n\r\n${hidden()}`,
  ],
  [
    'HTTP/1.0 and chunked',
    () => `POST /v1/session HTTP/1.0\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n${hidden()}`,
  ],
]

it('reads no second request out of the body of a first, however its length is said', async () => {
  const answers = await Promise.all(strikes.map(async ([name, text]) => [name, await raw(text())] as const))
  for (const [name, said] of answers) {
    expect(
      statuses(said).every((status) => status >= 400 && status < 500),
      `${name}: ${said.slice(0, 200)}`,
    ).toBe(true)
    expect(statuses(said).length, `${name}: ${said}`).toBeLessThanOrEqual(1)
  }
  expect(await shop.sql(`select code from org.unit where code = 'SMUGGLED'`)).toEqual([])
  // The same bytes in order are a request like any other: the strikes above were not refused for another reason.
  expect(statuses(await raw(hidden()))).toEqual([200])
})

it('answers methods that it does not have without echoing anything', async () => {
  for (const method of ['TRACE', 'TRACK', 'DEBUG', 'CONNECT', 'PROPFIND']) {
    const said = await raw(`${method} /v1/session HTTP/1.1\r\nhost: x\r\nx-secret: echo-me\r\n\r\n`)
    expect(said, method).not.toContain('echo-me')
    for (const status of statuses(said)) expect(status, method).toBeGreaterThanOrEqual(400)
  }
})

it('puts nothing that a request says into the headers of its answer', async () => {
  const split = 'a%0d%0aset-cookie:%20evil=1'
  const said = [
    await raw(`GET /v1/${split} HTTP/1.1\r\nhost: x\r\n\r\n`),
    await raw(`GET /${split}?b=${split} HTTP/1.1\r\nhost: x\r\nx-request-id: forged\r\n\r\n`),
  ].join('')
  expect(said).not.toMatch(/^set-cookie: evil/im)
  expect(said).not.toMatch(/x-request-id: forged/i)
})
