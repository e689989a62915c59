import { once } from 'node:events'
import { pipeline, Readable } from 'node:stream'
import { CsvError, Parser } from 'csv-parse'
import { Refusal } from '#kernel/refusal.ts'
import { refuse } from '../contract.ts'
import { toUtf8 } from './encodings.ts'
import { limits } from './limits.ts'
import type { Row } from './table.ts'

/**
 * The rows of a CSV text, some at a time. Quotes within cells are read as they come; rows may be of any length up to the limits. Refuses
 * `imports.row_too_long`, `imports.too_many_columns` and `imports.quote_open` with the row.
 */
export async function* csvRows(
  bytes: AsyncIterable<Buffer>,
  { encoding, delimiter }: { encoding: string; delimiter: string },
): AsyncGenerator<Row[]> {
  const parser = new Parser({
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.rowBytes,
  })
  let at = 0
  let ended = false
  parser.once('end', () => {
    ended = true
  })
  pipeline(Readable.from(toUtf8(bytes, encoding), { objectMode: false }), parser, () => {})
  try {
    while (!ended) {
      const rows: Row[] = []
      for (let cells = parser.read(); cells !== null; cells = parser.read()) {
        at += 1
        if (cells.length > limits.columns && cells.slice(limits.columns).some((cell: string) => cell !== ''))
          throw refuse('imports.too_many_columns', { row: at, most: limits.columns })
        rows.push({ at, cells })
        if (rows.length >= 500) break
      }
      if (rows.length > 0) {
        expect(parser, rows.at(-1)!.cells.length)
        yield rows
      } else if (!ended) await somethingHappens(parser)
    }
  } catch (fault) {
    throw sentenced(fault, at + 1)
  } finally {
    parser.destroy()
  }
}

/**
 * Tells the parser how many cells a row has. It takes the first row's number for all, and makes an error for each row that has another, which
 * nobody reads: below a title of one cell it would be seven times as slow.
 */
function expect(parser: Parser, cells: number): void {
  const { state } = parser as unknown as { state?: { expectedRecordLength?: number } }
  if (state) state.expectedRecordLength = cells
}

/** Waits for rows or the end; an error is thrown, also one that came before anybody waited. */
async function somethingHappens(parser: Parser): Promise<void> {
  if (parser.errored) throw parser.errored
  if (parser.readableEnded) return
  const over = new AbortController()
  const first = (name: string) => once(parser, name, { signal: over.signal })
  try {
    await Promise.race([first('readable'), first('end')])
  } finally {
    over.abort()
  }
}

function sentenced(fault: unknown, row: number): unknown {
  if (fault instanceof Refusal || !(fault instanceof CsvError)) return fault
  if (fault.code === 'CSV_MAX_RECORD_SIZE') return refuse('imports.row_too_long', { row, most: limits.rowBytes })
  if (fault.code === 'CSV_QUOTE_NOT_CLOSED') return refuse('imports.quote_open', { row })
  return refuse('imports.damaged', { row, why: fault.message })
}

/** The delimiter of a text, by its first rows: the one that parts them evenly and most often. */
export function findDelimiter(text: string): string {
  let best = ','
  let most = 0
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = partsOf(text, delimiter)
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    const even = counts.filter((count) => count === usual).length / Math.max(1, counts.length)
    if (usual * even > most) {
      most = usual * even
      best = delimiter
    }
  }
  return best
}

/** How often a character stands outside of quotes, in each of the first rows. */
function partsOf(text: string, delimiter: string): number[] {
  const counts: number[] = []
  let count = 0
  let quoted = false
  let filled = false
  for (const character of text.slice(0, 65_536)) {
    if (character === '"') quoted = !quoted
    else if (!quoted && character === delimiter) count += 1
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (filled) counts.push(count)
      count = 0
      filled = false
      if (counts.length >= 50) break
      continue
    }
    filled = true
  }
  return counts.length > 0 ? counts : [count]
}
