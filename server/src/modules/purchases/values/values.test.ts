import { expect, it } from 'vitest'
import { shop } from '../../../testing/shop.ts'

const { ask, sell, join, place, people, sql } = shop((charter) => ({
  ...charter,
  wallets: { ...charter.wallets, bonuses: [{ from: 10_000, bonus: 2000 }], split: 'proportional' },
}))

const topUp = (id: string, amount: number, more: object = {}, options = {}) =>
  ask(`POST /v1/members/${id}/topups`, { storeId: place.a, tillId: place.tillA, amount, ...more }, options)

it('takes money in with its bonus, once per reference, within the limits', async () => {
  const id = await join()
  const first = await topUp(id, 10_000, {}, { reference: 'top-1' })
  expect(first).toMatchObject({
    status: 200,
    principal: 10_000,
    bonus: 2000,
    wallet: { principal: 10_000, bonus: 2000 },
  })
  expect(await topUp(id, 10_000, {}, { reference: 'top-1' })).toEqual(first)
  expect(await topUp(id, 20_000, {}, { reference: 'top-1' })).toMatchObject({ code: 'kernel.reference_reused' })
  expect(await topUp(id, 600_000)).toMatchObject({ code: 'wallets.amount_outside' })
  expect(await topUp(id, 490_000)).toMatchObject({ code: 'wallets.holds_too_much', details: { held: 12_000 } })
})

it('pays exactly ten of twenty payments of 10.00 at once from a wallet of 100.00; principal and bonus always add up', async () => {
  const id = await join()
  await ask(`POST /v1/members/${id}/topups`, { storeId: place.a, amount: 8_333 })
  await ask(`POST /v1/members/${id}/topups`, { storeId: place.a, amount: 1_667 })
  const pay = () => sell({ id }, [1000], { tenders: [{ kind: 'wallet', amount: 1000 }] })
  const answers = await Promise.all(Array.from({ length: 20 }, pay))
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(10)
  expect(answers.filter((answer) => answer['code'] === 'ledger.not_enough')).toHaveLength(10)
  expect(await ask(`GET /v1/members/${id}/statement?unit=principal.CNY`)).toMatchObject({
    balances: [{ shown: 0 }],
    lots: [],
  })
})

it('never shows a principal or bonus below zero, nor a sum that is not what was put in, while twenty pay, time and again', async () => {
  const id = await join()
  expect(await topUp(id, 10_000)).toMatchObject({ wallet: { principal: 10_000, bonus: 2000 } })
  // Crumbs, so that the split between the two has to be rounded each time.
  const pay = () => sell({ id }, [100], { tenders: [{ kind: 'wallet', amount: 100 }] })
  let [paying, seen] = [true, [] as Record<string, number>[]]
  // One statement, one snapshot: what is in both lots, and what the sales say they were paid with.
  const look = async () => {
    while (paying) {
      const [row] = await sql(
        `select coalesce(sum(balance) filter (where unit = 'principal.CNY'), 0)::int as principal,
                coalesce(sum(balance) filter (where unit = 'bonus.CNY'), 0)::int as bonus, min(balance)::int as least,
                (select coalesce(sum(total), 0)::int from purchases.purchase where member_id = $1) as paid
           from ledger.account where member_id = $1 and unit like '%.CNY'`,
        [id],
      )
      seen.push(row as Record<string, number>)
    }
  }
  const askOn = async () => {
    while (paying) {
      const { balances } = await ask(`GET /v1/members/${id}/statement?limit=1`)
      const of = (unit: string) => balances.find((one: { unit: string }) => one.unit === unit)?.shown ?? 0
      const [principal, bonus] = [of('principal.CNY'), of('bonus.CNY')]
      // A statement says nothing of sales; each takes a whole yuan.
      seen.push({ principal, bonus, least: Math.min(principal, bonus), paid: 12_000 - principal - bonus })
    }
  }
  const looking = [look(), look(), askOn(), askOn()]
  const till = async () => {
    const answers = []
    for (let n = 0; n < 7; n++) answers.push(await pay())
    return answers
  }
  const answers = (await Promise.all(Array.from({ length: 20 }, till))).flat()
  paying = false
  await Promise.all(looking)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(120)
  expect(answers.filter((answer) => answer['code'] === 'ledger.not_enough')).toHaveLength(20)
  expect(seen.length).toBeGreaterThan(10)
  const wrong = seen.filter(
    ({ principal, bonus, least, paid }) =>
      least! < 0 || principal! + bonus! + paid! !== 12_000 || paid! % 100 !== 0 || paid! < 0,
  )
  expect(wrong).toEqual([])
  expect(new Set(seen.map(({ paid }) => paid)).size).toBeGreaterThan(3)
})

