import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { sealing, verify } from '#modules/audit/index.ts'
import { findFaults } from '../../src/verifying.ts'
import type { Place } from '../place.ts'
import { openPlace } from '../place.ts'
import { chanceOf } from '../random.ts'

type Row = Record<string, unknown> & { id: string }
type Tampering = { what: string; plant: string; undo: string; expected: (found: string[]) => boolean }

const seed = 20261122
const chance = chanceOf(seed)
const pick = <T>(some: readonly T[]): T => some[chance.below(some.length)]!
let place: Place
const db = () => place.apps[0]!.db

beforeAll(async () => {
  place = await openPlace(inject('pg'))
  for (let n = 0; n < 3; n++) {
    const { memberId } = (await place.ask('POST /v1/members', { name: `会员${n}`, homeStore: place.a })).json
    await place.ask(`POST /v1/members/${memberId}/topups`, { storeId: place.a, amount: 10_000 })
    for (let at = 0; at < 3; at++) {
      const sale = { storeId: place.a, member: { id: memberId }, lines: [{ sku: 'A', amount: 10_000 + at }] }
      await place.ask('POST /v1/purchases', sale)
    }
    await place.ask(`POST /v1/members/${memberId}/points`, { amount: 50, reason: `proof ${n}` })
    await sealAll()
  }
})
afterAll(() => place.close())

