import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from './cannot-start.ts'

interface Seen {
  who: string
  version: number
  superuser: boolean
  /** Tells one database of one cluster from another, whatever the address. */
  place: string
}

/**
 * Looks at a PostgreSQL of the customer's own before anything is changed in it: it must answer within 15 s and be 16 or newer.
 * Answers the role whose rights the migrations set (none if it is the owner itself), and sentences about what is lost with the roles as they are.
 */
export async function inspectExternal(urls: {
  url: string
  ownerUrl: string
}): Promise<{ appRole: string; lost: string[] }> {
  const app = await look(urls.url, 'DATABASE_URL')
  const owner = urls.ownerUrl === urls.url ? app : await look(urls.ownerUrl, 'DATABASE_OWNER_URL')
  if (app.version < 160_000) {
    throw new CannotStart(
      `The PostgreSQL of DATABASE_URL is version ${Math.floor(app.version / 10_000)}: Changke needs 16 or newer.`,
    )
  }
  if (app.place !== owner.place) {
    throw new CannotStart(
      'DATABASE_URL and DATABASE_OWNER_URL lead to different databases: they must be two roles of one.',
    )
  }
  const one = app.who === owner.who
  if (!one && !app.superuser) return { appRole: app.who, lost: [] }
  const reason = one
    ? `DATABASE_URL and DATABASE_OWNER_URL are one role (${app.who})`
    : `${app.who} of DATABASE_URL is a superuser`
  const lost = `${reason}: the ledger and the audit are append-only by habit alone, because the database no longer refuses their change. Give DATABASE_URL a role of its own that owns nothing.`
  return { appRole: one ? '' : app.who, lost: [lost] }
}

async function look(url: string, setting: string): Promise<Seen> {
  const deadline = performance.now() + 15_000
  while (true) {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'changke start',
      connectionTimeoutMillis: 5_000,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<Seen>(
        `select current_user as who, current_setting('server_version_num')::int as version,
                current_database() || ' ' || pg_postmaster_start_time() as place,
                (select rolsuper from pg_roles where rolname = current_user) as superuser`,
      )
      return rows[0]!
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      // A database that starts beside us (a compose file, a reboot) gets a moment; a wrong password does not.
      const soon = code === 'ECONNREFUSED' || code === '57P03' || code === 'EAI_AGAIN'
      if (!soon || performance.now() > deadline)
        throw new CannotStart(`The PostgreSQL of ${setting} does not let us in: ${message || code}.`)
      await wait(500)
    } finally {
      await client.end().catch(() => {})
    }
  }
}