it('splits a payment between principal and bonus, and gives each back to its lot', async () => {
  const id = await join()
  await topUp(id, 10_000)
  const sale = await sell({ id }, [6000, 600], { tenders: [{ kind: 'wallet', amount: 6600 }] })
  expect(sale).toMatchObject({ status: 200, wallet: { principal: 4500, bonus: 900 } })
  const back = await ask(`POST /v1/purchases/${sale['id']}/returns`, {
    storeId: place.a,
    lines: [{ line: 2, quantity: 1 }],
  })
  expect(back).toMatchObject({ tenders: [{ kind: 'wallet', amount: 600 }], wallet: { principal: 5000, bonus: 1000 } })
  expect(await ask(`POST /v1/purchases/${sale['id']}/returns`, { storeId: place.a })).toMatchObject({
    wallet: { principal: 10_000, bonus: 2000 },
  })
  const moved = await sql(
    `select unit, sum(amount)::int as sum from ledger.v_entry where member_id = $1 and unit like '%CNY' group by 1 order by 1`,
    [id],
  )
  expect(moved).toEqual([
    { unit: 'bonus.CNY', sum: 2000 },
    { unit: 'principal.CNY', sum: 10_000 },
  ])
})

it('adjusts points with a reason, by who may, and never below what there is', async () => {
  const id = await join()
  expect(await ask(`POST /v1/members/${id}/points`, { amount: 500, reason: '活动补登' })).toMatchObject({
    status: 200,
    balance: 500,
  })
  expect(await ask(`POST /v1/members/${id}/points`, { amount: -600, reason: '更正' })).toMatchObject({
    code: 'ledger.not_enough',
    details: { short: 100 },
  })
  expect(await ask(`POST /v1/members/${id}/points`, { amount: -200, reason: '更正' })).toMatchObject({ balance: 300 })
  expect(
    await ask(`POST /v1/members/${id}/points`, { amount: 1, reason: 'self' }, { as: people.cashierA }),
  ).toMatchObject({ status: 403 })
})

it('answers a statement as of a moment, and only within the scope', async () => {
  const id = await join()
  await sell({ id }, [10_000])
  const then = new Date().toISOString()
  await sell({ id }, [5000])
  expect(await ask(`GET /v1/members/${id}/statement?unit=points`)).toMatchObject({
    balances: [{ unit: 'points', shown: 150 }],
    items: [{ amount: 50, causeKind: 'sale' }, { amount: 100 }],
  })
  expect(await ask(`GET /v1/members/${id}/statement?unit=points&asOf=${then}`)).toMatchObject({
    balances: [{ shown: 100 }],
    items: [{ amount: 100 }],
  })
  const page = await ask(`GET /v1/members/${id}/statement?unit=points&limit=1`)
  expect(await ask(`GET /v1/members/${id}/statement?unit=points&limit=1&cursor=${page['next']}`)).toMatchObject({
    items: [{ amount: 100 }],
  })
  const reader = { ...people.cashierB, permissions: new Set(['ledger.read']) }
  expect(await ask(`GET /v1/members/${id}/statement`, undefined, { as: reader })).toMatchObject({
    status: 404,
    code: 'members.unknown',
  })
})

it('tops up a member of another store only with proof', async () => {
  const id = await join(place.b, '13700001234')
  const { cashierA } = people
  expect(await topUp(id, 1000, {}, { as: cashierA })).toMatchObject({ code: 'purchases.member_unknown' })
  expect(await topUp(id, 1000, { proof: { phone: '13700009999' } }, { as: cashierA })).toMatchObject({
    code: 'purchases.member_unknown',
  })
  expect(await topUp(id, 1000, { proof: { phone: '+86 137 0000 1234' } }, { as: cashierA })).toMatchObject({
    status: 200,
  })
  expect(await topUp(id, 1000, { storeId: place.b }, { as: cashierA })).toMatchObject({ code: 'kernel.out_of_scope' })
})
