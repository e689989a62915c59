import type { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { lookOf } from './book.ts'
import { ends, read, repeated } from './reading.testing.ts'
import { columnOf, momentOf } from './sheet.ts'

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
