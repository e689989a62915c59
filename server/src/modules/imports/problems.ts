import { Readable } from 'node:stream'
import type { Caller } from '#kernel/caller.ts'
import type { Db, Read } from '#kernel/db.ts'
import { fromCursor, toCursor } from '#kernel/fields.ts'
import type { File } from '#kernel/http.ts'
import type { ListProblems, Problem, Task } from './contract.ts'
import { csvText } from './exports/csv.ts'
import { importProblems } from './exports/lists/others.ts'
import { readImport } from './service.ts'
import type { ProblemRow } from './store.ts'
import * as store from './store.ts'
import { wordsOf } from './words.ts'

const shown = ({ no: _, ...row }: ProblemRow, language: 'zh' | 'en'): Problem => ({
  ...row,
  ...wordsOf(row.code, row.details, language),
})

/** The task whose list is meant: the one that was named, else the last one that made a list. */
async function taskOf(read: Read, id: string, task: Task | undefined, who: Caller): Promise<Task> {
  const run = await readImport(read, { id }, who)
  return task ?? run.task ?? 'check'
}

/** What could not be taken in, row by row, with what is wrong and what to do; personal values are masked. */
export async function listProblems(
  read: Read,
  ask: ListProblems,
  who: Caller,
): Promise<{ items: Problem[]; next: string | null }> {
  const task = await taskOf(read, ask.id, ask.task, who)
  const after = fromCursor(ask.cursor) as [number, number] | undefined
  const rows = await store.listProblems(read, ask.id, task, after ?? null, ask.limit + 1)
  const items = rows.slice(0, ask.limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => shown(row, ask.language ?? who.language)),
    next: rows.length > ask.limit && last ? toCursor(last.row, last.no) : null,
  }
}

/** The same list as a CSV, streamed. */
export async function downloadProblems(
  db: Db,
  { id, task, language: asked }: Pick<ListProblems, 'id' | 'task' | 'language'>,
  who: Caller,
): Promise<File> {
  const language = asked ?? who.language
  const what = await db.read((read) => taskOf(read, id, task, who))
  async function* all() {
    yield importProblems[language]
    yield* importProblems.rows(db, { importId: id, task: what, reveal: false }, { ...who, language })
  }
  return {
    fileName: `import-${id}-${what}.csv`,
    contentType: 'text/csv; charset=utf-8',
    body: Readable.from(csvText(all())),
  }
}
