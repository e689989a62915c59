import { refuse } from '../contract.ts'
import type { Book, Look } from './book.ts'
import { limits } from './limits.ts'
import type { Row } from './table.ts'
import { noResult } from './table.ts'
import type { Texts } from './texts.ts'
import { hear } from './xml.ts'

const second = 1000
const dayMs = 86_400 * second

/** A spreadsheet's number as the day or time that it shows: `2026-03-05`, `2026-03-05 14:30:00`, `14:30:00`. */
export function momentOf(serial: number, look: Look, from1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined
  const time = (ms: number) => new Date(ms).toISOString().slice(11, 19)
  const ofDay = Math.round((serial % 1) * 86_400) * second
  if (serial < 1 && !(from1904 && look === 'day')) return time(ofDay)
  // 1900 was no leap year, but spreadsheets count its 29 February as day 60.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const whole = epoch + Math.floor(serial) * dayMs + ofDay
  const text = new Date(whole).toISOString()
  return whole % dayMs === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** The number of a column by its letters: A is 0. Undefined for what is no cell of a sheet. */
export function columnOf(reference: string): number | undefined {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return at > 0 && at < 4 ? column - 1 : undefined
}

type Cell = { column: number; type: string; style: number; value: string; formula: boolean; valued: boolean }

/**
 * The rows of a sheet, some at a time. Formulas are read as the result that was kept with them, numbers as days where their style shows days.
 * Rows without any cell are left out. Refuses more rows and columns than a sheet has.
 */
export async function* sheetRows(bytes: AsyncIterable<Buffer>, book: Book, texts: Texts): AsyncGenerator<Row[]> {
  const reader = new SheetReader(book, texts)
  for await (const _ of hear(bytes, reader)) {
    if (reader.rows.length === 0) continue
    const rows = reader.rows
    reader.rows = []
    yield rows
  }
}

class SheetReader {
  rows: Row[] = []
  private readonly book: Book
  private readonly texts: Texts
  private row: Row = { at: 0, cells: [] }
  private cell: Cell | undefined
  private next = 0
  private listening = false
  private inRows = false

  constructor(book: Book, texts: Texts) {
    this.book = book
    this.texts = texts
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'sheetData') this.inRows = true
    if (!this.inRows) return
    if (name === 'row') this.openRow(attributes['r'])
    else if (name === 'c') this.openCell(attributes)
    else if (name === 'v' || name === 't') {
      this.listening = true
      if (this.cell) this.cell.valued = true
    } else if (name === 'f' && this.cell) this.cell.formula = true
  }

  text(text: string): void {
    if (!this.listening || !this.cell) return
    this.cell.value += text
    if (this.cell.value.length > limits.rowBytes)
      throw refuse('imports.row_too_long', { row: this.row.at, most: limits.rowBytes })
  }

  close(name: string): void {
    if (name === 'sheetData') this.inRows = false
    else if (name === 'v' || name === 't') this.listening = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row' && this.row.cells.length > 0) this.rows.push(this.row)
  }

  private openRow(said: string | undefined): void {
    const at = said === undefined ? this.row.at + 1 : Number(said)
    if (!Number.isInteger(at) || at <= this.row.at)
      throw refuse('imports.damaged', { row: this.row.at + 1, why: 'rows' })
    if (at > limits.sheetRows) throw refuse('imports.too_many_rows', { most: limits.sheetRows })
    this.row = { at, cells: [] }
    this.next = 0
  }

  private openCell(attributes: Record<string, string>): void {
    const column = attributes['r'] === undefined ? this.next : columnOf(attributes['r'])
    if (column === undefined) throw refuse('imports.damaged', { row: this.row.at, why: 'a cell without a place' })
    this.next = column + 1
    const type = attributes['t'] ?? 'n'
    this.cell = { column, type, style: Number(attributes['s'] ?? 0), value: '', formula: false, valued: false }
  }

  private closeCell(): void {
    const { cell } = this
    this.cell = undefined
    if (!cell) return
    const text = this.textOf(cell)
    if (text === '') return
    if (cell.column >= limits.columns)
      throw refuse('imports.too_many_columns', { row: this.row.at, most: limits.columns })
    const { cells } = this.row
    while (cells.length < cell.column) cells.push('')
    cells[cell.column] = text
  }

  private textOf({ type, value, style, formula, valued }: Cell): string {
    if (formula && !valued) return noResult
    if (type === 's') return value === '' ? '' : (this.texts.at(Number(value)) ?? noResult)
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (type !== 'n') return value
    if (value === '') return ''
    const number = Number(value)
    if (!Number.isFinite(number)) return value
    const look = this.book.looks[style] ?? 'number'
    if (look !== 'number') return momentOf(number, look, this.book.from1904) ?? value
    // The shortest text of the same number: 2.5499999999999998 was typed as 2.55. What was too long to be kept stays recognisable.
    return String(number)
  }
}
