import { beforeAll, expect, it } from 'vitest'
import { shop } from './testing/shop.ts'

const home = shop()
const { ask, sql, broken, sell, join, place } = home
let member: string

beforeAll(async () => {
  member = await join()
  await ask(`POST /v1/members/${member}/topups`, { storeId: place.a, amount: 50_000 })
  const paid = { tenders: [{ kind: 'wallet', amount: 30_000 }] }
  expect((await sell({ id: member }, [30_000], paid)).status).toBe(200)
  expect((await sell({ id: member }, [20_000])).status).toBe(200)
  expect(await broken()).toEqual([])
})

const sale = `(select id from purchases.purchase where total = 30000)`

/** Plants a fault as the owner of the database, asks the rooms' own views what is broken, and takes it back. */
async function found(plant: string, undo: string): Promise<unknown[]> {
  await sql(plant)
  const faults = await broken()
  await sql(undo)
  expect(await broken()).toEqual([])
  return faults
}
const edited = (table: string, column: string, where: string, by = 1) =>
  found(
    `update ${table} set ${column} = ${column} + ${by} where ${where}`,
    `update ${table} set ${column} = ${column} - ${by} where ${where}`,
  )

// A half that was lost with its line is no fault of the lines: the views must see what the books have of it.
const bothSides = (column: string) =>
  found(
    `with a as (update purchases.purchase set ${column} = ${column} + 7 where id = ${sale})
     update purchases.line set ${column} = ${column} + 7 where purchase_id = ${sale}`,
    `with a as (update purchases.purchase set ${column} = ${column} - 7 where id = ${sale})
     update purchases.line set ${column} = ${column} - 7 where purchase_id = ${sale}`,
  )

it.each([
  ['points', 'a purchase moved no points that it says'],
  ['growth', 'a purchase moved no growth that it says'],
  ['points_spent', 'a purchase moved no points that it spent'],
])('v_broken of purchases alone names %s that a purchase says and the books did not move', async (column, fault) => {
  const [{ id }] = (await sql(`select ${sale} as id`)) as [{ id: string }]
  expect(await bothSides(column)).toEqual([{ room: 'purchases', fault, id }])
})

it('v_broken of purchases alone names stored money that a purchase says and the books did not move', async () => {
  const tender = (kind: string) =>
    `update purchases.purchase set tenders = jsonb_set(tenders, '{0,kind}', '"${kind}"') where id = ${sale}`
  const [{ id }] = (await sql(`select ${sale} as id`)) as [{ id: string }]
  const fault = 'a purchase moved no stored money that it says'
  expect(await found(tender('cash'), tender('wallet'))).toEqual([{ room: 'purchases', fault, id }])
})

it('v_broken of the ledger alone names a running balance that does not follow', async () => {
  const where = `member_id = '${member}' and unit = 'growth' and credit_version = 1`
  const faults = await edited('ledger.transfer', 'credit_after', where)
  expect(faults).toHaveLength(2) // this one and the one after it
  for (const one of faults)
    expect(one).toMatchObject({ fault: 'a balance does not follow from the transfers before it' })
})

it('v_broken of the ledger alone names a member who owes beside open lots', async () => {
  const debt = `insert into ledger.account (member_id, no, unit, state, balance, version, opened_at)
    values ('${member}', 99, 'points', 'debt', 5, 1, now());
    insert into ledger.transfer (member_id, id, unit, amount, debit_no, debit_after, debit_version, credit_house, cause_kind, cause_id, occurred_at, posted_at)
    values ('${member}', uuidv7(), 'points', 5, 99, 5, 1, 'house/points/issued', 'grant', uuidv7(), now(), now())`
  const undo = `delete from ledger.transfer where member_id = '${member}' and debit_no = 99;
    delete from ledger.account where member_id = '${member}' and no = 99`
  const fault = 'a member owes beside open lots'
  expect(await found(debt, undo)).toEqual([{ room: 'ledger', fault, id: `${member}/points` }])
})
