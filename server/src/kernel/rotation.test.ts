import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { allSealed } from '#app'
import { house } from '#testing'
import { openKeys } from './crypto.ts'
import { addKey } from './keyfile.ts'
import { reseal } from './rotation.ts'

const folder = mkdtempSync(join(tmpdir(), 'changke-keys-'))
const keyFile = join(folder, 'keys.json')
const home = house({ keyFile })
const { ask, sql } = home

it('knows every column that is called sealed', async () => {
  const columns =
    await sql(`select table_schema || '.' || table_name as "table", column_name as "column" from information_schema.columns
    where data_type = 'bytea' and column_name like '%sealed' and table_schema not in ('pg_catalog')`)
  const known = new Set(allSealed.map(({ table, column }) => `${table} ${column}`))
  expect(columns.map(({ table, column }) => `${table} ${column}`).filter((one) => !known.has(one))).toEqual([])
})

it('seals everything again with a new key; phones are found and read as before, and only a lost file closes them', async () => {
  const made = await ask('POST /v1/members', { name: '王小明', phone: '13812345678', email: 'a@example.com' })
  const before = openKeys(keyFile).keyId
  const id = addKey(keyFile)
  const keys = openKeys(keyFile)
  expect(keys.keyId).toBe(id)
  const fresh = {
    ...home.app.db,
    write: <T>(act: Parameters<typeof home.app.db.write<T>>[0]) => home.app.db.write<T>((tx) => act({ ...tx, keys })),
  }
  const done = await reseal(fresh, allSealed)
  expect(done.lost).toBe(0)
  expect(done.resealed).toBeGreaterThanOrEqual(2)
  const [row] = await sql('select phone_sealed from members.member where member_id = $1', [made['id']])
  const sealed = row!['phone_sealed'] as Buffer
  expect(sealed.subarray(1, 1 + sealed[0]!).toString()).toBe(id)
  expect(await reseal(fresh, allSealed)).toEqual({ resealed: 0, lost: 0 })
  expect(await ask(`POST /v1/members/${made['id']}/reveal`, { field: 'phone', reason: '核对号码' })).toMatchObject({
    value: '+8613812345678',
  })
  expect(JSON.parse(readFileSync(keyFile, 'utf8')).keys).toHaveProperty(before)
  rmSync(keyFile)
  expect(openKeys(keyFile).open(sealed, 'members.phone')).toBeUndefined()
  rmSync(folder, { recursive: true })
})
