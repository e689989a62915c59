import type { Run, RunDetail } from './contract.ts'
import { Counts } from './contract.ts'
import type { RunRow } from './store.ts'

/** How many rows of the file (of an undo: how many things) are done. */
export function rowsDone({ task, place, shape, counts }: RunRow): number {
  if (task === 'undo') return Counts.parse(counts).things
  return Math.max(0, place.row - shape.headerRow) + place.ahead.length
}

/** A run as it is listed: how far, how fast, how much longer. */
export function runOf(row: RunRow): Run {
  const { id, kind, fileName, fileBytes, state, task, wish, caller, madeAt, queuedAt, beganAt, endedAt, rate, fault } =
    row
  const done = rowsDone(row)
  const total = task === 'undo' ? (row.report?.counts.things ?? null) : row.rowsTotal
  const left = state === 'running' && rate > 0 && total !== null ? Math.ceil(Math.max(0, total - done) / rate) : null
  return {
    ...{ id, kind, fileName, fileBytes, state, task, wish, caller, madeAt, queuedAt, beganAt, endedAt, fault },
    rowsInFile: row.rowsTotal,
    rowsDone: done,
    rowsTotal: total,
    rowsExact: task === 'undo' || row.rowsExact,
    rate: Math.round(rate * 10) / 10,
    secondsLeft: left,
    counts: Counts.parse(row.counts),
  }
}

/** Whether a run may be changed: nothing of it is in, and nobody works on it. */
export const isOpen = ({ state }: RunRow): boolean => state === 'ready'

/** Whether something of a run is in, so that there is something to undo; what an undo left can be undone by choice. */
export function canUndo({ state, task, counts, undoReport }: RunRow): boolean {
  if (state === 'undone') return (undoReport?.keptCount ?? 0) > 0
  return task === 'run' && ['done', 'cancelled', 'failed'].includes(state) && Counts.parse(counts).things > 0
}

/** The particulars of a run that lie in its row. */
export const detailOf = (
  row: RunRow,
): Pick<RunDetail, 'shape' | 'columns' | 'mapping' | 'options' | 'checked' | 'report' | 'undoReport'> => ({
  shape: row.shape,
  columns: row.columns,
  mapping: row.mapping,
  options: row.options,
  checked: row.checked,
  report: row.report,
  undoReport: row.undoReport,
})
