import { backUp, backupsIn, checkBackup, type Place, placeOf, prune, sourceOf } from '#kernel/backup/index.ts'
import { AlreadyRunning, startEmbedded } from '#kernel/postgres/index.ts'
import { readSettings, type Settings } from '#kernel/settings.ts'
import { checkRows, copyToPlace, sayCopies } from './backup-rows.ts'
import { BadWords, type Command, optional, type Words } from './command.ts'

const text = { type: 'string' } as const

export const command: Command = {
  summary: 'back the database up; list and check the backups',
  help: `
changke backup [--into FOLDER]
changke backup list [--into FOLDER]
changke backup check [ID] [--into FOLDER]

Copies the database's files into the backup folder, sealed with a key that is derived from the key file, while the shop goes on or stands still. The
server stores what is written afterwards there as well, if CHANGKE_BACKUPS is set when it starts: then every moment since can be had back with
"changke restore". The key file is never in a backup: keep a copy of it apart.

"check" reads every byte of all backups, or of one, and of the log that was stored since: it opens, it is what was written, and it has no gap. It ends
with 1 if anything is wrong.

With a PostgreSQL of your own (DATABASE_URL), whose files are out of reach, it is a copy of all rows as one moment shows them: "changke restore
--into-database" lays it into an empty database. What is written after it is stored by the next one.

  --into   the backup folder, if it is another than CHANGKE_BACKUPS`,
  takesWords: true,
  options: { into: text },
  async run(words) {
    const settings = readSettings(process.env)
    const place = placeOf(settings, optional(words, 'into') ?? settings.backups.folder)
    if (!place) throw new BadWords('Say where backups are: --into FOLDER, or set CHANGKE_BACKUPS.')
    const [what, id, ...more] = words.rest
    if (more.length > 0 || (what !== 'check' && id !== undefined)) throw new BadWords('There are too many words.')
    if (what === undefined) return make(settings, place, words)
    if (what === 'list') return list(place)
    if (what === 'check') return check(place, id)
    throw new BadWords(`"${what}" is none of list and check.`)
  },
}

async function make(settings: Settings, place: Place, words: Words): Promise<number> {
  if (settings.database) return copyToPlace(settings, place, { prunes: optional(words, 'into') === undefined })
  const source = sourceOf(settings)
  const started = await startEmbedded({ dir: source.dir, durable: true, command: 'backup', patience: 0 }).catch(
    (error: unknown) => {
      if (error instanceof AlreadyRunning) return undefined
      throw error
    },
  )
  try {
    const { id, bytes, endedAt } = await backUp(source, place, (sentence) => console.log(sentence))
    console.log(`Backup ${id}: ${bytes} bytes in ${place.folder}, whole as of ${endedAt}.`)
  } finally {
    await started?.stop()
  }
  // What somebody puts elsewhere by hand, they keep as long as they like.
  if (optional(words, 'into') === undefined)
    for (const gone of await prune(place, settings.backups.days)) console.log(`Removed, by its age: ${gone}.`)
  console.log(`It opens with the key file alone. Keep a copy of ${place.keyFile} in another place than the backups.`)
  return 0
}

async function list(place: Place): Promise<number> {
  const found = backupsIn(place)
  for (const { id, manifest, fault } of found) {
    console.log(
      manifest
        ? `${id}  whole as of ${manifest.endedAt}  ${manifest.bytes} bytes  Changke ${manifest.changke}, PostgreSQL ${manifest.postgres}`
        : `${id}  ${fault}`,
    )
  }
  if ((await sayCopies(place)) + found.length === 0) console.log(`There is no backup in ${place.folder}.`)
  return 0
}

async function check(place: Place, id: string | undefined): Promise<number> {
  const rows = await checkRows(place, id)
  for (const fault of rows.faults) console.log(fault)
  if (rows.copies > 0) console.log(`${rows.copies} logical backups were read, ${rows.faults.length} faults were found.`)
  // A place may hold backups of one kind alone.
  if (rows.copies > 0 && (id !== undefined || backupsIn(place).length === 0)) return rows.faults.length === 0 ? 0 : 1
  const checked = await checkBackup(place, id, (sentence) => console.log(sentence))
  for (const fault of checked.faults) console.log(fault)
  const { faults, backups, segments, bytes, walUntil } = checked
  console.log(`${backups} backups and ${segments} segments of the log were read, ${bytes} bytes.`)
  console.log(
    faults.length === 0
      ? `All is as it was written; every moment can be had until ${walUntil}.`
      : `${faults.length} faults were found.`,
  )
  return faults.length + rows.faults.length === 0 ? 0 : 1
}
