import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { sealing, verify } from '#modules/audit/index.ts'
import { findFaults } from '../src/verifying.ts'
import type { Place } from './place.ts'
import { openPlace } from './place.ts'

let place: Place
let member: string
beforeAll(async () => {
  place = await openPlace(inject('pg'))
  member = (await place.ask('POST /v1/members', { name: '王小明', homeStore: place.a })).json.memberId
  await place.ask(`POST /v1/members/${member}/topups`, { storeId: place.a, amount: 10_000 }, { reference: 'paper 1' })
  for (let at = 0; at < 5; at++)
    await place.ask('POST /v1/purchases', {
      storeId: place.a,
      member: { id: member },
      lines: [{ sku: 'A', amount: 10_000 }],
    })
  await place.ask(`POST /v1/members/${member}/points`, { amount: -50, reason: 'proof' })
  for (let tried = 0; tried < 100; tried++) {
    await sealing.run(place.apps[0]!.db)
    if ((await verify(place.apps[0]!.db, null)).chains.every(({ unsealed }) => unsealed === 0)) return
    await new Promise((later) => setTimeout(later, 50))
  }
})
afterAll(() => place.close())

const db = () => place.apps[0]!.db
const found = async () => (await findFaults(db())).map(({ room, fault, id, since }) => ({ room, fault, id, since }))

/** Plants a fault as the owner of the database, looks, and takes it back. */
async function planted<T>(plant: string, undo: string, look: () => Promise<T>): Promise<T> {
  await place.sql(plant)
  try {
    return await look()
  } finally {
    await place.sql(undo)
    expect(await found()).toEqual([])
  }
}

it('finds nothing in sound books', async () => {
  expect(await found()).toEqual([])
  expect((await verify(db(), null)).faults).toBe(0)
})

it('names the account whose balance was edited, and since when', async () => {
  const [last] = await place.sql<{ at: string }>(
    `select max(posted_at)::text as at from ledger.v_entry where member_id = '${member}' and unit = 'points'`,
  )
  const faults = await planted(
    `update ledger.account set balance = balance + 1000 where member_id = '${member}' and unit = 'points'`,
    `update ledger.account set balance = balance - 1000 where member_id = '${member}' and unit = 'points'`,
    found,
  )
  expect(faults).toMatchObject([{ room: 'ledger', fault: 'an account disagrees with its transfers' }])
  expect(faults[0]!.id).toContain(member)
  expect(Date.parse(faults[0]!.since!)).toBe(Date.parse(last!.at))
})

it('names the transfer that was edited, by the books and by the seal', async () => {
  const [third] = await place.sql<{ id: string; no: number; at: string }>(
    `select id, credit_no as no, posted_at::text as at from ledger.transfer
      where member_id = '${member}' and unit = 'points' and credit_version = 3`,
  )
  const where = `where member_id = '${member}' and id = '${third!.id}'`
  const { faults, seals } = await planted(
    `update ledger.transfer set amount = amount + 7 ${where}`,
    `update ledger.transfer set amount = amount - 7 ${where}`,
    async () => ({ faults: await found(), seals: (await verify(db(), null)).chains.flatMap((chain) => chain.faults) }),
  )
  const drift = faults.find(({ fault }) => fault === 'a balance does not follow from the transfers before it')
  expect(drift).toMatchObject({ room: 'ledger', id: `${member}/${third!.no}, transfer ${third!.id}` })
  expect(Date.parse(drift!.since!)).toBe(Date.parse(third!.at))
  expect(seals).toMatchObject([{ fault: 'edited', id: third!.id }])
})

it('notices a running balance that was edited although every sum is right', async () => {
  const faults = await planted(
    `update ledger.transfer set credit_after = credit_after + 1 where member_id = '${member}' and unit = 'growth' and credit_version = 2`,
    `update ledger.transfer set credit_after = credit_after - 1 where member_id = '${member}' and unit = 'growth' and credit_version = 2`,
    found,
  )
  expect(faults).toMatchObject([{ fault: 'a balance does not follow from the transfers before it' }])
})

it('names a transfer that was taken out, by the gap that it leaves', async () => {
  const keep = await place.sql<{ it: object }>(
    `select to_jsonb(t) as it from ledger.transfer t where member_id = '${member}' and unit = 'growth' and credit_version = 4`,
  )
  const id = (keep[0]!.it as { id: string }).id
  const faults = await planted(
    `delete from ledger.transfer where member_id = '${member}' and id = '${id}'`,
    `insert into ledger.transfer select * from jsonb_populate_record(null::ledger.transfer, '${JSON.stringify(keep[0]!.it)}')`,
    async () => ({ books: await found(), seals: (await verify(db(), null)).chains.flatMap((chain) => chain.faults) }),
  )
  expect(faults.books.map(({ fault }) => fault)).toEqual(
    expect.arrayContaining([
      'an account disagrees with its transfers',
      'a balance does not follow from the transfers before it',
    ]),
  )
  expect(faults.seals).toMatchObject([{ fault: 'deleted', id }])
})

it('names a reference that leads to nothing, and a purchase that no reference tells', async () => {
  const faults = await planted(
    `update kernel.told set cause_id = uuidv7() where reference = 'paper 1'`,
    `update kernel.told set cause_id = (select id from wallets.topup where member_id = '${member}') where reference = 'paper 1'`,
    found,
  )
  expect(faults).toMatchObject([{ room: 'kernel', fault: 'a reference leads to nothing' }])
  expect(faults[0]!.since).toMatch(/^20/)
  const [row] = await place.sql<{ it: object }>(
    `select to_jsonb(t) as it from kernel.told t join purchases.purchase p on p.id = t.cause_id limit 1`,
  )
  const { reference, cause_id: cause } = row!.it as { reference: string; cause_id: string }
  expect(
    await planted(
      `delete from kernel.told where reference = '${reference}'`,
      `insert into kernel.told select * from jsonb_populate_record(null::kernel.told, '${JSON.stringify(row!.it)}')`,
      found,
    ),
  ).toMatchObject([{ room: 'purchases', fault: 'a purchase has no reference', id: cause }])
})
