import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import pg from 'pg'
import type { App } from '#app'
import { buildApp } from '#app'
import type { Caller } from '#kernel/caller.ts'
import { system } from '#kernel/caller.ts'
import { newId } from '#kernel/ids.ts'
import { publish } from '#modules/charter/index.ts'
import { makeUnit, setUpOrganisation } from '#modules/org/index.ts'
import { addTill } from '#modules/purchases/index.ts'
import type { TestServer } from '../src/testing/global.ts'
import { proofCharter } from './founding.ts'
import { faultsOfTheBooks } from './reckoning-sql.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a hostile caller reads may be anything; the proof says what it expects of it
export type Answer = { status: number; type: string; text: string; json: any }

export type Asking = {
  /** An API key, a caller made up for the run, or '' for nobody; the house itself, if left out. */
  as?: string | Caller
  reference?: string
  headers?: Record<string, string>
  /** Which of the processes over the one database is asked. */
  app?: number
}

/** A shop in a fresh database, with two stores and any number of server processes' worth of apps over it. */
export type Place = {
  apps: App[]
  /** Where its key file and its staged files lie. */
  folder: string
  a: string
  b: string
  tillA: string
  tillB: string
  /** Asks with a body that is sent as it is when it is text, as JSON otherwise. */
  ask(path: string, body?: object | string | Buffer, asking?: Asking): Promise<Answer>
  sql<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>
  /** Everything that the books say is wrong; always empty. */
  broken(): Promise<string[]>
  close(): Promise<void>
}

export type PlaceOptions = { apps?: number; log?: FastifyBaseLogger }

/** Opens a shop on a server (the test run's, or one of its own). `urls` have `{database}` where the name belongs. */
export async function openPlace(urls: TestServer, { apps: many = 1, log }: PlaceOptions = {}): Promise<Place> {
  const database = `p_${randomBytes(6).toString('hex')}`
  const admin = ownerOf(urls, 'postgres')
  await admin.query(`create database ${database} template changke_template`)
  const books = ownerOf(urls, database)
  const folder = mkdtempSync(join(tmpdir(), 'changke-place-'))
  const callers = new Map<string, Caller>()
  const apps: App[] = []
  const agent = new Agent({ keepAlive: true })
  for (let at = 0; at < many; at++) {
    const app = await buildApp({
      url: urls.appUrl.replace('{database}', database),
      keyFile: join(folder, 'keys.json'),
      testCaller: (token) => callers.get(token),
      ...(log ? { log } : {}),
    })
    // Over real connections: what happens to them is a part of what is proved.
    await app.http.listen({ port: 0, host: '127.0.0.1' })
    apps.push(app)
  }
  const sql = async <T>(text: string, values: unknown[] = []) => (await books.query(text, values)).rows as T[]

  function proofOf(as: string | Caller): Record<string, string> {
    if (typeof as === 'string') return as ? { authorization: `Bearer ${as}` } : {}
    const token = `test-${as.id}-${as.name.replace(/\W/g, '')}`
    callers.set(token, as)
    return { authorization: `Bearer ${token}` }
  }

  async function ask(path: string, body?: object | string | Buffer, asking: Asking = {}): Promise<Answer> {
    const at = path.indexOf(' ')
    const { port } = apps[asking.app ?? 0]!.http.server.address() as AddressInfo
    const answer = await send(
      { agent, port, host: '127.0.0.1', method: path.slice(0, at), path: path.slice(at + 1) },
      {
        ...proofOf(asking.as ?? system('proof')),
        'idempotency-key': asking.reference ?? newId(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...asking.headers,
      },
      typeof body === 'object' && !Buffer.isBuffer(body) ? JSON.stringify(body) : body,
    )
    const type = String(answer.headers['content-type'] ?? '')
    return {
      status: answer.status,
      type,
      text: answer.text,
      json: type.includes('json') ? parsed(answer.text) : undefined,
    }
  }

  return {
    ...(await furnish(apps[0]!)),
    apps,
    folder,
    ask,
    sql,
    broken: () => faultsOfTheBooks(sql),
    async close() {
      agent.destroy()
      for (const app of apps) await app.close()
      await books.end()
      await admin.query(`drop database if exists ${database} with (force)`).catch(() => {})
      await admin.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Dropping the database ends a connection that is just being closed: that is no news.
const ownerOf = (urls: TestServer, database: string): pg.Pool =>
  new pg.Pool({ connectionString: urls.ownerUrl.replace('{database}', database), max: 2 }).on('error', () => {})

/** One request and its whole answer. A connection that the server has just closed is no answer: then it is asked once more. */
function send(
  options: RequestOptions,
  said: Record<string, string>,
  payload: string | Buffer | undefined,
  again = true,
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((done, failed) => {
    const length = payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) }
    const sent = request({ ...options, headers: { ...length, ...said } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', failed)
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString() }),
      )
    })
    sent.on('error', (fault: NodeJS.ErrnoException) =>
      again && sent.reusedSocket && fault.code === 'ECONNRESET'
        ? send(options, said, payload, false).then(done, failed)
        : failed(fault),
    )
    sent.end(payload)
  })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function furnish(app: App): Promise<Pick<Place, 'a' | 'b' | 'tillA' | 'tillB'>> {
  const us = system('proof')
  return app.db.write(async (tx) => {
    const { storeId: a } = await setUpOrganisation(tx, {
      organisation: { name: '康泰大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'A', name: '人民路店' },
      owner: { name: '店东', email: 'owner@example.com', password: 'correct horse battery' },
    })
    const { id: b } = await makeUnit(tx, { kind: 'store', code: 'B', name: '解放路店' }, us)
    const { id: tillA } = await addTill(tx, { storeId: a, code: '1', name: '' })
    const { id: tillB } = await addTill(tx, { storeId: b, code: '1', name: '' })
    await publish(tx, { charter: proofCharter(), note: '' }, us)
    return { a, b, tillA, tillB }
  })
}

/** A server for runs outside of the tests: forgetful, for no process of PostgreSQL is killed in them. */
async function openServer(): Promise<{ urls: TestServer; stop(): Promise<void> }> {
  const { default: setup } = await import('../src/testing/global.ts')
  let urls: TestServer | undefined
  const project = {
    provide: (_: string, given: TestServer) => {
      urls = given
    },
  }
  const stop = await setup(project as unknown as Parameters<typeof setup>[0])
  return { urls: urls!, stop }
}

/** A shop on a server of its own, for as long as something is done in it. */
export async function inPlace<T>(
  apps: number,
  act: (place: Place) => Promise<T>,
  log?: PlaceOptions['log'],
): Promise<T> {
  const server = await openServer()
  try {
    const place = await openPlace(server.urls, { apps, ...(log ? { log } : {}) })
    try {
      return await act(place)
    } finally {
      await place.close()
    }
  } finally {
    await server.stop()
  }
}
