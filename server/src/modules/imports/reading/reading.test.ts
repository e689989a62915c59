import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Staged, stage } from '../staging/vault.ts'
import { columnsOf, findHeader } from './header.ts'
import { ends, folder, key, read, repeated } from './reading.testing.ts'
import type { Row } from './table.ts'

const cells = ({ rows }: { rows: Row[] }) => rows.map((row) => row.cells)

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
