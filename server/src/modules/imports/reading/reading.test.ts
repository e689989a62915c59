import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { Refusal } from '#kernel/refusal.ts'
import { Staged, stage } from '../staging/vault.ts'
import { lookOf } from './book.ts'
import { columnsOf, findHeader } from './header.ts'
import { asWished, readRows, survey } from './open.ts'
import { columnOf, momentOf } from './sheet.ts'
import type { Row, Wish } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'changke-reading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const key = randomBytes(32)
let made = 0

async function staged(source: Buffer | string | AsyncIterable<Buffer>): Promise<Staged> {
  const path = join(folder, String(++made))
  const bytes = Buffer.isBuffer(source) || typeof source === 'string' ? Readable.from([Buffer.from(source)]) : source
  await stage(bytes as AsyncIterable<Buffer>, path, key, 10 ** 11)
  return Staged.open(path, key)
}

async function read(source: Parameters<typeof staged>[0], wish: Wish = {}): Promise<{ rows: Row[]; encoding: string }> {
  await using file = await staged(source)
  const { shape } = await survey(file)
  const rows: Row[] = []
  for await (const some of readRows(file, asWished(shape, wish))) rows.push(...some)
  return { rows, encoding: shape.encoding }
}

/** Reads a file to its end and answers how many rows there were, or with which refusal it ended; and how far memory grew, in MB. */
async function ends(source: Parameters<typeof staged>[0]): Promise<{ said: string | number; grown: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  try {
    await using file = await staged(source)
    const { shape } = await survey(file)
    let count = 0
    for await (const rows of readRows(file, shape)) count += rows.length
    return { said: count, grown: (most - before) / 1e6 }
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return { said: fault.code, grown: (most - before) / 1e6 }
  } finally {
    clearInterval(watch)
  }
}

const cells = ({ rows }: { rows: Row[] }) => rows.map((row) => row.cells)

