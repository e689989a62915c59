import path from 'node:path'
import type { App } from '#app'
import { inspectExternal } from '#kernel/postgres/external.ts'
import { AlreadyRunning, startEmbedded } from '#kernel/postgres/index.ts'
import type { Settings } from '#kernel/settings.ts'
import { bringUpToDate } from './tables.ts'

interface Lent {
  url: string
  ownerUrl: string
  appRole: string
  /** Whether a running server owns it: its tables are that server's business. */
  borrowed: boolean
}

/** Lends a database for the length of one command: the customer's own, the one of a running server, or one started for the moment. */
export async function withDatabase<T>(
  settings: Settings,
  command: string,
  use: (lent: Lent) => Promise<T>,
): Promise<T> {
  if (settings.database) {
    const { appRole } = await inspectExternal(settings.database)
    return use({ ...settings.database, appRole, borrowed: false })
  }
  const appRole = 'changke_app'
  const dir = path.join(settings.dataDir, 'postgres')
  const embedded = await startEmbedded({ dir, durable: true, command, patience: 0 }).catch((error: unknown) => {
    if (error instanceof AlreadyRunning) return error
    throw error
  })
  if (embedded instanceof AlreadyRunning) return use({ ...embedded.urls, appRole, borrowed: true })
  try {
    return await use({ url: embedded.url, ownerUrl: embedded.ownerUrl, appRole, borrowed: false })
  } finally {
    await embedded.stop()
  }
}

/** Lends the whole house, up to date but not listening, for the length of one command. */
export async function withApp<T>(settings: Settings, command: string, use: (app: App) => Promise<T>): Promise<T> {
  return withDatabase(settings, command, async ({ url, ownerUrl, appRole, borrowed }) => {
    if (!borrowed) await bringUpToDate({ ownerUrl, appRole })
    const { buildApp } = await import('#app')
    const app = await buildApp({ url, keyFile: settings.keyFile, dataDir: settings.dataDir, log: false })
    try {
      return await use(app)
    } finally {
      await app.close()
    }
  })
}
