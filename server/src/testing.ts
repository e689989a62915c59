import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { afterAll, beforeAll, expect } from 'vitest'
import type { App, AppOptions } from '#app'
import { buildApp } from '#app'
import type { Caller } from '#kernel/caller.ts'
import { system } from '#kernel/caller.ts'
import { newId } from '#kernel/ids.ts'
import { ownDatabase } from './testing/own-database.ts'

// An answer's shape is what the test says about it.
// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely; the contract has checked them already
export type Answer = { status: number } & Record<string, any>

type AskOptions = {
  as?: string | Caller
  reference?: string
  headers?: Record<string, string>
}

const silent = () => {}
/** Prints faults only: a test that provokes one says so with its name above the print. */
const onlyFaults = {
  level: 'error',
  fatal: console.error,
  error: (what: { err?: Error }, text?: string) => console.error(text ?? '', what.err ?? what),
  warn: silent,
  info: silent,
  debug: silent,
  trace: silent,
  silent,
  child: () => onlyFaults,
} as unknown as FastifyBaseLogger

/** A fresh database, an app over it, and a caller. When the file's tests end, the books of every room must be in order. */
export function house(options: Partial<AppOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'changke-keys-'))
  const callers = new Map<string, Caller>()
  let app: App
  let shift = 0
  const database = ownDatabase()

  beforeAll(async () => {
    await database.make()
    app = await buildApp({
      url: database.url(),
      keyFile: join(folder, 'keys.json'),
      shiftMs: () => shift,
      log: onlyFaults,
      testCaller: (token) => callers.get(token),
      ...options,
    })
    await app.http.ready()
  })

  afterAll(async () => {
    try {
      expect(await database.broken()).toEqual([])
    } finally {
      await app?.close()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  return {
    /** Asks as the house itself, or as somebody: an API key, a session (`cookie:…`), or a caller made up for the test. */
    ask: asking(() => app, callers),
    broken: database.broken,
    /** The application’s address of the database, for a second process over it. */
    url: database.url,
    /** The key file, for a second process likewise. */
    keyFile: () => options.keyFile ?? join(folder, 'keys.json'),
    /** Runs SQL as the owner of the database: to look, or to plant a defect. */
    sql: database.ask,
    /** Moves the house's clock by days (and hours) from the real one. */
    travel: (days: number, hours = 0) => {
      shift = days * 86_400_000 + hours * 3_600_000
    },
    get app() {
      return app
    },
  }
}

/** Asks over HTTP without a network, and puts status, cookie and JSON of the answer into one object. */
export function asking(app: () => App, callers: Map<string, Caller>) {
  const proofOf = (as: string | Caller): Record<string, string> => {
    if (typeof as !== 'string') {
      const token = `test-${as.id}-${as.name}`
      callers.set(token, as)
      return { authorization: `Bearer ${token}` }
    }
    if (as.startsWith('cookie:')) return { cookie: `changke_session=${as.slice(7)}` }
    return as ? { authorization: `Bearer ${as}` } : {}
  }
  return async (path: string, body?: object, { as, reference, headers = {} }: AskOptions = {}): Promise<Answer> => {
    const [method, url] = path.split(' ') as ['GET', string]
    const answer = await app().http.inject({
      method,
      url,
      headers: {
        ...proofOf(as ?? system('test')),
        ...(method === 'GET' || method === ('DELETE' as string) ? {} : { 'content-type': 'application/json' }),
        'idempotency-key': reference ?? newId(),
        ...headers,
      },
      ...(body ? { payload: Buffer.isBuffer(body) ? body : JSON.stringify(body) } : {}),
    })
    const isJson = answer.headers['content-type']?.toString().includes('json')
    const json: unknown = isJson ? answer.json() : { text: answer.body }
    const cookie = answer.cookies[0]?.value
    return { ...(json as object), status: answer.statusCode, ...(cookie ? { cookie } : {}) }
  }
}

/** A caller made up for a test: these permissions, this scope. */
export const callerWith = (permissions: string[], scope: 'all' | string[] = 'all', name = 'somebody'): Caller => ({
  ...system(name),
  id: newId(),
  kind: 'key',
  permissions: new Set(permissions),
  scope: scope === 'all' ? 'all' : new Set(scope),
})
