import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of its own for one test file, copied from the migrated template; the owner may ask it anything. */
export function ownDatabase() {
  const name = `t_${randomBytes(6).toString('hex')}`
  const urlOf = (kind: 'ownerUrl' | 'appUrl', database = name) => inject('pg')[kind].replace('{database}', database)

  async function asOwner(text: string, values: unknown[] = [], database = name): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: urlOf('ownerUrl', database) })
    await client.connect()
    try {
      return (await client.query(text, values)).rows
    } finally {
      await client.end()
    }
  }

  /** An autovacuum worker may sit in the database for a moment, and nobody may end that one. */
  async function drop(tries = 20): Promise<void> {
    try {
      await asOwner(`drop database if exists ${name} with (force)`, [], 'postgres')
    } catch (fault) {
      if (tries === 0) throw fault
      await new Promise((later) => setTimeout(later, 250))
      await drop(tries - 1)
    }
  }

  return {
    /** The application's address. */
    url: () => urlOf('appUrl'),
    make: () => asOwner(`create database ${name} template changke_template`, [], 'postgres'),
    drop,
    ask: (text: string, values: unknown[] = []) => asOwner(text, values),
    /** Every fault that the rooms' books show; always empty. */
    async broken(): Promise<unknown[]> {
      const views = await asOwner(`select schemaname from pg_views where viewname = 'v_broken' order by 1`)
      const found = []
      for (const { schemaname } of views)
        found.push(...(await asOwner(`select '${schemaname}' as room, * from ${schemaname}.v_broken`)))
      return found
    },
  }
}
