import { Readable } from 'node:stream'
import type { Caller } from '#kernel/caller.ts'
import { holds, mustReach, narrow } from '#kernel/caller.ts'
import type { Db } from '#kernel/db.ts'
import type { File } from '#kernel/http.ts'
import { refuse } from '#kernel/refusal.ts'
import { writeTrail } from '#kernel/trail.ts'
import type { Take } from './contract.ts'
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

/**
 * Takes a list out of the house as a file that is written while it is sent. Within the reach of whoever asks; personal columns are masked unless
 * `reveal` is asked for and allowed. Who took what and why is written down before the first row leaves.
 */
export async function exportList(db: Db, wanted: Take, who: Caller): Promise<File> {
  const { list, format, reason, reveal, ...filters } = wanted
  const { may, rows, ...columns } = lists[list]
  const reach = reachOf(who, ['exports.run', may, ...(reveal ? ['members.reveal'] : [])])
  if (wanted.storeId) mustReach(reach, wanted.storeId)
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
        filters: Object.keys(filters).filter((key) => filters[key as keyof typeof filters] !== undefined),
      },
    }),
  )
  async function* all(): AsyncGenerator<Cell[]> {
    yield columns[who.language]
    yield* rows(db, wanted, reach)
  }
  const fileName = `${list}-${new Date().toISOString().slice(0, 10)}.${format}`
  if (format === 'csv') return { fileName, contentType: 'text/csv; charset=utf-8', body: Readable.from(csvText(all())) }
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { fileName, contentType, body: xlsxBytes(all(), list) }
}
