/** What may stand in a cell of an export. */
export type Cell = string | number | boolean | null

// A spreadsheet takes a text that begins so for a formula, and runs it.
const dangerous = /^[=+\-@\t\r\n＝＋－＠]/

/** A text that no spreadsheet takes for a formula: an apostrophe goes before what would begin one. */
export const defused = (text: string): string => (dangerous.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const cellOf = (cell: Cell): string => {
  if (cell === null) return ''
  return typeof cell === 'string' ? quoted(defused(cell)) : String(cell)
}

/** Rows as CSV with the mark by which spreadsheets know UTF-8; numbers stay numbers, texts cannot become formulas. */
export async function* csvText(rows: AsyncIterable<Cell[]> | Iterable<Cell[]>): AsyncGenerator<string> {
  let text = '\ufeff'
  for await (const row of rows) {
    text += `${row.map(cellOf).join(',')}\r\n`
    if (text.length < 32_768) continue
    yield text
    text = ''
  }
  if (text) yield text
}
