import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Place } from './place.ts'
import type { Chance } from './random.ts'

/** A member as each race finds one: 400 points earned by a sale that may be returned, 100.00 and its bonus in the wallet. */
type Racer = { id: string; saleId: string }
type Deed = { path(racer: Racer): string; body(racer: Racer, storeId: string): object }

const sale = (storeId: string, { id }: Racer, amount: number, tenders?: [string, number][]) => ({
  storeId,
  member: { id },
  lines: [{ sku: 'SKU1', amount }],
  ...(tenders ? { tenders: tenders.map(([kind, part]) => ({ kind, amount: part })) } : {}),
})
const selling = () => 'POST /v1/purchases'

/** The money commands. Amounts are such that two of a kind, or two that spend the same, cannot both have enough. */
export const deeds: Record<string, Deed> = {
  sale: { path: selling, body: (racer, storeId) => sale(storeId, racer, 12_300) },
  points: {
    path: selling,
    body: (racer, storeId) =>
      sale(storeId, racer, 600, [
        ['points', 300],
        ['cash', 300],
      ]),
  },
  wallet: { path: selling, body: (racer, storeId) => sale(storeId, racer, 8_000, [['wallet', 8_000]]) },
  return: { path: ({ saleId }) => `POST /v1/purchases/${saleId}/returns`, body: (_, storeId) => ({ storeId }) },
  unlinked: { path: () => 'POST /v1/returns', body: (racer, storeId) => sale(storeId, racer, 25_000) },
  topup: { path: ({ id }) => `POST /v1/members/${id}/topups`, body: (_, storeId) => ({ storeId, amount: 10_000 }) },
  give: { path: ({ id }) => `POST /v1/members/${id}/points`, body: () => ({ amount: 70, reason: 'proof' }) },
  take: { path: ({ id }) => `POST /v1/members/${id}/points`, body: () => ({ amount: -350, reason: 'proof' }) },
}

/** Every pair of money commands, each with itself too. */
export const pairs = Object.keys(deeds).flatMap((one, at) =>
  Object.keys(deeds)
    .slice(at)
    .map((other): [string, string] => [one, other]),
)

async function must(answer: Promise<Answer>): Promise<Answer> {
  const known = await answer
  if (known.status !== 200) throw new Error(`${known.status} ${known.text}`)
  return known
}

async function newRacer(place: Place): Promise<Racer> {
  const { json } = await must(place.ask('POST /v1/members', { name: '王小明', homeStore: place.a }))
  const racer = { id: json.memberId as string, saleId: '' }
  await must(place.ask(deeds['topup']!.path(racer), deeds['topup']!.body(racer, place.a)))
  racer.saleId = (await must(place.ask(selling(), sale(place.a, racer, 40_000)))).json.id
  return racer
}

const act = (place: Place, name: string, racer: Racer, app: number): Promise<Answer> =>
  place.ask(deeds[name]!.path(racer), deeds[name]!.body(racer, place.a), { app })

/** What somebody who asked can tell afterwards: the answer, without ids and moments. */
function said({ status, json }: Answer): unknown {
  if (status !== 200) return [status, json?.code, json?.details?.short ?? null]
  const { points, growth, wallet, balance, tier, total, explained } = json
  return [
    status,
    points ?? null,
    growth ?? null,
    wallet ?? null,
    balance ?? null,
    tier ?? null,
    total ?? null,
    explained?.debt ?? null,
  ]
}

/** Everything that is true of a member afterwards, without ids and moments; lots of top-ups by their order. */
async function truth(place: Place, id: string): Promise<string[]> {
  const rows = await place.sql<{ fact: string }>(
    `with ranked as (select id::text as lot, row_number() over (order by id) as no from wallets.topup where member_id = $1)
     select format('%s %s %s %s: %s/%s', unit, state, ends_on, coalesce('top-up ' || ranked.no, lot), balance, version) as fact
       from ledger.account left join ranked using (lot) where member_id = $1
     union all select format('%s %s', kind, count(*)) from purchases.purchase where member_id = $1 group by kind
     union all select format('top-ups %s', count(*)) from wallets.topup where member_id = $1
     union all select format('adjustments %s', count(*)) from points.adjustment where member_id = $1
     union all select format('tier %s, %s purchases, spent %s', tier, purchases, spent) from members.standing where member_id = $1
     order by 1`,
    [id],
  )
  return rows.map(({ fact }) => fact)
}

const picture = async (place: Place, id: string, answers: Answer[]) =>
  JSON.stringify([answers.map(said), await truth(place, id)], null, 1)

/** The two one after the other, on a member of their own; `turned` begins with the second. Answers stand as they were asked. */
async function inOrder(place: Place, [one, other]: [string, string], turned: boolean): Promise<string> {
  const racer = await newRacer(place)
  const first = await act(place, turned ? other : one, racer, 0)
  const second = await act(place, turned ? one : other, racer, 0)
  return picture(place, racer.id, turned ? [second, first] : [first, second])
}

/**
 * Runs each pair at once on one member, some rounds, through one process and through two; what is true and what was answered afterwards must
 * be what one of the two orders gives. Answers a sentence for each race that has no such order.
 */
export async function runPairs(place: Place, rounds: number, chance: Chance): Promise<string[]> {
  const wrong: string[] = []
  for (const pair of pairs) {
    const [one, other] = pair
    const orders = [await inOrder(place, pair, false), await inOrder(place, pair, true)]
    for (let round = 0; round < rounds; round++) {
      const racer = await newRacer(place)
      const late = chance.pick([0, 0, 1, 2, 4])
      const [first, second] = await Promise.all([
        act(place, one, racer, 0),
        late === 0
          ? act(place, other, racer, round % place.apps.length)
          : wait(late).then(() => act(place, other, racer, round % place.apps.length)),
      ])
      const seen = await picture(place, racer.id, [first, second])
      if (!orders.includes(seen))
        wrong.push(`${one} and ${other} at once:\n${seen}\nis neither\n${orders.join('\nnor\n')}`)
    }
  }
  return wrong
}

/** Many tills spend all that one member has at once: one succeeds, the others hear that there is not enough. */
export async function runCrowds(place: Place, rounds: number, crowd: number): Promise<string[]> {
  const wrong: string[] = []
  for (let round = 0; round < rounds; round++) {
    const name = ['wallet', 'take', 'points', 'return'][round % 4]!
    const racer = await newRacer(place)
    const answers = await Promise.all(
      Array.from({ length: crowd }, (_, at) => act(place, name, racer, at % place.apps.length)),
    )
    const done = answers.filter(({ status }) => status === 200).length
    const refused = answers.filter(({ json }) =>
      ['ledger.not_enough', 'purchases.nothing_left_to_return'].includes(json?.code),
    ).length
    if (done !== 1 || refused !== crowd - 1)
      wrong.push(
        `${crowd} × ${name} at once: ${done} succeeded, ${refused} were refused, the rest: ${answers.find(({ status }) => status > 409)?.text}`,
      )
  }
  return wrong
}
