import { hash } from 'node:crypto'
import pg from 'pg'

/** A table as it is copied: every row as PostgreSQL writes a row, in text that any server reads back. */
export type Table = {
  name: string
  columns: string[]
  /** Rows fetched at once, so that they stay within some megabytes however large a row is. */
  atOnce: number
}

export type Partition = { name: string; parent: string; bounds: string }
export type Sequence = { name: string; last: string; isCalled: boolean }
export type Applied = { number: string; digest: string }

const bytesAtOnce = 4 << 20

/** Opens a connection whose texts look the same on every server. Faults of it fail what it is asked. */
export async function connectPlainly(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'changke backup',
    options:
      '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c bytea_output=hex -c extra_float_digits=1 -c statement_timeout=0 -c lock_timeout=60000 -c idle_in_transaction_session_timeout=0',
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

const text = async (client: pg.ClientBase, sql: string, values: unknown[] = []): Promise<(string | null)[][]> =>
  (await client.query({ text: sql, values, rowMode: 'array', types: { getTypeParser: () => (it: string) => it } }))
    .rows as (string | null)[][]

/** The house's own schemas; others may share the database and are none of ours. */
export async function schemasOf(client: pg.ClientBase): Promise<string[]> {
  const rows = await text(
    client,
    `select nspname from pg_namespace where nspname = 'kernel' and to_regclass('kernel.migration') is not null
     union select schemaname from pg_views where viewname = 'v_broken' order by 1`,
  )
  return rows.map(([name]) => name!)
}

/** Every table of the house but the list of migrations, which is compared instead. Looks at the size of rows, so it reads each table once. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const rows = await text(
    client,
    `select c.oid::regclass::text, (select json_agg(attname order by attnum)::text from pg_attribute
                                     where attrelid = c.oid and attnum > 0 and not attisdropped)
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any ($1)
        and c.oid <> 'kernel.migration'::regclass order by 1`,
    [await schemasOf(client)],
  )
  const tables: Table[] = []
  for (const [name, columns] of rows) {
    const [[widest] = []] = await text(client, `select max(pg_column_size(it.*)) from ${name} it`)
    // As text a row is about twice as long, and more where it was compressed.
    const atOnce = Math.floor(bytesAtOnce / (4 * Number(widest ?? 0) + 1))
    tables.push({ name: name!, columns: JSON.parse(columns!), atOnce: Math.min(5_000, Math.max(1, atOnce)) })
  }
  return tables
}

export async function partitionsOf(client: pg.ClientBase): Promise<Partition[]> {
  const rows = await text(
    client,
    `select c.oid::regclass::text, i.inhparent::regclass::text, pg_get_expr(c.relpartbound, c.oid)
       from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
      where c.relispartition and c.relkind = 'r' and n.nspname = any ($1) order by 1`,
    [await schemasOf(client)],
  )
  return rows.map(([name, parent, bounds]) => ({ name: name!, parent: parent!, bounds: bounds! }))
}

export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const rows = await text(
    client,
    `select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname = any ($1) order by 1`,
    [await schemasOf(client)],
  )
  const found: Sequence[] = []
  for (const [name] of rows) {
    const [[last, isCalled] = []] = await text(client, `select last_value, is_called from ${name}`)
    found.push({ name: name!, last: last!, isCalled: isCalled === 't' })
  }
  return found
}

export async function migrationsOf(client: pg.ClientBase): Promise<Applied[]> {
  const rows = await text(client, 'select number, digest from kernel.migration order by number')
  return rows.map(([number, digest]) => ({ number: number!, digest: digest! }))
}

/** The number that the next transaction gets: every row's own is below it. */
export async function nextTransaction(client: pg.ClientBase): Promise<string> {
  const [[xid] = []] = await text(client, 'select pg_snapshot_xmax(pg_current_snapshot())::text')
  return xid!
}

export async function versionOf(client: pg.ClientBase): Promise<string> {
  const [[version] = []] = await text(client, `select current_setting('server_version')`)
  return version!
}

/** The rows of a table in the open transaction's snapshot, some at a time. */
export async function* rowsOf(client: pg.ClientBase, { name, atOnce }: Table): AsyncGenerator<string[]> {
  await client.query(`declare changke_copy no scroll cursor for select it::text from ${name} it`)
  for (;;) {
    const rows = await text(client, `fetch ${atOnce} from changke_copy`)
    if (rows.length === 0) break
    yield rows.map(([row]) => row!)
  }
  await client.query('close changke_copy')
}

/** Counts rows, and digests them whatever their order: the sum of their digests, lane by lane. */
export class Tally {
  rows = 0
  private readonly lanes = [0, 0, 0, 0, 0]

  add(row: string): void {
    const digest = hash('sha256', row, 'buffer')
    for (let at = 0; at < this.lanes.length; at++)
      this.lanes[at] = (this.lanes[at]! + digest.readUIntBE(at * 6, 6)) % 2 ** 48
    this.rows += 1
  }

  digest(): string {
    return this.lanes.map((lane) => lane.toString(16).padStart(12, '0')).join('')
  }
}

/** One digest over all tables. */
export const digestOf = (tables: readonly { name: string; rows: number; digest: string }[]): string =>
  hash('sha256', tables.map(({ name, rows, digest }) => `${name} ${rows} ${digest}\n`).join(''), 'hex')
