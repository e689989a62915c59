import type { Readable } from 'node:stream'
import type { Caller } from '#kernel/caller.ts'
import { scopeIds } from '#kernel/caller.ts'
import type { Db, Read } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import { writeTrail } from '#kernel/trail.ts'
import type { Kind, Options } from '../contract.ts'
import { kinds } from '../kinds/all.ts'
import { maskValue } from '../kinds/cells.ts'
import { proposeMapping } from '../mappings/service.ts'
import { columnsOf, findHeader } from '../reading/header.ts'
import { limits } from '../reading/limits.ts'
import { asWished, readRows, survey } from '../reading/open.ts'
import type { Row, Shape } from '../reading/table.ts'
import { dropStaged, openStaged, pathOf } from '../staging/folder.ts'
import type { Staged } from '../staging/vault.ts'
import { keyOf, stage } from '../staging/vault.ts'
import type { RunRow } from '../store.ts'
import * as store from '../store.ts'

/** The first rows of a file, to look at. */
async function firstRows(staged: Staged, shape: Shape, most: number): Promise<Row[]> {
  const rows: Row[] = []
  for await (const some of readRows(staged, shape)) {
    rows.push(...some)
    if (rows.length >= most) break
  }
  return rows.slice(0, most)
}

/**
 * Takes a file in: sealed on disk while it arrives, then looked at. Answers the id of its run, with a header, a shape and a mapping that are
 * guesses. Refuses what is no table, with the reason, and keeps nothing of it.
 */
export async function uploadFile(
  db: Db,
  input: { kind: Kind; mapping?: string | undefined },
  file: { fileName: string; stream: Readable },
  who: Caller,
): Promise<string> {
  const id = newId()
  const keys = await db.read(async (read) => read.keys)
  try {
    const { bytes, digest } = await stage(file.stream, pathOf(keys, id), keyOf(keys, id), limits.uploadBytes)
    await using staged = await openStaged(keys, id)
    const found = await survey(staged, file.fileName)
    const rows = await firstRows(staged, found.shape, limits.headerRows)
    const shape = { ...found.shape, headerRow: findHeader(rows) }
    const columns = columnsOf(rows, shape.headerRow)
    await db.write(async (tx) => {
      const fields = await kinds[input.kind].fields(tx)
      const proposed = await proposeMapping(tx, { kind: input.kind, columns, fields, name: input.mapping })
      await store.insert(tx, {
        id,
        kind: input.kind,
        fileName: nameOf(file.fileName),
        fileBytes: bytes,
        fileDigest: digest,
        shape,
        columns,
        ...proposed,
        callerId: who.id,
        caller: who.name.slice(0, 200),
        personId: who.personId,
        scope: scopeIds(who),
        rowsTotal: found.rows === null ? null : Math.max(0, found.rows - shape.headerRow),
      })
      await writeTrail(tx, who, { kind: 'uploadImport', subjectId: id, body: { kind: input.kind, bytes } })
    })
    return id
  } catch (fault) {
    await dropStaged(keys, id)
    throw fault
  }
}

/** A file's name without the folders before it and without control characters. */
const nameOf = (text: string): string =>
  text
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .slice(0, 200) || 'file'

/**
 * Reads a file anew as somebody says it is to be read. Refuses a header row or a sheet that is not there, and columns of one name.
 */
export async function reread(read: Read, run: RunRow, options: Options): Promise<{ shape: Shape; columns: string[] }> {
  const { encoding, delimiter, sheet, headerRow } = options
  const other = asWished(run.shape, { encoding, delimiter, sheet })
  const asBefore = asWished(other, { headerRow })
  if (JSON.stringify(asBefore) === JSON.stringify(run.shape)) return { shape: run.shape, columns: run.columns }
  await using staged = await openStaged(read.keys, run.id)
  const rows = await firstRows(staged, other, limits.headerRows)
  const sameText =
    other.encoding === run.shape.encoding && other.delimiter === run.shape.delimiter && other.sheet === run.shape.sheet
  const shape = { ...other, headerRow: headerRow ?? (sameText ? run.shape.headerRow : findHeader(rows)) }
  return { shape, columns: columnsOf(rows, shape.headerRow) }
}

const sampled = 20
// A phone, an id number or an e-mail in a column that nobody has mapped yet.
const looksPersonal = /^\+?[\d\s-]{11,}[\dXx]?$|.@.+\../

/** The first rows of a file as they will be read. What stands in a personal column is masked, and what looks as if it should. */
export async function readSample(read: Read, run: RunRow): Promise<{ columns: string[]; rows: string[][] }> {
  await using staged = await openStaged(read.keys, run.id)
  const fields = await kinds[run.kind].fields(read)
  const personal = new Set(fields.filter((field) => field.personal).map(({ key }) => key))
  const rows = await firstRows(staged, run.shape, sampled + run.shape.headerRow + 1)
  const masked = run.columns.map((column) => personal.has(run.mapping[column] ?? ''))
  return {
    columns: run.columns,
    rows: rows
      .filter(({ at }) => at > run.shape.headerRow)
      .slice(0, sampled)
      .map(({ cells }) =>
        run.columns.map((_, at) => {
          const text = (cells[at] ?? '').slice(0, 200)
          return masked[at] || looksPersonal.test(text) ? maskValue(text) : text
        }),
      ),
  }
}
