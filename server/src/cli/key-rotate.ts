import { rotateIndex } from '#kernel/index-rotation.ts'
import { addKey } from '#kernel/keyfile.ts'
import { reseal } from '#kernel/rotation.ts'
import type { Settings } from '#kernel/settings.ts'
import { readSettings } from '#kernel/settings.ts'
import type { Command } from './command.ts'
import { withApp } from './database.ts'

export const command: Command = {
  summary: 'add a key for personal data and seal everything again with it',
  help: `
changke key rotate [--index]

Adds a new key to the key file and seals phones, e-mail addresses, id numbers and addresses again with it, while the shop goes on. The old keys stay in
the file, to read older backups. Keep a copy of the new file where the old one is kept. A stop in between loses nothing: run it again.

--index puts a new key in the place of the one that phones, cards and logins are found by. Everything stays findable meanwhile: for a while both keys
are in the file, each hash is made again, then the old key leaves it. If the servers of one database keep copies of the key file on several machines,
hand the new file to all of them within ten seconds of each change, or let them share one; a server without a needed key refuses to write and says so
on /readyz. Takes a minute, and up to a quarter of an hour more per million members. A stop in between loses nothing: run it again, and it goes on.`,
  options: { index: { type: 'boolean' } },
  run: ({ options }) => (options['index'] ? rehash : resealAll)(readSettings(process.env)),
}

async function resealAll(settings: Settings): Promise<number> {
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
}

async function rehash(settings: Settings): Promise<number> {
  const { allHashed } = await import('#app')
  const { no, moved, lost, done } = await withApp(settings, 'key rotate', ({ db }) =>
    rotateIndex(db, { path: settings.keyFile, tables: allHashed, say: (sentence) => console.log(sentence) }),
  )
  if (done) {
    console.log(
      `Index key ${no} is the only one now; ${moved} hashes were made again. Keep a copy of the new key file.`,
    )
    return 0
  }
  for (const [table, count] of Object.entries(lost))
    console.log(
      `${table}: ${count} values could not be opened, because the key that sealed them is not in the key file.`,
    )
  console.log('They are still found under the old index key, which therefore stays in the file beside the new one.')
  return 1
}
