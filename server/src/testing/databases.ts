import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** The owner's address of the database that an application's address leads to. */
export const ownerOf = (url: string): string =>
  inject('pg').ownerUrl.replace('{database}', new URL(url).pathname.slice(1))

/** An empty database for a test to restore into, by its owner's address; dropped by `drop`. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const asked = async (text: string) => {
    const client = new pg.Client({ connectionString: inject('pg').ownerUrl.replace('{database}', 'postgres') })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  await asked(`create database ${name}`)
  return {
    url: inject('pg').ownerUrl.replace('{database}', name),
    drop: () => asked(`drop database if exists ${name} with (force)`),
  }
}
