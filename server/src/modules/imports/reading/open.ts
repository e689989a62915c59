import { refuse } from '../contract.ts'
import type { Staged } from '../staging/vault.ts'
import type { Book } from './book.ts'
import { readBook } from './book.ts'
import { csvRows, findDelimiter } from './csv.ts'
import { findEncoding, toUtf8 } from './encodings.ts'
import { limits } from './limits.ts'
import { sheetRows } from './sheet.ts'
import type { Row, Shape, Wish } from './table.ts'
import { readTexts, Texts } from './texts.ts'
import { gunzip } from './unpack.ts'
import { Archive } from './zip.ts'

/**
 * Finds out how a staged file is read, and about how many rows it has. Refuses what is no table, with the reason; what calls itself a spreadsheet
 * and is none, too: read as text it would be rows of nonsense.
 */
export async function survey(staged: Staged, fileName = ''): Promise<{ shape: Shape; rows: number | null }> {
  const head = await staged.head(8)
  if (head.length === 0) throw refuse('imports.empty_file')
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) {
    const book = await readBook(await Archive.open(staged))
    const sheets = book.sheets.map(({ name }) => name)
    return {
      shape: { form: 'xlsx', packed: false, encoding: '', delimiter: '', sheets, sheet: sheets[0]!, headerRow: 1 },
      rows: null,
    }
  }
  // The old binary form, and also what a spreadsheet with a password is wrapped in.
  if (head.equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) throw refuse('imports.old_form')
  if (/\.xls[xm]$/i.test(fileName))
    throw refuse('imports.damaged', { why: 'a spreadsheet by its name, but not by what is in it' })
  const packed = head[0] === 0x1f && head[1] === 0x8b
  const bytes = () => (packed ? gunzip(staged.bytes()) : staged.bytes())
  const { encoding, lines } = await findEncoding(bytes())
  const delimiter = findDelimiter(await beginning(bytes(), encoding))
  return {
    shape: { form: 'csv', packed, encoding, delimiter, sheets: [], sheet: '', headerRow: 1 },
    rows: lines,
  }
}

async function beginning(bytes: AsyncIterable<Buffer>, encoding: string): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of toUtf8(bytes, encoding)) {
    parts.push(part)
    length += part.length
    if (length > 65_536) break
  }
  return Buffer.concat(parts).toString('utf8')
}

/** How a file is read after somebody had their say. Refuses `imports.sheet_unknown`. */
export function asWished(shape: Shape, wish: Wish): Shape {
  if (wish.sheet !== undefined && !shape.sheets.includes(wish.sheet))
    throw refuse('imports.sheet_unknown', { sheet: wish.sheet, sheets: shape.sheets.slice(0, 20) })
  return {
    ...shape,
    encoding: shape.form === 'csv' ? (wish.encoding ?? shape.encoding) : '',
    delimiter: shape.form === 'csv' ? (wish.delimiter ?? shape.delimiter) : '',
    sheet: wish.sheet ?? shape.sheet,
    headerRow: wish.headerRow ?? shape.headerRow,
  }
}

/** Reads a staged file from its beginning, some rows at a time, without the empty ones. Refuses a file of nothing but empty rows. */
export async function* readRows(staged: Staged, shape: Shape): AsyncGenerator<Row[]> {
  let before = 0
  for await (const rows of rawRows(staged, shape)) {
    const full = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    for (const { at } of full) {
      mustBeNear(before, at)
      before = at
    }
    if (full.length === 0) mustBeNear(before, rows.at(-1)!.at)
    if (full.length > 0) yield full
  }
}

function mustBeNear(before: number, at: number): void {
  if (at - before > limits.emptyRows)
    throw refuse('imports.too_many_empty_rows', { row: before, most: limits.emptyRows })
}

async function* rawRows(staged: Staged, shape: Shape): AsyncGenerator<Row[]> {
  if (shape.form === 'csv') {
    yield* csvRows(shape.packed ? gunzip(staged.bytes()) : staged.bytes(), shape)
    return
  }
  const archive = await Archive.open(staged)
  const book: Book = await readBook(archive)
  const sheet = book.sheets.find(({ name }) => name === shape.sheet)
  if (!sheet) throw refuse('imports.sheet_unknown', { sheet: shape.sheet })
  const texts = book.texts && archive.has(book.texts) ? await readTexts(archive, book.texts) : new Texts()
  yield* sheetRows(archive.read(sheet.part), book, texts)
}
