import { beforeAll, describe, expect, it } from 'vitest'
import { callerWith } from '#testing'
import { importer } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'
import { filtersOf, Take } from './exports/contract.ts'
import { defused } from './exports/csv.ts'

const home = shop()
const { ask, place, sql } = home
const { bring, send } = importer(home)

/** The bytes of a download, and how it calls itself. */
async function take(path: string, body?: object, as?: ReturnType<typeof callerWith>) {
  const token = `test-${as?.id ?? ''}-${as?.name ?? ''}`
  if (as) await ask('GET /v1/profile', undefined, { as })
  else await ask('GET /v1/charter')
  const [method, url] = path.split(' ') as ['GET', string]
  const answer = await home.app.http.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${as ? token : 'test-00000000-0000-7000-8000-000000000001-test'}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  })
  return {
    status: answer.statusCode,
    bytes: answer.rawPayload,
    headers: answer.headers,
    text: answer.rawPayload.toString('utf8'),
  }
}

const lines = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')

describe('exports', () => {
  let one = ''

  beforeAll(async () => {
    one = (
      await ask('POST /v1/members', {
        name: '=cmd|calc!A1',
        phone: '13912340001',
        email: 'a@b.cn',
        homeStore: place.a,
        number: 'M-1',
        tags: ['+1', 'vip'],
      })
    )['memberId']
    await ask('POST /v1/members', { name: '李 "小" 四', phone: '13912340002', homeStore: place.b, number: 'M-2' })
    await ask('PUT /v1/products', { items: [{ sku: '-X', name: '@SUM(A1)', listPrice: 1250 }] })
    const sale = await home.sell({ id: one }, [], {
      lines: [
        { sku: '-X', name: '\t=1', quantity: 2, unitPrice: 1250 },
        { sku: 'Y', amount: 99 },
      ],
    })
    await ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a, lines: [{ line: 1, quantity: 1 }] })
    await home.sell(null, [500], { storeId: place.b, tillId: undefined })
  })

  it('write lists as CSV that no spreadsheet runs, personal columns masked', async () => {
    const { status, text, headers } = await take('GET /v1/exports/members.csv')
    expect([status, headers['content-type'], text.charCodeAt(0)]).toEqual([200, 'text/csv; charset=utf-8', 0xfeff])
    expect(headers['content-disposition']).toMatch(/^attachment; filename="members-\d{4}-\d\d-\d\d\.csv"/)
    const [head, ...rows] = lines(text)
    expect(head).toMatch(/^会员号,姓名,手机号,邮箱,/)
    expect(rows.map((row) => row.split(',').slice(0, 4).join(','))).toEqual([
      'M-2,"李 ""小"" 四",139****0002,',
      "M-1,'=cmd|calc!A1,139****0001,",
    ])
    expect(rows[1]).toContain(",'+1; vip,")
    expect(lines((await take('GET /v1/exports/products.csv')).text)[1]).toBe("'-X,'@SUM(A1),,,,,12.5,false,true,active")
  })

  it('write purchases and their lines, returns below zero, amounts as people write them', async () => {
    const heads = lines((await take('GET /v1/exports/purchases.csv')).text).slice(1)
    expect(
      heads.map((row) =>
        row
          .split(',')
          .slice(2)
          .filter((_, at) => [0, 6].includes(at)),
      ),
    ).toEqual([
      ['sale', '5'],
      ['return', '-12.5'],
      ['sale', '25.99'],
    ])
    const { text } = await take(`GET /v1/exports/purchase-lines.csv?memberId=${one}`)
    expect(
      lines(text)
        .slice(1)
        .map((row) => row.split(',').slice(14, 21)),
    ).toEqual([
      ['1', "'-X", "'=1", '', '-1', '12.5', '-12.5'],
      ['1', "'-X", "'=1", '', '2', '12.5', '25'],
      ['2', 'Y', '', '', '1', '', '0.99'],
    ])
    const moved = lines((await take('GET /v1/exports/transfers.csv')).text).slice(1)
    const points = lines((await take(`GET /v1/exports/transfers.csv?memberId=${one}&unit=points`)).text).slice(1)
    expect(points.map((row) => row.split(',')[4])).toEqual(['points', 'points'])
    expect(moved.map((row) => row.split(',').slice(4, 8))).toEqual([
      ['points', '25', '25', 'sale'],
      ['growth', '25', '25', 'sale'],
      ['growth', '-12', '13', 'return'],
      ['points', '-12', '13', 'return'],
    ])
  })

  it.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1'])('put an apostrophe before %j', (text) => {
    expect(defused(text)).toBe(`'${text}`)
  })

  it('write spreadsheets that are read back as they were', async () => {
    const { bytes, headers } = await take('GET /v1/exports/members.xlsx')
    expect(headers['content-type']).toContain('spreadsheetml')
    const sent = await send({ kind: 'members' }, 'members.xlsx', bytes)
    expect(sent).toMatchObject({ status: 200, shape: { form: 'xlsx', sheet: 'members', headerRow: 1 } })
    expect(sent['columns'].slice(0, 4)).toEqual(['会员号', '姓名', '手机号', '邮箱'])
    await ask(`PUT /v1/imports/${sent['id']}/mapping`, { mapping: { 会员号: 'number' } })
    const { rows } = await ask(`GET /v1/imports/${sent['id']}/sample`)
    expect(rows.map((row: string[]) => row.slice(0, 3))).toEqual([
      ['M-2', '李 "小" 四', '139****0002'],
      ['M-1', "'=cmd|calc!A1", '139****0001'],
    ])
  })

  it('show personal data only to who may, for a reason, and write down who took what', async () => {
    const wish = { list: 'members', format: 'csv', reveal: true }
    expect((await take('POST /v1/exports', wish)).status).toBe(400)
    const clear = await take('POST /v1/exports', { ...wish, reason: '邮寄生日礼品' })
    expect(lines(clear.text)[2]).toContain('+8613912340001,a@b.cn,')
    const marketing = callerWith(['exports.run', 'members.read'], 'all', 'marketing')
    expect((await take('POST /v1/exports', { ...wish, reason: 'a list' }, marketing)).status).toBe(403)
    expect((await take('POST /v1/exports', { ...wish, reveal: false, reason: 'a list' }, marketing)).status).toBe(200)
    expect((await take('GET /v1/exports/audit.csv', undefined, marketing)).status).toBe(403)
    const trail = await sql(`select outcome, body from kernel.trail where kind = 'exportList' order by id desc limit 2`)
    expect(trail).toMatchObject([
      { outcome: 'done', body: { list: 'members', format: 'csv', reason: 'a list', reveal: false } },
      { outcome: 'kernel.forbidden' },
    ])
    expect(lines((await take('GET /v1/exports/audit.csv')).text)[1]).toContain('exportList')
  })

  it('keep to where one may look', async () => {
    const manager = callerWith(['exports.run', 'members.read', 'purchases.read', 'ledger.read'], [place.b], 'manager B')
    expect(lines((await take('GET /v1/exports/members.csv', undefined, manager)).text).slice(1)).toHaveLength(1)
    expect(lines((await take('GET /v1/exports/purchases.csv', undefined, manager)).text).slice(1)).toHaveLength(1)
    expect(lines((await take('GET /v1/exports/transfers.csv', undefined, manager)).text).slice(1)).toHaveLength(0)
    expect((await take(`GET /v1/exports/purchases.csv?storeId=${place.a}`, undefined, manager)).status).toBe(403)
  })

  it('hold what the list shows: every filter of a list is one of its export', async () => {
    const rowsOf = async (wish: object) =>
      lines((await take('POST /v1/exports', { format: 'csv', reason: 'a list', ...wish })).text).slice(1)
    const numbers = async (wish: object) => (await rowsOf({ list: 'members', ...wish })).map((row) => row.split(',')[0])
    expect(await numbers({ stores: [place.a, place.b] })).toEqual(['M-2', 'M-1'])
    expect(await numbers({ stores: [place.b] })).toEqual(['M-2'])
    expect(await numbers({ tags: ['vip'], status: 'active', kind: 'person', incomplete: 'true' })).toEqual(['M-1'])
    expect(await numbers({ joinedFrom: '2001-01-01', joinedTo: '2001-12-31' })).toEqual([])
    expect(await numbers({ q: '13912340002' })).toEqual(['M-2'])
    expect((await rowsOf({ list: 'products', q: 'SUM' }))[0]).toMatch(/^'-X,/)
    expect(await rowsOf({ list: 'products', status: 'retired' })).toEqual([])
    const [receipt] = (await rowsOf({ list: 'purchases', kind: 'return' }))[0]!.split(',')
    expect(await rowsOf({ list: 'purchases', receipt })).toHaveLength(1)
    const done = await rowsOf({ list: 'audit', kind: 'createMember', outcome: 'done', from: '2001-01-01' })
    expect(done.map((row) => row.split(',')[1])).toEqual(['createMember', 'createMember'])
    expect(await rowsOf({ list: 'audit', kind: 'createMember', outcome: 'refused' })).toEqual([])
    expect((await rowsOf({ list: 'stores', status: 'open' })).length).toBeGreaterThan(1)
    expect(await rowsOf({ list: 'posts', vacant: 'true' })).toEqual([])
    const lost = await take('POST /v1/exports', { list: 'products', format: 'csv', reason: 'a list', tags: ['vip'] })
    expect([lost.status, JSON.parse(lost.text)]).toMatchObject([
      400,
      { code: 'imports.filter_unknown', details: { list: 'products', filters: ['tags'] } },
    ])
    expect(
      (await take('POST /v1/exports', { list: 'purchases', format: 'csv', reason: 'a list', kind: 'gift' })).status,
    ).toBe(400)
    for (const [list, { shape }] of Object.entries(filtersOf))
      expect({ list, lacking: Object.keys(shape).filter((key) => !(key in Take.shape)) }).toEqual({ list, lacking: [] })
  })

  it('list cards, and never show in clear whom the search found outside of the reach', async () => {
    const kind = { code: 'P', name: '积分卡', nameEn: 'Points', kind: 'points' }
    const { typeId } = await ask('POST /v1/card-types', kind)
    const card = await ask('POST /v1/cards', { memberId: one, typeId, medium: 'physical', storeId: place.a })
    expect(card.status).toBe(200)
    const { text } = await take(`GET /v1/exports/cards.csv?memberId=${one}`)
    expect(lines(text)).toHaveLength(2)
    expect(text).not.toContain(card['number'])
    const may = ['exports.run', 'members.read', 'members.reveal', 'cards.read']
    const inB = callerWith(may, [place.b], 'B alone')
    expect(lines((await take('GET /v1/exports/cards.csv', undefined, inB)).text)).toHaveLength(1)
    const wish = { list: 'members', format: 'csv', reason: 'a list', reveal: true, q: '13912340001' }
    const found = (await take('POST /v1/exports', wish, inB)).text
    expect(found).toContain('139****0001')
    expect(found).not.toContain('13912340001')
  })

  it('hold many rows, and the problems of an import as a spreadsheet too', async () => {
    const text = `姓名,手机号\n${Array.from({ length: 1300 }, (_, at) => `会员${at},${at < 1100 ? `137${String(at).padStart(8, '0')}` : 'x'}`).join('\n')}\n`
    const done = await bring({ kind: 'members' }, text)
    expect(lines((await take('GET /v1/exports/members.csv')).text)).toHaveLength(1 + 1100 + 2)
    const { bytes } = await take(`GET /v1/exports/import-problems.xlsx?importId=${done['id']}`)
    const sent = await send({ kind: 'members' }, 'problems.xlsx', bytes)
    expect(sent['columns']).toEqual(['行', '列', '内容', '是否已导入', '问题', '怎么办', '代码'])
    // The codes are kept: whoever looks reads them in their own language.
    const [file] = [await take(`GET /v1/imports/${done['id']}/errors.csv?language=en`)]
    expect(lines(file.text).slice(0, 2)).toEqual([
      'Row,Column,Value,Taken in,What is wrong,What to do,Code',
      expect.stringMatching(/^1102,手机号,.*,false,Not a phone number,/),
    ])
    const path = `GET /v1/imports/${done['id']}/problems?limit=1`
    expect((await ask(path))['items'][0].wrong).toBe('手机号不对')
    expect((await ask(`${path}&language=en`))['items'][0].wrong).toBe('Not a phone number')
    const english = await take('POST /v1/exports', { list: 'members', format: 'csv', reason: 'a list', language: 'en' })
    expect(lines(english.text)[0]).toMatch(/^Number,Name,Phone,/)
  })
})
