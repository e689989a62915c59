import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { callerWith } from '#testing'
import { importer } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'
import { startImports } from './running/worker.ts'
import { dropStaged, pathOf } from './staging/folder.ts'

const home = shop()
const { ask, sql, place } = home
const { bring, send, through, work, problems, read } = importer(home)

describe('what may not be read', () => {
  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'imports.empty_file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'imports.not_a_table'],
    ['an old spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'imports.old_form'],
    ['another encoding', Buffer.from('Nom;Pr\xe9nom\nM\xfcller;Ren\xe9e\n', 'latin1'), 'imports.wrong_encoding'],
    ['two columns of one name', '姓名,备注,备注\n王,a,b\n', 'imports.headers_twice'],
    ['an open quote', '姓名,备注\n"王,a\n', 'imports.quote_open'],
    ['a gzip bomb', gzipSync(Buffer.alloc(150_000_000, 'a,b\n')), 'imports.bomb'],
  ])('is refused with its reason, and nothing of it stays: %s', async (_, file, code) => {
    expect(await send({ kind: 'members' }, 'file.csv', file)).toMatchObject({
      status: code === 'kernel.fault' ? 500 : 422,
      code,
    })
    expect(await sql('select count(*)::int as runs from imports.run')).toEqual([{ runs: 0 }])
  })

  it('is refused when it calls itself a spreadsheet and is none, and not read as text', async () => {
    const text = '姓名,手机号\n王小明,13800138000\n'.repeat(30)
    expect(await send({ kind: 'members' }, 'members.XLSX', text)).toMatchObject({
      status: 422,
      code: 'imports.damaged',
    })
    expect(await send({ kind: 'members' }, 'members.csv', text)).toMatchObject({ status: 200 })
    await sql('delete from imports.run')
  })

  it('needs its kind, and a caller who may', async () => {
    expect(await send({}, 'file.csv', 'a,b\n1,2\n')).toMatchObject({ status: 400, code: 'kernel.bad_input' })
    expect(await send({ kind: 'members' }, 'file.csv', 'a,b\n', callerWith(['members.read']))).toMatchObject({
      status: 403,
      code: 'kernel.forbidden',
    })
  })
})

