import { Readable } from 'node:stream'
import yazl from 'yazl'
import type { Cell } from './csv.ts'
import { defused } from './csv.ts'

/** What one sheet can hold; more goes on on the next. */
const sheetRows = 1_048_576

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // XML cannot say most control characters, not even escaped, nor halves of characters.
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')

const cellOf = (cell: Cell): string => {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(defused(cell).slice(0, 32_767))}</t></is></c>`
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/**
 * Rows as a spreadsheet, written while they are read: the first row is the header and stays in view. What comes after a full sheet goes on on
 * the next, below the same header. Texts cannot become formulas.
 */
export function xlsxBytes(rows: AsyncIterable<Cell[]>, title: string): Readable {
  const zip = new yazl.ZipFile()
  const out = zip.outputStream as unknown as Readable
  write(zip, rows, title).catch((fault: Error) => out.destroy(fault))
  return out
}

async function write(zip: yazl.ZipFile, rows: AsyncIterable<Cell[]>, title: string): Promise<void> {
  const source = rows[Symbol.asyncIterator]()
  const header = await source.next()
  let count = 0
  let waiting = header.done ? header : await source.next()
  do {
    count += 1
    async function* sheet() {
      yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
      let text = header.done ? '' : `<row>${header.value.map(cellOf).join('')}</row>`
      for (let row = 2; row <= sheetRows && !waiting.done; row++) {
        text += `<row>${waiting.value.map(cellOf).join('')}</row>`
        waiting = await source.next()
        if (text.length < 65_536) continue
        yield text
        text = ''
      }
      yield `${text}</sheetData></worksheet>`
    }
    await added(zip, `xl/worksheets/sheet${count}.xml`, sheet())
  } while (!waiting.done)
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${numbers.map((no) => `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbers.map((no) => `<sheet name="${escaped(title)}${no > 1 ? ` ${no}` : ''}" sheetId="${no}" r:id="r${no}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packaged}/relationships">${numbers.map((no) => `<Relationship Id="r${no}" Type="${office}/worksheet" Target="worksheets/sheet${no}.xml"/>`).join('')}</Relationships>`,
    ],
  ]
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(xml + text), name)
  zip.end()
}

/** Adds a part that is written while it is packed, and waits for its end. */
const added = (zip: yazl.ZipFile, name: string, text: AsyncIterable<string>): Promise<void> =>
  new Promise((done, failed) => {
    zip.addReadStreamLazy(name, (hand) => {
      const stream = Readable.from(text, { objectMode: false })
      stream.once('end', done)
      stream.once('error', failed)
      hand(null, stream)
    })
  })
