import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Access, urlOf } from './access.ts'
import { AlreadyRunning } from './cannot-start.ts'

// "changke" in ASCII. The lock lives in the database `postgres`, so that it outlives whatever happens to `changke`.
const lockKey = '27971945361106789'

/** Opens a superuser's connection that says who we are. */
export async function connect(access: Access, command: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(access, 'postgres', 'postgres'),
    application_name: `changke ${command} (process ${process.pid})`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // Without a listener the end of PostgreSQL would end this process too.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Takes the session lock that makes us the owner of the server, or refuses with who holds it; gives a dying owner `patience` ms. */
export async function own(client: pg.Client, access: Access, dir: string, patience: number): Promise<void> {
  const deadline = performance.now() + patience
  while (true) {
    const { rows } = await client.query<{ owned: boolean }>('select pg_try_advisory_lock($1::bigint) as owned', [
      lockKey,
    ])
    if (rows[0]?.owned) return
    if (performance.now() > deadline) break
    await wait(100)
  }
  const { rows } = await client.query<{ who: string }>(
    `select a.application_name as who from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint`,
    [lockKey],
  )
  throw new AlreadyRunning(
    `Changke is already running on the data folder ${path.dirname(dir)}: ${rows[0]?.who ?? 'another process'} owns its database. Stop that one first, or set CHANGKE_DATA to another folder.`,
    {
      ownerUrl: urlOf(access, 'changke_owner'),
      url: urlOf(access, 'changke_app'),
    },
  )
}

/** Makes the two roles and the database if they are missing, and gives the roles the passwords of the access file if asked. */
export async function furnish(client: pg.Client, access: Access, renew: boolean): Promise<void> {
  const { rows } = await client.query<{ roles: string[]; databases: string[] }>(
    `select array(select rolname::text from pg_roles) as roles, array(select datname::text from pg_database) as databases`,
  )
  const { roles, databases } = rows[0]!
  for (const role of ['changke_owner', 'changke_app'] as const) {
    const password = `login password '${access.passwords[role]}'`
    if (!roles.includes(role)) await client.query(`create role ${role} ${password}`)
    else if (renew) await client.query(`alter role ${role} ${password}`)
  }
  if (!roles.includes('changke_owner')) {
    await client.query('alter role changke_owner createdb; grant pg_monitor, pg_checkpoint to changke_owner')
  }
  if (!databases.includes('changke')) await client.query('create database changke owner changke_owner')
  // The application's role makes nothing: no tables, no temporary ones either.
  await client.query('revoke all on database changke from public; grant connect on database changke to changke_app')
}