describe('mapping', () => {
  const file = '店号,单号,时间,货号,数量,金额\nA,1,2026-01-05 10:00,X,1,1200\n'

  it('is guessed, said, refused when it makes no sense, and kept by name', async () => {
    const sent = await send({ kind: 'purchases' }, 'monday.csv', file)
    expect(sent).toMatchObject({
      mapping: { 店号: 'store', 单号: 'receipt', 时间: 'occurredAt', 货号: 'sku', 数量: 'quantity', 金额: 'amount' },
    })
    const map = (mapping: object, more: object = {}) =>
      ask(`PUT /v1/imports/${sent['id']}/mapping`, { mapping, ...more })
    expect(await map({ 没有: 'sku' })).toMatchObject({ status: 422, code: 'imports.column_unknown' })
    expect(await map({ 货号: 'colour' })).toMatchObject({ code: 'imports.field_unknown' })
    expect(await map({ 货号: 'sku', 单号: 'sku' })).toMatchObject({ code: 'imports.field_twice' })
    expect(await map({ 货号: 'sku' })).toMatchObject({ status: 200, mapping: { 货号: 'sku' } })
    expect(await ask(`POST /v1/imports/${sent['id']}/start`, {})).toMatchObject({
      status: 422,
      code: 'imports.fields_missing',
    })
    expect(await map(sent['mapping'], { options: { storeId: home.place.a.replace(/^./, 'f') } })).toMatchObject({
      code: 'imports.store_unknown',
    })
    expect(await map(sent['mapping'], { options: { unit: 'fen' }, saveAs: '收银系统' })).toMatchObject({
      status: 200,
      options: { unit: 'fen' },
    })
    expect(await ask('GET /v1/import-mappings?kind=purchases')).toMatchObject({ items: [{ name: '收银系统' }] })
    const next = await send({ kind: 'purchases' }, 'tuesday.csv', file.replace('\nA,1,', '\nA,2,'))
    expect(next).toMatchObject({ options: { unit: 'fen' }, mapping: sent['mapping'] })
    expect(await through(next['id'], 'start')).toMatchObject({ state: 'done', counts: { sums: { 'CNY.sales': 1200 } } })
    expect(await ask(`DELETE /v1/import-mappings/purchases/${encodeURIComponent('收银系统')}`)).toMatchObject({
      status: 200,
    })
    expect(await send({ kind: 'purchases', mapping: '收银系统' }, 'x.csv', file)).toMatchObject({ status: 404 })
  })

  it('reads a file otherwise when told so, and shows its first rows with personal columns masked', async () => {
    const sent = await send({ kind: 'members' }, 'plain.csv', '13912345678;王小明\n13912345679;李四\n')
    expect(sent).toMatchObject({ shape: { headerRow: 0, delimiter: ';' }, columns: ['#1', '#2'], mapping: {} })
    await ask(`PUT /v1/imports/${sent['id']}/mapping`, { mapping: { '#1': 'phone', '#2': 'name' } })
    expect(await ask(`GET /v1/imports/${sent['id']}/sample`)).toMatchObject({
      columns: ['#1', '#2'],
      rows: [
        ['139****78', '王**'],
        ['139****79', '李*'],
      ],
    })
    const one = await ask(`PUT /v1/imports/${sent['id']}/mapping`, {
      mapping: {},
      options: { headerRow: 1, delimiter: ',' },
    })
    expect(one).toMatchObject({ status: 200, columns: ['13912345678;王小明'] })
    expect(await ask(`PUT /v1/imports/${sent['id']}/mapping`, { mapping: {}, options: { sheet: 'x' } })).toMatchObject({
      code: 'imports.sheet_unknown',
    })
  })
})

