import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { digestBooks, digestOf, type Place, type TableDigest } from '#kernel/backup/index.ts'
import { openKeys } from '#kernel/crypto.ts'
import { openDb } from '#kernel/db.ts'
import { startEmbedded } from '#kernel/postgres/index.ts'
import { verify } from '#modules/audit/index.ts'
import { findFaults } from '../../src/verifying.ts'

/** Every table of a house, summed up. */
export type Book = { tables: TableDigest[]; rows: number; digest: string }
export type Noted = { moment: string; book: Book }

async function bookOf(client: pg.Client): Promise<Book> {
  const tables = await digestBooks(client)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  // Two empty books would be equal too.
  if (rows < 50) throw new Error(`the books have ${rows} rows: there is nothing to compare`)
  return { tables, rows, digest: digestOf(tables) }
}

/** A moment in which nothing moved: the books are the same before it and after it. */
export async function quietly(ownerUrl: string): Promise<Noted> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (let tries = 0; tries < 100; tries++) {
      const before = await bookOf(client)
      await wait(20)
      const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
      await wait(20)
      const after = await bookOf(client)
      if (before.digest === after.digest) return { moment: rows[0]!.now.toISOString(), book: after }
      await wait(100)
    }
    throw new Error('the house does not come to rest')
  } finally {
    await client.end()
  }
}

/** The books of a data folder that nobody serves, and what `changke verify` finds there. */
export async function lookAt(data: string): Promise<{ book: Book; faults: string[] }> {
  const server = await startEmbedded({ dir: path.join(data, 'postgres'), durable: false, command: 'proof' })
  const client = new pg.Client({ connectionString: server.ownerUrl })
  const db = openDb({ url: server.url, keys: openKeys(path.join(data, 'keys.json')), size: 2 })
  try {
    await client.connect()
    const book = await bookOf(client)
    const found = (await findFaults(db)).map(({ room, fault, id }) => `${room}: ${fault} (${id})`)
    const { faults } = await verify(db, null)
    return { book, faults: faults > 0 ? [...found, `${faults} faults of the seals`] : found }
  } finally {
    await client.end()
    await db.close()
    await server.stop()
  }
}

/** Until when a place says that its log is whole: of its newest line. */
export function untilOf(place: Place): string {
  const names = (folder: string) => readdirSync(folder).sort()
  const system = path.join(place.folder, names(place.folder)[0]!)
  const text = readFileSync(path.join(system, names(system).at(-1)!, 'until.json'), 'utf8')
  return (JSON.parse(text.split('\n')[0]!) as { moment: string }).moment
}
