import type { z } from 'zod'
import type { Row } from '../reading/table.ts'
import { isSheetError } from '../reading/table.ts'
import type { Said } from '../values/numbers.ts'
import type { Found, Setup } from './kind.ts'

const shownAtMost = 60
/** No field is nearly as long; what reads cells may take its time with each pair of letters. */
const mostCharacters = 10_000

/** A value of which only enough shows to find it in the file. */
export function maskValue(text: string): string {
  const characters = [...text.trim()]
  if (characters.length <= 4) return (characters[0] ?? '') + '*'.repeat(Math.max(0, characters.length - 1))
  const ends = characters.length > 8 ? 3 : 1
  return `${characters.slice(0, ends).join('')}****${characters.slice(-2).join('')}`
}

/** The cells of a row by the fields that they were mapped to. What is wrong with them gathers in `found`. */
export class Cells {
  readonly at: number
  readonly found: Found[] = []
  private readonly cells: string[]
  private readonly setup: Setup
  private readonly personal: ReadonlySet<string>

  constructor(row: Row, setup: Setup, personal: ReadonlySet<string>) {
    this.at = row.at
    this.cells = row.cells
    this.setup = setup
    this.personal = personal
  }

  /** The text in a field's column, without blanks around it; empty when there is none. A spreadsheet's error is reported. */
  text(field: string): string {
    const column = this.setup.columns.get(field)
    const cell = column ? (this.cells[column.index] ?? '') : ''
    const text = cell.trim()
    if (text.length > mostCharacters) {
      this.wrong(field, 'too_long', { most: mostCharacters })
      return ''
    }
    if (text.startsWith('#') && isSheetError(text)) {
      this.wrong(field, 'sheet_error')
      return ''
    }
    return text
  }

  /** A number or code as text. An apostrophe in front is a spreadsheet's way to say "text"; 1.38E+10 has lost its digits. */
  code(field: string): string {
    const text = this.text(field).replace(/^['’]/, '').trim()
    if (/^\d(?:[.,]\d+)?E\+\d+$/i.test(text)) this.wrong(field, 'lost_digits')
    return text
  }

  /** A field's value, or nothing if its cell is empty or wrong. */
  take<T>(field: string, read: (text: string) => Said<T>): T | undefined {
    const text = this.text(field)
    if (text === '') return undefined
    const said = read(text)
    if ('ok' in said) return said.ok
    this.wrong(field, said.wrong, said.details)
    return undefined
  }

  /** Writes down that something is wrong with a field. */
  wrong(field: string, code: string, details: Record<string, unknown> = {}): void {
    this.found.push(this.finding(field, code, details, false))
  }

  finding(field: string, code: string, details: Record<string, unknown>, taken: boolean): Found {
    const column = this.setup.columns.get(field)
    const raw = (column ? (this.cells[column.index] ?? '') : '').slice(0, 400)
    const value = this.personal.has(field)
      ? maskValue(raw)
      : raw.length > shownAtMost
        ? `${raw.slice(0, shownAtMost)}…`
        : raw
    return { at: this.at, column: column?.name ?? '', value, code, details, taken }
  }

  /** Writes down what a contract has against a value; `fieldOf` says which field a part of it came from. */
  refused(error: z.ZodError, fieldOf: (path: readonly PropertyKey[]) => string): void {
    for (const issue of error.issues) {
      const field = fieldOf(issue.path)
      if (issue.code === 'too_big') this.wrong(field, 'too_long', { most: Number(issue.maximum) })
      else if (/control characters/.test(issue.message)) this.wrong(field, 'control_characters')
      else this.wrong(field, 'not_allowed')
    }
  }
}
