import { createHash } from 'node:crypto'
import type pg from 'pg'

/** A table of the books: how many rows, and a digest that does not depend on their order. */
export type TableDigest = { table: string; rows: number; digest: string }

/**
 * A digest of every table of the house in one snapshot, asked as the tables' owner. What only tells how far the work in the background has come
 * (queues, sessions) is in it too: compare it only when nothing runs.
 */
export async function digestBooks(
  client: pg.ClientBase,
  leave: (table: string) => boolean = () => false,
): Promise<TableDigest[]> {
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query(`set local timezone to 'UTC'; set local datestyle to 'ISO'; set local extra_float_digits to 3`)
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where relkind in ('r', 'p') and not relispartition and nspname !~ '^(pg_|information_schema|graphile_)' order by 1`,
    )
    const digests: TableDigest[] = []
    for (const { name } of tables.filter(({ name }) => !leave(name))) {
      const { rows } = await client.query<{ rows: string; digest: string }>(
        `select count(*)::text as rows, md5(concat(sum(hashtextextended(t::text, 1)::numeric), ' ',
                sum(hashtextextended(t::text, 2)::numeric))) as digest from ${name} t`,
      )
      digests.push({ table: name, rows: Number(rows[0]!.rows), digest: rows[0]!.digest })
    }
    return digests
  } finally {
    await client.query('rollback')
  }
}

/** One digest over all tables, to be compared with another's at a glance. */
export const digestOf = (tables: TableDigest[]): string =>
  createHash('sha256')
    .update(tables.map(({ table, rows, digest }) => `${table} ${rows} ${digest}`).join('\n'))
    .digest('hex')
    .slice(0, 32)