function zipped(parts: Record<string, string | Buffer | (() => Readable)>): AsyncIterable<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'function') zip.addReadStreamLazy(name, (done) => done(null, part()))
    else zip.addBuffer(Buffer.from(part), name)
  }
  zip.end()
  return zip.outputStream as unknown as AsyncIterable<Buffer>
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const book = (sheet: string | (() => Readable), more: { texts?: string; styles?: string; properties?: string } = {}) =>
  zipped({
    'xl/workbook.xml': `<workbook xmlns:r="${relations}">${more.properties ?? ''}<sheets>
      <sheet name="说明" state="hidden" r:id="r9"/><sheet name="会员" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>
      <Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="r2" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/>
      <Relationship Id="r3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...(more.texts ? { 'xl/sharedStrings.xml': more.texts } : {}),
    ...(more.styles ? { 'xl/styles.xml': more.styles } : {}),
  })

const repeated =
  (head: string, piece: string, times: number, tail = '') =>
  () =>
    Readable.from(
      (function* () {
        yield Buffer.from(head)
        const many = Buffer.from(piece.repeat(1000))
        for (let at = 0; at < times; at += 1000) yield many
        yield Buffer.from(tail)
      })(),
      { objectMode: false },
    )

describe('a staged file', () => {
  it('lies sealed on disk, opens anywhere, and notices every change', async () => {
    const plain = randomBytes(200_000)
    plain.write('13800138000', 65_530)
    const path = join(folder, 'sealed')
    const { bytes, digest } = await stage(
      Readable.from([plain.subarray(0, 70_000), plain.subarray(70_000)]),
      path,
      key,
      10 ** 6,
    )
    expect([bytes, digest.length]).toEqual([200_000, 32])
    const { readFileSync, writeFileSync, truncateSync } = await import('node:fs')
    expect(readFileSync(path).includes('13800138000')).toBe(false)
    expect(statSync(path).mode & 0o077).toBe(0)
    const file = await Staged.open(path, key)
    expect(file.size).toBe(200_000)
    const parts: Buffer[] = []
    for await (const part of file.bytes(65_000, 140_000)) parts.push(part)
    expect(Buffer.concat(parts).equals(plain.subarray(65_000, 140_000))).toBe(true)
    await file.close()
    const spoilt = readFileSync(path)
    spoilt[100_000]! ^= 1
    writeFileSync(path, spoilt)
    await using second = await Staged.open(path, key)
    await expect(second.head(200_000)).rejects.toMatchObject({ code: 'imports.file_spoilt' })
    truncateSync(path, 8 + 65_552 * 2)
    await using third = await Staged.open(path, key)
    await expect(third.head(200_000)).rejects.toMatchObject({ code: 'imports.file_spoilt' })
  })

  it('is not larger than allowed, and nothing of it stays', async () => {
    const path = join(folder, 'large')
    await expect(stage(Readable.from([Buffer.alloc(2000)]), path, key, 1000)).rejects.toMatchObject({
      code: 'imports.too_large',
    })
    expect(() => statSync(path)).toThrow()
  })
})

describe('CSV', () => {
  const text = '姓名,手机号\r\n王小明,"13800138000"\r\n"李,四\n","138 ""x"""\r\n'
  const rows = [
    ['姓名', '手机号'],
    ['王小明', '13800138000'],
    ['李,四\n', '138 "x"'],
  ]
  const gb18030 = Buffer.from('d0d5c3fb2cb1b8d7a20acdf5d0a1c3f72cc4e3bac30a8130813081308130', 'hex')

  it.each<[string, Buffer | string, string]>([
    ['UTF-8', text, 'utf-8'],
    ['UTF-8 with its mark', `\ufeff${text}`, 'utf-8'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['gzip', gzipSync(text), 'utf-8'],
    ['semicolons', text.replaceAll(',手', ';手').replaceAll('明,', '明;').replaceAll('",', '";'), 'utf-8'],
    ['tabs and old line ends', 'a\tb\rc\td\r', 'utf-8'],
  ])('is read: %s', async (name, source, encoding) => {
    const answer = await read(source)
    expect(answer.encoding).toBe(encoding)
    expect(cells(answer)).toEqual(
      name.startsWith('tabs')
        ? [
            ['a', 'b'],
            ['c', 'd'],
          ]
        : rows,
    )
  })

  it('is read in GB18030, four-byte characters too', async () => {
    const answer = await read(gb18030)
    expect([answer.encoding, cells(answer).slice(0, 2)]).toEqual([
      'gb18030',
      [
        ['姓名', '备注'],
        ['王小明', '你好'],
      ],
    ])
  })

  it('keeps the numbers of rows, and drops the empty ones', async () => {
    expect((await read('a,b\n\n,,\n"x\ny",2\n')).rows).toEqual([
      { at: 1, cells: ['a', 'b'] },
      { at: 4, cells: ['x\ny', '2'] },
    ])
  })

  it.each<[string, Buffer | string, string]>([
    ['nothing', '', 'imports.empty_file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'imports.not_a_table'],
    ['an old or locked spreadsheet', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'imports.old_form'],
    [
      'a text of Western Europe',
      Buffer.from('Nom;Pr\xe9nom\nM\xfcller;Ren\xe9e\n', 'latin1'),
      'imports.wrong_encoding',
    ],
    [
      'two encodings in one',
      Buffer.concat([Buffer.from('姓名,备注\n王小明,你好\n'), gb18030]),
      'imports.wrong_encoding',
    ],
    ['an open quote', 'a,b\n"x,y\n', 'imports.quote_open'],
    [
      'a broken gzip',
      gzipSync(`a,b\n${'1,2\n3,4\n'.repeat(9000)}${randomBytes(3000).toString('hex')}`).subarray(0, 2000),
      'imports.damaged',
    ],
    [
      'a zip of something else',
      Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      'imports.not_a_table',
    ],
    ['half a zip', Buffer.from('504b030414000000080000000000', 'hex'), 'imports.damaged'],
  ])('is refused: %s', async (_, source, code) => {
    expect((await ends(source)).said).toBe(code)
  })

  it.each<[string, () => Buffer | AsyncIterable<Buffer>, string | number]>([
    ['a line of 1 GB', () => repeated('a,b\n', 'x'.repeat(1000), 1000_000)(), 'imports.row_too_long'],
    ['a column of 1 M', () => Buffer.from('x,'.repeat(500_000)), 'imports.too_many_columns'],
    ['10 M empty rows', () => repeated('a,b\n', ',\n', 10_000_000, '1,2\n')(), 'imports.too_many_empty_rows'],
    ['a gzip bomb', () => gzipSync(Buffer.alloc(200_000_000, 'a,b\n')), 'imports.bomb'],
  ])('takes no harm from %s', async (_, source, said) => {
    const end = await ends(source())
    expect(end.said).toBe(said)
    expect(end.grown).toBeLessThan(300)
  })
})

describe('spreadsheets', () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="180"/><xf numFmtId="22"/></cellXfs></styleSheet>`
  const texts =
    '<sst><si><t>姓名</t></si><si><r><t>王</t></r><r><t xml:space="preserve">小明 </t></r><rPh><t>x</t></rPh></si></sst>'
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>生日</t></is></c></row>
    <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>2.5499999999999998</v></c><c r="C3" s="1"><v>31478</v></c><c r="D3" s="2"><v>45000.604166666664</v></c>
      <c r="E3"><f>A1+1</f><v>7</v></c><c r="F3"><f>HYPERLINK("x")</f></c><c r="G3" t="e"><v>#N/A</v></c><c r="H3" t="b"><v>1</v></c><c r="I3"><v>13800138000</v></c></row>
    </sheetData></worksheet>`

  it('are read: texts, days, results of formulas', async () => {
    const { rows } = await read(book(sheet, { styles, texts }))
    expect(rows).toEqual([
      { at: 1, cells: ['姓名', '', '生日'] },
      {
        at: 3,
        cells: ['王小明 ', '2.55', '1986-03-07', '2023-03-15 14:30:00', '7', '#?', '#N/A', 'TRUE', '13800138000'],
      },
    ])
  })

  it('count from 1904 where they say so', async () => {
    const { rows } = await read(book(sheet, { styles, texts, properties: '<workbookPr date1904="1"/>' }))
    expect(rows[1]!.cells.slice(2, 4)).toEqual(['1990-03-08', '2027-03-16 14:30:00'])
  })

  it.each([
    [1, 'day', '1900-01-01'],
    [59, 'day', '1900-02-28'],
    [61, 'day', '1900-03-01'],
    [0.5, 'time', '12:00:00'],
    [45_000.999_999_9, 'day', '2023-03-16'],
  ] as const)('show %d as a %s: %s', (serial, look, text) => expect(momentOf(serial, look, false)).toBe(text))

  it('know which formats show days', () => {
    const looks = [
      'General',
      '0.00',
      'yyyy-mm-dd',
      'm/d',
      '[h]:mm',
      'h:mm AM/PM',
      '"day"0',
      '[Red]0',
      '#,##0.00"元"',
      'mmm-yy',
    ]
    expect(looks.map(lookOf)).toEqual([
      'number',
      'number',
      'day',
      'day',
      'time',
      'time',
      'number',
      'number',
      'number',
      'day',
    ])
    expect(['A1', 'Z9', 'AA1', 'XFD1', 'ABCD1', '1'].map(columnOf)).toEqual([0, 25, 26, 16_383, undefined, undefined])
  })

  const row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>'
  it.each<[string, () => AsyncIterable<Buffer>, string]>([
    [
      'a zip bomb',
      () => book(repeated('<worksheet><sheetData><row><c><v>', ' '.repeat(1000), 300_000)),
      'imports.row_too_long',
    ],
    ['a bomb of rows', () => book(repeated('<worksheet><sheetData>', row, 2_000_000)), 'imports.too_many_rows'],
    ['10 M empty rows', () => book(repeated('<worksheet><sheetData>', '<row/>', 10_000_000)), 'imports.too_many_rows'],
    [
      'a billion laughs',
      () =>
        book(
          '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>',
        ),
      'imports.entities',
    ],
    ['an outside entity', () => book('<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'), 'imports.entities'],
    ['an undeclared entity', () => book('<worksheet>&lol;</worksheet>'), 'imports.damaged'],
    ['a deep nest', () => book(repeated('', '<a>', 100_000)), 'imports.damaged'],
    [
      'a bomb of texts',
      () => book('<worksheet/>', { texts: `<sst>${'<si><t>x</t></si>'.repeat(10)}` }),
      'imports.damaged',
    ],
    ['a path out of the archive', () => zipped({ 'xl/other.xml': '' }), 'imports.not_a_table'],
    [
      'a cell far away',
      () => book('<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
      'imports.too_many_columns',
    ],
  ])('take no harm from %s', async (_, source, said) => {
    const end = await ends(source())
    expect(end.said).toBe(said)
    expect(end.grown).toBeLessThan(300)
  })
})

describe('the header', () => {
  const rows = (...lines: string[]): Row[] => lines.map((line, at) => ({ at: at + 1, cells: line.split(',') }))

  it.each([
    ['at the top', rows('会员号,姓名', '1,王'), 1],
    ['below a title', rows('会员清单', '导出时间：2026-01-01', '会员号,姓名,手机号', '1,王,138'), 3],
    ['not there', rows('1,王,13800138000', '2,李,13900139000'), 0],
  ])('is found: %s', (_, table, at) => expect(findHeader(table)).toBe(at))

  it('names each column once', () => {
    expect(columnsOf(rows('会员号, 姓名　,', '1,王,x'), 1)).toEqual(['会员号', '姓名', '#3'])
    expect(() => columnsOf(rows('备注,姓名,备注'), 1)).toThrow('imports.headers_twice')
  })
})
