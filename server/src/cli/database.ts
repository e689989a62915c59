import path from 'node:path'
import type { App } from '#app'
import { migrate } from '#kernel/migrate.ts'
import { AlreadyRunning, startEmbedded } from '#kernel/postgres/index.ts'
import type { Settings } from '#kernel/settings.ts'

interface Urls {
  url: string
  ownerUrl: string
}

/** Lends a database for the length of one command: the customer's own, the one of a running server, or one started for the moment. */
export async function withDatabase<T>(
  settings: Settings,
  command: string,
  use: (urls: Urls) => Promise<T>,
): Promise<T> {
  if (settings.database) return use(settings.database)
  const dir = path.join(settings.dataDir, 'postgres')
  try {
    const embedded = await startEmbedded({ dir, durable: true, command })
    try {
      return await use({ url: embedded.url, ownerUrl: embedded.ownerUrl })
    } finally {
      await embedded.stop()
    }
  } catch (error) {
    if (error instanceof AlreadyRunning) return use(error.urls)
    throw error
  }
}

/** Lends the whole house, migrated but not listening, for the length of one command. */
export async function withApp<T>(settings: Settings, command: string, use: (app: App) => Promise<T>): Promise<T> {
  return withDatabase(settings, command, async ({ url, ownerUrl }) => {
    await migrate(ownerUrl)
    const { buildApp } = await import('#app')
    const app = await buildApp({ url, keyFile: settings.keyFile, log: false })
    try {
      return await use(app)
    } finally {
      await app.close()
    }
  })
}
