import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Caller } from '#kernel/caller.ts'
import { holds, mustReach, narrow } from '#kernel/caller.ts'
import type { Db } from '#kernel/db.ts'
import type { File } from '#kernel/http.ts'
import { refuse } from '#kernel/refusal.ts'
import { writeTrail } from '#kernel/trail.ts'
import { refuse as refuseHere } from '../contract.ts'
import type { Take } from './contract.ts'
import { filtersOf } from './contract.ts'
import type { Cell } from './csv.ts'
import { csvText } from './csv.ts'
import { lists } from './lists/all.ts'
import { xlsxBytes } from './xlsx.ts'

/** The caller with the reach that all of these permissions have in common. Refuses `kernel.forbidden` when one is not held. */
function reachOf(who: Caller, permissions: string[]): Caller {
  let scope = who.scope
  for (const permission of permissions) {
    if (!holds(who, permission)) throw refuse('kernel.forbidden', { permission })
    const other = narrow(who, permission).scope
    if (scope === 'all') scope = other
    else if (other !== 'all') scope = scope.intersection(other)
  }
  return { ...who, scope }
}

/** The filters of a wish as the list itself reads them. Refuses one that the list has not: a file with more than was asked for would be a lie. */
function fitting(wanted: Take): Record<string, unknown> {
  const { list, format: _, reason: __, reveal: ___, language: ____, ...all } = wanted
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  const known: z.ZodObject = filtersOf[list]
  const unfit = Object.keys(given).filter((key) => !(key in known.shape))
  if (unfit.length > 0) throw refuseHere('imports.filter_unknown', { list, filters: unfit })
  const read = known.safeParse(given)
  if (!read.success)
    throw refuse('kernel.bad_input', {
      problems: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    })
  return read.data
}

/**
 * Takes a list out of the house as a file that is written while it is sent. Within the reach of whoever asks; personal columns are masked unless
 * `reveal` is asked for and allowed. Who took what and why is written down before the first row leaves.
 */
export async function exportList(db: Db, wanted: Take, who: Caller): Promise<File> {
  const { list, format, reason, reveal, language = who.language } = wanted
  const { may, rows, ...columns } = lists[list]
  const reach = reachOf(who, ['exports.run', may, ...(reveal ? ['members.reveal'] : [])])
  if (wanted.storeId) mustReach(reach, wanted.storeId)
  const filters = fitting(wanted)
  await db.write((tx) =>
    writeTrail(tx, who, {
      kind: 'exportList',
      storeId: wanted.storeId ?? null,
      subjectId: wanted.memberId ?? null,
      body: {
        list,
        format,
        reason,
        reveal,
        filters: Object.keys(filters),
      },
    }),
  )
  async function* all(): AsyncGenerator<Cell[]> {
    yield columns[language]
    yield* rows(db, { ...filters, reveal }, { ...reach, language })
  }
  const fileName = `${list}-${new Date().toISOString().slice(0, 10)}.${format}`
  if (format === 'csv') return { fileName, contentType: 'text/csv; charset=utf-8', body: Readable.from(csvText(all())) }
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { fileName, contentType, body: xlsxBytes(all(), list) }
}
