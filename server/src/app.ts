import { dirname, join } from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { Caller } from '#kernel/caller.ts'
import { openKeys } from '#kernel/crypto.ts'
import type { Db } from '#kernel/db.ts'
import { openDb } from '#kernel/db.ts'
import type { Identify, Row } from '#kernel/http.ts'
import { buildHttp, openMetrics, serveHealth, servePages, serveReference } from '#kernel/http.ts'
import { agreeOnIndex } from '#kernel/index-rotation.ts'
import type { Work } from '#kernel/jobs.ts'
import { resealing } from '#kernel/rotation.ts'
import { routes as audit, nightly, sealing } from '#modules/audit/index.ts'
import { routes as backups } from '#modules/backups/index.ts'
import { routes as cards, rehashed as hashedCards, sealed as sealedCards } from '#modules/cards/index.ts'
import { routes as catalog } from '#modules/catalog/index.ts'
import { routes as charter } from '#modules/charter/index.ts'
import { routes as imports, stageIn } from '#modules/imports/index.ts'
import { rolling } from '#modules/ledger/index.ts'
import { rehashed as hashedMembers, routes as members, sealed as sealedMembers } from '#modules/members/index.ts'
import { rehashed as hashedOrg, identify, routes as org, sealed as sealedOrg, sweep } from '#modules/org/index.ts'
import { routes as purchases } from '#modules/purchases/index.ts'
import { routes as setup, tellingDemo } from '#modules/setup/index.ts'
import { nightlyBooks } from './verifying.ts'

export type AppOptions = {
  /** The application's database role. */
  url: string
  keyFile: string
  /** How often a changed key file is noticed; ten seconds unless a test is in a hurry. */
  keysReadEveryMs?: number
  /** Where staged files lie; beside the key file unless said. */
  dataDir?: string
  log?: FastifyBaseLogger | false
  publicUrl?: string | undefined
  trustedProxies?: string[] | undefined
  /** Moves the house's clock, in milliseconds; for tests. */
  shiftMs?: () => number
  /** Callers made up by a test, by the token it sends; nothing but a test hands this in. */
  testCaller?: (token: string) => Caller | undefined
  /** The built console; the one of this checkout unless said. */
  pages?: string
  /** Rows besides the rooms' own; for tests of the kernel alone. */
  rows?: Row[]
}

export type App = {
  http: FastifyInstance
  db: Db
  rows: Row[]
  close(): Promise<void>
}

/** Every row that the rooms serve, in the order of the floors. */
export const allRows: Row[] = [
  ...org,
  ...audit,
  ...backups,
  ...catalog,
  ...members,
  ...cards,
  ...charter,
  ...purchases,
  ...imports,
  ...setup,
]

/** Every column with sealed values, for the rotation of keys. */
export const allSealed = [...sealedOrg, ...sealedMembers, ...sealedCards]

/** Every table with keyed hashes, for the rotation of the index key: cards before the ways that lead to them. */
export const allHashed = [...hashedOrg, ...hashedCards, ...hashedMembers]

/** Everything that a worker does behind the routes. */
export const allWork: Work = {
  listeners: [],
  schedules: [nightly, nightlyBooks, sweep, resealing(allSealed)],
  jobs: [],
  pulses: [sealing, rolling, tellingDemo],
}

/** Puts the house together: kernel first, then the rooms. It listens when its owner says so. */
export async function buildApp(options: AppOptions): Promise<App> {
  const keys = openKeys(options.keyFile, options.keysReadEveryMs ? { everyMs: options.keysReadEveryMs } : {})
  stageIn(keys, options.dataDir ?? dirname(options.keyFile))
  const db = openDb({
    url: options.url,
    keys,
    ...(options.shiftMs ? { shiftMs: options.shiftMs } : {}),
  })
  const troubles = await agreeOnIndex(db)
  for (const sentence of troubles) options.log ? options.log.error({}, sentence) : console.error(sentence)
  const rows = [...allRows, ...(options.rows ?? [])]
  const known = identify(db.within(10_000))
  const whoAsks: Identify = async (proof) => (proof.bearer && options.testCaller?.(proof.bearer)) || known(proof)
  const metrics = openMetrics(db)
  const http = await buildHttp({
    db,
    rows,
    identify: whoAsks,
    metrics,
    log: options.log ?? false,
    publicUrl: options.publicUrl,
    trustedProxies: options.trustedProxies,
  })
  const { publicUrl } = options
  serveHealth(http, { db, metrics, identify: whoAsks, mayMeasure: 'org.manage', publicUrl })
  serveReference(http, join(import.meta.dirname, '../../openapi.json'))
  await servePages(http, options.pages ?? join(import.meta.dirname, '../../console/dist'))
  return {
    http,
    db,
    rows,
    async close() {
      await http.close()
      await db.close()
    },
  }
}
