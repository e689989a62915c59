import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { digestBooks, digestOf, placeOf, type Restored, restoreInto } from '#kernel/backup/index.ts'
import { readSettings, type Settings } from '#kernel/settings.ts'
import { returnToDatabase } from './backup-rows.ts'
import { BadWords, type Command, needed, optional, type Words } from './command.ts'
import { withDatabase } from './database.ts'

const text = { type: 'string' } as const

export const command: Command = {
  summary: 'bring the database back, as of any moment since the oldest backup, in a new folder',
  help: `
changke restore --to MOMENT|latest --into FOLDER [--from FOLDER] [--key-file FILE] [--database ID]
changke restore --into-database URL [--role NAME] [--backup ID] [--from FOLDER] [--key-file FILE]

Lays the newest backup before the moment out in a new data folder, has PostgreSQL go through the log up to the moment, looks whether the books are in
order, and says what was reached. A damaged backup is passed over for an older one, and that is said. It never writes over anything. Afterwards

  CHANGKE_DATA=FOLDER npm start

serves from there.

The second form is for logical backups (of a PostgreSQL of your own): it makes the tables in an empty database, as its owner, puts the rows of the newest
sound one in, holds every table against what was copied, and looks through the books.

  --to        a moment with its zone, such as 2026-11-22T18:30:00+08:00, or latest
  --into      a folder that does not exist yet, or is empty
  --from      the backup folder, if it is another than CHANGKE_BACKUPS
  --key-file  the key file that the backups were made with, if it is another than CHANGKE_KEY_FILE; a copy of it goes into the folder
  --database  which database, if the backup folder holds several
  --into-database  the address of an empty database, by the role that shall own the tables
  --role      the application's role (that of DATABASE_URL), which gets its rights; it must be there already
  --backup    which logical backup, if not the newest sound one`,
  options: {
    to: text,
    into: text,
    from: text,
    'key-file': text,
    database: text,
    'into-database': text,
    role: text,
    backup: text,
  },
  async run(words) {
    const said = readSettings(process.env)
    const url = optional(words, 'into-database')
    if (url) return intoDatabase(words, said, url)
    const into = path.resolve(needed(words, 'into'))
    const to = momentOf(needed(words, 'to'))
    const settings = { ...said, keyFile: path.resolve(optional(words, 'key-file') ?? said.keyFile) }
    const place = placeOf(settings, optional(words, 'from') ?? said.backups.folder)
    if (!place) throw new BadWords('Say where backups are: --from FOLDER, or set CHANGKE_BACKUPS.')
    if (!existsSync(place.folder)) throw new BadWords(`There is no folder ${place.folder}.`)
    const say = (sentence: string) => console.log(sentence)
    const restored = await restoreInto(place, { to, into, say, system: optional(words, 'database') })
    return tell(settings, restored)
  },
}

async function intoDatabase(words: Words, said: Settings, url: string): Promise<number> {
  const keyFile = path.resolve(optional(words, 'key-file') ?? said.keyFile)
  const place = placeOf({ ...said, keyFile }, optional(words, 'from') ?? said.backups.folder)
  if (!place) throw new BadWords('Say where backups are: --from FOLDER, or set CHANGKE_BACKUPS.')
  const appRole = optional(words, 'role') ?? ''
  return returnToDatabase(place, { url, appRole, id: optional(words, 'backup') })
}

function momentOf(said: string): Date | 'latest' {
  if (said === 'latest') return 'latest'
  const moment = /\d[T ]\d.*(Z|[+-]\d\d:?\d\d)$/.test(said) ? new Date(said) : undefined
  if (moment && !Number.isNaN(moment.getTime())) return moment
  throw new BadWords(
    `--to must be a moment with its zone, such as 2026-11-22T18:30:00+08:00, or latest; it is "${said}".`,
  )
}

/** Looks at what was brought back as `changke verify` does, and says what it is. */
async function tell(settings: Settings, { reached, base, dataFolder }: Restored): Promise<number> {
  const { verifyHouse } = await import('./verify.ts')
  const there = { ...settings, dataDir: dataFolder, keyFile: path.join(dataFolder, 'keys.json'), database: undefined }
  const digests = await withDatabase(there, 'restore', async ({ ownerUrl }) => {
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    return digestBooks(client).finally(() => client.end())
  })
  const rows = digests.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${digests.length} tables, ${rows} rows, digest ${digestOf(digests)}.`)
  const faults = await verifyHouse(there)
  console.log(`From backup ${base}; the last transaction that is in was committed at ${reached}.`)
  console.log(`To serve from it: CHANGKE_DATA=${dataFolder} npm start`)
  return faults === 0 ? 0 : 1
}