describe('a line of imports', () => {
  const members = (from: number, count: number) =>
    `姓名,手机号\n${Array.from({ length: count }, (_, at) => `会员${from + at},139${String(from + at).padStart(8, '0')}`).join('\n')}\n`

  it('works one after another; each can rest, go on and end', async () => {
    const [first, second, third] = await Promise.all(
      [10_000, 20_000, 30_000].map((from) => send({ kind: 'members' }, `${from}.csv`, members(from, 1200))),
    )
    for (const sent of [first, second, third]) await ask(`POST /v1/imports/${sent!['id']}/start`, {})
    expect(await ask(`POST /v1/imports/${second!['id']}/pause`, {})).toMatchObject({ state: 'paused' })
    expect(await ask(`POST /v1/imports/${third!['id']}/cancel`, {})).toMatchObject({ state: 'cancelled' })
    expect(await ask(`PUT /v1/imports/${first!['id']}/mapping`, { mapping: {} })).toMatchObject({
      status: 409,
      code: 'imports.not_now',
    })
    await work()
    expect(await read(first!['id'])).toMatchObject({ state: 'done', counts: { accepted: 1200 } })
    expect(await read(second!['id'])).toMatchObject({ state: 'paused', rowsDone: 0 })
    expect(await ask(`POST /v1/imports/${second!['id']}/resume`, {})).toMatchObject({ state: 'waiting' })
    await work()
    expect(await read(second!['id'])).toMatchObject({ state: 'done', counts: { accepted: 1200 } })
    expect(await ask(`POST /v1/imports/${third!['id']}/resume`, {})).toMatchObject({ code: 'imports.not_now' })
    expect(await ask(`POST /v1/imports/${third!['id']}/undo`, {})).toMatchObject({ code: 'imports.not_now' })
  })

  it('shows to each their own, and keeps products and balances for who reaches the whole house', async () => {
    const as = callerWith(['imports.run'], [place.a], 'manager A')
    const sent = await send(
      { kind: 'members' },
      'mine.csv',
      `姓名,手机号,门店\n甲,13700000001,A\n乙,13700000002,B\n丙,13700000003,\n`,
      as,
    )
    expect((await ask('GET /v1/imports', undefined, { as }))['items'].map(({ id }: { id: string }) => id)).toEqual([
      sent['id'],
    ])
    const { items } = await ask('GET /v1/imports')
    const other = items.find(({ id }: { id: string }) => id !== sent['id']).id
    expect(await ask(`GET /v1/imports/${other}`, undefined, { as })).toMatchObject({
      status: 404,
      code: 'imports.unknown',
    })
    expect(await ask(`POST /v1/imports/${sent['id']}/start`, {}, { as })).toMatchObject({ status: 200 })
    await work()
    expect(await read(sent['id'])).toMatchObject({ state: 'done', counts: { accepted: 1, reported: 2 } })
    expect((await problems(sent['id'])).map(({ code }: { code: string }) => code)).toEqual([
      'unknown_store',
      'store_needed',
    ])
    const goods = await send({ kind: 'products' }, 'goods.csv', '商品编码,商品名称\nX,x\n', as)
    expect(await ask(`POST /v1/imports/${goods['id']}/start`, {}, { as })).toMatchObject({
      status: 403,
      code: 'imports.needs_whole_house',
    })
  })

  it('is worked on by itself; a worker that goes down puts its import back in line, and clears away what is done', async () => {
    const quiet = { info() {}, warn() {}, error: console.error }
    const loop = startImports({ db: home.app.db, log: quiet, everyMs: 20 })
    const keys = await home.app.db.read(async (read) => read.keys)
    const sent = await send({ kind: 'members' }, 'small.csv', members(60_000, 30))
    await ask(`POST /v1/imports/${sent['id']}/start`, {})
    await vi.waitFor(async () => expect(await read(sent['id'])).toMatchObject({ state: 'done' }), { timeout: 10_000 })
    await vi.waitFor(() => expect(existsSync(pathOf(keys, sent['id']))).toBe(false), { timeout: 10_000 })
    const large = await send({ kind: 'members' }, 'large.csv', members(70_000, 4000))
    await ask(`POST /v1/imports/${large['id']}/start`, {})
    const begun = async () => expect((await read(large['id']))['rowsDone']).toBeGreaterThan(0)
    await vi.waitFor(begun, { timeout: 10_000, interval: 10 })
    await loop.stop()
    const rested = await read(large['id'])
    expect(rested['state']).toBe('waiting')
    expect(rested['rowsDone']).toBeLessThan(4000)
    await work()
    expect(await read(large['id'])).toMatchObject({ state: 'done', counts: { accepted: 4000 } })
  })

  it('fails with a reason when the file is gone, and leaves a trail of who did what', async () => {
    const sent = await send({ kind: 'members' }, 'gone.csv', members(50_000, 3))
    await ask(`POST /v1/imports/${sent['id']}/start`, {})
    await dropStaged(await home.app.db.read(async ({ keys }) => keys), sent['id'])
    await work()
    expect(await read(sent['id'])).toMatchObject({ state: 'failed', fault: { code: 'imports.file_lost' } })
    const trail = await sql(`select kind from kernel.trail where subject_id = $1 order by id`, [sent['id']])
    expect(trail).toEqual([{ kind: 'uploadImport' }, { kind: 'startImport' }])
  })

  it('reports a row that nobody foresaw, and takes its neighbours in', async () => {
    await sql(`alter table members.member add constraint planted check (name <> '坏')`)
    const error = console.error
    console.error = () => {}
    const done = await bring({ kind: 'members' }, `姓名,手机号\n好,13600000001\n坏,13600000002\n也好,13600000003\n`)
    console.error = error
    await sql('alter table members.member drop constraint planted')
    expect(done).toMatchObject({ state: 'done', counts: { accepted: 2, reported: 1 } })
    expect(await problems(done['id'])).toMatchObject([{ row: 3, code: 'fault' }])
  })
})
