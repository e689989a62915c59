import { addKey } from '#kernel/crypto.ts'
import { reseal } from '#kernel/rotation.ts'
import { readSettings } from '#kernel/settings.ts'
import type { Command } from './command.ts'
import { withApp } from './database.ts'

export const command: Command = {
  summary: 'add a key for personal data and seal everything again with it',
  help: `
changke key rotate

Adds a new key to the key file and seals phones, e-mail addresses, id numbers and addresses again with it, while the shop goes on. The old keys stay in
the file, to read older backups. Keep a copy of the new file where the old one is kept. A stop in between loses nothing: run it again.`,
  options: {},
  async run() {
    const settings = readSettings(process.env)
    const { allSealed } = await import('#app')
    const { resealed, lost, id } = await withApp(settings, 'key rotate', async ({ db }) => {
      const id = addKey(settings.keyFile)
      // This process reads the file again by itself, but not within the same moment.
      await new Promise((later) => setTimeout(later, 10_500))
      return { id, ...(await reseal(db, allSealed)) }
    })
    console.log(`The key ${id} seals from now on; ${resealed} values were sealed again with it.`)
    if (lost > 0) console.log(`${lost} values could not be opened: their key is not in the key file.`)
    return lost > 0 ? 1 : 0
  },
}
