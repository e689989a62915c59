import type { Read, Tx } from '#kernel/db.ts'
import { sql } from '#kernel/db.ts'

export type VersionRow = {
  no: number
  document: unknown
  effectiveFrom: string
  publishedAt: string
  publishedBy: string
  note: string
}

const columns = sql`no, document, effective_from as "effectiveFrom", published_at as "publishedAt", published_by as "publishedBy", note`

export const versionNo = (read: Read, no: number): Promise<VersionRow | undefined> =>
  read.maybe(sql`select ${columns} from charter.version where no = ${no}`)

/** The numbers of the versions with the moments from which they are in force: small, and read by every sale. */
export const schedule = (read: Read): Promise<{ no: number; effectiveFrom: string }[]> =>
  read.rows({
    name: 'charter.schedule',
    text: 'select no, effective_from as "effectiveFrom" from charter.version order by no',
    values: [],
  })

/** Versions below a number (null: the newest), newest first. */
export const versions = (read: Read, before: number | null, limit: number): Promise<VersionRow[]> =>
  read.rows(sql`
    select ${columns} from charter.version where (${before}::int is null or no < ${before})
     order by no desc limit ${limit}`)

export async function insertVersion(tx: Tx, row: Omit<VersionRow, 'no'>): Promise<number> {
  await tx.run(sql`select pg_advisory_xact_lock(727008)`)
  const { no } = await tx.one<{ no: number }>(sql`select coalesce(max(no), 0) + 1 as no from charter.version`)
  await tx.run(sql`insert into charter.version (no, document, effective_from, published_at, published_by, note)
    values (${no}, ${JSON.stringify(row.document)}, ${row.effectiveFrom}, ${row.publishedAt}, ${row.publishedBy}, ${row.note})`)
  return no
}
