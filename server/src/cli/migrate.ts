import { readSettings } from '#kernel/settings.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { bringUpToDate } from './tables.ts'

export const command: Command = {
  summary: 'bring the tables of the database up to date, and nothing else',
  help: `
changke migrate

Brings the tables up to this version as the owner's role (DATABASE_OWNER_URL, or the embedded database), and ends.
"serve" does this by itself; use this one when the server's own machine may not change tables.`,
  async run() {
    await withDatabase(readSettings(process.env), 'migrate', async (lent) => {
      const done = await bringUpToDate(lent)
      console.log(done.length === 0 ? 'The tables are up to date.' : done.map((name) => `done: ${name}`).join('\n'))
    })
    return 0
  },
}
