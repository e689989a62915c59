import { expect, it } from 'vitest'
import { shop } from '../../src/testing/shop.ts'

const { ask, sell, join, place, sql } = shop()

// Found by the model: what a return put back lay beside the debt, and could be spent although the balance was nothing.
it('lets a return of what points had paid pay the debt first, so that nobody spends what is owed', async () => {
  const id = await join()
  const withPoints = (amount: number) => [
    { kind: 'points', amount },
    { kind: 'cash', amount: 5_000 - amount },
  ]
  const earned = await sell({ id }, [200_000])
  const paid = await sell({ id }, [5_000], { tenders: withPoints(2_000) })
  await ask(`POST /v1/purchases/${earned['id']}/returns`, { storeId: place.a })
  const back = await ask(`POST /v1/purchases/${paid['id']}/returns`, { storeId: place.a })
  expect(back).toMatchObject({ status: 200, points: { spent: 2000, balance: 0 } })
  expect(await sell({ id }, [5_000], { tenders: withPoints(1_900) })).toMatchObject({
    status: 409,
    code: 'ledger.not_enough',
  })
  expect(
    await sql(`select state, balance::int from ledger.account where member_id = $1 and unit = 'points' order by no`, [
      id,
    ]),
  ).toEqual([
    { state: 'open', balance: 0 },
    { state: 'debt', balance: 0 },
  ])
})
