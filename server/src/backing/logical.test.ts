import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { App } from '#app'
import { buildApp } from '#app'
import { checkCopies, copyRows, listCopies, pruneCopies, returnRows } from '#kernel/backup/logical/index.ts'
import type { Caller } from '#kernel/caller.ts'
import { openKeys } from '#kernel/crypto.ts'
import { type Embedded, startEmbedded } from '#kernel/postgres/index.ts'
import { sealing, verify } from '#modules/audit/index.ts'
import { houseBalances, rolling } from '#modules/ledger/index.ts'
import { asking } from '#testing'
import { emptyDatabase, ownerOf } from '../testing/databases.ts'
import { shop } from '../testing/shop.ts'
import { findFaults } from '../verifying.ts'

const home = shop()
const folder = mkdtempSync(path.join(tmpdir(), 'changke-copies-'))
const backups = path.join(folder, 'backups')
const place = () => ({ folder: backups, key: openKeys(home.keyFile()).derive('backup'), keyFile: home.keyFile() })
const copy = () => copyRows(ownerOf(home.url()), place(), { changke: 'test' })
const workAll = async ({ db }: Pick<App, 'db'>) => {
  for (let tried = 0; tried < 200; tried++) {
    while ((await sealing.run(db)) || (await rolling.run(db)));
    const { chains } = await verify(db, null)
    if (chains.every(({ unsealed }) => unsealed === 0)) return
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('it is never sealed')
}
const balances = ({ db }: Pick<App, 'db'>) => db.read((read) => houseBalances(read))
let member = ''
let other: Embedded

beforeAll(async () => {
  // A server that has seen far more transactions than the one that the copy comes back on.
  await home.sql('do $$ begin for i in 1..50000 loop perform pg_current_xact_id(); commit; end loop; end $$')
  member = await home.join()
  for (const amount of [10_000, 2_500, 700]) await home.sell({ id: member }, [amount, 300])
  await workAll(home.app)
  await home.sell({ id: member }, [4_400])
  // A server of its own, whose transactions count from anew.
  other = await startEmbedded({ dir: path.join(folder, 'postgres'), durable: false, command: 'test' })
}, 60_000)
afterAll(async () => {
  await other?.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('comes back row by row on a server whose transactions count from anew, and the shop goes on there', async () => {
  const copied = await copy()
  expect(await checkCopies(place())).toEqual([])
  const before = await balances(home.app)
  const { compared, notes } = await returnRows(place(), { url: other.ownerUrl, appRole: 'changke_app' })
  expect(notes).toEqual([])
  expect(compared.filter(({ same }) => !same)).toEqual([])
  expect(compared.find(({ what }) => what === 'ledger.transfer')!.count).toBeGreaterThan(3)
  expect(compared.map(({ what }) => what)).toEqual(copied.tables.map(({ name }) => name))

  const callers = new Map<string, Caller>()
  const testCaller = (token: string) => callers.get(token)
  const app = await buildApp({ url: other.url, keyFile: home.keyFile(), log: false, testCaller })
  try {
    expect(await findFaults(app.db)).toEqual([])
    expect((await verify(app.db, null)).faults).toBe(0)
    expect(await balances(app)).toEqual(before)
    const ask = asking(() => app, callers)
    const lines = [{ sku: 'SKU1', amount: 8_000 }]
    const sold = await ask('POST /v1/purchases', { storeId: home.place.a, member: { id: member }, lines })
    expect(sold).toMatchObject({ status: 200 })
    expect(
      await ask('POST /v1/members', { name: '新来', phone: '13700000001', homeStore: home.place.a }),
    ).toMatchObject({
      status: 200,
    })
    await workAll(app)
    const { chains, faults } = await verify(app.db, null)
    expect(faults).toBe(0)
    const transfers = chains.find(({ chain }) => chain === 'ledger.transfer')!
    expect(transfers.rows).toBeGreaterThan(compared.find(({ what }) => what === 'ledger.transfer')!.count)
    const { cursor, last } = await app.db.read((read) =>
      read.one<{ cursor: number; last: number }>({
        name: '',
        text: 'select (select xid from ledger.house_cursor) as cursor, (select max(xid) from ledger.transfer) as last',
        values: [],
      }),
    )
    expect(cursor).toBeGreaterThan(last)
    expect(await findFaults(app.db)).toEqual([])
    expect(await balances(app)).not.toEqual(before)
  } finally {
    await app.close()
  }
}, 60_000)

it('refuses a database in which anything is, and changes nothing there', async () => {
  await expect(returnRows(place(), { url: ownerOf(home.url()), appRole: '' })).rejects.toThrow(/is not empty/)
  expect(await findFaults(home.app.db)).toEqual([])
})

it('begins again where a restore was killed, and is all there', async () => {
  const empty = await emptyDatabase()
  try {
    const killed = new AbortController()
    const hear = (table: string) => table === 'ledger.transfer' && killed.abort(new Error('killed'))
    const into = { url: empty.url, appRole: '' }
    await expect(returnRows(place(), { ...into, hear, signal: killed.signal })).rejects.toThrow('killed')
    const { compared } = await returnRows(place(), into)
    expect(compared.every(({ same }) => same)).toBe(true)
    await expect(returnRows(place(), into)).rejects.toThrow(/is not empty/)
  } finally {
    await empty.drop()
  }
})

it('finds every byte that was changed, cut off or put in, and falls back to an older backup, saying so', async () => {
  const { id, tables } = await copy()
  const inside = path.join(backups, 'logical', id)
  const whole = tables.find(({ name }) => name === 'ledger.transfer')!
  const damage = async (name: string, change: (bytes: Buffer) => Buffer, look: () => Promise<void>) => {
    const file = path.join(inside, name)
    const bytes = readFileSync(file)
    writeFileSync(file, change(Buffer.from(bytes)))
    await look()
    writeFileSync(file, bytes)
  }
  const flip = (at: (bytes: Buffer) => number) => (bytes: Buffer) => {
    const place = at(bytes)
    bytes[place] = bytes[place]! ^ 1
    return bytes
  }
  const damages: [string, (bytes: Buffer) => Buffer][] = [
    [whole.file, flip((bytes) => bytes.length >> 1)],
    [whole.file, flip(() => 0)],
    [whole.file, flip((bytes) => bytes.length - 1)],
    [whole.file, (bytes) => bytes.subarray(0, bytes.length - 40)],
    [whole.file, (bytes) => Buffer.concat([bytes, bytes])],
    [whole.file, () => readFileSync(path.join(inside, 'kernel.trail.rows'))],
    ['manifest.json', flip((bytes) => bytes.length >> 1)],
  ]
  for (const [file, change] of damages) {
    await damage(file, change, async () => {
      expect(await checkCopies(place(), id), String(change)).toHaveLength(1)
      await expect(returnRows(place(), { url: 'nowhere', appRole: '' }, id), String(change)).rejects.toThrow(
        /ledger.transfer|manifest/,
      )
    })
  }
  const empty = await emptyDatabase()
  await damage(...damages[0]!, async () => {
    const back = await returnRows(place(), { url: empty.url, appRole: '' })
    expect(back.notes).toEqual([expect.stringMatching(/ledger.transfer.*passed over/)])
    expect(back.manifest.id).not.toBe(id)
  })
  await empty.drop()
  expect(await checkCopies({ ...place(), key: Buffer.alloc(32) })).toHaveLength(2)
}, 60_000)

it('leaves nothing that looks like a backup when it is interrupted, and keeps the newest two however old', async () => {
  const over = new AbortController()
  const hear = () => over.abort(new Error('killed'))
  const interrupted = copyRows(ownerOf(home.url()), place(), { changke: 'test', hear, signal: over.signal })
  await expect(interrupted).rejects.toThrow('killed')
  expect(await listCopies(place())).toHaveLength(2)
  expect(readdirSync(path.join(backups, 'logical'))).toHaveLength(2)
  const third = await copy()
  expect(await pruneCopies(place(), 0)).toHaveLength(1)
  expect((await listCopies(place()))[0]!.id).toBe(third.id)
})