async function sealAll(): Promise<void> {
  for (let tried = 0; tried < 100; tried++) {
    await sealing.run(db())
    if ((await verify(db(), null)).chains.every(({ unsealed }) => unsealed === 0)) return
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('it is never sealed')
}

/** Does something as the owner of the tables, who may all; a few statements are one transaction. */
const asOwner = (text: string) => place.sql(text)
const quoted = (value: unknown): string => `'${String(value).replaceAll("'", "''")}'`
const rowsOf = async (table: string): Promise<Row[]> =>
  (await place.sql<{ it: Row }>(`select to_jsonb(t) as it from ${table} t order by id`)).map(({ it }) => it)

/** What another hand would make of a value, by the type of its column. */
const changes: Record<string, (column: string) => string> = {
  bigint: (column) => `${column} + 1`,
  integer: (column) => `${column} + 1`,
  text: (column) => `${column} || 'x'`,
  uuid: () => 'uuidv7()',
  jsonb: (column) => `${column} || '{"forged": true}'`,
  'timestamp with time zone': (column) => `${column} + interval '1 second'`,
  date: (column) => `${column} + 1`,
}

async function columnsOf(table: string): Promise<{ name: string; type: string }[]> {
  const [schema, name] = table.split('.')
  return place.sql(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = '${schema}' and table_name = '${name}' and column_name not in ('id', 'xid') and is_generated = 'NEVER'`,
  )
}

/** Puts rows back as they were. */
const back = (table: string, rows: Row[], gone: string[] = []): string =>
  `delete from ${table} where id in (${[...rows.map(({ id }) => id), ...gone].map(quoted).join()});
   insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${quoted(JSON.stringify(rows))})`

const exactly =
  (...wanted: string[]) =>
  (found: string[]) =>
    found.join() === wanted.sort().join()

async function ofRows(table: string): Promise<Tampering> {
  const rows = await rowsOf(table)
  const row = pick(rows)
  const id = quoted(row.id)
  const way = pick(['edit', 'edit', 'edit', 'delete', 'insert', 'swap'] as const)
  if (way === 'delete')
    return {
      what: `delete ${table}`,
      plant: `delete from ${table} where id = ${id}`,
      undo: back(table, [row]),
      expected: exactly(`deleted ${row.id}`),
    }
  if (way === 'insert') {
    const copy = { ...row, id: row.id.replace(/.{4}$/, chance.below(0x10000).toString(16).padStart(4, '0')) }
    const plant = `insert into ${table} select * from jsonb_populate_record(null::${table}, ${quoted(JSON.stringify(copy))})`
    return {
      what: `insert ${table}`,
      plant,
      undo: `delete from ${table} where id = '${copy.id}'`,
      expected: exactly(`inserted ${copy.id}`),
    }
  }
  const columns = (await columnsOf(table)).filter(
    ({ name }) => row[name] !== null && !(way === 'swap' && name === 'member_id'),
  )
  if (way === 'swap') {
    const { name, other } = pick(
      columns.flatMap(({ name }) =>
        rows
          .filter((one) => one[name] !== null && JSON.stringify(one[name]) !== JSON.stringify(row[name]))
          .map((other) => ({ name, other })),
      ),
    )
    const plant = `with old as (select id, ${name} as it from ${table} where id in (${id}, '${other.id}'))
      update ${table} t set ${name} = (select it from old where old.id <> t.id) where id in (${id}, '${other.id}')`
    return {
      ...{ what: `swap ${table}.${name}`, plant, undo: back(table, [row, other]) },
      expected: exactly(`edited ${row.id}`, `edited ${other.id}`),
    }
  }
  const { name, type } = pick(columns.filter((one) => one.type in changes))
  const plant = `update ${table} set ${name} = ${changes[type]!(name)} where id = ${id}`
  return { what: `edit ${table}.${name}`, plant, undo: back(table, [row]), expected: exactly(`edited ${row.id}`) }
}

async function ofSeals(): Promise<Tampering> {
  const seals = await place.sql<{ it: Record<string, unknown> & { chain: string; number: number } }>(
    `select to_jsonb(s) as it from audit.seal s where number < (select max(number) from audit.seal l where l.chain = s.chain)`,
  )
  const { it } = pick(seals)
  const where = `where chain = '${it.chain}' and number = ${it.number}`
  const flip = (name: string) =>
    `update audit.seal set ${name} = set_byte(${name}, 3, get_byte(${name}, 3) # 1) ${where}`
  const plant = pick([
    ...['listing', 'content', 'digest'].map(flip),
    `update audit.seal set count = count + 1 ${where}`,
    `update audit.seal set sealed_at = sealed_at + interval '1 second' ${where}`,
    `delete from audit.seal ${where}`,
  ])
  const undo = `delete from audit.seal ${where}; insert into audit.seal select * from jsonb_populate_record(null::audit.seal, ${quoted(JSON.stringify(it))})`
  // A seal that is gone is missed by the next one; a forged one is named itself.
  const named = plant.startsWith('delete') ? `seal_missing ${it.number + 1}` : `seal_forged ${it.number}`
  return { what: plant.slice(0, 40), plant, undo, expected: (found) => found.some((one) => one === named) }
}

async function ofBalances(): Promise<Tampering> {
  const accounts = await place.sql<{ member: string; no: number }>(
    `select member_id as member, no from ledger.account order by 1, 2`,
  )
  const { member, no } = pick(accounts)
  const where = `where member_id = '${member}' and no = ${no}`
  const [column, by] = pick([
    ['balance', 1],
    ['balance', 100_000],
    ['version', 1],
  ] as const)
  return {
    what: `edit ledger.account.${column}`,
    plant: `update ledger.account set ${column} = ${column} + ${by} ${where}`,
    undo: `update ledger.account set ${column} = ${column} - ${by} ${where}`,
    expected: (found) => found.length === 1 && found[0] === `${member}/${no}`,
  }
}

/** What `changke verify` names: rows and seals of the chains, accounts of the books. */
async function named(balances: boolean): Promise<string[]> {
  if (balances) return (await findFaults(db())).map(({ id }) => id)
  const { chains } = await verify(db(), null)
  return chains.flatMap(({ faults }) => faults.map(({ fault, id, seal }) => `${fault} ${id ?? seal}`)).sort()
}

it('names each of 100 rows that the database’s owner tampered with, and nothing else', async () => {
  const kinds = [
    () => ofRows('ledger.transfer'),
    () => ofRows('kernel.trail'),
    ofSeals,
    ofBalances,
    () => ofRows('ledger.transfer'),
  ]
  expect([await named(false), await named(true)]).toEqual([[], []])
  const missed: string[] = []
  let tampered = 0
  for (let at = 0; tampered < 100 && at < 400; at++) {
    const kind = kinds[at % kinds.length]!
    const one = await kind()
    // What a check of the table itself does not let through is no tampering.
    const done = await asOwner(one.plant).then(
      () => true,
      () => false,
    )
    if (!done) continue
    tampered += 1
    const found = await named(kind === ofBalances)
    if (!one.expected(found)) missed.push(`${one.what}: ${found.join(', ') || 'nothing'}`)
    await asOwner(one.undo)
  }
  console.log(`tamperings: ${tampered - missed.length} of ${tampered} named, seed ${seed}`)
  expect(missed).toEqual([])
  expect(tampered).toBe(100)
  expect([await named(false), await named(true)]).toEqual([[], []])
})
