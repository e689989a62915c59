import { beforeAll } from 'vitest'
import type { AppOptions } from '#app'
import type { Caller } from '#kernel/caller.ts'
import { system } from '#kernel/caller.ts'
import type { Charter } from '#modules/charter/index.ts'
import { publish, templates } from '#modules/charter/index.ts'
import { makeUnit, setUpOrganisation } from '#modules/org/index.ts'
import { addTill } from '#modules/purchases/index.ts'
import type { Answer } from '#testing'
import { callerWith, house } from '#testing'

const selling = [
  'purchases.record',
  'purchases.read',
  'purchases.return',
  'members.read',
  'members.write',
  'wallets.topup',
  'shifts.work',
]

/** A shop to test in: two stores with a till each, the pharmacy charter, and cashiers who each reach one store. */
export function shop(change: (charter: Charter) => Charter = (charter) => charter, options: Partial<AppOptions> = {}) {
  const home = house(options)
  const place = { a: '', b: '', tillA: '', tillB: '' }
  const people = {} as { cashierA: Caller; cashierB: Caller }
  let joined = 0

  beforeAll(async () => {
    const house = system('set-up')
    await home.app.db.write(async (tx) => {
      const begun = await setUpOrganisation(tx, {
        organisation: { name: '康泰大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
        store: { code: 'A', name: '人民路店' },
        owner: { name: '店东', email: 'owner@example.com', password: 'correct horse battery' },
      })
      place.a = begun.storeId
      place.b = (await makeUnit(tx, { kind: 'store', code: 'B', name: '解放路店' }, house)).id
      place.tillA = (await addTill(tx, { storeId: place.a, code: '1', name: '' })).id
      place.tillB = (await addTill(tx, { storeId: place.b, code: '1', name: '' })).id
      await publish(tx, { charter: change(structuredClone(templates['pharmacy']!)), note: '' }, house)
    })
    people.cashierA = callerWith(selling, [place.a], 'cashier A')
    people.cashierB = callerWith(selling, [place.b], 'cashier B')
  })

  /** A new member of store A (or another), by phone; answers the id. */
  async function join(storeId = place.a, phone = `139${String(10_000_000 + ++joined)}`): Promise<string> {
    const answer = await home.ask('POST /v1/members', { name: '王小明', phone, homeStore: storeId })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer))
    return answer['memberId'] as string
  }

  /** Sells for these amounts (minor units), a line each. */
  const sell = (
    member: object | null,
    amounts: number[],
    more: object = {},
    options: Parameters<typeof home.ask>[2] = {},
  ): Promise<Answer> =>
    home.ask(
      'POST /v1/purchases',
      { storeId: place.a, member, lines: amounts.map((amount, at) => ({ sku: `SKU${at + 1}`, amount })), ...more },
      options,
    )

  return {
    ...home,
    place,
    people,
    join,
    sell,
    get app() {
      return home.app
    },
  }
}
