import { Agent, type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '#kernel/ids.ts'
import type { Outcome } from '../part.ts'
import type { Place } from '../place.ts'
import type { Chance } from '../random.ts'
import { type Asker, introduce } from './askers.ts'
import { declared, type Operation } from './declared.ts'
import type { Got } from './judge.ts'
import { judge } from './judge.ts'
import type { Known } from './sample.ts'
import { invent, type Strike } from './strikes.ts'

/** What many hostile requests came to. */
export type Struck = {
  requests: number
  statuses: Record<string, number>
  slowestMs: number
  /** One sentence for each way in which an operation failed, with the first request that showed it. */
  faults: string[]
}

/** Sends so many hostile requests over real connections, as every default role of store A and as nobody; checks each answer. */
export async function strike(place: Place, requests: number, chance: Chance, learnt: () => string): Promise<Struck> {
  const { http } = place.apps[0]!
  const operations = declared()
  const { port } = http.server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const here = await lookAround(place)
  const askers = await introduce(place)
  const struck: Struck = { requests: 0, statuses: {}, slowestMs: 0, faults: [] }
  const seen = new Set<string>()
  const served = new Set(operations.map(({ method, path }) => `${method} ${path}`))
  const one = async () => {
    const operation = operations[struck.requests % operations.length]!
    const turn = ++struck.requests
    if (turn % 400 === 0) await repair(place)
    const asker = chance.pick(askers)
    const strike = chance.once(40) ? astray(operation, chance, served) : invent(operation, chance, here)
    const got = await send(port, agent, strike, asker)
    struck.statuses[got.status] = (struck.statuses[got.status] ?? 0) + 1
    struck.slowestMs = Math.max(struck.slowestMs, got.ms)
    if (got.status === 0) return
    const aim = strike.how === 'astray' ? undefined : operation
    for (const wrong of judge(aim, strike.lost === true, strike.method, got)) {
      const key = `${operation.id} ${wrong.slice(0, 40)} ${wrong === '500' ? learnt().slice(0, 60) : ''}`
      if (seen.has(key)) continue
      seen.add(key)
      struck.faults.push(
        `${strike.method} ${strike.url.slice(0, 200)} as ${asker.name} (${strike.how}): ${wrong}${got.status >= 500 ? ` ${learnt().slice(0, 400)}` : ''} body ${strike.body?.toString().slice(0, 300) ?? ''}`,
      )
    }
  }
  const lane = async () => {
    while (struck.requests < requests) await one()
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  agent.destroy()
  return struck
}

/** Ids and numbers that are really there: to be named by whom they do not concern. */
async function lookAround(place: Place): Promise<Known> {
  const phones: string[] = []
  const members: string[] = []
  for (let at = 0; at < 6; at++) {
    const phone = `1390000${String(1_000 + at)}`
    const store = at % 2 ? place.a : place.b
    const { json } = await place.ask('POST /v1/members', { name: `王小${at}`, phone, homeStore: store })
    phones.push(phone, `+86 ${phone}`)
    members.push(json.memberId)
    await place.ask(`POST /v1/members/${json.memberId}/topups`, { storeId: store, amount: 10_000 })
    await place.ask('POST /v1/purchases', {
      storeId: store,
      member: { id: json.memberId },
      lines: [{ sku: 'SKU1', amount: 9_900 }],
    })
  }
  await place.ask('PUT /v1/products', { items: [{ sku: 'SKU1', name: '维生素' }] })
  const rows = await place.sql<{ id: string }>(
    `select id::text from org.unit union all select id::text from org.person union all select id::text from org.role
     union all select id::text from purchases.till union all select id::text from purchases.purchase
     union all select product_id::text from catalog.product union all select id::text from wallets.topup`,
  )
  const numbers = await place.sql<{ number: string }>('select number from members.member where number is not null')
  return {
    ids: [...members, ...members, ...members, place.a, place.a, place.a, ...rows.map(({ id }) => id)],
    stores: [place.a, place.a, place.b],
    skus: ['SKU1', 'SKU2', '没有'],
    phones,
    numbers: numbers.map(({ number }) => number),
  }
}

/** Hostile callers who may close stores and dismiss people do so: the house is opened again, so that the rest finds something to break. */
async function repair(place: Place): Promise<void> {
  await place.sql(`update org.unit set status = 'open'`)
  await place.sql(`update org.person set status = 'active' where status = 'left'`)
  await place.sql('update purchases.till set open = true')
}

/** A request to where nothing is, or by a method that nobody serves there. */
function astray(operation: Operation, chance: Chance, served: Set<string>): Strike {
  const { path } = operation
  const odd = chance.pick(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'POST', 'GET'])
  const url = chance.pick([
    path,
    `${path}/`,
    `${path}//x`,
    path.toUpperCase(),
    `${path}%2e%2e`,
    `/v2${path}`,
    '/v1',
    '/v1/%c0%ae',
    '//',
  ])
  const strange = url !== path || !served.has(`${odd} ${path}`)
  return {
    operation,
    how: 'astray',
    method: strange ? odd : 'TRACE',
    url: url.replace(/[{}]/g, ''),
    headers: {},
    body: undefined,
  }
}

function send(port: number, agent: Agent, strike: Strike, asker: Asker): Promise<Got> {
  const began = performance.now()
  return new Promise((done, failed) => {
    const { method, url, body, pace } = strike
    const sent = request(
      {
        ...{ port, agent, method, path: url, host: '127.0.0.1' },
        headers: {
          ...asker.headers,
          'idempotency-key': newId(),
          ...(body ? { 'content-length': String(body.length) } : {}),
          ...strike.headers,
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            type: String(answer.headers['content-type'] ?? ''),
            text: Buffer.concat(parts).toString(),
            // What a slow caller waits for is himself.
            ms: pace ? 0 : performance.now() - began,
          }),
        )
      },
    )
    sent.setTimeout(30_000, () => sent.destroy(new Error('no answer within 30 s')))
    // The server may hang up while a body that is too large still comes; what it said before counts as an answer of its own.
    sent.on('error', (fault: NodeJS.ErrnoException) =>
      pace === 'torn' || ['ECONNRESET', 'EPIPE'].includes(fault.code ?? '')
        ? done({ status: pace === 'torn' ? 0 : 400, type: '', text: '', ms: 0 })
        : failed(new Error(`${method} ${url.slice(0, 200)} (${strike.how}): ${fault.message}`)),
    )
    if (pace) dribble(sent, body!, pace)
    else sent.end(body)
  })
}

/** Sends a body in four pieces, or half of it and hangs up. */
async function dribble(sent: ClientRequest, body: Buffer, pace: 'slow' | 'torn'): Promise<void> {
  const piece = Math.ceil(body.length / 4)
  for (let at = 0; at < body.length && !sent.destroyed; at += piece) {
    if (pace === 'torn' && at >= body.length / 2) {
      sent.destroy(new Error('torn'))
      return
    }
    sent.write(body.subarray(at, at + piece))
    await wait(30)
  }
  sent.end()
}

/** The figures of a run. */
export const figuresOfStruck = ({ requests, statuses, slowestMs }: Struck): Outcome['figures'] => ({
  requests,
  'of which': Object.entries(statuses)
    .map(([status, times]) => `${times} × ${status}`)
    .join(' '),
  'ms the slowest': Math.round(slowestMs),
})
