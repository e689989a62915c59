import type { Place } from '#kernel/backup/index.ts'
import { checkCopies, copyRows, listCopies, pruneCopies, returnRows } from '#kernel/backup/logical/index.ts'
import type { Settings } from '#kernel/settings.ts'
import { changke, lookThrough, withReturned } from '../backing/looking.ts'

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

/** Copies the rows of a PostgreSQL of one's own into a place, and says what was copied. */
export async function copyToPlace(settings: Settings, place: Place, { prunes }: { prunes: boolean }): Promise<number> {
  let said = Date.now()
  const hear = (table: string, bytes: number) => {
    if (Date.now() - said < 3_000) return
    said = Date.now()
    console.log(`${mb(bytes)}, now ${table} …`)
  }
  const { id, tables, startedAt, digest } = await copyRows(settings.database!.ownerUrl, place, {
    changke: changke(),
    hear,
  })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0)
  console.log(`Logical backup ${id}: ${tables.length} tables, ${rows} rows, ${mb(bytes)}, as of ${startedAt}.`)
  console.log(`Digest ${digest}.`)
  if (prunes)
    for (const gone of await pruneCopies(place, settings.backups.days)) console.log(`Removed, by its age: ${gone}.`)
  console.log(`It opens with the key file alone. Keep a copy of ${place.keyFile} in another place than the backups.`)
  return 0
}

/** Says which logical backups a place holds; answers how many. */
export async function sayCopies(place: Place): Promise<number> {
  const copies = await listCopies(place)
  for (const { id, manifest, fault } of copies) {
    const rows = manifest?.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(manifest ? `${id}  rows as of ${manifest.startedAt}  ${rows} rows  Changke ${manifest.changke}` : fault)
  }
  return copies.length
}

/** Reads every byte of the logical backups of a place, or of one; answers what is wrong, and how many there are. */
export async function checkRows(place: Place, id: string | undefined): Promise<{ copies: number; faults: string[] }> {
  const copies = (await listCopies(place)).filter((copy) => id === undefined || copy.id === id).length
  const faults = copies === 0 ? [] : await checkCopies(place, id)
  return { copies, faults }
}

/** Makes a house out of a logical backup in an empty database, holds every table against what was copied, and looks through it. */
export async function returnToDatabase(
  place: Place,
  { url, appRole, id }: { url: string; appRole: string; id: string | undefined },
): Promise<number> {
  const hear = (table: string, rows: number) => console.log(`${table}: ${rows}`)
  const { manifest, compared, notes } = await returnRows(place, { url, appRole, hear }, id)
  for (const note of notes) console.log(note)
  const differing = compared.filter(({ same }) => !same)
  for (const { what, count } of differing)
    console.log(`${what}: ${count} rows came back, and they are not those that were copied.`)
  const { faults, faultCount } = await withReturned(url, place.keyFile, lookThrough)
  for (const fault of faults) console.log(fault)
  const rows = compared.reduce((sum, { count }) => sum + count, 0)
  console.log(`${compared.length} tables, ${rows} rows, digest ${manifest.digest}.`)
  console.log(`From logical backup ${manifest.id}: everything committed before ${manifest.startedAt} is there.`)
  if (!appRole)
    console.log(
      'No role of the application was named (--role): the database is for its owner alone, as DATABASE_URL too.',
    )
  const count = differing.length + faultCount
  console.log(count === 0 ? 'The books are in order.' : `${count} faults were found.`)
  return count === 0 ? 0 : 1
}
