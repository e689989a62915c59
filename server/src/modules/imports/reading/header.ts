import { refuse } from '../contract.ts'
import { limits } from './limits.ts'
import type { Row } from './table.ts'

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 100)

// A number, a day, a phone: something that stands in rows and not above them.
const isValue = (text: string): boolean => /^[+\-¥￥$]?[\d.,:/\- ]*\d[\d.,:/\- %TZ]*$/.test(text)

/** The row in which the columns are named: the first that is as full as the others and holds no values; 0 when that one does. */
export function findHeader(rows: Row[]): number {
  const seen = rows
    .slice(0, limits.headerRows)
    .map(({ at, cells }) => ({ at, filled: cells.map(tidy).filter(Boolean) }))
  const fullest = Math.max(0, ...seen.map(({ filled }) => filled.length))
  const first = seen.find(({ filled }) => filled.length >= fullest * 0.6)
  return first && !first.filled.some(isValue) ? first.at : 0
}

/**
 * The names of the columns, in their order; `#3` is one without a name. Refuses `imports.headers_twice` for two of one name: nobody could say
 * which is meant.
 */
export function columnsOf(rows: Row[], headerRow: number): string[] {
  const sample = rows.slice(0, limits.headerRows)
  const width = Math.max(0, ...sample.filter(({ at }) => at >= headerRow).map(({ cells }) => lastFilled(cells)))
  const header = headerRow > 0 ? rows.find(({ at }) => at === headerRow) : undefined
  if (headerRow > 0 && !header) throw refuse('imports.no_header', { row: headerRow })
  const names = Array.from({ length: width }, (_, at) => tidy(header?.cells[at] ?? '') || `#${at + 1}`)
  if (names.length === 0) throw refuse('imports.empty_file')
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw refuse('imports.headers_twice', { header: twice })
  return names
}

const lastFilled = (cells: string[]): number => cells.findLastIndex((cell) => tidy(cell) !== '') + 1
