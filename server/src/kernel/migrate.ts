import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { firstIdOf } from './ids.ts'

export type Migration = {
  number: string
  name: string
  text: string
  digest: string
}

const source = join(import.meta.dirname, '..')

/** Every migration of kernel and rooms, in one sequence. Two with one number are a mistake. */
export function allMigrations(): Migration[] {
  const folders = [join(source, 'kernel/schema')]
  const modules = join(source, 'modules')
  for (const room of readdirSync(modules, { withFileTypes: true })) {
    if (room.isDirectory()) folders.push(join(modules, room.name, 'schema'))
  }
  const found = folders.flatMap((folder) => {
    let names: string[] = []
    try {
      names = readdirSync(folder)
    } catch {
      return [] // a room without tables
    }
    return names
      .filter((name) => name.endsWith('.sql'))
      .map((name) => {
        const text = readFileSync(join(folder, name), 'utf8')
        return {
          number: name.slice(0, 4),
          name,
          text,
          digest: createHash('sha256').update(text).digest('hex'),
        }
      })
  })
  found.sort((a, b) => (a.number < b.number ? -1 : 1))
  const twice = found.find((migration, at) => migration.number === found[at + 1]?.number)
  if (twice) throw new Error(`two migrations have the number ${twice.number}`)
  return found
}

/**
 * Brings a database up to this version as its owner, gives the application its rights, and makes the partitions ahead. With `last` it stops after
 * the migration of that number: what a copy of an older house is laid into.
 */
export async function migrate(ownerUrl: string, appRole = 'changke_app', last = '9999'): Promise<string[]> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'changke migrate',
  })
  // What it is asked fails by itself; without a listener the process would end without a sentence.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(727001)')
    await client.query(`create schema if not exists kernel;
      create table if not exists kernel.migration (
        number text primary key, name text not null, digest text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{
      number: string
      name: string
      digest: string
    }>('select * from kernel.migration')
    const applied = new Map(rows.map((row) => [row.number, row]))
    const done: string[] = []
    for (const { number, name, text, digest } of allMigrations()) {
      const before = applied.get(number)
      if (before && before.digest !== digest) {
        throw new Error(
          `migration ${name} is not the one that this database has seen (${before.name}); migrations never change`,
        )
      }
      if (before || number > last) continue
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into kernel.migration (number, name, digest) values ($1, $2, $3)', [
          number,
          name,
          digest,
        ])
        await client.query('commit')
      } catch (fault) {
        await client.query('rollback')
        throw new Error(`migration ${name} failed: ${(fault as Error).message}`, { cause: fault })
      }
      done.push(name)
    }
    await ensurePartitions(client)
    if (done.length > 0 || applied.size === 0) await grantRights(client, appRole)
    return done
  } finally {
    await client.end()
  }
}

/** The months that must exist: this one and the next two, so that a worker which slept a month is no outage. */
export async function ensurePartitions(client: pg.ClientBase, now = Temporal.Now.instant()): Promise<number> {
  const { rows } = await client.query<{
    schema: string
    name: string
    child: string[]
  }>(`
    select n.nspname as schema, c.relname as name,
           coalesce(array_agg(k.relname::text) filter (where k.relname is not null), '{}') as child
      from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_inherits i on i.inhparent = c.oid left join pg_class k on k.oid = i.inhrelid
     where n.nspname not in ('graphile_worker') group by 1, 2`)
  let made = 0
  const thisMonth = now.toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 })
  for (const { schema, name, child } of rows) {
    for (let ahead = 0; ahead <= 2; ahead++) {
      const from = thisMonth.add({ months: ahead })
      const part = `${name}_${from.toString().slice(0, 7).replace('-', '_')}`
      if (child.includes(part)) continue
      const bound = (day: Temporal.PlainDate) => firstIdOf(day.toZonedDateTime('UTC').epochMilliseconds)
      await client.query(`create table ${schema}.${part} partition of ${schema}.${name}
        for values from ('${bound(from)}') to ('${bound(from.add({ months: 1 }))}')`)
      made += 1
    }
  }
  await lightenStatistics(client)
  return made
}

/**
 * Nobody looks a month's rows up by what stands inside their JSON, yet statistics of it are most of what analysing such a month costs:
 * a core for half a second each time, taken from the tills. A new month does not inherit the setting, so it is made here.
 */
async function lightenStatistics(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ month: string; columns: string[] }>(`
    select c.oid::regclass::text as month, array_agg(quote_ident(a.attname)) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relispartition and c.relkind = 'r' and a.atttypid = 'jsonb'::regtype and a.attstattarget is null
     group by c.oid`)
  for (const { month, columns } of rows)
    await client.query(
      `alter table ${month} ${columns.map((column) => `alter column ${column} set statistics 0`).join(', ')}`,
    )
}

/** Append-only tables say so in their comment; there the application may neither update nor delete. */
async function grantRights(client: pg.ClientBase, appRole: string): Promise<void> {
  const role = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
  if (role.rowCount === 0) return
  const { rows } = await client.query<{
    schema: string
    name: string
    note: string | null
    kind: string
  }>(`
    select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as note, c.relkind as kind
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'S') and not c.relispartition
       and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')`)
  for (const schema of new Set(rows.map((row) => row.schema))) {
    await client.query(`grant usage on schema ${schema} to ${appRole}`)
  }
  for (const { schema, name, note, kind } of rows) {
    const rights =
      kind === 'S'
        ? 'usage, select'
        : kind === 'v' || kind === 'm'
          ? 'select'
          : name === 'migration' && schema === 'kernel'
            ? 'select'
            : note?.startsWith('append-only')
              ? 'select, insert'
              : 'select, insert, update, delete'
    await client.query(`revoke all on ${kind === 'S' ? 'sequence' : 'table'} ${schema}.${name} from ${appRole};
      grant ${rights} on ${kind === 'S' ? 'sequence' : 'table'} ${schema}.${name} to ${appRole}`)
  }
}
