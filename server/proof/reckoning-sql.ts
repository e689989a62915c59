type Rows = <T>(text: string, values?: unknown[]) => Promise<T[]>

/** What the books of the whole house say of themselves: every room's `v_broken`. */
export async function faultsOfTheBooks(rows: Rows): Promise<string[]> {
  const rooms = await rows<{ room: string }>(`select schemaname as room from pg_views where viewname = 'v_broken'`)
  const found: string[] = []
  for (const { room } of rooms) {
    const broken = await rows<{ fault: string; id: string }>(`select fault, id from ${room}.v_broken limit 100`)
    found.push(...broken.map(({ fault, id }) => `${room}: ${fault} (${id})`))
  }
  return found
}

/** A digest of everything that the house knows of some members: it must not move when others are served. */
export async function digestOf(rows: Rows, members: string[]): Promise<string> {
  const tables = await rows<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_attribute join pg_class on pg_class.oid = attrelid
       join pg_namespace on pg_namespace.oid = relnamespace
      where attname = 'member_id' and relkind in ('r', 'p') and not relispartition and nspname not like 'pg_%' order by 1`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const [row] = await rows<{ digest: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as digest
         from ${name} t where member_id = any($1::uuid[])`,
      [members],
    )
    parts.push(`${name} ${row!.digest}`)
  }
  return parts.join('\n')
}
